import { Worker } from 'node:worker_threads'
import type { Answer, Ask, Start } from './protocol.ts'

/** What reads, wherever it runs. */
export type Thread = {
  readonly ask: (ask: Ask) => void
  readonly onAnswer: (listen: (answer: Answer) => void) => void
  /** Called once where it ended, by whomever. */
  readonly onEnd: (listen: () => void) => void
  readonly end: () => Promise<void>
}

/** Weights lie in its own memory; this bounds what the vocabulary and reading take besides. */
const MOST_HEAP_MEGABYTES = 96

export const startThread = (folder: string): Thread => {
  const port = new Worker(new URL(import.meta.resolve('./child.ts')), {
    workerData: { folder } satisfies Start,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
  })
  // An answer is waited for by who asked, and nothing else keeps the process up for it.
  port.unref()
  // Its death is told by `exit`.
  port.on('error', () => undefined)
  return {
    ask: (ask) => port.postMessage(ask),
    onAnswer: (listen) => void port.on('message', listen),
    onEnd: (listen) => void port.once('exit', listen),
    end: async () => void (await port.terminate()),
  }
}
