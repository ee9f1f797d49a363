import { makeStore } from '../browser/store.ts'

/** Whether the palette is open. */
export const paletteOpen = makeStore(false)
