import type { Price } from '../wire.ts'
import { post, type Written } from './wire.ts'

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => {
    readonly createScriptURL: (url: string) => string
  }
}

/**
 * The page's rules (CSP) let a worker begin only from an address that was vouched for: this one,
 * and no other.
 */
const trusted = (url: string): string => {
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes }
  return trustedTypes === undefined
    ? url
    : trustedTypes.createPolicy('proof', { createScriptURL: () => url }).createScriptURL(url)
}

/**
 * Pays for a conversation that begins while many do. Resolves with what is sent along: the ticket
 * with its number as soon as a worker has found it, or the ticket alone once its time has passed,
 * where there is no worker, or none that can.
 */
const makeProof = (script: string): ((price: Price) => Promise<string>) => {
  let address: string | undefined
  return (price) =>
    new Promise((resolve) => {
      let worker: Worker | undefined
      const end = (proof: string): void => {
        clearTimeout(timer)
        if (worker !== undefined) worker.terminate()
        resolve(proof)
      }
      const timer = setTimeout(() => end(price.ticket), price.after)
      try {
        if (address === undefined) address = trusted(script)
        worker = new Worker(address)
        worker.addEventListener('message', (event: MessageEvent<number>) => {
          if (event.data >= 0) end(`${price.ticket}~${event.data}`)
        })
        worker.postMessage(price, [])
      } catch {
        // The time of the ticket runs.
      }
    })
}

/**
 * Sends what the person says. While many conversations begin, the first word of a new one pays for
 * it before it is taken.
 */
export const makeWrite = (parts: {
  readonly base: string
  readonly assets: string
  /** Whether it takes a moment for that. */
  readonly tell: (crowded: boolean) => void
}): ((path: string, body: unknown) => Promise<Written>) => {
  const pay = makeProof(`${parts.assets}/proof.js`)
  return async (path, body) => {
    const written = await post(parts.base, path, body)
    if (written.status !== 'later' || written.price === undefined) return written
    parts.tell(true)
    const paid = await post(parts.base, path, body, await pay(written.price))
    if (paid.status === 'done') parts.tell(false)
    return paid
  }
}
