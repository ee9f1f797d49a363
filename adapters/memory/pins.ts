import type { PinHash, Pins } from '../../core/ports/pins.ts'

/**
 * Hashes at once, for tests that hash by the thousand: `sha256` of a real hasher. Never where a
 * person's PIN is.
 */
export const makeMemoryPins = (sha256: (text: string) => string): Pins => ({
  hash: async (secret, salt) => `v0$${sha256(`${salt}\n${secret}`).slice(0, 43)}` as PinHash,
})
