import { vi } from 'vitest'

/** How long a machine with much to do may take for what a quiet one does at once. */
const PATIENCE_MS = 60_000

/** Resolves with what `look` gives as soon as it does not throw. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: PATIENCE_MS, interval: 50 })
