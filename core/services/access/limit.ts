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

/** Of the tries at a code so many may come from one chat. */
const MOST_OF_ONE = 6

/**
 * Whether a chat in which the case was never spoken about may try once more at a code. As many a day
 * as `mayTry` allows, from all chats together, and not many of them from one: so a stranger who tries
 * makes nobody else wait, who may be right, and a PIN holds out as long. `code` names what is tried,
 * `chat` who tries.
 */
export const mayTryCode = async (
  leases: Leases,
  { code, chat }: { readonly code: string; readonly chat: string },
  owner: string,
  now: Instant,
): Promise<boolean> => {
  const takeOne = async (name: string, most: number): Promise<boolean> => {
    for (let n = 0; n < most; n += 1)
      if (await leases.take(`${name}:${n}`, { owner, now, until: after(now, REMEMBERED) })) return true
    return false
  }
  return (await takeOne(`${code}:${chat}`, MOST_OF_ONE)) && takeOne(code, MOST)
}

/** A try that was right is none: who opens their own case every day must not wait for it. */
export const forgive = async (leases: Leases, name: string, owner: string): Promise<void> => {
  await leases.release(`${name}:gate`, owner)
  for (let n = 0; n < MOST; n += 1) await leases.release(`${name}:${n}`, owner)
}
