import { call } from './call.ts'
import { answerOfPasskey } from './passkey.ts'

/** Proving again who one is, in a session that goes on. All throw ApiFault. */
export const prove = (given: {
  readonly password: string
  readonly code?: string
  readonly backup?: string
}): Promise<unknown> => call('POST', '/api/v1/me/proof', { body: given })
export const proveWithPasskey = async (): Promise<unknown> =>
  call('POST', '/api/v1/me/proof/passkey', { body: { response: await answerOfPasskey() } })
