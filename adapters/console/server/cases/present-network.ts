import type { CaseCode, CaseId } from '../../../../core/base/ids.ts'
import { optionKey } from '../../../../core/model/keys.ts'
import type { NetworkStep } from '../../../../core/model/network.ts'
import type { Money } from '../../../../core/policy/figures.ts'
import type { CaseRow } from '../../../../core/ports/store/views.ts'
import type { Member } from '../../../../core/services/linkage/networks.ts'
import type { Shared } from '../../../../core/services/linkage/evidence.ts'
import type { NetworkShown } from '../../../../core/services/networks/arrange.ts'
import type { SeenAlarm } from '../../../../core/services/networks/alarms.ts'
import { labelOf, valueOf } from '../../../../core/text/identifiers/label.ts'
import type { CaseFile } from '../../contract/index.ts'
import type { Network, NetworkPage } from '../../contract/networks.ts'
import { isoOf } from '../http/iso.ts'
import type { Names } from './present-case.ts'

/** The question that says where somebody lives. */
const REGION = 'governorate'

export type Reader = { readonly names: Names; readonly say: (key: string) => string }

type Codes = ReadonlyMap<CaseId, CaseCode>

const sumsOf = (all: readonly (Money | undefined)[]): Network['demanded'] =>
  [
    ...Map.groupBy(
      all.filter((one) => one !== undefined),
      ({ currency }) => currency,
    ),
  ].map(([currency, sums]) => ({
    currency,
    hundredths: sums.reduce((sum, { hundredths }) => sum + hundredths, 0),
    cases: sums.length,
  }))

const nameOf = ({ names }: Reader, agent: string): string => names.get(agent) ?? agent

const bondsTo = (codes: Codes, bonds: Member['bonds']): Network['cases'][number]['bonds'] =>
  bonds.flatMap(({ to, by }) => {
    const code = codes.get(to)
    return code === undefined ? [] : [{ code, by: [...by] }]
  })

const codesOf = (rows: readonly CaseRow[]): Codes => new Map(rows.map(({ caseId, code }) => [caseId, code]))

export const presentNetwork = (shown: NetworkShown, reader: Reader): Network => {
  const { members, bonds, told, key, standing, lead, proposed, alarms } = shown
  const codes = codesOf(members.map(({ row }) => row))
  const provinces = new Set(told.flatMap(({ figures }) => figures.governorate ?? []))
  return {
    key,
    state: standing,
    ...(lead === undefined ? {} : { lead: nameOf(reader, lead) }),
    proposed: proposed.length,
    alarms: alarms.length,
    cases: members.map(({ row, bonds: to }) => {
      const holder = row.assignee === undefined ? undefined : reader.names.get(row.assignee)
      return {
        code: row.code,
        openedAt: isoOf(row.openedAt),
        status: row.status,
        severity: row.severity,
        team: row.team,
        ...(holder === undefined ? {} : { holder }),
        bonds: bondsTo(codes, to),
      }
    }),
    bonds: [...bonds],
    lastAt: members.map(({ row }) => isoOf(row.lastAt)).reduce((latest, at) => (at > latest ? at : latest)),
    demanded: sumsOf(told.map(({ figures }) => figures.demanded)),
    paid: sumsOf(told.map(({ figures }) => figures.paidSum)),
    provinces: [...provinces].map((one) => reader.say(optionKey(REGION, one))),
    services: [...new Set(told.flatMap(({ services }) => services))].toSorted(),
  }
}

const casesOf = ({ event }: NetworkStep): readonly CaseId[] =>
  'cases' in event ? event.cases : 'case' in event ? [event.case] : []

/**
 * A step that is about cases is told where the reader may see one of them, and of those alone; why somebody
 * decided it, which may speak of any of them, where the reader sees all.
 */
const presentStep = (
  step: NetworkStep,
  codes: Codes,
  reader: Reader,
): readonly NetworkPage['steps'][number][] => {
  const { at, actor, event } = step
  if (event.type === 'network_viewed' || event.type === 'network_went_over') return []
  const cases = casesOf(step)
  const known = cases.flatMap((one) => codes.get(one) ?? [])
  if (cases.length > 0 && known.length === 0) return []
  return [
    {
      at: isoOf(at),
      ...(actor.startsWith('agent:') ? { by: nameOf(reader, actor.slice('agent:'.length)) } : {}),
      kind: event.type.slice('network_'.length) as NetworkPage['steps'][number]['kind'],
      codes: known,
      ...('reason' in event && known.length === cases.length ? { reason: event.reason } : {}),
      ...(event.type === 'network_led' && event.agent !== undefined
        ? { lead: nameOf(reader, event.agent) }
        : {}),
      ...(event.type === 'network_given' ? { authority: event.authority, reference: event.reference } : {}),
      ...(event.type === 'network_dismantled' ? { day: event.day, source: event.source } : {}),
    },
  ]
}

/** `others`: cases that its steps tell of, as far as the reader may see them. */
export const presentPage = (
  shown: NetworkShown,
  { shared, others, reader }: { shared: readonly Shared[]; others: readonly CaseRow[]; reader: Reader },
): NetworkPage => {
  const inside = codesOf(shown.members.map(({ row }) => row))
  const codes = new Map([...inside, ...codesOf(others)])
  return {
    network: presentNetwork(shown, reader),
    shared: shared.map(({ kind, cases, named }) => ({
      kind,
      ...(named === undefined ? {} : { type: labelOf(named), value: valueOf(named) }),
      cases: cases.flatMap((one) => inside.get(one) ?? []),
    })),
    proposed: shown.proposed.map(({ row, bonds }) => ({
      code: row.code,
      openedAt: isoOf(row.openedAt),
      bonds: bondsTo(inside, bonds),
    })),
    alarms: shown.alarms.map(({ row, to, at }) => ({ code: row.code, to: to.code, at: isoOf(at) })),
    steps: (shown.decided?.steps ?? []).flatMap((step) => presentStep(step, codes, reader)),
  }
}

/** `judges`: the reader may be shown networks. */
export const presentMatch = (
  caseId: CaseId,
  alarms: readonly SeenAlarm[],
  judges: boolean,
): CaseFile['matches'] => {
  const alarm = alarms.find(({ row }) => row.caseId === caseId)
  if (alarm === undefined) return undefined
  return {
    to: alarm.to.code,
    at: isoOf(alarm.at),
    ...(alarm.key === undefined || !judges ? {} : { network: alarm.key }),
  }
}
