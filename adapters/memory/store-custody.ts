import type { CaseId } from '../../core/base/ids.ts'
import type { Checkpoint, CustodyLog, Leaf } from '../../core/ports/store/custody.ts'
import type { Entry } from '../../core/ports/store/ledger.ts'

export type KeptLog = { readonly leaves: Leaf[]; readonly checkpoints: Checkpoint[] }

export const makeCustodyLog = (
  chains: ReadonlyMap<CaseId, readonly Entry[]>,
  { leaves, checkpoints }: KeptLog,
): CustodyLog => {
  const isLogged = (caseId: CaseId, seq: number): boolean =>
    leaves.some((leaf) => leaf.caseId === caseId && leaf.seq === seq)
  return {
    append: async (expectedSize, added) => {
      for (const [i, leaf] of added.entries()) {
        if (leaves.length !== expectedSize + i || isLogged(leaf.caseId, leaf.seq)) return 'moved'
        leaves.push({ ...leaf, index: leaves.length })
      }
      return leaves.length === expectedSize + added.length ? 'done' : 'moved'
    },
    size: async () => leaves.length,
    leaves: async function* (from, to) {
      yield* leaves.slice(from, to)
    },
    leafOf: async (caseId, seq) =>
      leaves
        .filter((leaf) => leaf.caseId === caseId && leaf.seq >= seq)
        .reduce<Leaf | undefined>(
          (lowest, leaf) => (lowest === undefined || leaf.seq < lowest.seq ? leaf : lowest),
          undefined,
        ),
    changed: async function* () {
      for (const [caseId, chain] of chains) {
        const last = chain.at(-1)
        if (last !== undefined && !isLogged(caseId, last.seq))
          yield { caseId, seq: last.seq, hash: last.hash }
      }
    },
    keep: async (checkpoint) => {
      if (checkpoint.no !== checkpoints.length) return 'moved'
      checkpoints.push(checkpoint)
      return 'done'
    },
    latest: async () => checkpoints.at(-1),
    covering: async (size) => checkpoints.find((checkpoint) => checkpoint.size >= size),
    checkpoints: async function* (no = -1) {
      yield* checkpoints.filter((checkpoint) => checkpoint.no > no)
    },
  }
}
