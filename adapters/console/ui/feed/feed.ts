import { openLedFeed } from './leader.ts'
import type { FeedMessage } from './stream.ts'
// oxlint-disable-next-line import/default -- with this query Vite gives the address of the built worker
import workerAddress from './worker.ts?worker&url'

export type FeedRequest =
  | { readonly type: 'start'; readonly after: number }
  | { readonly type: 'poke' }
  | { readonly type: 'stop' }
  | { readonly type: 'bye' }

/** The one feed of this browser, as a tab sees it. */
export type Feed = {
  /** Opens the stream after a position, where no tab has done so. */
  readonly start: (after: number) => void
  readonly poke: () => void
  /** Shuts the stream for all tabs: the session is over. */
  readonly stop: () => void
  /** This tab listens no longer. */
  readonly close: () => void
}

type ScriptPolicy = { readonly createScriptURL: (address: string) => string }
type TrustedTypes = { readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy }

/**
 * The page's policy takes script addresses only from a named policy; ours lets the one worker of
 * this build pass.
 */
const trusted = (address: string): string => {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes
  if (types === undefined) return address
  const policy = types.createPolicy('amin-feed', {
    createScriptURL: (asked) => {
      if (asked !== workerAddress) throw new TypeError('not a script of this page')
      return asked
    },
  })
  return policy.createScriptURL(address)
}

const openSharedFeed = (onMessage: (message: FeedMessage) => void): Feed => {
  const { port } = new SharedWorker(trusted(workerAddress), { type: 'module', name: 'amin-feed' })
  const send = (request: FeedRequest): void => port.postMessage(request)
  port.addEventListener('message', ({ data }: MessageEvent<FeedMessage>) => onMessage(data))
  port.start()
  return {
    start: (after) => send({ type: 'start', after }),
    poke: () => send({ type: 'poke' }),
    stop: () => send({ type: 'stop' }),
    close: () => {
      send({ type: 'bye' })
      port.close()
    },
  }
}

export const openFeed = (onMessage: (message: FeedMessage) => void): Feed =>
  'SharedWorker' in globalThis ? openSharedFeed(onMessage) : openLedFeed(onMessage)
