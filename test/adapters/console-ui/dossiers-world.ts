import type { z } from 'zod'
import { NewDossier, type DossierState } from '../../../adapters/console/contract/dossiers.ts'
import { answered, askedBy } from './exports-world.ts'
import { codeOf, ME } from './world.ts'

type State = z.input<typeof DossierState>
type Asked = z.infer<typeof NewDossier>

/** Two people have to agree; two of three who agreed to investigators, nobody to an aid organisation. */
export const makeDossierState = (): State => ({
  rule: { twoPersons: true, onlySealed: false },
  scopes: [
    { scope: 'share-investigators', named: 2, unnamed: 1 },
    { scope: 'share-ngo', named: 0, unnamed: 3 },
  ],
  mayAsk: true,
})

/** A dossier of three cases that somebody asked for, as whoever did not ask sees it. */
export const dossierAskedBy = (
  who: { readonly id: string; readonly name: string },
  asked: Asked,
): State['request'] => ({
  ...askedBy(who, asked),
  scope: asked.scope,
  cases: [codeOf(3), codeOf(4), codeOf(5)],
})

/** What comes of a call below `/dossier`. */
export const actOnDossier = (state: State, path: readonly string[], body: unknown): State => {
  if (path.length === 0) return { ...state, request: dossierAskedBy(ME, NewDossier.parse(body)) }
  const { request } = state
  return request === undefined ? state : { ...state, request: answered(request, path[1]) }
}
