import { createHash } from 'node:crypto'
import { makeMemoryVault } from '../../adapters/memory/vault.ts'
import type { Sha256Hex } from '../../core/base/ids.ts'
import { describeVault } from './vault.ts'

describeVault('memory', async () => {
  const vault = makeMemoryVault((data) => createHash('sha256').update(data).digest('hex') as Sha256Hex)
  return { vault, reopen: async () => vault, close: async () => {} }
})
