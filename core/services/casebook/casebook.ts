import type { CaseEvent } from '../../model/events.ts'
import { Failure, isFailure } from '../../base/failure.ts'
import { jobId, outboxId, type CaseCode, type CaseId, type InboundId, type JobId, type OutboxId } from '../../base/ids.ts'
import type { OutboundContent } from '../../ports/channel.ts'
import type { CaseSealer } from '../../ports/sealer.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import type { JobKind } from '../../ports/store/jobs.ts'
import type { NewOutboxRow } from '../../ports/store/outbox.ts'
import type { Commit, Entry, SealedObject } from '../../ports/store/ledger.ts'
import type { Instant } from '../../base/units.ts'
import { chatKeyOf } from '../../model/chat-key.ts'
import { heardThere, tellFirst, tellLast } from '../../model/relay.ts'
import { renderSay } from '../../policy/conversation/render.ts'
import type { Say } from '../../policy/conversation/say.ts'
import { tokensOf } from '../../model/search-words.ts'
import { makeEntry, type Actor, type EntryHeader } from '../../model/entry.ts'
import { openEvents, sealEvents } from './payload.ts'
import { isHidden, keepsQuiet, maySign } from '../../policy/access/quiet.ts'
import { isShut } from '../../policy/access/lock.ts'
import type { CasePorts } from './ports.ts'
import { evolve } from '../../model/evolve.ts'
import { emptyCase, type CaseState } from '../../model/state.ts'
import { jobsOfEntry } from './entry-jobs.ts'
import { judgeAgain } from '../../policy/triage/judge.ts'
import { makeRecall, type Opened, type Recall } from './event-cache.ts'
import { changesOf } from '../../policy/access/keyboards.ts'
import { waitsForPlace } from '../../policy/access/place-wait.ts'
import { asText, makeRing, release, takingKey, type Post } from './rows.ts'
import { sealSummary, type SealedSummary } from './summary.ts'
import { rowOf } from './view.ts'
import { openKind } from '../../model/covert.ts'

/** What somebody decided about a case; becomes one ledger entry and all that it causes. */
export type Decision = {
  readonly actor: Actor
  readonly events: readonly CaseEvent[]
  /** What the bot says to the person because of it, in order. */
  readonly says?: readonly Say[]
  /** What goes to the channel without being said: a wipe, the answer to a button press. */
  readonly signals?: readonly OutboundContent[]
  /** What an agent says; its event is made here, for it must name its outbox row. */
  readonly agentSays?: Omit<Extract<CaseEvent, { type: 'agent_said' }>, 'type' | 'n'>
  readonly jobs?: readonly { readonly kind: JobKind; readonly dueAt: Instant; readonly payload: unknown }[]
  readonly objects?: readonly SealedObject[]
  readonly silence?: boolean
  /** Says now what was held until the person writes, before anything else. */
  readonly releases?: true
  /** Gives the sign without content that something waits, where one may be given. */
  readonly signs?: true
  /** What this comes of, where that counts once and is no inbox row or job that it ends. */
  readonly cause?: string
  readonly handles?: { readonly inbound?: InboundId; readonly job?: JobId }
}

export type Appended =
  | { readonly status: 'done'; readonly state: CaseState }
  /** The decision was to do nothing, or the same cause has been written before. */
  | { readonly status: 'nothing' | 'repeated'; readonly state: CaseState }

/**
 * Sealed in an outbox row. Of what outlives its case: `brief` is taken back soon, so its receipt is kept; `takes` is the row that a wipe takes
 * back, whose message nobody knows before it is sent.
 */
export type Envelope = {
  readonly chat: string
  readonly content: OutboundContent
  readonly brief?: true
  readonly takes?: OutboxId
}
/** Tells that something waits, and nothing else. */
const SIGN = 'ping-discreet'
/** What stands in the case for the address of a page. */
const UNSAID_PAGE = (): string => '(…)'
/** What is said in the place of a text that stands last in the chat already; what can be chosen under it stays. */
const standsAbove = ({ choices }: Say): Say => ({ key: 'still-above', ...(choices === undefined ? {} : { choices }) })
export const outboxContext = (id: string): string => `outbox:${id}`
export const jobContext = (id: string): string => `job:${id}`

/** Least recently used states fall out; a case that is worked on stays. Bounds memory (scripts/deploy/README.md). */
const CACHED_CASES = 2_000
/** Losing the race for a seq this often means that the store lies. */
const MAX_CONFLICTS = 50

export type Casebook = {
  /**
   * The state after the newest entry, whichever process wrote it; with `atLeast`, after that entry or a later one, which is not read again
   * where this process knows it. Throws `key_destroyed` for an erased case.
   */
  readonly load: (caseId: CaseId, atLeast?: number) => Promise<CaseState>
  /**
   * Decides on the newest state and appends; on conflict reloads and decides again (law 3), as it does before there is `nothing` to do.
   * `decide` may run more than once.
   */
  readonly append: (caseId: CaseId, decide: (state: CaseState) => Decision | undefined | Promise<Decision | undefined>) => Promise<Appended>
  /** Every event, with its place; only of entries after `afterSeq`, where that is given. Throws `key_destroyed`. */
  readonly read: (caseId: CaseId, afterSeq?: number) => Promise<Opened>
  /** As `read`, for showing: see core/services/casebook/event-cache. */
  readonly recall: Recall['recall']
  /** What `recall` gives, and the state after its last entry: of what this process does not know yet each entry is opened once for both. */
  readonly show: (caseId: CaseId) => Promise<{ readonly opened: Opened; readonly state: CaseState }>
  readonly viewRow: (state: CaseState) => Promise<CaseRow>
  readonly forget: (caseId: CaseId) => void
}

const headerOf = (entry: Entry): EntryHeader => JSON.parse(entry.header) as EntryHeader

export const makeCasebook = (ports: CasePorts): Casebook => {
  const cache = new Map<CaseId, CaseState>()
  const summaries = new Map<CaseId, SealedSummary>()
  const { retention } = ports.access

  const drop = (caseId: CaseId): void => {
    cache.delete(caseId)
    summaries.delete(caseId)
  }
  const forget = (caseId: CaseId): void => {
    drop(caseId)
    opened.forget(caseId)
  }

  const remember = (state: CaseState): CaseState => {
    if ((cache.get(state.caseId)?.seq ?? 0) > state.seq) return state
    cache.delete(state.caseId)
    cache.set(state.caseId, state)
    if (cache.size > CACHED_CASES) {
      const [oldest] = cache.keys()
      if (oldest !== undefined) drop(oldest)
    }
    return state
  }

  /** Events count only in entries whose chain place fits: a store that lost or changed one is not read over silently. */
  const apply = (state: CaseState, entry: Entry, events: readonly CaseEvent[]): CaseState => {
    const place = { seq: entry.seq, at: headerOf(entry).at }
    const next = events.reduce((before, event) => evolve(before, event, place), state)
    return { ...next, seq: entry.seq, hash: entry.hash }
  }

  /** After a tombstone the key is gone everywhere, also where this process still held it: another one may have erased. */
  const sealerOf = async (caseId: CaseId, entries: readonly Entry[]): Promise<CaseSealer> => {
    if (entries.some((entry) => headerOf(entry).kinds.includes('case_erased'))) {
      await ports.sealer.destroy(caseId)
      throw new Failure('key_destroyed')
    }
    return ports.sealer.forCase(caseId)
  }

  const load = async (caseId: CaseId, atLeast = Infinity): Promise<CaseState> => {
    const from = cache.get(caseId) ?? emptyCase(caseId)
    if (from.seq >= atLeast) return from
    const entries = await ports.store.ledger.read(caseId, from.seq)
    if (entries.length === 0) return from
    const sealer = await sealerOf(caseId, entries)
    return remember(entries.reduce((state, entry) => apply(state, entry, openEvents(sealer, entry)), from))
  }

  const viewRow = async (state: CaseState): Promise<CaseRow> => {
    const sealer = await ports.sealer.forCase(state.caseId)
    return rowOf(state, ports.triage.targets, sealSummary(state, { sealer, hasher: ports.hasher, retention }))
  }

  const build = async (
    state: CaseState,
    decision: Decision,
  ): Promise<{ readonly commit: Commit; readonly state: CaseState; readonly summary: SealedSummary }> => {
    const at = ports.clock.now()
    const seq = state.seq + 1
    const sealer = await ports.sealer.forCase(state.caseId)
    const place = { seq, at }
    const outbox: NewOutboxRow[] = []
    const events: CaseEvent[] = [...decision.events]
    const judged = judgeAgain(
      ports.triage,
      events.reduce((before, event) => evolve(before, event, place), state),
      at,
      events,
    )
    events.push(...judged)
    const reached = events.reduce((before, event) => evolve(before, event, place), state)
    const address = reached.address

    let lines = 0
    /** A place of what is said without a row. */
    const skip = (): number => lines++

    const post: Post = (content, speaker, repeatable) => {
      const n = lines++
      if (address === undefined) return n
      const id = outboxId(state.caseId, seq, n)
      const sealed = sealer.seal(outboxContext(id), { chat: address.chat, content } satisfies Envelope)
      const chatKey = chatKeyOf(ports.hasher, address)
      outbox.push({
        id,
        caseId: state.caseId,
        seq,
        n,
        chatKey,
        channel: address.channel,
        account: address.account,
        speaker,
        repeatable,
        dueAt: at,
        sealed,
      })
      return n
    }

    // Nobody of this chat asked for it just now: it waits in the case until they write (bots/amin/README.md, Words), or until it is safe.
    const unasked = decision.actor !== 'person' && address !== undefined
    const quiet = unasked && keepsQuiet(ports.flow, ports.access, state, at)
    const speaks = decision.agentSays !== undefined || (decision.says ?? []).length > 0
    // It became safe a moment ago and the timer did not come yet: what waited is said first.
    const overtakes = unasked && speaks && !quiet && state.access.opening !== undefined

    // Who sits in the window of another bot hears us only while it lets us, and our bot not before one of the team came.
    const heard = heardThere(state, reached, events)
    for (const content of tellFirst(state, reached)) post(content, 'system', false)
    const ring = makeRing()
    // The key for a place goes with the next words once nobody is asked for one any more, whoever says them.
    const takeKey = takingKey(reached.placeKey === true && !waitsForPlace(ports.flow, reached))

    for (const signal of decision.signals ?? []) post(signal, 'system', true)
    if (
      (decision.releases === true || overtakes) &&
      !isShut(reached) &&
      !reached.blocked &&
      heard.agents &&
      address !== undefined &&
      reached.access.held.length > 0
    ) {
      events.push(release(reached.access.held, post, ring))
    }
    // Who blocked us is sent nothing, by any road (adapters/telegram/README.md, What the Bot API does): it may be another hand that holds
    // the phone. What is said in a hidden chat has to look like nothing of ours.
    const isCovered = isShut(reached) || isHidden(reached) || reached.access.decoy
    let lastText = reached.lastText
    // Nor is anything said in a chat that went over to another case.
    for (const asked of reached.blocked || !heard.ours || state.access.moved !== undefined ? [] : (decision.says ?? [])) {
      const render = (one: Say) => renderSay(ports.phrases, reached.language, ports.capabilities(reached.channel), one)
      // The same words twice running read as if nobody had listened.
      // One that names a page is new each time.
      const isRepeated = asked.page === undefined && !isCovered && render(asked).text === lastText
      const say = isRepeated ? standsAbove(asked) : asked
      // Whoever could read the address of a page here could answer on it.
      const { text, buttons, place } = render(say.page === undefined ? say : { ...say, page: UNSAID_PAGE })
      lastText = text
      const shown = buttons === undefined ? {} : { buttons }
      const over = quiet ? {} : takeKey()
      const asks = place === undefined ? {} : { place }
      const args = say.args === undefined ? {} : { args: say.args }
      if (quiet) events.push({ type: 'bot_said', n: skip(), key: say.key, text, ...args, ...shown, held: true })
      else
        events.push({
          type: 'bot_said',
          n: post(
            { kind: 'text', text: say.page === undefined ? text : render(say).text, ...shown, ...asks, ...over, ...ring() },
            'bot',
            true,
          ),
          key: say.key,
          text,
          ...args,
          ...shown,
          ...(place === undefined ? {} : { place: true as const }),
          ...over,
        })
    }
    if (decision.agentSays !== undefined) {
      const over = quiet ? {} : takeKey()
      if (quiet) events.push({ type: 'agent_said', n: skip(), ...decision.agentSays, held: true })
      else
        events.push({
          type: 'agent_said',
          n: post(asText(ports.capabilities(reached.channel), decision.agentSays, over), 'agent', false),
          ...decision.agentSays,
          ...over,
        })
    }
    for (const content of tellLast(state, reached, events)) post(content, 'system', true)
    if ((decision.signs === true || (decision.agentSays !== undefined && quiet)) && maySign(ports.access, state, at)) {
      const { text } = renderSay(ports.phrases, reached.language, ports.capabilities(reached.channel), { key: SIGN })
      events.push({ type: 'bot_said', n: post({ kind: 'text', text }, 'bot', true), key: SIGN, text })
    }

    const kinds = events.map((event) => openKind(event.type))
    const header: EntryHeader = {
      v: 1,
      case: state.caseId,
      seq,
      at,
      actor: decision.actor,
      kinds,
      ...(decision.objects === undefined ? {} : { objects: decision.objects }),
    }
    const entry = makeEntry(ports.hasher, state.hash, header, sealEvents(sealer, state.caseId, seq, events))
    const next = apply(state, entry, events)
    if (!quiet) for (const change of changesOf(ports, state, next)) post(change, 'bot', true)
    const jobs = [...(decision.jobs ?? []), ...jobsOfEntry(ports, { before: state, after: next, events, at })].map((job, n) => {
      const id = jobId(state.caseId, seq, n)
      return { id, kind: job.kind, caseId: state.caseId, dueAt: job.dueAt, sealed: sealer.seal(jobContext(id), job.payload) }
    })
    const summary = sealSummary(next, { sealer, hasher: ports.hasher, retention }, summaries.get(state.caseId))
    const view = rowOf(next, ports.triage.targets, summary)
    const words = tokensOf(ports.hasher, events)
    const cause = decision.handles?.inbound ?? decision.handles?.job ?? decision.cause
    const commit: Commit = {
      entry,
      outbox,
      jobs,
      view,
      ...(words.length === 0 ? {} : { words }),
      kinds,
      at,
      ...(cause === undefined ? {} : { cause }),
      ...(decision.handles === undefined ? {} : { handles: decision.handles }),
      ...(decision.silence === true ? { silence: true } : {}),
    }
    return { commit, state: next, summary }
  }

  const append: Casebook['append'] = async (caseId, decide) => {
    for (let conflicts = 0; ; conflicts += 1) {
      // What this process remembers will do for trying: had another written since, the store would refuse.
      const state = cache.get(caseId) ?? (await load(caseId))
      const decision = await decide(state)
      if (decision === undefined) {
        if ((await load(caseId)).seq === state.seq) return { status: 'nothing', state }
        continue
      }
      const built = await build(state, decision)
      const outcome = await ports.store.ledger.commit(built.commit)
      if (outcome === 'done') {
        summaries.set(caseId, built.summary)
        return { status: 'done', state: remember(built.state) }
      }
      drop(caseId)
      if (outcome === 'repeated') return { status: 'repeated', state: await load(caseId) }
      if (conflicts > MAX_CONFLICTS) throw new Error('a case could not be appended to: its seq is taken again and again')
    }
  }

  const read = async (caseId: CaseId, afterSeq = 0): Promise<Opened> => {
    const entries = await ports.store.ledger.read(caseId, afterSeq)
    const sealer = await sealerOf(caseId, entries)
    return { entries, events: entries.map((entry) => openEvents(sealer, entry)) }
  }
  const opened = makeRecall(read)

  const show: Casebook['show'] = async (caseId) => {
    const whole = await opened.recall(caseId)
    const { entries, events } = whole
    const known = cache.get(caseId)
    const from = known !== undefined && entries[known.seq - 1]?.hash === known.hash ? known : emptyCase(caseId)
    const state = entries.slice(from.seq).reduce((before, entry) => apply(before, entry, events[entry.seq - 1] ?? []), from)
    return { opened: whole, state: remember(state) }
  }

  return { load, append, viewRow, read, recall: opened.recall, show, forget }
}

/** A fresh code that no case has. */
export const freshCode = async (ports: Pick<CasePorts, 'random' | 'store'>): Promise<CaseCode> => {
  for (;;) {
    const code = ports.random.code(8) as CaseCode
    if ((await ports.store.views.byCode(code)) === undefined) return code
  }
}

/** Whether the case's key is gone. */
export const isErased = (error: unknown): boolean => isFailure(error, 'key_destroyed')
