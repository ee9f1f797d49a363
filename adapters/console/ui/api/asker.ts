/** Asks who sits there to prove it; false where they would rather not. */
type Asker = () => Promise<boolean>

let asker: Asker | undefined
let asking: Promise<boolean> | undefined

/** Of the page that can ask. Returns how to take it back. */
export const offerToAsk = (ask: Asker): (() => void) => {
  asker = ask
  return () => {
    if (asker === ask) asker = undefined
  }
}

/** Whoever waits for it waits for the same answer: two calls that were refused at once ask once. */
export const askForProof = (): Promise<boolean> => {
  if (asker === undefined) return Promise.resolve(false)
  asking ??= asker().finally(() => (asking = undefined))
  return asking
}
