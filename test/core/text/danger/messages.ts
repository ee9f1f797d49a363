import { readFileSync } from 'node:fs'
import type { Crisis } from '../../../../core/text/danger/rules.ts'
import { primaryLabel } from '../../../../core/text/danger/rules.ts'

/** An invented message with the label a person gave it; `soft` where only a question is called for. */
export type Labelled = {
  readonly id: string
  readonly lang: string
  readonly text: string
  readonly crisis: string
  readonly soft?: true
  readonly note?: string
}

export const messagesOf = (
  set: 'sample' | 'tuning' | 'oblique' | 'ordinary' | 'held' | 'fresh' | 'unseen',
): readonly Labelled[] =>
  JSON.parse(
    readFileSync(new URL(`../../../vectors/crisis/${set}.json`, import.meta.url), 'utf8'),
  ) as readonly Labelled[]

/**
 * `found` of `crises` carry their own primary label; `alarms` of `calm` (messages without danger
 * and those where only a question is right) carry any; `asked` of `soft` got at least a soft hit of
 * their label.
 */
export type Score = {
  crises: number
  found: number
  calm: number
  alarms: number
  soft: number
  asked: number
}

/** The year the messages were written in, for those who tell the year of their birth. */
const WRITTEN_IN = 2026

const score = (): Score => ({ crises: 0, found: 0, calm: 0, alarms: 0, soft: 0, asked: 0 })

const count = (crisis: Crisis, { text, crisis: label, soft }: Labelled, into: Score): void => {
  const hits = crisis.read(text, WRITTEN_IN)
  const primary = primaryLabel(hits)
  if (label !== 'none' && soft !== true) {
    into.crises += 1
    if (primary === label) into.found += 1
    return
  }
  into.calm += 1
  if (primary !== undefined) into.alarms += 1
  if (soft !== true) return
  into.soft += 1
  if (hits.some((hit) => hit.label === label)) into.asked += 1
}

export const measure = (crisis: Crisis, messages: readonly Labelled[]): Score => {
  const total = score()
  for (const message of messages) count(crisis, message, total)
  return total
}

/** The same by language and by kind of message, for the report. */
export const measureBy = (
  crisis: Crisis,
  messages: readonly Labelled[],
  of: (message: Labelled) => string,
): Readonly<Record<string, Score>> => {
  const groups = new Map<string, Score>()
  for (const message of messages) {
    const group = groups.get(of(message)) ?? score()
    groups.set(of(message), group)
    count(crisis, message, group)
  }
  return Object.fromEntries([...groups].toSorted(([a], [b]) => a.localeCompare(b)))
}
