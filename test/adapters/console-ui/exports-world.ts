import type { z } from 'zod'
import type { ExportState } from '../../../adapters/console/contract/exports.ts'
import { NewExport } from '../../../adapters/console/contract/exports.ts'
import { COLLEAGUE, ME, NOW } from './world.ts'

type State = z.input<typeof ExportState>

/** What a case's bundles stand at, with two people: consent to investigators alone, nothing asked for yet. */
export const makeExportState = (): State => ({
  rule: { twoPersons: true, onlySealed: false },
  scopes: [
    { scope: 'person' },
    { scope: 'share-investigators' },
    { scope: 'share-ngo', forbidden: 'consent' },
  ],
  items: 4,
  leftOut: 1,
  mayAsk: true,
})

/** A request of somebody's, as whoever did not ask sees it. */
export const askedBy = (
  who: { readonly id: string; readonly name: string },
  asked: z.infer<typeof NewExport>,
): NonNullable<State['request']> => ({
  request: 40,
  by: who,
  at: new Date(NOW).toISOString(),
  reason: asked.reason,
  scope: asked.scope,
  recipients: asked.recipients,
  status: 'waiting',
  mayAnswer: who.id !== ME.id,
  mayFetch: false,
})

/** A request after a colleague's `answer`, as the address of it says. */
export const answered = <Asked extends object>(request: Asked, answer: string | undefined) => {
  const agreed = answer === 'approve'
  return {
    ...request,
    status: agreed ? ('ready' as const) : ('refused' as const),
    answer: { by: COLLEAGUE, at: new Date(NOW).toISOString() },
    mayAnswer: false,
    mayFetch: agreed,
  }
}

/** What comes of a call below `/exports`. */
export const actOnExports = (state: State, path: readonly string[], body: unknown): State => {
  if (path.length === 0) return { ...state, request: askedBy(ME, NewExport.parse(body)) }
  const { request } = state
  return request === undefined ? state : { ...state, request: answered(request, path[1]) }
}
