import { asBubbles } from './bubbles.ts'
import type { CaseEvent } from '../../model/events.ts'
import { jobId, outboxId } from '../../base/ids.ts'
import type { NewOutboxRow } from '../../ports/store/outbox.ts'
import type { Commit, Entry } from '../../ports/store/ledger.ts'
import { chatKeyOf } from '../../model/chat-key.ts'
import { heardThere, tellFirst, tellLast } from '../../model/relay.ts'
import { renderSay } from '../../policy/conversation/render.ts'
import type { Say } from '../../policy/conversation/say.ts'
import { scriptTokensIn } from '../../model/scripts.ts'
import { tokensOf } from '../../model/search-words.ts'
import { type EntryHeader, makeEntry } from '../../model/entry.ts'
import { sealEvents } from './payload.ts'
import { isHeldFile, isHeldNotice, isHidden, keepsQuiet, maySign } from '../../policy/access/quiet.ts'
import { isLeft, isShut } from '../../policy/access/lock.ts'
import type { CasePorts } from './ports.ts'
import { evolve } from '../../model/evolve.ts'
import type { CaseState } from '../../model/state.ts'
import { jobsOfEntry } from './entry-jobs.ts'
import { webhookJobs } from './webhook-jobs.ts'
import { callOthers, judgeAgain } from '../../policy/triage/judge.ts'
import { cardToRedraw, changesOf } from '../../policy/access/keyboards.ts'
import { waitsForPlace } from '../../policy/access/place-wait.ts'
import { asContent, makeRing, nameShown, release, takingKey, type Post } from './rows.ts'
import { sealSummary, type SealedSummary } from './summary.ts'
import { rowOf } from './view.ts'
import { openKind } from '../../model/covert.ts'
import type { Decision } from './decision.ts'
import { type Envelope, jobContext, outboxContext } from './envelope.ts'

/** Tells that something waits, and nothing else. */
const SIGN = 'ping-discreet'
/** What stands in the case for the address of a page. */
const UNSAID_PAGE = (): string => '(…)'
/**
 * What is said in the place of a text that stands last in the chat already; what can be chosen
 * under it stays.
 */
const standsAbove = ({ again, choices }: Say): Say => ({
  key: again ?? 'still-above',
  ...(choices === undefined ? {} : { choices }),
})

export const headerOf = (entry: Entry): EntryHeader => JSON.parse(entry.header) as EntryHeader

/**
 * Events count only in entries whose chain place fits: a store that lost or changed one is not read
 * over silently.
 */
export const applyEntry = (state: CaseState, entry: Entry, events: readonly CaseEvent[]): CaseState => {
  const place = { seq: entry.seq, at: headerOf(entry).at }
  const next = events.reduce((before, event) => evolve(before, event, place), state)
  return { ...next, seq: entry.seq, hash: entry.hash }
}

/** A commit before the store has it, and the case as it stands after it. */
export type BuiltCommit = {
  readonly commit: Commit
  readonly state: CaseState
  readonly summary: SealedSummary
}

/**
 * The one commit that a decision becomes: severity and team are judged again, what is said becomes
 * rows of the outbox or waits in the case, and the view, the words for the search and the jobs
 * follow from the state after it. `known`: the summary as it was sealed last.
 */
export const buildCommit = async (
  ports: CasePorts,
  state: CaseState,
  decision: Decision,
  known?: SealedSummary,
): Promise<BuiltCommit> => {
  const at = ports.clock.now()
  const seq = state.seq + 1
  const sealer = await ports.sealer.forCase(state.caseId)
  const place = { seq, at }
  const outbox: NewOutboxRow[] = []
  const events: CaseEvent[] = [...decision.events]
  const judged = judgeAgain(
    ports,
    events.reduce((before, event) => evolve(before, event, place), state),
    at,
    events,
  )
  events.push(...judged)
  const judgedState = events.reduce((before, event) => evolve(before, event, place), state)
  const calls = decision.actor === 'person' ? callOthers(ports, judgedState, at, decision.events) : []
  events.push(...calls)
  const reached = calls.reduce((before, event) => evolve(before, event, place), judgedState)
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

  // Nobody of this chat asked for it just now: it waits in the case until they write
  // (bots/amin/README.md, Words), or until it is safe.
  const unasked = decision.actor !== 'person' && address !== undefined
  const quiet = unasked && keepsQuiet(ports.flow, ports.access, state, at)
  const speaks = decision.agentSays !== undefined || (decision.says ?? []).length > 0
  // It became safe a moment ago and the timer did not come yet: what waited is said first.
  const overtakes = unasked && speaks && !quiet && state.access.opening !== undefined

  // Who sits in the window of another bot hears us only while it lets us, and our bot not before
  // one of the team came.
  const heard = heardThere(state, reached, events)
  const named = (alias: string): string => nameShown(ports.phrases, reached, alias)
  for (const content of tellFirst(state, reached, named)) post(content, 'system', false)
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
    events.push(release(reached.access.held, ports.capabilities(reached.channel), post, ring, named))
  }
  // Who blocked us is sent nothing, by any road (adapters/channels/telegram/README.md, What the Bot API
  // does): it may be another hand that holds the phone. What is said in a hidden chat has to look
  // like nothing of ours.
  const isCovered = isLeft(reached) || isHidden(reached) || reached.access.decoy
  const shows = ports.capabilities(reached.channel)
  let lastText = reached.lastText
  // Nor is anything said in a chat that went over to another case.
  const says =
    reached.blocked || !heard.ours || state.access.moved !== undefined ? [] : asBubbles(decision.says ?? [])
  for (const [index, asked] of says.entries()) {
    const render = (one: Say) => renderSay(ports.phrases, reached.language, shows, one)
    // The same words twice running read as if nobody had listened.
    // One that names a page is new each time.
    const isRepeated = asked.page === undefined && !isCovered && render(asked).text === lastText
    // Where more is said beside it, nobody needs to be told that it stands there.
    if (isRepeated && (asked.choices ?? []).length === 0 && index < says.length - 1) continue
    const say = isRepeated ? standsAbove(asked) : asked
    // Whoever could read the address of a page here could answer on it.
    const { text, buttons, place } = render(say.page === undefined ? say : { ...say, page: UNSAID_PAGE })
    lastText = text
    const shown = buttons === undefined ? {} : { buttons }
    const notice = unasked ? isHeldNotice : isHeldFile
    const held = quiet || notice(ports.flow, reached, say.key)
    const over = held ? {} : takeKey()
    const asks = place === undefined ? {} : { place }
    const card = held
      ? undefined
      : cardToRedraw({ flow: ports.flow, capabilities: shows }, state, buttons, at)
    const instead = card === undefined ? {} : { instead: { of: outboxId(state.caseId, card.seq, card.n) } }
    const args = say.args === undefined ? {} : { args: say.args }
    if (held) events.push({ type: 'bot_said', n: skip(), key: say.key, text, ...args, ...shown, held: true })
    else
      events.push({
        type: 'bot_said',
        n: post(
          {
            kind: 'text',
            text: say.page === undefined ? text : render(say).text,
            ...shown,
            ...asks,
            ...over,
            ...instead,
            ...(card === undefined ? ring() : {}),
          },
          'bot',
          true,
        ),
        key: say.key,
        text,
        ...args,
        ...shown,
        ...(place === undefined ? {} : { place: true as const }),
        ...over,
        ...(card === undefined ? {} : { instead: { seq: card.seq, n: card.n } }),
      })
    // What changes above rings nowhere: a short line says that it did, and where to look.
    if (card !== undefined) {
      lastText = render({ key: 'card-changed' }).text
      const n = post({ kind: 'text', text: lastText, ...ring() }, 'bot', true)
      events.push({ type: 'bot_said', n, key: 'card-changed', text: lastText })
    }
  }
  if (decision.agentSays !== undefined) {
    if (quiet) events.push({ type: 'agent_said', n: skip(), ...decision.agentSays, held: true })
    else {
      const content = asContent(shows, decision.agentSays, named, takeKey)
      const over = content.kind === 'text' && content.placeOver === true ? { placeOver: true as const } : {}
      events.push({ type: 'agent_said', n: post(content, 'agent', false), ...decision.agentSays, ...over })
    }
  }
  for (const content of tellLast(state, reached, events)) post(content, 'system', true)
  if (
    (decision.signs === true || (decision.agentSays !== undefined && quiet)) &&
    maySign(ports.access, state, at)
  ) {
    const { text } = renderSay(ports.phrases, reached.language, ports.capabilities(reached.channel), {
      key: SIGN,
    })
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
  const next = applyEntry(state, entry, events)
  if (!quiet) for (const change of changesOf(ports, state, next)) post(change, 'bot', true)
  const jobs = [
    ...(decision.jobs ?? []),
    ...jobsOfEntry(ports, { before: state, after: next, events, at }),
    ...webhookJobs(ports, { before: state, after: next, events, at }),
  ].map((job, n) => {
    const id = jobId(state.caseId, seq, n)
    return {
      id,
      kind: job.kind,
      caseId: state.caseId,
      dueAt: job.dueAt,
      // What happened is told also where the case is erased before it was.
      sealed: (job.kind === 'webhook' ? ports.sealer.transit : sealer).seal(jobContext(id), job.payload),
    }
  })
  const summary = sealSummary(
    next,
    { sealer, hasher: ports.hasher, retention: ports.access.retention, flow: ports.flow },
    known,
  )
  const view = rowOf(next, ports.triage.targets, summary)
  const words = [...tokensOf(ports.hasher, events), ...scriptTokensIn(ports.hasher, events)]
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
