import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import type { DeskRow } from '../../../../core/services/agents/queue.ts'
import { unansweredWish } from '../../../../core/model/held-wish.ts'
import { doubtsIn } from '../../../../core/model/apart.ts'
import { optionKey, titleKey } from '../../../../core/model/keys.ts'
import type { Answer } from '../../../../core/model/answer.ts'
import type { AgentId } from '../../../../core/base/ids.ts'
import type { Language } from '../../../../core/base/language.ts'
import type { Phrases } from '../../../../core/ports/phrases.ts'
import type { Instant } from '../../../../core/base/units.ts'
import type { AnswerLine, CaseFile, CaseRow, Note } from '../../contract/index.ts'
import { isoOf } from '../http/iso.ts'
import { careOf } from './present-care.ts'
import { checkOf, consentsOf, identifiersOf, messagesOf, signalsOf } from './present-findings.ts'
import { dangersOf } from './present-dangers.ts'
import { factsOf, type Speech } from './present-facts.ts'
import { sayOrKey } from './say-or-key.ts'

/** Names of the team by id; an id without a name stands for somebody who left. */
export type Names = ReadonlyMap<string, string>
export type Reader = {
  readonly id: AgentId
  readonly language: Language
  readonly names: Names
  readonly phrases: Phrases
  readonly now: Instant
  /** May look over a colleague's shoulder; and whether that colleague is told of it. */
  readonly watches?: boolean
  readonly watchShown?: boolean
  /** Who has the case open now, by id. */
  readonly here?: ReadonlySet<string>
  /** Whether a form can hold the answer to this question. */
  readonly isCorrectable?: (step: string) => boolean
  /** Questions that what is known leaves open, and that nobody is asked. */
  readonly untold?: (state: CaseBook['state']) => readonly string[]
}

/** `speech`: for whom its facts are worded; without it none are. */
export const presentRow = (row: DeskRow, names: Names, speech?: Speech): CaseRow => ({
  code: row.code,
  status: row.status,
  severity: row.severity,
  team: row.team,
  copies: [...row.copies],
  language: row.language,
  channel: row.channel,
  ...(row.assignee === undefined
    ? {}
    : { assignee: { id: row.assignee, name: names.get(row.assignee) ?? row.assignee } }),
  openedAt: isoOf(row.openedAt),
  ...(row.waitingSince === undefined ? {} : { waitingSince: isoOf(row.waitingSince) }),
  ...(row.dueAt === undefined ? {} : { dueAt: isoOf(row.dueAt) }),
  lastAt: isoOf(row.lastAt),
  unread: row.unread,
  evidence: row.evidence,
  ...(row.preview === undefined ? {} : { preview: row.preview }),
  ...(row.gist === undefined || speech === undefined ? {} : { facts: [...factsOf(row.gist, speech)] }),
  ...(row.danger === undefined ? {} : { danger: row.danger }),
  ...(row.wish === undefined ? {} : { wish: row.wish }),
  ...(row.burdens === undefined ? {} : { burdens: [...row.burdens] }),
  ...(row.snoozedUntil === undefined ? {} : { snoozedUntil: isoOf(row.snoozedUntil) }),
  ...(row.helpAsked === undefined ? {} : { helpAsked: row.helpAsked }),
  ...(row.tasks === undefined ? {} : { tasks: row.tasks }),
  ...(row.answerSince === undefined ? {} : { answerSince: isoOf(row.answerSince) }),
  ...(row.endsAt === undefined ? {} : { endsAt: isoOf(row.endsAt) }),
})

const SEPARATOR: Readonly<Record<Language, string>> = { ar: '، ', ckb: '، ', en: ', ' }

/** In characters: longer words are the whole story, out of which the amount was read. */
const LONGEST_AMOUNT = 40

/**
 * As it was understood, so that a wrong reading is seen; with the person's own words where they
 * were about nothing else.
 */
const amountText = ({ amount, currency, raw }: Extract<Answer, { kind: 'amount' }>): string => {
  const understood = `${amount.toLocaleString('en-US')} ${currency}`
  return raw === '' || raw.length > LONGEST_AMOUNT || raw.trim() === understood
    ? understood
    : `${understood} (${raw.trim()})`
}

export const answerText = (step: string, answer: Answer, reader: Reader): string => {
  const label = (option: string): string =>
    sayOrKey(reader.phrases, reader.language, optionKey(step, option), option)
  switch (answer.kind) {
    case 'choice':
      return label(answer.option)
    case 'choices':
      return answer.options.map(label).join(SEPARATOR[reader.language])
    case 'text':
      return answer.text
    case 'voice':
    case 'media':
      return ''
    case 'amount':
      return amountText(answer)
    case 'identifiers':
    case 'time':
      return answer.raw
  }
}

const evidenceOf = (answer: Answer): readonly string[] | undefined => {
  if (answer.kind === 'voice') return [answer.evidence]
  return answer.kind === 'media' ? answer.evidence : undefined
}

/**
 * What the person answered last to each question, in the order in which the questions came up
 * first; then what is open and may be noted.
 */
const answersOf = (book: CaseBook, reader: Reader): readonly AnswerLine[] => {
  const lines = new Map<string, AnswerLine>()
  const doubts = doubtsIn(book.events)
  const messages = messagesOf(book.lines)
  const base = (step: string, at: Instant) => ({
    step,
    question: sayOrKey(reader.phrases, reader.language, titleKey(step), step),
    at: isoOf(at),
    ...(reader.isCorrectable?.(step) === true ? { correctable: true as const } : {}),
  })
  for (const { event, at } of book.events) {
    if (event.type === 'answer_corrected') {
      // Where the person said it stays the way to what they said.
      const source = lines.get(event.step)?.message
      lines.set(event.step, {
        ...base(event.step, at),
        answer: answerText(event.step, event.answer, reader),
        skipped: false,
        corrected: { by: reader.names.get(event.agent) ?? event.agent, at: isoOf(at), reason: event.reason },
        ...(source === undefined ? {} : { message: source }),
      })
    } else if (event.type === 'answer_given' && doubts.get(event) !== 'taken-back') {
      const message = event.inbound === undefined ? undefined : messages.get(event.inbound)
      const evidence = evidenceOf(event.answer)
      const answer = answerText(event.step, event.answer, reader)
      lines.set(event.step, {
        ...base(event.step, at),
        answer,
        skipped: false,
        ...(evidence === undefined ? {} : { evidence: [...evidence] }),
        ...(message === undefined ? {} : { message }),
      })
    } else if (event.type === 'step_skipped') {
      lines.set(event.step, { ...base(event.step, at), answer: '', skipped: true, how: event.how })
    }
  }
  const latest = book.events.at(-1)?.at ?? reader.now
  for (const step of reader.untold?.(book.state) ?? [])
    if (!lines.has(step)) lines.set(step, { ...base(step, latest), answer: '', skipped: true, how: 'untold' })
  return [...lines.values()]
}

const notesOf = (book: CaseBook): readonly Note[] =>
  book.events.flatMap(({ event, seq, n, at }) =>
    event.type === 'note_added'
      ? [{ id: `${seq}.${n}`, at: isoOf(at), author: event.alias, text: event.text }]
      : [],
  )

const holdOf = ({ state }: CaseBook, names: Names): CaseFile['hold'] => {
  if (state.hold === undefined) return undefined
  const { since, by, reason } = state.hold
  const name = names.get(by)
  return { at: isoOf(since), reason, ...(name === undefined ? {} : { by: name }) }
}

/** The case file as `reader` may see it. */
export const presentCase = (book: CaseBook, reader: Reader): CaseFile => {
  const { state, row } = book
  const check = checkOf(book, reader.now)
  const hold = holdOf(book, reader.names)
  return {
    ...presentRow({ ...row, ...book.marks }, reader.names),
    ...(state.lastWords === '' ? {} : { preview: state.lastWords }),
    version: state.version,
    seq: state.seq,
    answers: [...answersOf(book, reader)],
    reasons: state.reasons.map((reason) => sayOrKey(reader.phrases, reader.language, reason)),
    notes: [...notesOf(book)],
    person: { blocked: state.blocked, exited: state.exited },
    mine: state.hands.status === 'agent' && state.hands.agent === reader.id,
    ...(state.hands.status === 'agent' ? { heldSince: isoOf(state.hands.since) } : {}),
    dangers: dangersOf(book, reader.names),
    identifiers: identifiersOf(book),
    links: [...book.links],
    sameFile: [...book.sameFile],
    alike: [...book.alike],
    sameScript: [...book.sameScript],
    sameSound: [...book.sameSound],
    apart: book.apart.map(({ code, agent, reason, at }) => ({
      code,
      by: reader.names.get(agent) ?? agent,
      reason,
      at: isoOf(at),
    })),
    consents: consentsOf(book),
    signals: signalsOf(book),
    ...(Object.keys(book.sends).length === 0 ? {} : { sends: { ...book.sends } }),
    ...(check === undefined ? {} : { check }),
    ...(book.endsAt === undefined ? {} : { endsAt: isoOf(book.endsAt) }),
    ...(hold === undefined ? {} : { hold }),
    ...(state.access.erasing ? { eraseWanted: true as const } : {}),
    ...(unansweredWish(state) === undefined ? {} : { wishWaits: true as const }),
    ...careOf(book, reader),
  }
}
