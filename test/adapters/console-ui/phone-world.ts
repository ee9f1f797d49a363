import type { z } from 'zod'
import { GivenAnswer, NewPin, type Call, type Question } from '../../../adapters/console/contract/phone.ts'

type Asked = z.input<typeof Question>

const both = (spoken: string, own: string) => ({ spoken, own })
const base = {
  title: 'x',
  options: [],
  ways: ['skip', 'unknown', 'back'],
  picked: [],
} satisfies Partial<Asked>

/** A short intake in Kurdish for an agent who reads English: one question of every kind. */
const QUESTIONS: readonly Asked[] = [
  {
    ...base,
    step: 'consent',
    kind: 'one',
    ways: [],
    question: both(
      'سڵاو، ئێرە ئەمینە، هێڵێکی یارمەتیی تایبەت. بەردەوام بین؟',
      'Hello. This is Amin, a private help line. Shall we continue?',
    ),
    options: [
      { id: 'continue', alone: false, ...both('بەردەوام', 'Continue') },
      { id: 'leave', alone: false, ...both('ڕۆیشتن', 'Leave') },
    ],
  },
  {
    ...base,
    step: 'danger',
    kind: 'several',
    place: { n: 2, of: 5 },
    question: both(
      'سەرەتا سەلامەتیت. ئێستا هیچ کام لەمانە ڕاستە؟',
      'Your safety first. Is any of this true now?',
    ),
    options: [
      { id: 'hurt', alone: false, ...both('لەوانەیە ئازارم بدەن', 'Someone may hurt me') },
      { id: 'meeting', alone: false, ...both('داوای بینینم لێ دەکەن', 'Told to meet someone') },
      { id: 'none', alone: true, ...both('هیچیان', 'None of these') },
    ],
  },
  {
    ...base,
    step: 'story',
    kind: 'words',
    place: { n: 3, of: 5 },
    question: both('بە وشەی خۆت، چی ڕوویدا؟', 'In your own words, what happened?'),
  },
  {
    ...base,
    step: 'evidence',
    kind: 'note',
    ways: ['skip', 'back'],
    place: { n: 4, of: 5 },
    question: both('وێنەی شاشە دواتر بنێرە.', 'Send screenshots later.'),
  },
  {
    ...base,
    step: 'review',
    kind: 'end',
    ways: ['back'],
    question: both('ئەمە ئەوەیە کە نووسیم.', 'This is what I noted.'),
    options: [{ id: 'send', alone: false, ...both('ناردن', 'Send, no preference') }],
  },
]

export type HeldCall = { at: number; version: number; hasPin: boolean; echo: string[] }

export const beginCall = (): HeldCall => ({ at: 0, version: 1, hasPin: false, echo: [] })

export const showCall = (code: string, held: HeldCall): z.input<typeof Call> => {
  const question = QUESTIONS[held.at]
  return {
    code,
    version: held.version,
    language: 'ckb',
    severity: held.at > 1 ? 'P1' : 'P4',
    team: 'women_family',
    urgent: held.at === 2,
    submitted: question === undefined,
    hasPin: held.hasPin,
    echo: held.echo,
    ...(question === undefined ? {} : { question }),
    farewell: both(`کۆدی گەڕانەوەت ${code}، پیت بە پیت.`, `Your return code is ${code}, letter by letter.`),
  }
}

/** What comes of an answer; the code of the refusal where it is refused. */
export const answerCall = (held: HeldCall, body: unknown): string | undefined => {
  const { step, expectedVersion, answer } = GivenAnswer.parse(body)
  if (QUESTIONS[held.at]?.step !== step || expectedVersion !== held.version) return 'moved'
  if (answer.kind === 'words' && answer.text === '?') return 'answer_invalid'
  held.at += answer.kind === 'back' ? -1 : 1
  held.version += 1
  held.echo = step === 'danger' ? ['تۆ تەنها نیت، ئێستا لەگەڵتم.'] : []
  return undefined
}

export const takePin = (held: HeldCall, body: unknown): string | undefined => {
  const { pin } = NewPin.parse(body)
  if (!/^\d{4,12}$/.test(pin)) return 'pin_unfit'
  held.hasPin = true
  return undefined
}
