import type { Clock } from '../../../core/ports/clock.ts'
import type { Leases } from '../../../core/ports/store/leases.ts'
import { instant } from '../../../core/base/units.ts'
import type { Generation } from './session-store.ts'

/** 9999-12-31: this lease is a fact, not a turn. */
const FOR_EVER = instant(253_402_300_799_000)

/**
 * Whether `generation` is the newest of its pairing. The store remembers the newest name as the
 * owner of a lease; the file names its own and the one before, so a crash between the two costs
 * nothing. A file restored from a copy names one that is neither: `old`. Noticed at most a minute
 * of the session's life late (session.ts), and not where the store was restored from the same
 * moment.
 */
export const judgeGeneration = async (
  leases: Leases,
  clock: Clock,
  account: string,
  { pairing, now, before }: Generation,
): Promise<'newest' | 'old'> => {
  const name = `whatsapp:${account}:${pairing}`
  const take = (): Promise<boolean> => leases.take(name, { owner: now, now: clock.now(), until: FOR_EVER })
  if (await take()) return 'newest'
  if (before === undefined) return 'old'
  await leases.release(name, before)
  return (await take()) ? 'newest' : 'old'
}
