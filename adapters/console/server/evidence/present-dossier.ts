import type { DossierCount } from '../../../../core/custody/bundle/dossier-orders.ts'
import { isLive, type DossierRequest } from '../../../../core/model/network.ts'
import { LEAST_MEMBERS, type NetworkShown } from '../../../../core/services/networks/arrange.ts'
import { may } from '../identity/caller.ts'
import type { DossierState } from '../../contract/dossiers.ts'
import { presentRequest, type Asking } from './present-exports.ts'

/** For whom a dossier may be; nobody's own copy. */
export const DOSSIER_SCOPES = ['share-investigators', 'share-ngo'] as const
type DossierScope = (typeof DOSSIER_SCOPES)[number]

type DossierAsking = Asking & {
  readonly scopes: readonly ({ readonly scope: DossierScope } & DossierCount)[]
}

const isDossierScope = (scope: string): scope is DossierScope => DOSSIER_SCOPES.some((one) => one === scope)

/** `asked`: the newest request, where the reader sees every case of it. */
export const presentDossier = (
  { members, decided }: NetworkShown,
  asked: DossierRequest | undefined,
  asking: DossierAsking,
): DossierState => {
  const { rule, caller, scopes } = asking
  const request = presentRequest(asked, asking, may(caller, 'networks'))
  const inside = members.filter(({ row }) => asked?.cases.includes(row.caseId) === true)
  return {
    rule: {
      twoPersons: rule.twoPersons,
      onlySealed: rule.onlySealed,
      ...(rule.recipients === undefined ? {} : { recipients: [...rule.recipients] }),
    },
    scopes: scopes.map((one) => ({ ...one })),
    mayAsk:
      may(caller, 'networks') &&
      decided !== undefined &&
      isLive(decided) &&
      scopes.some(({ named }) => named >= LEAST_MEMBERS),
    ...(request === undefined || !isDossierScope(request.scope)
      ? {}
      : {
          request: { ...request, scope: request.scope, cases: inside.map(({ row }) => row.code) },
        }),
  }
}
