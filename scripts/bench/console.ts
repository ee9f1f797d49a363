import { benchBrowser } from './console-browser.ts'
import { benchLoad } from './console-load.ts'
import { openWorld } from './console-world.ts'

const CASES = 100_000
const MESSAGES = 5_000

/**
 * The console with many cases and fifty agents: what its API answers, and what stands in a browser.
 * `--cases N` for trying.
 */
export const benchConsole = async ({ cases = CASES }: { readonly cases?: number } = {}): Promise<void> => {
  const world = await openWorld(cases, MESSAGES)
  try {
    await benchLoad(world)
    await benchBrowser(world)
  } finally {
    await world.stop()
  }
}
