import { idsApart } from '../../model/apart.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { CaseState } from '../../model/state.ts'
import { takesOneBack } from '../../policy/access/take-back.ts'
import { takesFileBack } from '../../text/take-back.ts'
import type { EvidenceId } from '../../base/ids.ts'
import { isWritten, type Inbound } from '../../base/message.ts'
import type { Instant } from '../../base/units.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { Settled, WaitingPorts } from './waiting.ts'

/** Files that their sender took back; `instead`: another file stands in the message now. */
export type TakenBack = { readonly files: readonly EvidenceId[]; readonly instead?: true }

type Taken = Extract<CaseEvent, { type: 'message_received' | 'message_edited' }>

/** The platform's own name of a file: the same file has the same in every version of its message. */
const nameOf = ({ body }: Inbound): string | number | undefined =>
  body.kind === 'media' ? body.media.facts?.['file_unique_id'] : undefined

const isOtherFile = (before: Inbound, item: Inbound): boolean => {
  const [old, now] = [nameOf(before), nameOf(item)]
  return old !== undefined && now !== undefined && old !== now
}

const captionOf = ({ body, forward }: Inbound): string =>
  body.kind === 'media' && forward === undefined ? (body.caption ?? '') : ''

/**
 * What a later version of a message takes back of its files: they were deleted, another file is in their
 * place, or the caption asks now that they are not opened. Nothing where it says no such thing.
 */
export const takenBackBy = async (
  casebook: Pick<Casebook, 'read'>,
  state: CaseState,
  item: Inbound,
): Promise<TakenBack | undefined> => {
  const { body, edit } = item
  const isGone = body.kind === 'unsupported' && body.what === 'deleted'
  if (edit === 0 || (!isGone && body.kind !== 'media')) return undefined
  const { events } = await casebook.read(state.caseId)
  const versions = events
    .flat()
    .filter(
      (event): event is Taken =>
        (event.type === 'message_received' || event.type === 'message_edited') &&
        event.message.message === item.message,
    )
  const before = versions.findLast(({ message }) => message.body.kind === 'media')?.message
  if (before === undefined) return undefined
  const instead = !isGone && isOtherFile(before, item)
  const caption = captionOf(item)
  const isAsked = caption !== captionOf(before) && takesFileBack(caption)
  if (!isGone && !instead && !isAsked) return undefined
  const came = new Set<string>(versions.map(({ inbound }) => inbound))
  const sent = Object.entries(state.evidence).flatMap(([id, { inbound, kind }]) =>
    came.has(inbound) && !isWritten(kind) ? [id as EvidenceId] : [],
  )
  const waits = state.waiting.flatMap(({ inbound, evidence }) => (came.has(inbound) ? [evidence] : []))
  return { files: [...waits, ...sent], ...(instead ? { instead } : {}) }
}

/**
 * Of these files those that are not sealed are let go: nothing of them is fetched any more, whatever had
 * them wait or asked for them. What is sealed stays as it is (law 6). `leaves`: they are still in the chat
 * and are taken out of it, where the platform lets us.
 */
export const letGoOf = (
  { capabilities }: Pick<WaitingPorts, 'capabilities'>,
  state: CaseState,
  files: readonly EvidenceId[],
  { now, leaves }: { readonly now: Instant; readonly leaves: boolean },
): Settled => {
  const waiting = state.waiting.filter(({ evidence }) => files.includes(evidence))
  const asked = files.flatMap((evidence) => {
    const item = state.evidence[evidence]
    return item?.status === 'pending' ? [{ evidence, inbound: item.inbound }] : []
  })
  const messages =
    leaves && takesOneBack(capabilities(state.channel))
      ? waiting.flatMap(({ message, onDevice }) => (onDevice === true ? [] : (message ?? [])))
      : []
  const held = [...waiting.filter(({ onDevice }) => onDevice !== true), ...asked]
  return {
    events: [
      ...waiting.map(
        ({ evidence, inbound }) =>
          ({ type: 'evidence_refused', inbound, evidence, why: 'taken_back' }) as const,
      ),
      ...asked.map(({ evidence }) => ({ type: 'evidence_failed', evidence, why: 'taken_back' }) as const),
    ],
    jobs: held.map(({ inbound }) => ({ kind: 'discard', dueAt: now, payload: { inbound } }) as const),
    says: [],
    signals: messages.length === 0 ? [] : [{ kind: 'wipe', messages }],
  }
}

/**
 * All that is not sealed yet is let go at a word, and what is possible is said of what is sealed. Not what
 * waited when the chat was left: who says it may be another.
 */
export const takeFilesBack = (ports: WaitingPorts, state: CaseState, now: Instant): Settled | undefined => {
  const apart = idsApart(state.conversation)
  const sent = Object.entries(state.evidence).filter(([, { kind }]) => !isWritten(kind))
  const open = sent.filter(([, { status }]) => status === 'pending').map(([id]) => id as EvidenceId)
  const waiting = state.waiting.flatMap(({ evidence }) => (apart.includes(evidence) ? [] : [evidence]))
  if (waiting.length + open.length > 0)
    return {
      ...letGoOf(ports, state, [...waiting, ...open], { now, leaves: true }),
      says: [{ key: 'file-let-go' }],
    }
  const isKept = sent.some(([, { status }]) => status !== 'failed')
  return isKept ? { events: [], jobs: [], says: [{ key: 'file-stays' }], signals: [] } : undefined
}
