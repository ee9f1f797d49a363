import type { Digest } from './digest.ts'

/**
 * One file as it lies in a folder, or inside an archive. `name` is its path below what was given,
 * with `/` between.
 */
export type FileRef = {
  readonly name: string
  readonly size: number
  readonly read: (at: number, length: number) => Promise<Uint8Array>
}

/**
 * What is checked: the bytes of a ZIP, read in pieces, or the files of a folder that was unpacked
 * from one. `read` gives fewer bytes at the end.
 */
export type Source =
  | {
      readonly kind: 'zip'
      readonly size: number
      readonly read: (at: number, length: number) => Promise<Uint8Array>
    }
  | { readonly kind: 'folder'; readonly files: readonly FileRef[] }

/** What the surroundings do better than the code here. */
export type Platform = {
  readonly startSha256: () => Digest
  readonly startMd5: () => Digest
  /** Nothing where Ed25519 is not to be had. `key` is the 32 raw bytes. */
  readonly verifyEd25519: (
    key: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ) => Promise<boolean | undefined>
}

/** Read at once; large enough that reading is not what takes the time, small enough for an old telephone. */
export const SLICE = 4 * 1024 * 1024
