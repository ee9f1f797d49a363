import { createSecretKey } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCheckpointKey } from '../../../adapters/crypto/checkpoint-key.ts'
import { makeHasher } from '../../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../../adapters/crypto/secrets.ts'
import { makeMemoryClock, type MemoryClock } from '../../../adapters/memory/clock.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { makeMemoryStore } from '../../../adapters/memory/store.ts'
import { GENESIS, makeEntry } from '../../../core/model/entry.ts'
import type { CustodyPorts } from '../../../core/custody/checkpoint.ts'
import { describeLogFault, verifyLog } from '../../../core/custody/verify.ts'
import type { CaseId } from '../../../core/base/ids.ts'
import type { Anchor } from '../../../core/ports/anchor.ts'
import type { Signer } from '../../../core/ports/signer.ts'
import type { Store } from '../../../core/ports/store/store.ts'
import { aCase, aCommit, at } from '../../contract/store-builders.ts'

export const hasher = makeHasher(deriveSecrets(createSecretKey(Buffer.alloc(32, 7))))
export const A = aCase('a')
export const B = aCase('b')
export const C = aCase('c')

/** A fresh key. */
export const aKey = async (): Promise<Signer> => {
  const folder = mkdtempSync(join(tmpdir(), 'amin-key-'))
  try {
    return await openCheckpointKey(join(folder, 'checkpoint.key'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export type CustodyWorld = CustodyPorts & { readonly store: Store; readonly clock: MemoryClock }

export const openCustodyWorld = async (
  named: { readonly anchors?: readonly Anchor[]; readonly signer?: Signer; readonly store?: Store } = {},
): Promise<CustodyWorld> => ({
  store: named.store ?? makeMemoryStore(),
  hasher,
  clock: makeMemoryClock(at(0)),
  log: makeMemoryLog(),
  signer: named.signer ?? (await aKey()),
  anchors: named.anchors ?? [],
})

/** Appends entries with true hashes to a case's chain. */
export const grow = async (
  { store }: { readonly store: Pick<Store, 'ledger'> },
  caseId: CaseId,
  entries = 1,
): Promise<void> => {
  for (let n = 0; n < entries; n++) {
    const chain = await store.ledger.read(caseId)
    const seq = chain.length + 1
    const commit = aCommit(caseId, seq)
    const header = {
      v: 1,
      case: caseId,
      seq,
      at: at(seq),
      actor: 'person',
      kinds: ['message_received'],
    } as const
    const entry = makeEntry(hasher, chain.at(-1)?.hash ?? GENESIS, header, commit.entry.sealed)
    await store.ledger.commit({ ...commit, entry, view: { ...commit.view, hash: entry.hash } })
  }
}

export const logFaults = async (
  world: CustodyPorts & { readonly store: Pick<Store, 'custody' | 'transfer'> },
  keys = [world.signer.publicKey],
): Promise<readonly string[]> => {
  const faults: string[] = []
  for await (const fault of verifyLog({ ...world, keys })) faults.push(describeLogFault(fault))
  return faults
}
