import type { Bundles } from '../../core/ports/bundles.ts'
import { isRecipient, sealAge } from './age.ts'
import { packZip, type Checksums } from './zip.ts'

export const openBundles = (): Bundles => {
  const checksums: Checksums = new WeakMap()
  return { pack: (files) => packZip(files, checksums), isRecipient, seal: sealAge }
}
