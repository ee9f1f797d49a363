import type { Leases } from '../../ports/store/leases.ts'
import { after, hours, minutes, type Instant, type Ms } from '../../base/units.ts'

/**
 * Tries that cost nothing but a day's memory of them; from the third on each makes the next one
 * wait longer.
 */
const FREE = 3
const WAITS: readonly Ms[] = [minutes(1), minutes(5), minutes(15), hours(1), hours(3), hours(6), hours(12)]
const REMEMBERED = hours(24)
/** One try at a time; also how long one that a crash cut off stands in the way. */
const ONE_TRY = minutes(1)
const MOST = FREE + WAITS.length

/**
 * Whether one more try at `name` may be made now. Counted in leases of the store, so it holds for
 * every process and survives each; `owner` names the try, so that the same one asked about again
 * counts once. At most ten a day, the last of them twelve hours apart: a PIN of four digits holds
 * out for years against somebody who knows the code, and the team sees each try.
 */
export const mayTry = async (leases: Leases, name: string, owner: string, now: Instant): Promise<boolean> => {
  const gate = `${name}:gate`
  if (!(await leases.take(gate, { owner, now, until: after(now, ONE_TRY) }))) return false
  for (let n = 0; n < MOST; n += 1) {
    if (!(await leases.take(`${name}:${n}`, { owner, now, until: after(now, REMEMBERED) }))) continue
    const wait = WAITS[n + 1 - FREE]
    if (wait === undefined) await leases.release(gate, owner)
    else await leases.take(gate, { owner, now, until: after(now, wait) })
    return true
  }
  return false
}

/** Of the tries at a code so many may come from one chat, and so many from all chats that anybody can open. */
const MOST_OF_ONE = 5
const MOST_OF_CHEAP = 4

/** The name under which tries from chats that anybody can open are counted together. */
export const cheapOf = (code: string): string => `${code}:cheap`

/**
 * Whether a chat in which the case was never spoken about may try once more at a code. As many a day
 * as `mayTry` allows, from all chats together, so a PIN holds out as long. Some of them from one chat,
 * and some from all those that cost nothing to open (`isCheap`), together fewer than all: whoever opens
 * web chats without end uses up what is meant for web chats alone, and with one account beside them
 * still not everything. Two accounts can use up a day; chats in which the case was spoken about are not
 * counted here. `code` names what is tried, `chat` who tries.
 */
export const mayTryCode = async (
  leases: Leases,
  { code, chat, isCheap }: { readonly code: string; readonly chat: string; readonly isCheap: boolean },
  owner: string,
  now: Instant,
): Promise<boolean> => {
  const takeOne = async (name: string, most: number): Promise<boolean> => {
    for (let n = 0; n < most; n += 1)
      if (await leases.take(`${name}:${n}`, { owner, now, until: after(now, REMEMBERED) })) return true
    return false
  }
  if (!(await takeOne(`${code}:${chat}`, MOST_OF_ONE))) return false
  return (!isCheap || (await takeOne(cheapOf(code), MOST_OF_CHEAP))) && takeOne(code, MOST)
}

/** A try that was right is none: who opens their own case every day must not wait for it. */
export const forgive = async (leases: Leases, name: string, owner: string): Promise<void> => {
  await leases.release(`${name}:gate`, owner)
  for (let n = 0; n < MOST; n += 1) await leases.release(`${name}:${n}`, owner)
}
