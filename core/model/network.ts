import type { AgentId, CaseId, NetworkId, Sha256Hex } from '../base/ids.ts'
import { dayOf } from '../base/calendar.ts'
import { never } from '../base/never.ts'
import type { Instant } from '../base/units.ts'
import { GENESIS, type Actor } from './entry.ts'
import type { Handover } from './handover.ts'
import type { Day, NetworkEvent } from './network-events.ts'

/**
 * Where a network stands. What nobody confirmed yet is only suspected, and has no ledger
 * (core/services/linkage/networks). `over`: it went over into another one.
 */
export const STANDINGS = ['confirmed', 'investigated', 'given', 'dismantled', 'dissolved', 'over'] as const
export type Standing = (typeof STANDINGS)[number]

/** A case that came after the network was dismantled. */
export type NetworkAlarm = {
  readonly case: CaseId
  readonly to: CaseId
  readonly at: Instant
  readonly answeredAt?: Instant
}

/** A step of its story, as people decided it; looking is none. */
export type NetworkStep = { readonly at: Instant; readonly actor: Actor; readonly event: NetworkEvent }

/** A dossier that was asked for, named by the seq of its entry: of these cases, and of none that came since. */
export type DossierRequest = NonNullable<Handover['request']> & { readonly cases: readonly CaseId[] }

export type NetworkState = {
  readonly networkId: NetworkId
  readonly seq: number
  readonly hash: Sha256Hex
  readonly standing: Standing
  readonly openedAt: Instant
  /** When somebody last decided something. */
  readonly changedAt: Instant
  /** Erased ones too: they stand in no row of the store any more. */
  readonly members: readonly CaseId[]
  /** Taken out by somebody: not proposed again. */
  readonly removed: readonly CaseId[]
  readonly lead?: AgentId
  readonly given?: { readonly authority: string; readonly reference: string; readonly at: Instant }
  readonly dismantled?: { readonly day: Day; readonly source: string; readonly at: Instant }
  readonly alarms: readonly NetworkAlarm[]
  readonly splits: readonly {
    readonly into: NetworkId
    readonly cases: readonly CaseId[]
    readonly reason: string
  }[]
  readonly merged: readonly { readonly other: NetworkId; readonly reason: string }[]
  /** Which network it went over into. */
  readonly into?: NetworkId
  /** The newest. */
  readonly dossier?: DossierRequest
  /** When each of the team was last written down to have looked. */
  readonly viewed: Readonly<Partial<Record<Actor, Instant>>>
  readonly steps: readonly NetworkStep[]
}

export const emptyNetwork = (networkId: NetworkId): NetworkState => ({
  networkId,
  seq: 0,
  hash: GENESIS,
  standing: 'confirmed',
  openedAt: 0 as Instant,
  changedAt: 0 as Instant,
  members: [],
  removed: [],
  alarms: [],
  splits: [],
  merged: [],
  viewed: {},
  steps: [],
})

const without = (from: readonly CaseId[], cases: readonly CaseId[]): readonly CaseId[] =>
  from.filter((one) => !cases.includes(one))

const including = (state: NetworkState, cases: readonly CaseId[]): NetworkState => ({
  ...state,
  members: [...new Set([...state.members, ...cases])],
  removed: without(state.removed, cases),
})

const leaving = (state: NetworkState, cases: readonly CaseId[]): NetworkState => ({
  ...state,
  members: without(state.members, cases),
  removed: [...new Set([...state.removed, ...cases])],
})

export type DossierEvent = Extract<
  NetworkEvent,
  { type: 'network_dossier_requested' | 'network_dossier_approved' | 'network_dossier_refused' }
>

/** An answer counts for the request that it names, once. */
const handing = (state: NetworkState, event: DossierEvent, at: Instant): NetworkState => {
  if (event.type === 'network_dossier_requested') {
    const { by, reason, scope, recipients, cases } = event
    return { ...state, dossier: { seq: state.seq + 1, by, reason, at, scope, recipients, cases } }
  }
  const { dossier } = state
  if (dossier?.seq !== event.request || dossier.answer !== undefined) return state
  const answer = { agreed: event.type === 'network_dossier_approved', by: event.by, at }
  return { ...state, dossier: { ...dossier, answer } }
}

const change = (state: NetworkState, event: NetworkEvent, at: Instant): NetworkState => {
  switch (event.type) {
    case 'network_confirmed':
    case 'network_split_off':
      return { ...including(state, event.cases), openedAt: at }
    case 'network_case_added':
      return answered(including(state, [event.case]), event.case, at)
    case 'network_case_removed':
      return leaving(state, [event.case])
    case 'network_led': {
      const { lead: _lead, ...rest } = state
      return event.agent === undefined ? rest : { ...rest, lead: event.agent }
    }
    case 'network_investigated':
      return { ...state, standing: 'investigated' }
    case 'network_given':
      return {
        ...state,
        standing: 'given',
        given: { authority: event.authority, reference: event.reference, at },
      }
    case 'network_dismantled':
      return { ...state, standing: 'dismantled', dismantled: { day: event.day, source: event.source, at } }
    case 'network_dissolved':
    case 'network_emptied':
      return { ...state, standing: 'dissolved' }
    case 'network_split': {
      const { into, cases, reason } = event
      return { ...leaving(state, cases), splits: [...state.splits, { into, cases, reason }] }
    }
    case 'network_merged': {
      const { other, cases, reason } = event
      return { ...including(state, cases), merged: [...state.merged, { other, reason }] }
    }
    case 'network_went_over':
      return { ...state, standing: 'over', into: event.into }
    case 'network_matched':
      return { ...state, alarms: [...state.alarms, { case: event.case, to: event.to, at }] }
    case 'network_alarm_answered':
      return answered(state, event.case, at)
    case 'network_dossier_requested':
    case 'network_dossier_approved':
    case 'network_dossier_refused':
      return handing(state, event, at)
    case 'network_dossier_made':
    case 'network_viewed':
      return state
    default:
      return never(event)
  }
}

const answered = (state: NetworkState, caseId: CaseId, at: Instant): NetworkState => ({
  ...state,
  alarms: state.alarms.map((alarm) =>
    alarm.case === caseId && alarm.answeredAt === undefined ? { ...alarm, answeredAt: at } : alarm,
  ),
})

/** Adds one event of an entry that `actor` made. */
export const evolveNetwork = (
  state: NetworkState,
  event: NetworkEvent,
  { at, actor }: { readonly at: Instant; readonly actor: Actor },
): NetworkState => {
  const next = change(state, event, at)
  return event.type === 'network_viewed'
    ? { ...next, viewed: { ...next.viewed, [actor]: at } }
    : { ...next, changedAt: at, steps: [...state.steps, { at, actor, event }] }
}

/** Whether people still work with it: cases come and go. */
export const isLive = ({ standing }: Pick<NetworkState, 'standing'>): boolean =>
  standing !== 'dissolved' && standing !== 'over'

/**
 * Whether a network that came into `into` as a whole goes over into it now. Of two that each took in the
 * other at once only the one with the greater id does, whichever of them is asked first.
 */
export const goesOver = (state: NetworkState, into: NetworkId): boolean =>
  isLive(state) &&
  !staysItself(state) &&
  !(state.networkId < into && state.merged.some(({ other }) => other === into))

/** One that was dismantled goes over into no other, nor while something is open: what comes has to be answered. */
export const staysItself = (state: Pick<NetworkState, 'standing' | 'alarms'>): boolean =>
  state.standing === 'dismantled' || openAlarms(state).length > 0

/**
 * Whether a case may be news to a dismantled network: it came since, whenever that was noted, and nobody
 * judged it. The day itself counts: nobody knows which of the two was first.
 */
export const isNews = (
  { dismantled, standing, members, removed, alarms }: NetworkState,
  { caseId, openedAt }: { readonly caseId: CaseId; readonly openedAt: Instant },
): boolean =>
  standing === 'dismantled' &&
  dismantled !== undefined &&
  dayOf(openedAt) >= dismantled.day &&
  ![...members, ...removed, ...alarms.map((one) => one.case)].includes(caseId)

/**
 * Which of the cases of a network that a reader sees an alarm tells them of: the one that it came with or,
 * where that is not in the network any more, one that is bound to what came, or any. So it ends by an answer
 * alone.
 */
export const alarmedBy = (
  { to }: Pick<NetworkAlarm, 'to'>,
  { live, seen }: { readonly live: readonly CaseId[]; readonly seen: readonly CaseId[] },
  isBound: (one: CaseId) => boolean,
): CaseId | undefined => {
  if (live.includes(to)) return seen.find((one) => one === to)
  return seen.find(isBound) ?? seen[0]
}

/** Cases that came after it was dismantled, which nobody has answered. */
export const openAlarms = ({ alarms }: Pick<NetworkState, 'alarms'>): readonly NetworkAlarm[] =>
  alarms.filter(({ answeredAt }) => answeredAt === undefined)
