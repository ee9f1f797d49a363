import type { BetterAuthPlugin } from 'better-auth'
import { deleteSessionCookie } from 'better-auth/cookies'
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import type { Clock } from '../../core/ports/clock.ts'
import type { Hasher } from '../../core/ports/hasher.ts'
import { minutes } from '../../core/units.ts'
import { accountKey, insideKey, makeAttempts } from './attempts.ts'
import { deedSchema } from './deeds.ts'
import { isProved } from './proof.ts'
import { hotlineCheckSchema } from './hotline-checks.ts'
import { ownRepliesSchema } from './own-replies.ts'
import { presenceSchema } from './presence.ts'
import { pushSchema } from './push-book.ts'
import { shiftSchema } from './shifts.ts'
import { teamRepliesSchema } from './team-replies.ts'

/** A code is good for its own half minute and the ones beside it (RFC 6238, window 1); remembered a little longer. */
const CODE_MEMORY = minutes(3)
const CODE = /^\d{6}$/
const CHALLENGE_COOKIE = 'two_factor'

/** Where a signed-in browser proves the password again: a thief of a session may not guess it there. */
const PASSWORD_AGAIN = new Set([
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/two-factor/get-totp-uri',
])
/** A way in that is added: refused to a session that nobody proved lately, or a thief of it makes it theirs for good. */
const NEW_PASSKEY = new Set(['/passkey/generate-register-options', '/passkey/verify-registration'])
/** What changes the ways in of who has a second factor already: the password alone, which these ask for, is half of what they sign in with. */
const FACTOR_CHANGES = new Set([
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/change-password',
  '/passkey/delete-passkey',
])
const SECOND_FACTOR = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code'])

type Hook = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const bodyText = (ctx: Hook, field: string): string | undefined => {
  const value: unknown = (ctx.body as Record<string, unknown> | undefined)?.[field]
  return typeof value === 'string' ? value : undefined
}

/** Whose password this call tries, by e-mail address; nothing where it tries none. */
const accountOf = async (ctx: Hook): Promise<string | undefined> => {
  if (ctx.path === '/sign-in/email') return bodyText(ctx, 'email')?.toLowerCase()
  if (!PASSWORD_AGAIN.has(ctx.path)) return undefined
  return (await getSessionFromCtx(ctx))?.user.email.toLowerCase()
}

/** Whose second factor this call tries: the one signed in, or the one whose password was right a moment ago. */
const challengedUser = async (ctx: Hook): Promise<string | undefined> => {
  const session = await getSessionFromCtx(ctx)
  if (session !== null) return session.user.id
  const cookie = ctx.context.createAuthCookie(CHALLENGE_COOKIE)
  const challenge = await ctx.getSignedCookie(cookie.name, ctx.context.secret)
  if (typeof challenge !== 'string' || challenge === '') return undefined
  return (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value
}

/**
 * What better-auth leaves open: one limit an account over all addresses, a code that works once, no impersonation, no
 * browser that is trusted without its second factor.
 */
export const makeGuard = ({ clock, hasher }: { readonly clock: Clock; readonly hasher: Hasher }): BetterAuthPlugin => {
  const attempts = makeAttempts(clock)
  const keyOf = (ctx: Hook, account: string): string => {
    const key = accountKey(hasher, account)
    return PASSWORD_AGAIN.has(ctx.path) ? insideKey(key) : key
  }

  const countAttempt = createAuthMiddleware(async (ctx) => {
    const account = await accountOf(ctx)
    if (account === undefined) return
    const outcome = await attempts.begin(ctx.context.adapter, keyOf(ctx, account))
    if (outcome.status === 'locked')
      throw new APIError(
        'TOO_MANY_REQUESTS',
        { code: 'ACCOUNT_LOCKED', message: 'Too many attempts. Try again later.' },
        { 'retry-after': String(Math.ceil(outcome.wait / 1000)) },
      )
  })

  const forgetAttempts = createAuthMiddleware(async (ctx) => {
    if (isAPIError(ctx.context.returned) || ctx.context.returned instanceof Error) return
    const account = await accountOf(ctx)
    if (account !== undefined) await attempts.forget(ctx.context.adapter, keyOf(ctx, account))
  })

  const askForProof = createAuthMiddleware(async (ctx) => {
    const found = await getSessionFromCtx(ctx)
    if (found === null || isProved(found.session as Parameters<typeof isProved>[0])) return
    const { user } = found
    const hasFactor =
      user['twoFactorEnabled'] === true ||
      (await ctx.context.adapter.count({ model: 'passkey', where: [{ field: 'userId', value: user.id }] })) > 0
    if (hasFactor || NEW_PASSKEY.has(ctx.path))
      throw new APIError('FORBIDDEN', { code: 'PROOF_REQUIRED', message: 'Prove again who you are.' })
  })

  /** A password alone is no way in for who has passkeys and no codes: a passkey would be a second factor that nobody is asked for. */
  const askForPasskey = createAuthMiddleware(async (ctx) => {
    const made = ctx.context.newSession
    if (made === null || made === undefined || made.user['twoFactorEnabled'] === true) return
    if ((await ctx.context.adapter.count({ model: 'passkey', where: [{ field: 'userId', value: made.user.id }] })) === 0) return
    await ctx.context.internalAdapter.deleteSession(made.session.token)
    deleteSessionCookie(ctx, true)
    ctx.context.setNewSession(null)
    throw new APIError('FORBIDDEN', { code: 'PASSKEY_REQUIRED', message: 'Sign in with a passkey.' })
  })

  /** Claimed before it is checked, so that of two calls with one code not even the second gets a cookie. */
  const claimCode = createAuthMiddleware(async (ctx) => {
    const refused = new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' })
    const code = bodyText(ctx, 'code')
    if (code === undefined || !CODE.test(code)) throw refused
    const user = await challengedUser(ctx)
    if (user === undefined) return
    const first = await ctx.context.internalAdapter.reserveVerificationValue({
      identifier: `code-${hasher.keyed('session', 'code', user, code)}`,
      value: 'used',
      expiresAt: new Date(clock.now() + CODE_MEMORY),
    })
    if (!first) throw refused
  })

  return {
    id: 'amin-guard',
    schema: {
      ...attempts.schema,
      ...deedSchema,
      ...presenceSchema,
      ...shiftSchema,
      ...ownRepliesSchema,
      ...teamRepliesSchema,
      ...hotlineCheckSchema,
      ...pushSchema,
    },
    hooks: {
      before: [
        {
          matcher: (ctx) => ctx.path?.includes('impersonat') ?? false,
          handler: createAuthMiddleware(async () => {
            throw new APIError('FORBIDDEN', { code: 'IMPERSONATION_DISABLED', message: 'Nobody acts as somebody else here.' })
          }),
        },
        { matcher: (ctx) => NEW_PASSKEY.has(ctx.path ?? '') || FACTOR_CHANGES.has(ctx.path ?? ''), handler: askForProof },
        { matcher: (ctx) => ctx.path === '/sign-in/email' || PASSWORD_AGAIN.has(ctx.path ?? ''), handler: countAttempt },
        { matcher: (ctx) => ctx.path === '/two-factor/verify-totp', handler: claimCode },
        {
          matcher: (ctx) => SECOND_FACTOR.has(ctx.path ?? ''),
          handler: createAuthMiddleware(async () => ({ context: { body: { trustDevice: false } } })),
        },
      ],
      after: [
        { matcher: (ctx) => ctx.path === '/sign-in/email' || PASSWORD_AGAIN.has(ctx.path ?? ''), handler: forgetAttempts },
        { matcher: (ctx) => ctx.path === '/sign-in/email', handler: askForPasskey },
      ],
    },
  }
}
