import type { FastifyRequest } from 'fastify'
import { isAPIError } from 'better-auth/api'
import type { Hasher } from '../../../../core/ports/hasher.ts'
import { minutes, type Ms } from '../../../../core/base/units.ts'
import { PROOF_HEADER } from './sign-ins.ts'
import { accountKey, FEW, insideKey, type Attempts } from './attempts.ts'
import type { Auth } from './auth.ts'

/** Long enough to invite a team in one go, short enough that a screen left open is worth little. */
const PROOF_LASTS = minutes(15)

/**
 * When whoever has this session last proved who they are: as they signed in, or since. By the wall
 * clock, like all that the library keeps.
 */
export type Proved = {
  readonly createdAt: Date
  readonly provedAt?: Date | string | number | null | undefined
}

export const isProved = ({ createdAt, provedAt }: Proved): boolean => {
  const at = Math.max(
    createdAt.getTime(),
    provedAt === null || provedAt === undefined ? 0 : new Date(provedAt).getTime(),
  )
  return Date.now() - at < PROOF_LASTS
}

/**
 * `wait`: too many tries. `passkey`: a password alone is no proof for who has passkeys and no
 * codes. `code`: it is missing.
 */
export type ProofOutcome =
  | { readonly status: 'proved' | 'wrong_password' | 'wrong_code' | 'code' | 'passkey' | 'other_member' }
  | { readonly status: 'wait'; readonly wait: Ms }

/** The library judges it; here it is bytes of a browser. */
type PasskeyAnswer = NonNullable<
  Parameters<Auth['api']['verifyPasskeyAuthentication']>[0]
>['body']['response']

export type Proof = {
  /** Password, and the code of an app or one of those kept for emergencies where the member has codes. */
  readonly byPassword: (
    request: FastifyRequest,
    given: {
      readonly password: string
      readonly code?: string | undefined
      readonly backup?: string | undefined
    },
  ) => Promise<ProofOutcome>
  /** What the browser answered to `passkey/generate-authenticate-options`. */
  readonly byPasskey: (
    request: FastifyRequest,
    response: Readonly<Record<string, unknown>>,
  ) => Promise<ProofOutcome>
}

const headersOf = (request: FastifyRequest): Headers => {
  const headers = new Headers()
  for (const name of ['cookie', 'origin', 'user-agent'] as const) {
    const value = request.headers[name]
    if (value !== undefined) headers.set(name, value)
  }
  // No sign-in, although the library makes a session of it: see sign-ins.ts. No browser's own
  // header of this name is passed on.
  headers.set(PROOF_HEADER, '1')
  return headers
}

/**
 * Proving again who one is, in a session that goes on: the session, its streams and what is open in
 * the page stay as they are.
 */
export const makeProof = (auth: Auth, attempts: Attempts, hasher: Hasher): Proof => {
  const current = async (request: FastifyRequest) => {
    const found = await auth.api.getSession({ headers: headersOf(request) })
    if (found === null) throw new Error('a route behind the gate has no session')
    return found
  }
  const note = async (token: string): Promise<void> =>
    void (await (await auth.$context).internalAdapter.updateSession(token, { provedAt: new Date() }))

  /** Whether the library takes it. Its other refusals are for whoever asks. */
  const accepts = async (check: () => Promise<unknown>): Promise<boolean> => {
    try {
      await check()
      return true
    } catch (error) {
      if (isAPIError(error) && (error.status === 'UNAUTHORIZED' || error.status === 'BAD_REQUEST'))
        return false
      throw error
    }
  }

  return {
    byPassword: async (request, { password, code, backup }) => {
      const { adapter, internalAdapter, password: hashing } = await auth.$context
      const { user, session } = await current(request)
      const key = insideKey(accountKey(hasher, user.email))
      // Counted before it is looked at, and forgotten only when all of it was right: so guesses of
      // the code are counted too.
      const attempt = await attempts.begin(adapter, key, FEW)
      if (attempt.status === 'locked') return { status: 'wait', wait: attempt.wait }
      const hash = (await internalAdapter.findCredentialAccount(user.id))?.password
      if (typeof hash !== 'string' || !(await hashing.verify({ hash, password })))
        return { status: 'wrong_password' }
      const headers = headersOf(request)
      if (user.twoFactorEnabled === true) {
        if (code === undefined && backup === undefined) {
          await attempts.forget(adapter, key)
          return { status: 'code' }
        }
        const right = await accepts(() =>
          backup === undefined
            ? auth.api.verifyTOTP({ body: { code: code ?? '' }, headers })
            : auth.api.verifyBackupCode({ body: { code: backup, disableSession: true }, headers }),
        )
        if (!right) return { status: 'wrong_code' }
      } else if (
        (await adapter.count({ model: 'passkey', where: [{ field: 'userId', value: user.id }] })) > 0
      ) {
        await attempts.forget(adapter, key)
        return { status: 'passkey' }
      }
      await attempts.forget(adapter, key)
      await note(session.token)
      return { status: 'proved' }
    },

    byPasskey: async (request, response) => {
      const { internalAdapter } = await auth.$context
      const { user, session } = await current(request)
      const headers = headersOf(request)
      let made: Awaited<ReturnType<typeof auth.api.verifyPasskeyAuthentication>> | undefined
      const right = await accepts(async () => {
        made = await auth.api.verifyPasskeyAuthentication({
          body: { response: response as unknown as PasskeyAnswer },
          headers,
        })
      })
      if (!right || made === undefined) return { status: 'wrong_code' }
      // The library signs in with it: that session reaches nobody, as its cookie is not sent.
      await internalAdapter.deleteSession(made.session.token)
      if (made.session.userId !== user.id) return { status: 'other_member' }
      await note(session.token)
      return { status: 'proved' }
    },
  }
}
