import type { AddressGroups } from '../../../core/services/limits/address.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'
import type { Random } from '../../../core/ports/random.ts'
import { hours } from '../../../core/base/units.ts'

const DAY = hours(24)
/** Enough to tell the networks of a day apart, and too short to say which one it was. */
const LENGTH = 12

/**
 * A mark by which conversations that began in one network on one day are known to be alike. Its key
 * is made anew every day, stands in memory alone and is then forgotten: nobody, we included, learns
 * an address from a mark, nor whether two of different days were the same.
 */
export const makeOrigins = (ports: {
  readonly hasher: Hasher
  readonly random: Random
  readonly clock: Clock
}) => {
  let key = ''
  let day = -1
  return ({ one }: AddressGroups): string => {
    const today = Math.floor(ports.clock.now() / DAY)
    if (today !== day) {
      key = ports.random.code(26)
      day = today
    }
    return ports.hasher.sha256(`${key} ${one}`).slice(0, LENGTH)
  }
}
