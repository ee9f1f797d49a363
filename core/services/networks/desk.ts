import { isNetworkId, type AgentId, type CaseCode, type CaseId, type NetworkId } from '../../base/ids.ts'
import type { DeskAgent } from '../../base/member.ts'
import { dayOf, isDay } from '../../base/calendar.ts'
import { after, hours, type Instant } from '../../base/units.ts'
import { isLive, isNews, openAlarms, staysItself, type NetworkState } from '../../model/network.ts'
import type { Day, NetworkEvent } from '../../model/network-events.ts'
import type { Clock } from '../../ports/clock.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import type { Shared } from '../linkage/evidence.ts'
import type { SeeBound } from '../linkage/networks.ts'
import { arrange, LEAST_MEMBERS, type NetworkShown } from './arrange.ts'
import type { SeenAlarm } from './alarms.ts'
import type { NetworkBook } from './book.ts'

/** What a person decides of a network; cases by their codes. */
export type NetworkAct =
  | { readonly do: 'add' | 'remove' | 'answer'; readonly code: CaseCode; readonly reason: string }
  | { readonly do: 'lead'; readonly agent?: AgentId }
  | { readonly do: 'investigate' | 'dissolve'; readonly reason: string }
  | { readonly do: 'give'; readonly authority: string; readonly reference: string }
  | { readonly do: 'dismantle'; readonly day: string; readonly source: string }
  | { readonly do: 'split'; readonly codes: readonly CaseCode[]; readonly reason: string }
  | { readonly do: 'merge'; readonly other: NetworkId; readonly reason: string }

/**
 * `already`: it stands so. `too_few`: fewer than two cases would be left on a side. `ended`: it was
 * dissolved. `dismantled`: of what goes into no other, so that what comes after it is answered. `day_invalid`: no day, or one that has not come. `unknown`: there is no such network or case
 * for who asks.
 */
export type NetworkOutcome =
  | { readonly status: 'done'; readonly key: NetworkId }
  | { readonly status: 'unknown' }
  | { readonly status: 'refused'; readonly why: NetworkRefusal }
export type NetworkRefusal =
  'already' | 'too_few' | 'ended' | 'dismantled' | 'reason_required' | 'day_invalid'

/** Networks of cases, for whoever looks after several of them; all of it as far as they may see the cases. */
export type NetworkDesk = {
  readonly list: (reader: DeskAgent | undefined) => Promise<readonly NetworkShown[]>
  /** One of them, by its id or by the code of a case of one that is suspected. */
  readonly find: (
    reader: DeskAgent | undefined,
    key: NetworkId | CaseCode,
  ) => Promise<NetworkShown | undefined>
  /** As `find`; that they looked is written down, once since `since`, the beginning of their shift. */
  readonly show: (
    reader: DeskAgent,
    key: NetworkId | CaseCode,
    since: Instant,
  ) => Promise<NetworkShown | undefined>
  /** Cases that came after a network was dismantled, which nobody has answered; who sees both cases is told. */
  readonly alarms: (reader: DeskAgent | undefined) => Promise<readonly SeenAlarm[]>
  /** What its cases have in common. */
  readonly shared: (shown: NetworkShown) => Promise<readonly Shared[]>
  /** Cases that its decisions name, as far as the reader may see them. */
  readonly named: (reader: DeskAgent | undefined, shown: NetworkShown) => Promise<readonly CaseRow[]>
  /**
   * These cases are one network: a person says so. Once: the same of the same member of the team again is the
   * same network, and `already` where two of them are in one that people work with.
   */
  readonly confirm: (agent: DeskAgent, codes: readonly CaseCode[], reason: string) => Promise<NetworkOutcome>
  readonly act: (agent: DeskAgent, key: NetworkId, act: NetworkAct) => Promise<NetworkOutcome>
}

type Parts = {
  readonly shared: (cases: readonly CaseId[]) => Promise<readonly Shared[]>
  readonly book: NetworkBook
  readonly alarms: NetworkDesk['alarms']
  readonly see: SeeBound
  readonly clock: Clock
  readonly caseOf: (code: CaseCode, reader: DeskAgent) => Promise<CaseId | undefined>
}

/** A day east of Greenwich begins before ours ends. */
const AHEAD = hours(14)

const hasCome = (day: string, now: Instant): day is Day => isDay(day) && day <= dayOf(after(now, AHEAD))

const refused = (why: NetworkRefusal): NetworkOutcome => ({ status: 'refused', why })
const UNKNOWN: NetworkOutcome = { status: 'unknown' }

/** Words without which a decision cannot be understood later. */
const wordsOf = (act: NetworkAct): readonly string[] => {
  if (act.do === 'lead') return []
  if (act.do === 'give') return [act.authority, act.reference]
  return act.do === 'dismantle' ? [act.source] : [act.reason]
}

type Plan = { readonly shown: NetworkShown; readonly cases: readonly CaseId[]; readonly now: Instant }

/**
 * Cases that are in it now, without those that who asks did not see when they asked: an answer must not tell
 * of them.
 */
const insideOf = (state: NetworkState, { decided, members }: NetworkShown): readonly CaseId[] => {
  const seen = new Set(members.map(({ row }) => row.caseId))
  return state.members.filter((one) => seen.has(one) || decided?.members.includes(one) !== true)
}

/** What an act that changes no other network becomes; `cases`: those that it names. */
const eventOf = (
  act: NetworkAct,
  state: NetworkState,
  { shown, cases, now }: Plan,
): NetworkEvent | NetworkRefusal => {
  const [one] = cases
  const inside = insideOf(state, shown)
  switch (act.do) {
    case 'add':
      if (one === undefined || inside.includes(one)) return 'already'
      return { type: 'network_case_added', case: one, reason: act.reason }
    case 'remove':
      if (one === undefined || !inside.includes(one)) return 'already'
      if (inside.length <= LEAST_MEMBERS) return 'too_few'
      return { type: 'network_case_removed', case: one, reason: act.reason }
    case 'answer':
      if (!shown.alarms.some(({ row }) => row.caseId === one)) return 'already'
      if (one === undefined || !openAlarms(state).some((alarm) => alarm.case === one)) return 'already'
      return { type: 'network_alarm_answered', case: one, reason: act.reason }
    case 'lead':
      if (state.lead === act.agent) return 'already'
      return { type: 'network_led', ...(act.agent === undefined ? {} : { agent: act.agent }) }
    case 'investigate':
      return state.standing === 'investigated'
        ? 'already'
        : { type: 'network_investigated', reason: act.reason }
    case 'give':
      return { type: 'network_given', authority: act.authority, reference: act.reference }
    case 'dismantle':
      if (!hasCome(act.day, now)) return 'day_invalid'
      return { type: 'network_dismantled', day: act.day, source: act.source }
    default:
      return { type: 'network_dissolved', reason: act.do === 'dissolve' ? act.reason : '' }
  }
}

/** A live network that holds these cases: their own deed, also where it comes again, or somebody else's. */
const confirmed = (
  agent: DeskAgent,
  { networkId, steps: [first] }: NetworkState,
  cases: readonly CaseId[],
  reason: string,
): NetworkOutcome => {
  const isTheirs =
    first?.event.type === 'network_confirmed' &&
    first.actor === `agent:${agent.id}` &&
    first.event.reason === reason.trim() &&
    first.event.cases.toSorted().join() === cases.toSorted().join()
  return isTheirs ? { status: 'done', key: networkId } : refused('already')
}

export const makeNetworkDesk = ({ book, alarms, see, shared, clock, caseOf }: Parts): NetworkDesk => {
  const list = async (reader: DeskAgent | undefined): Promise<readonly NetworkShown[]> => {
    const reads = await book.all()
    return arrange(await see(reader, [...new Set(reads.flatMap(({ live }) => live))]), reads)
  }

  const find: NetworkDesk['find'] = async (reader, key) =>
    (await list(reader)).find((one) =>
      isNetworkId(key as CaseId & typeof key)
        ? one.key === key
        : one.standing === 'suspected' && one.members.some(({ row }) => row.code === key),
    )

  const casesOf = async (codes: readonly CaseCode[], agent: DeskAgent): Promise<readonly CaseId[]> =>
    (await Promise.all([...new Set(codes)].map((code) => caseOf(code, agent)))).filter(
      (one) => one !== undefined,
    )

  const append = async (
    agent: DeskAgent,
    key: NetworkId,
    event: (state: NetworkState) => NetworkEvent | NetworkRefusal,
  ): Promise<NetworkOutcome> => {
    let why: NetworkRefusal | undefined
    await book.append(key, (state) => {
      const chosen = isLive(state) ? event(state) : 'ended'
      why = typeof chosen === 'string' ? chosen : undefined
      return typeof chosen === 'string' ? undefined : { actor: `agent:${agent.id}`, events: [chosen] }
    })
    return why === undefined ? { status: 'done', key } : refused(why)
  }

  /** The first half names the other; the second is written at once, or by whoever reads next. */
  const split = async (
    agent: DeskAgent,
    shown: NetworkShown,
    { cases, reason }: { readonly cases: readonly CaseId[]; readonly reason: string },
  ): Promise<NetworkOutcome> => {
    const from = shown.key as NetworkId
    const into = book.freshId()
    let leaving: readonly CaseId[] = []
    const first = await append(agent, from, (state) => {
      const inside = insideOf(state, shown)
      leaving = inside.filter((one) => cases.includes(one))
      return leaving.length < LEAST_MEMBERS || inside.length - leaving.length < LEAST_MEMBERS
        ? 'too_few'
        : { type: 'network_split', cases: leaving, into, reason }
    })
    if (first.status !== 'done') return first
    const event = { type: 'network_split_off', cases: leaving, from, reason } as const
    await book.open(into, { actor: `agent:${agent.id}`, events: [event] })
    return { status: 'done', key: into }
  }

  const merge = async (
    agent: DeskAgent,
    shown: NetworkShown,
    { other, reason }: { readonly other: NetworkId; readonly reason: string },
  ): Promise<NetworkOutcome> => {
    const key = shown.key as NetworkId
    const there = other === key ? undefined : await find(agent, other)
    if (there?.decided === undefined) return UNKNOWN
    if (!isLive(there.decided)) return refused('ended')
    if (staysItself(there.decided)) return refused('dismantled')
    const cases = there.decided.members
    const first = await append(agent, key, () => ({ type: 'network_merged', other, cases, reason }))
    if (first.status !== 'done') return first
    await book.takeOver(key, { other, reason, actor: `agent:${agent.id}` })
    // Somebody may have merged them the other way round at the same moment.
    return { status: 'done', key: (await book.load(key))?.state.into ?? key }
  }

  /** What came between the day and the moment at which it was noted is news now. */
  const cameSince = async (key: NetworkId, { proposed }: NetworkShown): Promise<void> => {
    for (const { row, bonds } of proposed)
      await book.append(key, (state) => {
        const to = bonds.find((bond) => state.members.includes(bond.to))?.to
        return to === undefined || !isNews(state, row)
          ? undefined
          : { actor: 'system', events: [{ type: 'network_matched', case: row.caseId, to }] }
      })
  }

  return {
    list,
    find,
    show: async (reader, key, since) => {
      const shown = await find(reader, key)
      const actor = `agent:${reader.id}` as const
      if (shown?.decided !== undefined)
        await book.append(shown.decided.networkId, ({ viewed }) =>
          (viewed[actor] ?? -Infinity) >= since ? undefined : { actor, events: [{ type: 'network_viewed' }] },
        )
      return shown
    },
    alarms,
    shared: ({ members }) => shared(members.map(({ row }) => row.caseId)),
    named: async (reader, { decided }) => {
      const cases = (decided?.steps ?? []).flatMap(({ event }) =>
        'cases' in event ? event.cases : 'case' in event ? [event.case] : [],
      )
      const { rows } = await see(reader, cases)
      return [...new Set(cases)].flatMap((one) => rows.get(one) ?? [])
    },
    confirm: async (agent, codes, reason) => {
      if (reason.trim() === '') return refused('reason_required')
      const cases = await casesOf(codes, agent)
      if (cases.length !== new Set(codes).size) return UNKNOWN
      if (cases.length < LEAST_MEMBERS) return refused('too_few')
      const holder = (await list(agent)).find(
        ({ decided, members }) =>
          decided !== undefined &&
          isLive(decided) &&
          members.filter(({ row }) => cases.includes(row.caseId)).length >= LEAST_MEMBERS,
      )
      if (holder?.decided !== undefined) return confirmed(agent, holder.decided, cases, reason)
      for (let nth = 0; ; nth += 1) {
        const event = { type: 'network_confirmed', cases, reason: reason.trim() } as const
        const deed = { actor: `agent:${agent.id}`, events: [event] } as const
        const state = await book.open(book.idOf(cases, nth), deed)
        if (isLive(state)) return confirmed(agent, state, cases, reason)
      }
    },
    act: async (agent, key, act) => {
      const shown = await find(agent, key)
      if (shown?.decided === undefined) return UNKNOWN
      if (wordsOf(act).some((words) => words.trim() === '')) return refused('reason_required')
      const codes = act.do === 'split' ? act.codes : 'code' in act ? [act.code] : []
      const cases = await casesOf(codes, agent)
      if (cases.length !== new Set(codes).size) return UNKNOWN
      if (act.do === 'split') return split(agent, shown, { cases, reason: act.reason })
      if (act.do === 'merge') return merge(agent, shown, act)
      const plan = { shown, cases, now: clock.now() }
      const outcome = await append(agent, key, (state) => eventOf(act, state, plan))
      if (act.do === 'dismantle' && outcome.status === 'done') await cameSince(key, shown)
      return outcome
    },
  }
}
