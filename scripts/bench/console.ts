import { benchBrowser } from './console-browser.ts'
import { benchLoad } from './console-load.ts'
import { openWorld } from './console-world.ts'
import type { Given } from './figures.ts'

/** How much of everything. */
export type Size = {
  readonly cases: number
  /** Of the long thread. */
  readonly thread: number
  readonly agents: number
  /** Of each kind. */
  readonly calls: number
  readonly saturateSeconds: number
  /** From the web chat to the page. */
  readonly messages: number
  readonly rounds: number
}
const FULL: Size = {
  cases: 100_000,
  thread: 5_000,
  agents: 50,
  calls: 600,
  saturateSeconds: 5,
  messages: 120,
  rounds: 5,
}
const SMALLEST: Size = {
  cases: 20,
  thread: 20,
  agents: 1,
  calls: 1,
  saturateSeconds: 0.1,
  messages: 1,
  rounds: 1,
}

/**
 * The console with many cases and fifty agents: what its API answers, and what stands in a browser.
 * `--cases N` for trying.
 */
export const benchConsole = async ({ smallest, cases }: Given): Promise<void> => {
  const size = { ...(smallest ? SMALLEST : FULL), ...(cases === undefined ? {} : { cases }) }
  const world = await openWorld(size)
  try {
    await benchLoad(world, size)
    await benchBrowser(world, size, smallest)
  } finally {
    await world.stop()
  }
}
