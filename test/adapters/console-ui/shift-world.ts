import { SetSafeTimes } from '../../../adapters/console/contract/commands.ts'
import {
  Assign,
  NewAnswer,
  NewHelp,
  NewLinkJudgement,
  NewOwner,
  NewSnooze,
  NewTask,
  SetTask,
  type Question,
  type Timeline,
} from '../../../adapters/console/contract/shift.ts'
import { NewDangerReview } from '../../../adapters/console/contract/findings.ts'
import { codeOf, ME, NOW, type HeldCase } from './world.ts'

const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString()

/** What can be said to the questions of the scripted cases. */
export const questionOf = (held: HeldCase, step: string): Question | undefined => {
  const question = held.file.answers.find((line) => line.step === step)?.question ?? step
  const options = ['me-18', 'me-16-17', 'other-adult'].map((id, i) => ({
    id,
    label: ['أنا، 18 فأكثر', 'أنا، 16-17', 'شخص بالغ آخر'][i] ?? id,
  }))
  if (step === 'age') return { step, question, kind: 'choice', options, chosen: [] }
  if (step === 'danger') return { step, question, kind: 'choices', options, chosen: ['me-18'] }
  if (step === 'amount') return { step, question, kind: 'amount', amount: { amount: 500, currency: 'USD' } }
  if (step === 'paid-amount') return { step, question, kind: 'amount' }
  return step === 'story'
    ? {
        step,
        question,
        kind: 'text',
        text: held.file.answers.find((line) => line.step === step)?.answer ?? '',
      }
    : undefined
}

export const TIMELINE: Timeline = {
  entries: [
    { id: '40.0', at: at(-3), kind: 'case_snoozed', by: ME.name, detail: at(60), words: 'سنكتب لك بعد ساعة' },
    { id: '39.5', at: at(-3), kind: 'safe_times_set', by: ME.name, detail: '18:00-22:00' },
    { id: '39.0', at: at(-4), kind: 'case_viewed', by: 'Agent 12', detail: 'watch' },
    {
      id: '38.0',
      at: at(-5),
      kind: 'answer_corrected',
      by: ME.name,
      words: 'العمر: قالته في المكالمة (USDT-TRC20)',
    },
    { id: '37.0', at: at(-9), kind: 'case_claimed', by: ME.name },
    { id: '36.0', at: at(-10), kind: 'handoff_requested', detail: 'danger' },
    {
      id: '35.5',
      at: at(-11),
      kind: 'case_linked',
      detail: 'script',
      cases: [codeOf(4), codeOf(5)],
    },
    { id: '35.0', at: at(-11), kind: 'severity_judged', detail: 'P1' },
    { id: '34.0', at: at(-12), kind: 'crisis_found', detail: 'violence', message: '902.0' },
    { id: '33.0', at: at(-14), kind: 'evidence_announced', detail: 'photo', message: '903.0' },
    { id: '1.0', at: at(-40), kind: 'case_opened', detail: 'telegram' },
  ],
  guidance: [{ id: '900.0', at: at(-20), title: 'لا تدفع شيئاً الآن ولا ترسل صوراً.' }],
}

/**
 * What agents do beyond speaking, with the rules the app has to cope with: a code where it is
 * refused, the kinds of what happened else.
 */
export const actOnWork = (
  held: HeldCase,
  [what = '', more = '']: readonly string[],
  body: unknown,
):
  | { readonly refused: readonly [status: number, code: string] }
  | { readonly kinds: string[] }
  | undefined => {
  const { file } = held
  const mine = file.status === 'agent' && file.assignee?.id === ME.id
  const notYours = { refused: [403, 'not_yours'] as const }
  const name = more === '' ? what : `${what}/${more}`
  if (name === 'snooze') {
    const { until, promise } = NewSnooze.parse(body)
    if (!mine) return notYours
    file.snoozedUntil = until
    file.snooze = { until, ...(promise === '' ? {} : { promise }) }
    return { kinds: ['case_snoozed'] }
  }
  if (name === 'wake') {
    if (file.snooze === undefined) return { refused: [409, 'already'] }
    delete file.snooze
    delete file.snoozedUntil
    return { kinds: ['snooze_ended'] }
  }
  if (name === 'safe-times') {
    if (!mine) return notYours
    const safeTimes = SetSafeTimes.parse(body)
    // As of a time that is not safe, where nothing else keeps what is written.
    file.signals = {
      ...file.signals,
      discreet: false,
      afterTheyWrite: false,
      waits: 'yes',
      safeTimes,
      opensAt: at(60),
    }
    return { kinds: ['safe_times_set'] }
  }
  if (name === 'safe-times/clear') {
    if (file.signals.safeTimes === undefined) return { refused: [409, 'already'] }
    const { safeTimes: _, opensAt: __, ...rest } = file.signals
    file.signals = { ...rest, waits: 'no' }
    return { kinds: ['safe_times_cleared'] }
  }
  if (name === 'reopen') {
    if (file.status !== 'closed') return { refused: [409, 'already'] }
    Object.assign(file, { status: 'agent', assignee: ME })
    return { kinds: ['case_reopened', 'case_claimed'] }
  }
  if (name === 'team') {
    const { team } = Assign.parse(body)
    if (file.status !== 'waiting') return notYours
    file.team = team
    return { kinds: ['case_transferred'] }
  }
  if (name === 'help') {
    const { text } = NewHelp.parse(body)
    file.help = { by: ME.name, text, at: at(0) }
    file.helpAsked = true
    return { kinds: ['help_asked'] }
  }
  if (name === 'help/done') {
    delete file.help
    delete file.helpAsked
    return { kinds: ['help_given'] }
  }
  if (name === 'tasks') {
    const { text, dueAt } = NewTask.parse(body)
    file.todo.push({
      id: `${file.seq + 1}.0`,
      text,
      by: ME.name,
      at: at(0),
      ...(dueAt === undefined ? {} : { dueAt }),
    })
    return { kinds: ['task_added'] }
  }
  if (what === 'tasks') {
    const { done } = SetTask.parse(body)
    const task = file.todo.find(({ id }) => id === more)
    if (task === undefined) return { refused: [404, 'not_found'] }
    if (done) task.doneAt = at(0)
    else delete task.doneAt
    return { kinds: [done ? 'task_done' : 'task_reopened'] }
  }
  if (what === 'answers') {
    const { reason, text, options } = NewAnswer.parse(body)
    if (reason === '') return { refused: [400, 'reason_required'] }
    const line = file.answers.find(({ step }) => step === more)
    if (line === undefined) return { refused: [400, 'answer_invalid'] }
    delete line.how
    if (more === file.filesWait?.step) delete file.filesWait
    Object.assign(line, {
      answer: text ?? options?.join() ?? '',
      skipped: false,
      corrected: { by: ME.name, at: at(0), reason },
    })
    return { kinds: ['answer_corrected'] }
  }
  if (name === 'release/undo') {
    delete file.leaving
    return { kinds: ['release_undone'] }
  }
  if (name === 'links') {
    const { code, wrong, verdict, reason } = NewLinkJudgement.parse(body)
    if (reason === '') return { refused: [400, 'reason_required'] }
    if (verdict !== undefined) return { kinds: ['link_judged'] }
    if (wrong) {
      for (const list of ['links', 'sameFile', 'alike', 'sameScript', 'sameSound'] as const)
        file[list] = file[list].filter((one) => one !== code)
      file.apart.push({ code, by: ME.name, reason, at: at(0) })
    } else {
      file.apart = file.apart.filter((one) => one.code !== code)
      file.links.push(code)
    }
    return { kinds: ['link_judged'] }
  }
  if (name === 'dangers') {
    const { message, label, verdict } = NewDangerReview.parse(body)
    const read = file.dangers.filter((one) => one.message === message && one.label === label)
    for (const one of read) one.review = { verdict, by: ME.name }
    if (read.length === 0)
      file.dangers.unshift({
        label,
        sure: true,
        about: 'self',
        rule: '',
        witness: 'team',
        outcome: 'missed',
        sentence: '',
        at: at(0),
        message,
        review: { verdict, by: ME.name },
      })
    return { kinds: ['danger_reviewed'] }
  }
  if (name === 'identifiers/owner') {
    const { place, value, owner, reason } = NewOwner.parse(body)
    const one = file.identifiers[place]
    if (reason === '') return { refused: [400, 'reason_required'] }
    if (one?.value !== value) return { refused: [404, 'not_found'] }
    one.owner = owner
    return { kinds: ['identifier_judged'] }
  }
  return undefined
}
