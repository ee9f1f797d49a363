import { randomBytes } from 'node:crypto'
import type { createAuthMiddleware } from 'better-auth/api'
import type { Clock } from '../../../../core/ports/clock.ts'
import type { Hasher } from '../../../../core/ports/hasher.ts'
import { minutes, type Instant } from '../../../../core/base/units.ts'
import { accountKey } from './attempts.ts'
import { makeDeeds } from '../administration/deeds.ts'

type Hook = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/**
 * On a call by which somebody signed in proves who they are; set by proof.ts, and never passed on
 * from a browser.
 */
export const PROOF_HEADER = 'x-amin-proof'

const COOKIE = 'device'
/** As long as browsers keep a cookie at most. */
const COOKIE_SECONDS = 400 * 24 * 3600
/** Members who share a browser of the office. */
const MOST_ACCOUNTS = 8
/** Of a keyed hash: enough to be one account's alone, in a cookie that each call carries. */
const KEY = 22
/**
 * Failures at addresses that nobody here has are written down as a number, this often; of members
 * each is.
 */
const STRANGERS_PAUSE = minutes(15)
/** That nothing is taken is written down this often for an account. */
const LOCKED_PAUSE = minutes(15)
const MOST_LOCKED = 10_000

type How = 'password' | 'code' | 'backup' | 'passkey'

export type SignIns = {
  /**
   * The browser's own name, where it was signed in to this account before; its tries are counted
   * apart from those of strangers.
   */
  readonly deviceOf: (ctx: Hook, email: string) => Promise<string | undefined>
  /** Somebody is in: their browser is remembered, and it is written down. */
  readonly done: (
    ctx: Hook,
    member: { readonly id: string; readonly email: string },
    how: How,
  ) => Promise<void>
  readonly failed: (ctx: Hook, member: string | undefined, how: How, known: boolean) => Promise<void>
  readonly locked: (ctx: Hook, member: string | undefined) => Promise<void>
}

/**
 * Who signed in, who failed to and who was held up, in the administrators' log: by ids and fixed
 * words, without any address. A stranger's failures are bounded for each member (attempts.ts), so
 * the log cannot be flooded with them.
 */
export const makeSignIns = ({
  clock,
  hasher,
}: {
  readonly clock: Clock
  readonly hasher: Hasher
}): SignIns => {
  const lockedAt = new Map<string, Instant>()
  let strangers: { count: number; since: Instant } | undefined

  const write = (ctx: Hook, deed: Parameters<ReturnType<typeof makeDeeds>['append']>[0]): Promise<void> =>
    makeDeeds(ctx.context.adapter, { clock, hasher }).append(deed)
  const shortOf = (email: string): string => accountKey(hasher, email).slice(0, KEY)
  /** The browser's name, and the accounts that were signed in to with it. */
  const read = async (ctx: Hook): Promise<readonly string[]> => {
    const kept = await ctx.getSignedCookie(ctx.context.createAuthCookie(COOKIE).name, ctx.context.secret)
    return typeof kept === 'string' ? kept.split('.') : []
  }

  return {
    deviceOf: async (ctx, email) => {
      const [device, ...accounts] = await read(ctx)
      return accounts.includes(shortOf(email)) ? device : undefined
    },
    done: async (ctx, { id, email }, how) => {
      const [device, ...accounts] = await read(ctx)
      const own = shortOf(email)
      const known = accounts.includes(own)
      const cookie = ctx.context.createAuthCookie(COOKIE, { maxAge: COOKIE_SECONDS })
      const kept = [own, ...accounts.filter((each) => each !== own)].slice(0, MOST_ACCOUNTS)
      const name = device ?? randomBytes(12).toString('base64url')
      await ctx.setSignedCookie(cookie.name, [name, ...kept].join('.'), ctx.context.secret, cookie.attributes)
      await write(ctx, {
        by: id,
        kind: 'signed_in',
        subject: id,
        detail: { how, browser: known ? 'known' : 'new' },
      })
    },
    failed: async (ctx, member, how, known) => {
      if (member !== undefined) {
        const detail = { how, browser: known ? 'known' : 'new' }
        await write(ctx, { by: 'stranger', kind: 'sign_in_failed', subject: member, detail })
        return
      }
      const now = clock.now()
      const count = (strangers?.count ?? 0) + 1
      const due = strangers === undefined || now - strangers.since >= STRANGERS_PAUSE
      strangers = due ? { count: 0, since: now } : { count, since: strangers?.since ?? now }
      if (due)
        await write(ctx, {
          by: 'stranger',
          kind: 'sign_in_failed',
          subject: 'nobody',
          detail: { count: String(count) },
        })
    },
    locked: async (ctx, member) => {
      if (member === undefined) return
      const now = clock.now()
      const last = lockedAt.get(member)
      if (last !== undefined && now - last < LOCKED_PAUSE) return
      if (lockedAt.size >= MOST_LOCKED) lockedAt.clear()
      lockedAt.set(member, now)
      await write(ctx, { by: 'stranger', kind: 'sign_in_held_up', subject: member })
    },
  }
}
