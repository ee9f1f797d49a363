import { makeStore } from '../browser/store.ts'

/** Whether the dialog of saved views is open: it is asked for from several places. */
export const viewsOpen = makeStore(false)
