import {
  Macros,
  NewMacros,
  PlannedMacros,
  RunMacro,
  type Macro,
  type PlannedStep,
} from '../../../adapters/console/contract/macros.ts'
import type { Severity } from '../../../adapters/console/contract/index.ts'
import { NOW, type HeldCase } from './world.ts'

type Failure = { readonly status: number; readonly code: string; readonly step: string | undefined }

export type MacrosWorld = {
  list: Macros
  /** What was run: the macro, the case, and what went to the person. */
  readonly ran: {
    readonly macro: string
    readonly code: string
    readonly text: string | undefined
    readonly reason?: string
  }[]
  /** The next run fails so. */
  fails: Failure | undefined
  readonly keep: (method: string, body: unknown) => Macros | { readonly newer: Macros }
  readonly plan: (held: HeldCase) => PlannedMacros
  readonly run: (held: HeldCase, macro: string, body: unknown) => Failure | { readonly kinds: string[] }
}

const CALM: Macro = {
  id: 'calm',
  names: { ar: 'تهدئة وتحويل', ckb: 'ئارامکردنەوە', en: 'Calm and hand on' },
  off: false,
  steps: [
    { do: 'note', text: 'أرسلت لها خطوات الأمان، رمزها {code}' },
    { do: 'task', text: 'التأكد من حذف الحساب @real.user_99 (USDT-TRC20)', hours: 24 },
    { do: 'severity', severity: 'P2', reason: 'المهلة الليلة' },
    { do: 'reply', reply: 'hello' },
    { do: 'team', team: 'account', note: 'تابعوا معها من فضلكم' },
  ],
}
const LATER: Macro = {
  id: 'later',
  names: { en: 'Wait for the platform' },
  off: false,
  steps: [
    { do: 'task', text: 'Ask the platform again' },
    { do: 'snooze', hours: 24 },
  ],
}

const planned = (step: Macro['steps'][number], now: Severity): PlannedStep => {
  const at = new Date(NOW + 86_400_000).toISOString()
  switch (step.do) {
    case 'note':
      return { do: 'note', text: step.text.replace('{code}', 'WNE70004') }
    case 'task':
      return { do: 'task', text: step.text, ...(step.hours === undefined ? {} : { dueAt: at }) }
    case 'severity':
      return { ...step, ...(step.severity > now ? { falls: true } : {}) }
    case 'reply':
      return { do: 'reply', language: 'ar', text: 'مرحباً، أنا الموظفة 7. وأنا هنا الآن.' }
    case 'snooze':
      return { do: 'snooze', until: at, said: '2026-11-30' }
    case 'team':
      return { ...step, name: 'الحسابات' }
  }
}

export const makeMacrosWorld = (): MacrosWorld => {
  const world: MacrosWorld = {
    list: { version: 3, macros: [CALM, LATER] },
    ran: [],
    fails: undefined,
    keep: (method, body) => {
      if (method === 'GET') return world.list
      const next = NewMacros.parse(body)
      if (next.version !== world.list.version) return { newer: world.list }
      return (world.list = Macros.parse({ ...next, version: next.version + 1 }))
    },
    plan: ({ file }) =>
      PlannedMacros.parse({
        version: world.list.version,
        conversation: file.version,
        severity: file.severity,
        at: new Date(NOW).toISOString(),
        macros: world.list.macros
          .filter(({ off }) => !off)
          .map(({ id, names, steps }) => ({
            id,
            name: names.ar ?? names.en ?? id,
            plan: `${id} ${world.list.version}`,
            steps: steps.map((step) => planned(step, file.severity)),
          })),
      }),
    run: ({ file }, macro, body) => {
      const { text, reason, ...seen } = RunMacro.parse(body)
      const failure = world.fails
      world.fails = undefined
      if (failure !== undefined) return failure
      const refused = { status: 409, step: undefined }
      if (seen.version !== world.list.version) return { ...refused, code: 'outdated' }
      if (seen.expectedVersion !== file.version) return { ...refused, code: 'moved' }
      if (seen.severity !== file.severity) return { ...refused, code: 'moved', step: 'severity' }
      world.ran.push({ macro, code: file.code, text, ...(reason === undefined ? {} : { reason }) })
      return { kinds: ['note_added'] }
    },
  }
  return world
}
