import type { Leases } from '../../core/ports/store/leases.ts'
import type { Claims } from './claims.ts'
import { makeTurns } from './group.ts'

type Freed = { readonly free: (keys: readonly string[]) => Promise<void> }

/** One of this process asks at a time: two that step back from each other would leave the lease to nobody. */
export const makeLeases = (
  claims: Claims,
  { outbox, jobs }: { readonly outbox: Freed; readonly jobs: Freed },
): Leases => {
  const inTurn = makeTurns()
  return {
    take: (name, claim) =>
      inTurn(async () => (await claims.take('lease', [{ key: name }], claim, { shared: true })).has(name)),
    release: (name, owner) => claims.release('lease', [name], owner),
    forfeit: async (owner) => {
      const held = await claims.ofOwner(owner)
      const rows = held.flatMap(({ row }) => row ?? [])
      const keys = held.filter(({ kind }) => kind === 'job').map(({ key }) => key)
      await Promise.all([outbox.free(rows), jobs.free(keys)])
      // Last: until then a forfeit that was interrupted is asked for again by the next start.
      await claims.drop(held)
    },
  }
}
