import type { CrisisLabel } from '../base/danger.ts'

/** How strongly a text says that there is a danger, and of each kind, as logits. */
export type Opinion = { readonly any: number; readonly labels: Readonly<Record<CrisisLabel, number>> }

/**
 * `reading`: it is there. `resting`: not started, as nothing was to be read for a while. `failed`: it
 * died or hung and is started anew after a pause; meanwhile the first reader reads alone.
 */
export type SentenceReaderState = 'reading' | 'resting' | 'failed'

/**
 * A second reader of danger, which reads whole sentences where the first one, in the core, is in
 * doubt. It is slower and runs beside the process's own thread, so it may be late or gone: then the
 * first reader decides alone.
 */
export type SentenceReader = {
  /**
   * What it says of each text, in their order; nothing of those that were not read within its bound.
   * Never throws, and never waits longer. Nothing of a text is kept.
   */
  readonly read: (texts: readonly string[]) => Promise<readonly (Opinion | undefined)[]>
  readonly state: () => SentenceReaderState
  readonly close: () => Promise<void>
}
