import type { ExportRule } from '../../../../core/custody/bundle/request.ts'
import { judgeAnswer, judgeFetch, statusOf } from '../../../../core/custody/bundle/request.ts'
import { BUNDLE_SCOPES } from '../../../../core/model/bundle-scope.ts'
import { forbids } from '../../../../core/custody/bundle/forbids.ts'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import type { Barred } from '../../../../core/services/agents/second-person.ts'
import type { CaseState } from '../../../../core/model/state.ts'
import type { Instant } from '../../../../core/base/units.ts'
import { may, type Caller } from '../identity/caller.ts'
import type { ExportRequest, ExportState } from '../../contract/exports.ts'
import { isoOf } from '../http/iso.ts'
import { presentBarred } from '../cases/present-barred.ts'
import type { Names } from '../cases/present-case.ts'

export type Asking = {
  readonly rule: ExportRule
  readonly caller: Caller
  readonly names: Names
  readonly now: Instant
  readonly barred: Barred | undefined
}

/** Who holds the case may ask, and who answers for all of them. */
export const mayAsk = (state: CaseState, caller: Caller): boolean =>
  may(caller, 'export') &&
  (may(caller, 'approve') || (state.hands.status === 'agent' && state.hands.agent === caller.id))

/** `fetches`: whether the role of the caller may fetch what was agreed to. */
export const presentRequest = (
  request: CaseState['handover']['request'],
  { rule, caller, names, now, barred }: Asking,
  fetches: boolean,
): ExportRequest | undefined => {
  if (request === undefined) return undefined
  const { seq, by, at, reason, scope, recipients, answer } = request
  const named = (id: string) => ({ id, name: names.get(id) ?? id })
  return {
    request: seq,
    by: named(by),
    at: isoOf(at),
    reason,
    scope,
    recipients: [...recipients],
    status: statusOf(rule, request, now),
    ...(answer === undefined ? {} : { answer: { by: named(answer.by), at: isoOf(answer.at) } }),
    mayAnswer:
      rule.twoPersons && may(caller, 'approve') && judgeAnswer({ request }, seq, caller.id) === undefined,
    ...presentBarred(barred),
    mayFetch: fetches && judgeFetch(rule, { request }, seq, caller.id, now) === undefined,
  }
}

export const presentExports = ({ state, events }: CaseBook, asking: Asking): ExportState => {
  const { rule, caller } = asking
  const items = Object.values(state.evidence)
  const sealed = items.filter(({ status }) => status === 'sealed').length
  const refused = events.filter(({ event }) => event.type === 'evidence_refused').length
  const request = presentRequest(state.handover.request, asking, may(caller, 'export'))
  return {
    rule: {
      twoPersons: rule.twoPersons,
      onlySealed: rule.onlySealed,
      ...(rule.recipients === undefined ? {} : { recipients: [...rule.recipients] }),
    },
    scopes: BUNDLE_SCOPES.map((scope) => {
      const forbidden = forbids(state, scope)
      return { scope, ...(forbidden === undefined ? {} : { forbidden }) }
    }),
    items: sealed,
    leftOut: items.length - sealed + refused,
    mayAsk: mayAsk(state, caller),
    ...(request === undefined ? {} : { request }),
  }
}
