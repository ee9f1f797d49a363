import { startMd5 } from '../check/md5.ts'
import { startSha256 } from '../check/sha256.ts'
import type { Platform, Source } from '../check/source.ts'
import { surroundings, type Blob } from './dom.ts'

/**
 * Ed25519 came to browsers one by one until 2025, and none of it is there on a page that a browser
 * does not trust.
 */
export const browserPlatform: Platform = {
  startSha256,
  startMd5,
  verifyEd25519: async (raw, message, signature) => {
    const subtle = surroundings().crypto?.subtle
    if (subtle === undefined) return undefined
    let key: unknown
    try {
      key = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
    } catch {
      return undefined
    }
    return subtle.verify('Ed25519', key, signature, message)
  },
}

/** Read in pieces: a bundle may be larger than the memory of a telephone. */
export const zipOf = (file: Blob): Source => ({
  kind: 'zip',
  size: file.size,
  read: async (at, length) => new Uint8Array(await file.slice(at, at + length).arrayBuffer()),
})

const AGE = 'age-encryption.org/v1'
const ARMOURED = '-----BEGIN AGE'

export const isAge = async (file: Blob): Promise<boolean> => {
  const start = String.fromCharCode(...new Uint8Array(await file.slice(0, AGE.length).arrayBuffer()))
  return start === AGE || start.startsWith(ARMOURED)
}
