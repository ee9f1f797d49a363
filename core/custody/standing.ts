import type { Anchor } from '../ports/anchor.ts'
import type { Checkpoint } from '../ports/store/custody.ts'
import type { Store } from '../ports/store/store.ts'
import type { Instant, Ms } from '../base/units.ts'

/** What an authority gave last. */
export type AnchorStanding = {
  readonly id: string
  readonly every: Ms
  /** Nothing where it never gave anything. `size`: of the checkpoint that it stamped. */
  readonly last?: { readonly no: number; readonly size: number; readonly at: Instant }
}

export type Standing = { readonly latest?: Checkpoint; readonly anchors: readonly AnchorStanding[] }

/** Where the checkpoints stand. Reads each of them once, then only what is new. */
export const makeStanding = (ports: {
  readonly store: Pick<Store, 'custody'>
  readonly anchors: readonly Anchor[]
}): (() => Promise<Standing>) => {
  let latest: Checkpoint | undefined
  const given = new Map<string, NonNullable<AnchorStanding['last']>>()
  return async () => {
    for await (const checkpoint of ports.store.custody.checkpoints(latest?.no)) {
      const { no, size } = checkpoint
      // Two looks at once may both read it.
      if (latest !== undefined && latest.no >= no) continue
      latest = checkpoint
      for (const { anchor, at } of checkpoint.stamps) given.set(anchor, { no, size, at })
    }
    const anchors = ports.anchors.map(({ id, every }) => {
      const last = given.get(id)
      return { id, every, ...(last === undefined ? {} : { last }) }
    })
    return { anchors, ...(latest === undefined ? {} : { latest }) }
  }
}
