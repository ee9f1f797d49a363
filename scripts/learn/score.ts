import type { CrisisHit } from '../../core/base/danger.ts'
import { CRISIS_LABELS } from '../../core/base/danger.ts'
import type { Crisis } from '../../core/text/danger/rules.ts'
import { talksOf, type Message } from './corpus.ts'
import { WRITTEN_IN } from './thresholds.ts'

/** A share with its 95 % bounds (Wilson). */
export type Share = {
  readonly share: number
  readonly of: number
  readonly low: number
  readonly high: number
}

const Z = 1.96
const rounded = (value: number): number => Number(value.toFixed(3))

export const shareOf = (count: number, of: number): Share => {
  if (of === 0) return { share: 0, of, low: 0, high: 1 }
  const p = count / of
  const middle = (p + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of)
  const half = (Z / (1 + (Z * Z) / of)) * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of))
  return {
    share: rounded(p),
    of,
    low: rounded(Math.max(0, middle - half)),
    high: rounded(Math.min(1, middle + half)),
  }
}

type Read = { readonly message: Message; readonly hits: readonly CrisisHit[] }

const isSure = ({ hits }: Read): boolean => hits.some(({ hard }) => hard)
const isHeard = ({ hits }: Read): boolean => hits.length > 0
const isRight = ({ message, hits }: Read): boolean => {
  const first = CRISIS_LABELS.find((label) => hits.some((hit) => hit.hard && hit.label === label))
  return first !== undefined && (first === message.label || message.also.includes(first))
}

const row = (of: string, reads: readonly Read[]) => {
  const danger = reads.filter(({ message }) => message.label !== 'none')
  const calm = reads.filter(({ message }) => message.label === 'none')
  const sure = danger.filter(isSure)
  return {
    of,
    heard: shareOf(danger.filter(isHeard).length, danger.length),
    sure: shareOf(sure.length, danger.length),
    right: shareOf(sure.filter(isRight).length, sure.length),
    calmSure: shareOf(calm.filter(isSure).length, calm.length),
    calmHeard: shareOf(calm.filter(isHeard).length, calm.length),
  }
}

const talkRow = (crisis: Crisis, messages: readonly Message[]) => {
  const heard = talksOf(messages).map((talk) => ({
    isDanger: talk.at(-1)?.whole !== 'none',
    heard: talk.some(
      ({ text }, at) =>
        crisis.read(
          text,
          WRITTEN_IN,
          talk.slice(0, at).map((one) => one.text),
        ).length > 0,
    ),
  }))
  const count = (isDanger: boolean): Share => {
    const of = heard.filter((one) => one.isDanger === isDanger)
    return shareOf(of.filter((one) => one.heard).length, of.length)
  }
  return { of: 'talks', heard: count(true), calmHeard: count(false) }
}

/**
 * How a reader does on messages with known labels, all together, by label and by form; those that
 * nobody could decide are counted by whether they are asked.
 */
export const scoreOf = (crisis: Crisis, messages: readonly Message[]): readonly object[] => {
  const all = messages.map((message): Read => ({
    message,
    hits: crisis.read(message.text, WRITTEN_IN, message.asked === undefined ? [] : [message.asked]),
  }))
  const reads = all.filter(({ message }) => !message.unsure)
  const unsure = all.filter(({ message }) => message.unsure && message.label !== 'none')
  const authors = new Set(messages.map(({ author }) => author)).size
  const calm = reads.filter(({ message }) => message.label === 'none')
  const forms = [...new Set(messages.map(({ form }) => form))].toSorted()
  return [
    { authors, messages: messages.length, ...row('all', reads) },
    ...CRISIS_LABELS.map((label) =>
      row(label, [...reads.filter(({ message }) => message.label === label), ...calm]),
    ),
    ...forms.map((form) =>
      row(
        form,
        reads.filter(({ message }) => message.form === form),
      ),
    ),
    talkRow(crisis, messages),
    {
      of: 'undecided',
      heard: shareOf(unsure.filter(isHeard).length, unsure.length),
      sure: shareOf(unsure.filter(isSure).length, unsure.length),
    },
  ]
}
