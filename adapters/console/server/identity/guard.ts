import type { BetterAuthPlugin } from 'better-auth'
import { deleteSessionCookie } from 'better-auth/cookies'
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import type { Clock } from '../../../../core/ports/clock.ts'
import type { Hasher } from '../../../../core/ports/hasher.ts'
import { minutes } from '../../../../core/base/units.ts'
import {
  accountKey,
  deviceKey,
  FEW,
  insideKey,
  makeAttempts,
  networkKey,
  SLOWLY,
  type Rule,
} from './attempts.ts'
import { deedSchema } from '../administration/deeds.ts'
import { isWeak } from './password.ts'
import { isProved } from './proof.ts'
import { hotlineCheckSchema } from '../administration/hotline-checks.ts'
import { ownRepliesSchema } from '../replies/own-replies.ts'
import { presenceSchema } from '../shift/presence.ts'
import { pushSchema } from '../shift/push-book.ts'
import { shiftSchema } from '../shift/shifts.ts'
import { makeSignIns, PROOF_HEADER } from './sign-ins.ts'
import { teamDocumentSchema } from '../team-lists/team-document.ts'

/**
 * A code is good for its own half minute and the ones beside it (RFC 6238, window 1); remembered a
 * little longer.
 */
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
/**
 * A way in that is added: refused to a session that nobody proved lately, or a thief of it makes it
 * theirs for good.
 */
const NEW_PASSKEY = new Set(['/passkey/generate-register-options', '/passkey/verify-registration'])
/**
 * What changes the ways in of who has a second factor already: the password alone, which these ask
 * for, is half of what they sign in with.
 */
const FACTOR_CHANGES = new Set([
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/change-password',
  '/passkey/delete-passkey',
])
const SECOND_FACTOR = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code'])
const HOW = {
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'backup',
  '/passkey/verify-authentication': 'passkey',
} as const

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

/**
 * Whose second factor this call tries: the one signed in, or the one whose password was right a
 * moment ago.
 */
const challengedUser = async (ctx: Hook): Promise<string | undefined> =>
  (await getSessionFromCtx(ctx))?.user.id ?? challengedMember(ctx)

/** That the password was right a moment ago, as the browser carries it; it is used up by a right code. */
const challengeOf = async (ctx: Hook): Promise<string | undefined> => {
  const challenge = await ctx.getSignedCookie(
    ctx.context.createAuthCookie(CHALLENGE_COOKIE).name,
    ctx.context.secret,
  )
  return typeof challenge === 'string' && challenge !== '' ? challenge : undefined
}

/** Whose password was right a moment ago, and whose second step is missing. */
const challengedMember = async (ctx: Hook): Promise<string | undefined> => {
  const challenge = await challengeOf(ctx)
  if (challenge === undefined) return undefined
  return (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value
}

/**
 * What better-auth leaves open: limits an account that no stranger can shut, a code that works
 * once, no impersonation, no browser that is trusted without its second factor.
 */
export const makeGuard = ({
  clock,
  hasher,
}: {
  readonly clock: Clock
  readonly hasher: Hasher
}): BetterAuthPlugin => {
  const attempts = makeAttempts(clock)
  const signIns = makeSignIns({ clock, hasher })

  const memberOf = async (ctx: Hook, email: string): Promise<string | undefined> =>
    (await ctx.context.internalAdapter.findUserByEmail(email))?.user.id

  /**
   * Each with the rule that it is counted by. A stranger's are counted by network, and all
   * strangers' together: nobody is shut out by them.
   */
  const countersOf = async (ctx: Hook, email: string): Promise<readonly (readonly [string, Rule])[]> => {
    const account = accountKey(hasher, email)
    if (PASSWORD_AGAIN.has(ctx.path)) return [[insideKey(account), FEW]]
    const device = await signIns.deviceOf(ctx, email)
    if (device !== undefined) return [[deviceKey(account, device), FEW]]
    const address = ctx.headers?.get('x-real-ip') ?? ''
    return [
      [networkKey(hasher, account, address), FEW],
      [account, SLOWLY],
    ]
  }

  const countAttempt = createAuthMiddleware(async (ctx) => {
    const email = await accountOf(ctx)
    if (email === undefined) return
    for (const [key, rule] of await countersOf(ctx, email)) {
      const outcome = await attempts.begin(ctx.context.adapter, key, rule)
      if (outcome.status === 'allowed') continue
      await signIns.locked(ctx, await memberOf(ctx, email))
      throw new APIError(
        'TOO_MANY_REQUESTS',
        { code: 'ACCOUNT_LOCKED', message: 'Too many attempts. Try again later.' },
        { 'retry-after': String(Math.ceil(outcome.wait / 1000)) },
      )
    }
  })

  const settleAttempt = createAuthMiddleware(async (ctx) => {
    const email = await accountOf(ctx)
    if (email === undefined) return
    const { returned } = ctx.context
    if (isAPIError(returned) && returned.status === 'UNAUTHORIZED' && ctx.path === '/sign-in/email')
      await signIns.failed(
        ctx,
        await memberOf(ctx, email),
        'password',
        (await signIns.deviceOf(ctx, email)) !== undefined,
      )
    if (isAPIError(returned) || returned instanceof Error) return
    const account = accountKey(hasher, email)
    await attempts.forget(ctx.context.adapter, PASSWORD_AGAIN.has(ctx.path) ? insideKey(account) : account)
  })

  /** What came of the second step, and of a passkey. */
  const noteFactor = createAuthMiddleware(async (ctx) => {
    if (ctx.headers?.get(PROOF_HEADER) === '1') return
    const made = ctx.context.newSession
    const how = HOW[ctx.path as keyof typeof HOW]
    if (isAPIError(ctx.context.returned)) {
      const challenged = how === 'passkey' ? undefined : await challengedMember(ctx)
      if (challenged !== undefined) await signIns.failed(ctx, challenged, how, false)
      return
    }
    // Without a challenge of the sign-in it is somebody inside who sets up codes.
    if (made !== null && made !== undefined && (how === 'passkey' || (await challengeOf(ctx)) !== undefined))
      await signIns.done(ctx, made.user, how)
  })

  const refuseWeak = createAuthMiddleware(async (ctx) => {
    const wanted = bodyText(ctx, 'newPassword')
    const user = (await getSessionFromCtx(ctx))?.user
    if (wanted !== undefined && user !== undefined && (await isWeak(wanted, user)))
      throw new APIError('BAD_REQUEST', { code: 'PASSWORD_WEAK', message: 'That password is easy to guess.' })
  })

  const askForProof = createAuthMiddleware(async (ctx) => {
    const found = await getSessionFromCtx(ctx)
    if (found === null || isProved(found.session as Parameters<typeof isProved>[0])) return
    const { user } = found
    const hasFactor =
      user['twoFactorEnabled'] === true ||
      (await ctx.context.adapter.count({ model: 'passkey', where: [{ field: 'userId', value: user.id }] })) >
        0
    if (hasFactor || NEW_PASSKEY.has(ctx.path))
      throw new APIError('FORBIDDEN', { code: 'PROOF_REQUIRED', message: 'Prove again who you are.' })
  })

  /**
   * A password alone is no way in for who has passkeys and no codes: a passkey would be a second
   * factor that nobody is asked for.
   */
  const askForPasskey = createAuthMiddleware(async (ctx) => {
    const made = ctx.context.newSession
    if (made === null || made === undefined || made.user['twoFactorEnabled'] === true) return
    if (
      (await ctx.context.adapter.count({
        model: 'passkey',
        where: [{ field: 'userId', value: made.user.id }],
      })) === 0
    )
      return signIns.done(ctx, made.user, 'password')
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
    if (!first) {
      const challenged = await challengedMember(ctx)
      if (challenged !== undefined) await signIns.failed(ctx, challenged, 'code', false)
      throw refused
    }
  })

  return {
    id: 'amin-guard',
    schema: {
      ...attempts.schema,
      ...deedSchema,
      ...presenceSchema,
      ...shiftSchema,
      ...ownRepliesSchema,
      ...teamDocumentSchema,
      ...hotlineCheckSchema,
      ...pushSchema,
    },
    hooks: {
      before: [
        {
          matcher: (ctx) => ctx.path?.includes('impersonat') ?? false,
          handler: createAuthMiddleware(async () => {
            throw new APIError('FORBIDDEN', {
              code: 'IMPERSONATION_DISABLED',
              message: 'Nobody acts as somebody else here.',
            })
          }),
        },
        {
          matcher: (ctx) => NEW_PASSKEY.has(ctx.path ?? '') || FACTOR_CHANGES.has(ctx.path ?? ''),
          handler: askForProof,
        },
        {
          matcher: (ctx) => ctx.path === '/sign-in/email' || PASSWORD_AGAIN.has(ctx.path ?? ''),
          handler: countAttempt,
        },
        { matcher: (ctx) => ctx.path === '/change-password', handler: refuseWeak },
        { matcher: (ctx) => ctx.path === '/two-factor/verify-totp', handler: claimCode },
        {
          matcher: (ctx) => SECOND_FACTOR.has(ctx.path ?? ''),
          handler: createAuthMiddleware(async () => ({ context: { body: { trustDevice: false } } })),
        },
      ],
      after: [
        {
          matcher: (ctx) => ctx.path === '/sign-in/email' || PASSWORD_AGAIN.has(ctx.path ?? ''),
          handler: settleAttempt,
        },
        { matcher: (ctx) => ctx.path === '/sign-in/email', handler: askForPasskey },
        { matcher: (ctx) => (ctx.path ?? '') in HOW, handler: noteFactor },
      ],
    },
  }
}
