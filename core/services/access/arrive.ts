import { isErased, type Casebook } from '../casebook/casebook.ts'
import { jobContext } from '../casebook/envelope.ts'
import type { Decision } from '../casebook/decision.ts'
import { eraseCase } from '../erasure/erase.ts'
import type { OfficePorts } from '../casebook/ports.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import type { CaseEvent } from '../../model/events.ts'
import { carryLeft, sentAndWaiting, settleLeft, type CarriedFile } from '../evidence/left.ts'
import type { WaitingPorts } from '../evidence/waiting.ts'
import { evolve } from '../../model/evolve.ts'
import type { Inbound } from '../../base/message.ts'
import type { CaseId, EvidenceId } from '../../base/ids.ts'
import { chatKeyOf } from '../../model/chat-key.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import type { Instant } from '../../base/units.ts'
import { holdsNothing } from '../../policy/access/holds-nothing.ts'
import { isShut } from '../../policy/access/lock.ts'
import { resume } from './open.ts'
import { isHidden } from '../../policy/access/quiet.ts'
import type { ReturnJob } from './return.ts'

type Moved = NonNullable<CaseState['access']['moved']>

/** What somebody brings who comes back from the case `left`. */
type Arrival = {
  readonly moved: Moved
  readonly left: CaseState
  readonly carried: readonly CarriedFile[]
  readonly now: Instant
}

/** The files that were sent to the case that is left and wait there, with their messages. */
const carriedFrom = async (
  { random }: Pick<CasePorts, 'random'>,
  casebook: Casebook,
  left: CaseState,
): Promise<readonly CarriedFile[]> => {
  const files = sentAndWaiting(left)
  if (files.length === 0) return []
  const messages = new Map<string, Inbound>()
  for (const event of (await casebook.read(left.caseId)).events.flat())
    if (event.type === 'message_received' || event.type === 'message_edited')
      messages.set(event.inbound, event.message)
  return files.flatMap((file) => {
    const message = messages.get(file.inbound)
    // An id of its own: what is sealed here and there must never be one object.
    return message === undefined ? [] : [{ file, message, evidence: random.id() as EvidenceId }]
  })
}

/**
 * The case learns where its person is now, says what waits there, and takes back what the bot was
 * about to say in the old chat.
 */
const welcome = (
  ports: Pick<CasePorts, 'emergency' | 'checks'> & WaitingPorts,
  state: CaseState,
  { moved: { address, job }, left, carried, now }: Arrival,
): Decision => {
  const resumed = resume(ports, state, now)
  const gone = settleLeft(ports, left, state, now)
  const events: readonly CaseEvent[] = [
    { type: 'chat_attached', address },
    { type: 'person_returned', channel: address.channel, from: left.code },
    ...(isHidden(state) || isShut(state) ? [{ type: 'conversation_resumed' } as const] : []),
    ...(state.hands.status === 'closed' ? [{ type: 'case_reopened' } as const] : []),
    ...resumed.events,
  ]
  const there = events.reduce(
    (before, event) => evolve(before, event, { seq: state.seq + 1, at: now }),
    state,
  )
  const along = gone === undefined ? carryLeft(ports, carried, there, now) : undefined
  const files = gone ?? along
  return {
    actor: 'person',
    cause: job,
    events: [...events, ...(along?.events ?? [])],
    jobs: along?.jobs ?? [],
    says: [{ key: 'return-welcome' }, ...(files?.says ?? []), ...resumed.says],
    signals: files?.signals ?? [],
    releases: true,
    silence: true,
  }
}

/**
 * Finishes a return that stands in the ledger of `from`, the case that the chat had until then. May
 * be done again by anybody at any time: the case is written to once (its cause is the job), and the
 * chat is bound from `from` alone. Returns the case the chat belongs to now; nothing where that one
 * was erased meanwhile.
 */
export const arrive = async (
  ports: Pick<CasePorts, 'emergency' | 'checks' | 'store' | 'hasher' | 'clock' | 'random'> & WaitingPorts,
  casebook: Casebook,
  from: CaseId,
): Promise<CaseId | undefined> => {
  const left = await casebook.load(from)
  const { moved } = left.access
  if (moved === undefined) return undefined
  try {
    const carried = await carriedFrom(ports, casebook, left)
    await casebook.append(moved.to, (state) =>
      welcome(ports, state, { moved, left, carried, now: ports.clock.now() }),
    )
  } catch (error) {
    if (isErased(error)) return undefined
    throw error
  }
  return ports.store.chats.bind(chatKeyOf(ports.hasher, moved.address), moved.to, from)
}

/** What somebody's try means for the case that they named. */
const tidings = (
  outcome: Exclude<ReturnJob['outcome'], 'right'>,
  channel: CaseState['channel'],
): readonly CaseEvent[] => {
  if (outcome === 'wrong') return [{ type: 'return_refused', channel }]
  return [
    { type: `${outcome}_used`, channel },
    { type: 'handoff_requested', why: 'danger' },
  ]
}

const tell = async (
  casebook: Casebook,
  to: CaseId,
  decide: (state: CaseState) => Decision,
): Promise<void> => {
  try {
    await casebook.append(to, decide)
  } catch (error) {
    // Nobody is left to be told.
    if (!isErased(error)) throw error
  }
}

/**
 * The case that was left learns what became of the files that waited in it: let go, where the older
 * case knows that they may not be taken; else they went along.
 */
const letGoLeft = async (
  ports: OfficePorts,
  casebook: Casebook,
  from: CaseId,
  to: CaseId,
): Promise<CaseState> => {
  const older = await casebook.load(to)
  const { state } = await casebook.append(from, (left) => {
    const gone = settleLeft(ports, left, older, ports.clock.now())
    if (gone !== undefined) return { actor: 'system', events: gone.events, jobs: gone.jobs }
    const files = sentAndWaiting(left).map(({ evidence, inbound }) => ({ evidence, inbound }))
    return files.length === 0 ? undefined : { actor: 'system', events: [{ type: 'files_carried', files }] }
  })
  return state
}

/**
 * Does a job of kind `return` to its end. Throws `key_destroyed` where the chat's own case was
 * erased: then nothing is left to do.
 */
export const doReturn = async (ports: OfficePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const sealer = await ports.sealer.forCase(job.caseId)
  const { outcome, to } = sealer.open(jobContext(job.id), job.sealed) as ReturnJob
  if (outcome !== 'right' && to !== undefined) {
    const { channel } = await casebook.load(job.caseId)
    // They are told in neutral words, once until they write, and not before it is safe to write to them.
    await tell(casebook, to, (state) => ({
      actor: 'system',
      cause: job.id,
      events: tidings(outcome, channel),
      says: outcome === 'wrong' && !state.access.triesTold ? [{ key: 'return-tried' }] : [],
    }))
  }
  if (outcome === 'right' && to !== undefined && (await arrive(ports, casebook, job.caseId)) === to) {
    const state = await letGoLeft(ports, casebook, job.caseId, to)
    if (holdsNothing(state))
      await eraseCase(ports, casebook, state.code, 'system', 'the person returned to another case')
  }
  await ports.store.jobs.finish(job.id)
}
