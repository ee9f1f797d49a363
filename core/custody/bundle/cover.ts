import type { Placed } from '../../model/transcript.ts'
import { isVeiled, openKind } from '../../model/covert.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { InboundId } from '../../base/ids.ts'
import type { Inbound } from '../../base/message.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import { originFor } from './origins.ts'
import { reachIn } from './reach.ts'

/** Why an event is in the chain and not in the bundle. */
type Withheld = 'note' | 'secret' | 'team' | 'place'

/**
 * An event as a reader of the bundle sees it: what may be seen of it, or that it was withheld. The
 * type is the one that the entry's header names.
 */
export type Covered = { readonly type: string } & (
  { readonly withheld: Withheld } | Readonly<Record<string, unknown>>
)

type Type = CaseEvent['type']

const isSecret = (type: Type): boolean => isVeiled(type) || type === 'check_shown'

/**
 * Shown whole in every scope. What stands neither here nor below is withheld, so that a new kind of
 * event is not told by mistake.
 */
const OPEN = new Set<Type>([
  'case_opened',
  'language_chosen',
  'person_blocked',
  'person_unblocked',
  'person_exited',
  'message_lost',
  'handed_over',
  'chat_ended',
  'crisis_found',
  'question_asked',
  'step_skipped',
  'step_reopened',
  'urgent_path_taken',
  'case_submitted',
  'conversation_paused',
  'conversation_resumed',
  'bot_said',
  'agent_said',
  'words_released',
  'evidence_waiting',
  'evidence_called',
  'files_carried',
  'evidence_announced',
  'evidence_refused',
  'evidence_received',
  'evidence_failed',
  'preview_made',
  'preview_missing',
  'fingerprint_given',
  'fingerprints_shared',
  'sharing_allowed',
  'sharing_withdrawn',
  'receipt_scheduled',
  'receipt_given',
  'reply_owed',
  'reply_settled',
  'handoff_requested',
  'case_claimed',
  'case_released',
  'case_closed',
  'case_reopened',
  'case_viewed',
  'severity_judged',
  'team_assigned',
  'paged',
  'consent_given',
  'consent_withdrawn',
  'erase_confirmed',
  'correction_given',
  'minor_told',
  'age_unsettled',
  'export_prepared',
  'case_exported',
  'messages_wiped',
])

const without = (value: object, ...keys: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))

/** By these the platform finds the message again: its own id, the chat's, and what it gave whole. */
const OF_PLATFORM = ['chat', 'message', 'raw', 'forward'] as const

const bodyFor = (body: Inbound['body'], scope: BundleScope): Readonly<Record<string, unknown>> => {
  if (scope !== 'share-ngo')
    return body.kind === 'media' ? { ...body, media: without(body.media, 'ref') } : body
  switch (body.kind) {
    case 'media':
      return { ...without(body, 'album'), media: without(body.media, 'ref', 'fileName', 'facts') }
    case 'reaction':
      return without(body, 'of')
    case 'handed_over':
    case 'ended':
      return without(body, 'session')
    default:
      return body
  }
}

/** `ref` is how a channel fetches the file, with its key on some; whoever reads a bundle has the file. */
const messageOf = (message: Inbound, scope: BundleScope): Readonly<Record<string, unknown>> => {
  const { body } = message
  if (scope === 'share-ngo' && reachIn(message) !== undefined)
    return { ...without(message, ...OF_PLATFORM), from: {}, body: { kind: body.kind } }
  const seen = { ...message, body: bodyFor(body, scope) }
  if (scope !== 'share-ngo') return seen
  // What the platform gave of a forward names the person where they wrote it themselves elsewhere.
  const origin =
    message.forward === undefined ? {} : { origin: originFor(message, scope) ?? { kind: 'person' } }
  return { ...without(seen, ...OF_PLATFORM), from: {}, ...origin }
}

const withoutOwn = <T extends { readonly owner: string }>(
  found: readonly T[],
  scope: BundleScope,
): readonly T[] => (scope === 'share-ngo' ? found.filter(({ owner }) => owner !== 'self') : found)

/**
 * What a file is called and how the platform finds it again, or the other bot its session, stands in
 * these, and the mark of the network that the person wrote from: an organisation is not told.
 */
const FROM_PLATFORM = new Set<Type>([
  'case_opened',
  'evidence_announced',
  'evidence_waiting',
  'handed_over',
  'chat_ended',
])

/** What of an event `scope` covers. */
const coverOne = (event: CaseEvent, kind: string, scope: BundleScope): Covered => {
  const { type } = event
  if (isSecret(type)) return { type: kind, withheld: 'secret' }
  if (FROM_PLATFORM.has(type) && scope === 'share-ngo')
    return { ...without(event, 'fileName', 'facts', 'message', 'session', 'origin'), type }
  if (OPEN.has(type)) return event
  switch (event.type) {
    case 'note_added':
      return { type, withheld: 'note' }
    case 'case_transferred':
      return { ...without(event, 'note'), type }
    case 'message_received':
    case 'message_edited':
    case 'phone_said':
    case 'other_bot_said':
      return { ...event, message: messageOf(event.message, scope) }
    case 'chat_attached':
      return scope === 'share-ngo' ? { type, address: { channel: event.address.channel } } : event
    case 'identifiers_found':
      return {
        ...event,
        identifiers: withoutOwn(event.identifiers, scope).map((one) => without(one, 'marks', 'keys')),
      }
    case 'identifiers_owned':
    case 'identifiers_withdrawn':
      return scope === 'share-ngo' ? { type, count: event.normals.length } : event
    case 'answer_given': {
      if (event.answer.kind !== 'identifiers') return event
      const { identifiers, raw: _, ...rest } = event.answer
      const kept = withoutOwn(identifiers, scope)
      const shown = kept.map((one) => without(one, 'keys'))
      // The words name the person's own number too.
      const answer =
        kept.length < identifiers.length
          ? { ...rest, identifiers: shown }
          : { ...event.answer, identifiers: shown }
      return { ...event, answer }
    }
    case 'reading_confirmed':
    case 'reading_rejected':
    case 'reading_passed':
      // Who of the team looked stands with the looks.
      return { ...without(event, 'by'), type, by: event.by.kind }
    case 'case_linked':
      return { ...without(event, 'to'), type, count: event.to.length }
    case 'link_judged':
      return scope === 'share-investigators'
        ? { ...without(event, 'to', 'shared'), type }
        : { type, withheld: 'team' }
    case 'links_lapsed':
      return { type, count: event.to.length }
    case 'person_returned':
    case 'return_refused':
      return { type, channel: event.channel }
    case 'evidence_examined':
      // Where and with what it was made, and in whose name.
      if (scope === 'share-ngo') return { type, evidence: event.evidence }
      return { ...without(event, 'marks', 'read'), type }
    case 'evidence_viewed':
    case 'severity_set':
    case 'export_requested':
    case 'export_approved':
    case 'export_refused':
      return scope === 'share-investigators'
        ? event
        : { ...without(event, 'why', 'reason', 'recipients'), type }
    case 'hold_set':
    case 'hold_lifted':
      // Somebody outside asked for it, and may have reasons not to say so.
      return scope === 'share-investigators' ? event : { type, withheld: 'team' }
    case 'answer_corrected':
    case 'danger_reviewed':
    case 'identifier_judged':
    case 'erasure_requested':
    case 'erasure_refused':
      return scope === 'share-investigators' ? event : { type, withheld: 'team' }
    default:
      return { type, withheld: 'team' }
  }
}

/** Eight characters of a code as people type them, however they group them. */
const typed = (code: string): RegExp =>
  new RegExp(Array.from(code, (letter) => `[${likes(letter)}]`).join('[\\s-]?'), 'gi')
const likes = (letter: string): string => (letter === '0' ? '0o' : letter === '1' ? '1il' : letter)

/** Codes of other cases that a person typed in this one. */
const foreignCodes = (events: readonly Placed[]): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ event }) => {
      if (event.type === 'person_returned') return [event.from]
      return event.type === 'access_asked' && event.code !== undefined ? [event.code] : []
    }),
  )

const MARK = '••••••••'

/** Hides codes of other cases in any text, and in texts within lists and objects. */
export type Hide = <T>(value: T) => T

/**
 * Values that machines made and compare: eight of their letters may be a code by chance, or because
 * somebody typed them as one.
 */
const MADE = new Set([
  'evidence',
  'object',
  'inbound',
  'inbounds',
  'together',
  'lines',
  'sha256',
  'hash',
  'salt',
  'commitment',
  'pdq',
  'seal',
  'id',
])

const isMade = (key: string, value: unknown): boolean =>
  MADE.has(key) &&
  (Array.isArray(value) ? value.every((one) => typeof one === 'string') : typeof value === 'string')

/** `own`: the code of this case, which stays. */
export const makeHide = (events: readonly Placed[], own: string): Hide => {
  const patterns = [...foreignCodes(events)]
    .filter((code) => code !== own && /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code))
    .map(typed)
  const hide = (value: unknown): unknown => {
    if (typeof value === 'string')
      return patterns.reduce((text, pattern) => text.replace(pattern, MARK), value)
    if (Array.isArray(value)) return value.map(hide)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, isMade(key, member) ? member : hide(member)]),
    )
  }
  return patterns.length === 0 ? (value) => value : (value) => hide(value) as typeof value
}

/**
 * The events of an entry as `scope` covers them: as many, in the same order, and called as the
 * entry's header calls them (`kinds`).
 */
export const coverEvents = (
  events: readonly CaseEvent[],
  kinds: readonly string[],
  {
    scope,
    hide,
    placed,
  }: { readonly scope: BundleScope; readonly hide: Hide; readonly placed?: ReadonlySet<InboundId> },
): readonly Covered[] =>
  events.map((event, i) => {
    const kind = kinds[i] ?? openKind(event.type)
    const isPlace =
      event.type === 'answer_given' && event.inbound !== undefined && placed?.has(event.inbound) === true
    return hide(
      isPlace && scope === 'share-ngo' ? { type: kind, withheld: 'place' } : coverOne(event, kind, scope),
    )
  })
