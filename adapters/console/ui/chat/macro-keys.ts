/** Whoever does the same again later than this means it anew. */
const KEPT_MS = 10 * 60_000

const kept = new Map<string, { readonly key: string; readonly at: number }>()

/**
 * The key of a run whose answer may never come, also where the dialog was closed and opened again
 * since: the same words again are the same run, and are done once.
 */
export const macroKey = (run: string): string => {
  const now = Date.now()
  const known = kept.get(run)
  if (known !== undefined && now - known.at < KEPT_MS) return known.key
  const key = crypto.randomUUID()
  kept.set(run, { key, at: now })
  return key
}

/** It was answered. */
export const forgetMacroKey = (run: string): void => void kept.delete(run)
