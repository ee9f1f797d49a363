import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Parts } from '../protocol.ts'

/** Of our own readers and of our PDQ: raised where a result could come out otherwise. */
const READER_VERSION = '1'
const PDQ_VERSION = '1'

/** What the package says of itself, from the nearest file above its entry that names it. */
const versionOf = (name: string): string => {
  for (
    let folder = dirname(fileURLToPath(import.meta.resolve(name)));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    const path = join(folder, 'package.json')
    if (!existsSync(path)) continue
    const said = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly name?: unknown
      readonly version?: unknown
    }
    if (said.name === name && typeof said.version === 'string') return said.version
  }
  return 'unknown'
}

export const findParts = (): Parts => ({
  'file-type': `file-type ${versionOf('file-type')}`,
  sharp: `sharp ${sharp.versions.sharp ?? '?'}, libvips ${sharp.versions.vips}`,
  exifr: `exifr ${versionOf('exifr')}`,
  'c2pa-wasm': `c2pa-wasm ${versionOf('@contentauth/c2pa-wasm')}`,
  'heic-decode': `heic-decode ${versionOf('heic-decode')}`,
  mupdf: `mupdf ${versionOf('mupdf')}`,
  pdq: `PDQ ${PDQ_VERSION}`,
  reader: `amin reader ${READER_VERSION}`,
})
