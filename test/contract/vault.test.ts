import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDiskVault } from '../../adapters/vault/index.ts'
import { describeVault } from './vault.ts'

describeVault('disk', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'amin-vault-'))
  return {
    vault: await openDiskVault({ dir }),
    reopen: () => openDiskVault({ dir }),
    close: () => rm(dir, { recursive: true, force: true }),
  }
})
