import { apiKey } from '@better-auth/api-key'
import { passkey } from '@better-auth/passkey'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { APIError, isAPIError } from 'better-auth/api'
import { admin, twoFactor } from 'better-auth/plugins'
import { Failure } from '../../../../core/base/failure.ts'
import type { Clock } from '../../../../core/ports/clock.ts'
import type { Hasher } from '../../../../core/ports/hasher.ts'
import type { Log } from '../../../../core/ports/log.ts'
import { makeGuard } from './guard.ts'
import { access, roles } from './roles.ts'

export type AuthParts = {
  /** What better-auth takes: a `DatabaseSync` of node:sqlite, or an adapter. */
  readonly agentsDb: NonNullable<BetterAuthOptions['database']>
  /** At least 32 characters; signs cookies and encrypts second factors. */
  readonly authSecret: string
  readonly publicUrl: string
  readonly clock: Clock
  readonly hasher: Hasher
  readonly log: Log
}

/**
 * A long shift. It is not extended: a stream that stays open all night would keep a session alive
 * for ever.
 */
const SESSION_SECONDS = 12 * 3600
/**
 * A team behind one address signs in at the start of a shift; guessing is bounded by account, not
 * by address (attempts.ts).
 */
export const SIGN_INS_A_MINUTE = 20
const CALLS_A_MINUTE = 300
const MIN_PASSWORD = 12
const MAX_PASSWORD = 200

/**
 * A passkey stands alone, so it must be the two factors itself: the thing, and the finger or the
 * number that opens it.
 */
const asVerified = (verified: boolean | undefined): void => {
  if (verified !== true)
    throw new APIError('FORBIDDEN', {
      code: 'USER_NOT_VERIFIED',
      message: 'The passkey must ask who you are.',
    })
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

export const isLoopback = (publicUrl: string): boolean => LOOPBACK.has(new URL(publicUrl).hostname)

/**
 * What passkeys are bound to: a name. An address of this machine is none that browsers take, so it
 * is `localhost` there.
 */
const passkeyHost = (publicUrl: string): string =>
  isLoopback(publicUrl) ? 'localhost' : new URL(publicUrl).hostname

/**
 * Where agents' browsers may write from. On this machine `localhost` and the addresses are one and
 * the same.
 */
export const originsOf = (publicUrl: string): readonly string[] => {
  const url = new URL(publicUrl)
  if (!LOOPBACK.has(url.hostname)) return [url.origin]
  return [...LOOPBACK].map((host) => `${url.protocol}//${host}${url.port === '' ? '' : `:${url.port}`}`)
}

const makeAuth = (parts: AuthParts) => {
  const https = new URL(parts.publicUrl).protocol === 'https:'
  return betterAuth({
    appName: 'Amin',
    database: parts.agentsDb,
    baseURL: new URL(parts.publicUrl).origin,
    basePath: '/api/auth',
    secret: parts.authSecret,
    trustedOrigins: [...originsOf(parts.publicUrl)],
    telemetry: { enabled: false },
    // Its messages hold addresses and values: only that it spoke is kept.
    logger: {
      level: 'warn',
      disableColors: true,
      log: (level) => parts.log.debug('the sign-in library spoke', { kind: level }),
    },
    onAPIError: {
      onError: (error) => {
        if (!isAPIError(error)) parts.log.error('a sign-in call failed', { error })
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      additionalFields: {
        teams: { type: 'string', required: false, input: false },
        // The last line of the administrators' log that they were told (notices.ts).
        told: { type: 'number', required: false, input: false, returned: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      // One rule for what needs a proof of lately: guard.ts and proof.ts. The library's own knows
      // of no proof but signing in.
      freshAge: 0,
      additionalFields: {
        provedAt: { type: 'date', required: false, input: false },
        // When something was last done with it (idle.ts).
        activeAt: { type: 'date', required: false, input: false },
      },
      cookieCache: { enabled: false },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: CALLS_A_MINUTE,
      customRules: {
        '/sign-in/email': { window: 60, max: SIGN_INS_A_MINUTE },
        '/two-factor/*': { window: 60, max: SIGN_INS_A_MINUTE },
        '/passkey/verify-authentication': { window: 60, max: SIGN_INS_A_MINUTE },
        '/change-password': { window: 60, max: SIGN_INS_A_MINUTE },
      },
    },
    advanced: {
      // `__Host-`: the browser takes it over https for this very host alone, so no neighbouring
      // subdomain can plant one. The library would put `__Secure-` before any name of its own.
      useSecureCookies: false,
      cookiePrefix: https ? '__Host-amin' : 'amin',
      ipAddress: { ipAddressHeaders: ['x-real-ip'] },
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, secure: https, path: '/' },
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    plugins: [
      makeGuard(parts),
      admin({ ac: access, roles, defaultRole: 'agent', adminRoles: ['admin'] }),
      twoFactor({ issuer: 'Amin' }),
      passkey({
        rpID: passkeyHost(parts.publicUrl),
        rpName: 'Amin',
        origin: [...originsOf(parts.publicUrl)],
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => asVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) => asVerified(verification.authenticationInfo.userVerified),
        },
      }),
      apiKey({
        defaultPrefix: 'amin_',
        enableMetadata: false,
        enableSessionForAPIKeys: false,
        rateLimit: { enabled: false },
        keyExpiration: { minExpiresIn: 0 },
      }),
    ],
  })
}

export type Auth = ReturnType<typeof makeAuth>

/** The people's database as it is, for who only reads in it: another process makes its tables. */
export const readPeople = async (parts: AuthParts) => (await makeAuth(parts).$context).adapter

/**
 * Opens the people's database and brings its tables up to date; one without tables (an adapter)
 * needs none. Throws `store_broken`.
 */
export const openAuth = async (parts: AuthParts): Promise<Auth> => {
  const auth = makeAuth(parts)
  if (typeof parts.agentsDb === 'function') return auth
  try {
    await (await auth.$context).runMigrations()
  } catch (error) {
    throw new Failure('store_broken', 'the tables of agents and sessions could not be made', error)
  }
  return auth
}
