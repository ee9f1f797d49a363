import type { FastifyRequest } from 'fastify'
import { groupsOf, type AddressGroups } from '../../../core/services/limits/address.ts'
import { makeBucket, type Bucket } from '../../../core/services/limits/bucket.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'
import { ms, type Ms } from '../../../core/base/units.ts'
import { NEIGHBOURS, type Action, type WebchatLimits } from './limits.ts'

/** Where a request comes from, as it is counted: keyed hashes alone are kept. */
export const clientOf = (hasher: Pick<Hasher, 'keyed'>, request: FastifyRequest): AddressGroups => {
  const { one, many } = groupsOf(request.ip)
  return { one: hasher.keyed('address', one), many: hasher.keyed('address', many) }
}

/**
 * Counts an action of a chat (where there is one) and of where it comes from. Returns 0, or how
 * long to wait.
 */
export type Limiter = (action: Action, who: { readonly chat?: string; readonly address: AddressGroups }) => Ms

export const makeLimiter = (limits: WebchatLimits, clock: Clock): Limiter => {
  type Buckets = { readonly chat: Bucket; readonly one: Bucket; readonly many: Bucket }
  const bucketsOf = (action: Action): Buckets => {
    const { chat, address } = limits.rates[action]
    const around = { burst: address.burst * NEIGHBOURS, perSecond: address.perSecond * NEIGHBOURS }
    return {
      chat: makeBucket(chat, clock, limits.remembered),
      one: makeBucket(address, clock, limits.remembered),
      many: makeBucket(around, clock, limits.remembered),
    }
  }
  const buckets: Readonly<Record<Action, Buckets>> = {
    message: bucketsOf('message'),
    upload: bucketsOf('upload'),
    session: bucketsOf('session'),
    stream: bucketsOf('stream'),
    view: bucketsOf('view'),
    typing: bucketsOf('typing'),
    once: bucketsOf('once'),
  }
  return (action, { chat, address }) => {
    const { chat: ofChat, one, many } = buckets[action]
    for (const take of [
      () => (chat === undefined ? ms(0) : ofChat(chat)),
      () => one(address.one),
      () => many(address.many),
    ]) {
      const wait = take()
      if (wait > 0) return wait
    }
    return ms(0)
  }
}
