import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import type { CaseCode, CaseId } from '../../../../core/base/ids.ts'
import { pickedOptions } from '../../../../core/policy/conversation/condition.ts'
import { optionKey, titleKey } from '../../../../core/model/keys.ts'
import { makeCalls } from '../../../../core/model/calls.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import type { ShiftQuestion as Known } from '../../../../core/services/agents/shift.ts'
import type { Question, Timeline, TimelineEntry } from '../../contract/shift.ts'
import { isoOf } from '../http/iso.ts'
import { messagesOf, timesOf } from '../cases/present-findings.ts'
import type { Reader } from '../cases/present-case.ts'
import { sayOrKey } from '../cases/say-or-key.ts'
import { shorten } from '../http/shorten.ts'

/** More than anybody reads; the chain has all of it. */
const MOST_ENTRIES = 1_000
/** A guidance text begins with what it is about. */
const TITLE = 100

/** What a form needs to correct the answer to a question of `kind`. */
export const presentQuestion = (
  book: CaseBook,
  step: string,
  known: Known,
  reader: Pick<Reader, 'language' | 'phrases'>,
): Question => {
  const { language, phrases } = reader
  const answer = book.state.conversation.answers[step]
  const base = { step, question: sayOrKey(phrases, language, titleKey(step), step), kind: known.kind }
  if ('options' in known)
    return {
      ...base,
      options: known.options.map((id) => ({
        id,
        label: sayOrKey(phrases, language, optionKey(step, id), id),
      })),
      chosen: [...pickedOptions(answer)],
    }
  if (answer?.kind === 'text') return { ...base, text: answer.text }
  return answer?.kind === 'amount'
    ? { ...base, amount: { amount: answer.amount, currency: answer.currency } }
    : base
}

type Told = Pick<TimelineEntry, 'detail' | 'words'> & {
  readonly by?: string
  /** Other cases that it is about: it is told as far as the reader may see them. */
  readonly cases?: readonly CaseId[]
}

/** What there is to say of an event beyond its kind; nothing where it does not belong in a history. */
const tell = (event: CaseEvent, question: (step: string) => string): Told | undefined => {
  switch (event.type) {
    case 'case_opened':
      return { detail: event.channel }
    case 'chat_attached':
      return { detail: event.address.channel }
    case 'crisis_found':
      return event.hits[0] === undefined ? undefined : { detail: event.hits[0].label }
    case 'evidence_announced':
    case 'evidence_waiting':
      return { detail: event.kind }
    case 'evidence_refused':
    case 'evidence_failed':
      return event.why === 'taken_back' ? { detail: event.why } : {}
    case 'files_carried':
      return {}
    case 'evidence_viewed':
      return { by: event.agent, words: event.reason }
    case 'handoff_requested':
      return { detail: event.why }
    case 'case_claimed':
    case 'help_given':
      return { by: event.agent }
    case 'case_viewed':
      return { by: event.agent, detail: event.as }
    case 'help_asked':
      return { by: event.agent, words: event.text }
    case 'release_planned':
      return { by: event.agent, detail: event.to }
    case 'release_undone':
      return { by: event.agent }
    case 'case_released':
      return { by: event.agent, detail: event.to }
    case 'case_transferred':
      return {
        by: event.agent,
        ...(event.to.alias === undefined ? {} : { words: event.to.alias }),
        ...(event.to.team === undefined ? {} : { detail: event.to.team }),
        ...(event.note === undefined
          ? {}
          : { words: [event.to.alias, event.note].filter((part) => part !== undefined).join(': ') }),
      }
    case 'case_closed':
      return {
        by: event.agent,
        detail: event.outcome,
        ...(event.why === undefined ? {} : { words: event.why }),
      }
    case 'case_snoozed':
      return {
        by: event.agent,
        detail: isoOf(event.until),
        ...(event.promise === undefined ? {} : { words: event.promise }),
      }
    case 'snooze_ended':
      return {}
    case 'safe_times_set':
      return { by: event.agent, detail: Object.values(timesOf(event)).join('-') }
    case 'safe_times_cleared':
      return { by: event.agent }
    case 'task_added':
      return { by: event.agent, words: event.text }
    case 'task_done':
    case 'task_reopened':
      return { by: event.agent }
    case 'answer_corrected':
      return { by: event.agent, words: `${question(event.step)}: ${event.reason}` }
    case 'danger_suggested':
      return { detail: event.hit.label }
    case 'facts_suggested':
    case 'voice_transcribed':
      return {}
    case 'picture_danger_found':
      return { detail: event.hit.label }
    case 'reading_confirmed':
    case 'reading_rejected':
    case 'reading_passed':
      return event.by.kind === 'agent' ? { by: event.by.agent } : {}
    case 'danger_reviewed':
      return { by: event.agent, detail: `${event.verdict} ${event.label}` }
    case 'identifier_judged':
      return { by: event.agent, detail: event.owner, words: event.reason }
    case 'link_judged':
      return {
        by: event.agent,
        detail: event.wrong ? 'wrong' : (event.verdict ?? 'right'),
        words: event.reason,
        cases: [event.to],
      }
    case 'case_linked':
      return { detail: event.reason ?? 'identifier', cases: event.to }
    case 'links_lapsed':
      return { cases: event.to }
    case 'note_added':
    case 'mention_seen':
    case 'colleague_mentioned':
      return { by: event.agent }
    case 'severity_judged':
      return { detail: event.severity }
    case 'severity_set':
      return { by: event.agent, detail: event.severity, ...(event.why === '' ? {} : { words: event.why }) }
    case 'team_assigned':
      return { detail: event.team }
    case 'paged':
      return { detail: event.to }
    case 'consent_given':
    case 'consent_withdrawn':
      return { detail: event.scope }
    case 'export_requested':
    case 'export_approved':
    case 'export_refused':
    case 'case_exported':
    case 'hold_set':
    case 'hold_lifted':
    case 'erasure_requested':
    case 'erasure_refused':
      return { by: event.by }
    case 'case_submitted':
    case 'case_reopened':
    case 'receipt_given':
    case 'person_blocked':
    case 'person_unblocked':
    case 'person_exited':
    case 'message_lost':
    case 'person_returned':
    case 'return_refused':
    case 'return_unproven':
    case 'decoy_used':
    case 'duress_used':
    case 'erase_confirmed':
    case 'check_shown':
    case 'correction_given':
    case 'minor_told':
    case 'age_unsettled':
    case 'urgent_path_taken':
    case 'messages_wiped':
      return {}
    default:
      return undefined
  }
}

/** The other cases that the history of a case names. */
export const casesInTimeline = (book: CaseBook): readonly CaseId[] => [
  ...new Set(book.events.flatMap(({ event }) => tell(event, () => '')?.cases ?? [])),
]

/**
 * What happened in the case and when, without what was said in it; and what the bot told the person
 * to do. Who looked over a colleague's shoulder is for those who do so, unless the operator shows
 * it; the chain names them to everybody.
 */
export const presentTimeline = (
  book: CaseBook,
  {
    names,
    language,
    phrases,
    codes,
    watches = false,
    watchShown = false,
  }: Pick<Reader, 'names' | 'language' | 'phrases' | 'watches' | 'watchShown'> & {
    readonly codes: ReadonlyMap<CaseId, CaseCode>
  },
): Timeline => {
  const question = (step: string): string => sayOrKey(phrases, language, titleKey(step), step)
  const messages = messagesOf(book.lines)
  const isCallAgain = makeCalls()
  const entries = book.events.flatMap(({ event, seq, n, at }): readonly TimelineEntry[] => {
    const told = tell(event, question)
    const again = isCallAgain(event, at)
    if (
      told === undefined ||
      again ||
      (event.type === 'case_viewed' && event.as === 'watch' && !watches && !watchShown)
    )
      return []
    const { by, cases, ...rest } = told
    const seen = cases?.flatMap((caseId) => codes.get(caseId) ?? [])
    // A case that is hidden from the reader is to them as if it were not there.
    if (seen?.length === 0) return []
    const message = 'inbound' in event ? messages.get(event.inbound) : undefined
    return [
      {
        id: `${seq}.${n}`,
        at: isoOf(at),
        kind: event.type,
        ...rest,
        ...(by === undefined ? {} : { by: names.get(by) ?? by }),
        ...(seen === undefined ? {} : { cases: seen }),
        ...(message === undefined ? {} : { message }),
      },
    ]
  })
  const guidance = book.guidance.flatMap(({ event, seq, n, at }) =>
    event.type === 'bot_said'
      ? [{ id: `${seq}.${n}`, at: isoOf(at), title: shorten(event.text.split('\n')[0] ?? '', TITLE) }]
      : [],
  )
  return { entries: entries.slice(-MOST_ENTRIES).toReversed(), guidance: guidance.toReversed() }
}
