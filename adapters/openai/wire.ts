import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai'
import { silent, type Silence, type Stop, type Whereabouts } from '../../core/ports/helper.ts'
import type { Log } from '../../core/ports/log.ts'
import { boundedFetch, TooLarge } from './bounded-fetch.ts'

/** One call, from the first byte sent to the last byte read. */
const LATE_MS = 20_000

export type WireOptions = {
  readonly baseUrl: string
  readonly key: string
  readonly model: string
  readonly log: Log
  /** For tests: how long a call may take. */
  readonly lateMs?: number
}

export type Wired<T> =
  { readonly kind: 'got'; readonly value: T } | { readonly kind: 'none'; readonly why: Silence }

/**
 * A server that speaks as OpenAI does. Nothing in here throws, and no error of the package leaves
 * it: its message repeats what the server wrote.
 */
export type Wire = {
  readonly about: Whereabouts
  /** OpenAI itself takes other names for some parameters than servers that imitate it. */
  readonly isOpenAi: boolean
  readonly call: <T>(
    work: (client: OpenAI, signal: AbortSignal) => Promise<T>,
    stop: Stop,
  ) => Promise<Wired<T> | { readonly kind: 'bad_request' }>
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

export const whereIs = (baseUrl: string, model: string): Whereabouts => {
  const { host, hostname } = new URL(baseUrl)
  return { at: LOOPBACK.test(hostname) ? 'here' : 'away', host, model }
}

const causes = (error: unknown): readonly unknown[] => {
  const all: unknown[] = []
  for (
    let one = error;
    one !== undefined && one !== null && all.length < 6;
    one = (one as { readonly cause?: unknown }).cause
  )
    all.push(one)
  return all
}

const ofStatus = (status: number): Silence => {
  if (status === 401 || status === 403) return 'unauthorised'
  if (status === 429) return 'busy'
  return status === 413 ? 'too_large' : 'unreachable'
}

const whyOf = (error: unknown): Silence => {
  if (causes(error).some((one) => one instanceof TooLarge)) return 'too_large'
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) return 'late'
  if (error instanceof APIConnectionError) return 'unreachable'
  if (error instanceof APIError)
    return typeof error.status === 'number' ? ofStatus(error.status) : 'unreachable'
  // What answers and is no answer: no JSON, or cut in the middle.
  return error instanceof SyntaxError ? 'unreadable' : 'unreachable'
}

const nobody = (): void => undefined

export const makeWire = ({ baseUrl, key, model, log, lateMs = LATE_MS }: WireOptions): Wire => {
  const about = whereIs(baseUrl, model)
  return {
    about,
    isOpenAi: /(?:^|\.)openai\.com$/.test(new URL(baseUrl).hostname),
    call: async (work, stop) => {
      const stopped = new AbortController()
      stop.onStop(() => stopped.abort())
      const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(lateMs)])
      // Everything is said: what is left out the package reads out of the environment, which nobody looks at.
      const client = new OpenAI({
        apiKey: key,
        adminAPIKey: null,
        baseURL: baseUrl,
        organization: null,
        project: null,
        webhookSecret: null,
        timeout: lateMs,
        maxRetries: 0,
        logLevel: 'off',
        logger: { error: nobody, warn: nobody, info: nobody, debug: nobody },
        fetch: boundedFetch(signal),
        fetchOptions: { redirect: 'error' },
      })
      try {
        return { kind: 'got', value: await work(client, signal) }
      } catch (error) {
        if (stopped.signal.aborted) return silent('stopped')
        if (error instanceof APIError && error.status === 400) return { kind: 'bad_request' }
        const why = signal.aborted ? 'late' : whyOf(error)
        // Only its kind: what a server writes into an error may be what it was sent.
        const status =
          error instanceof APIError && typeof error.status === 'number' ? { status: error.status } : {}
        log.debug('a model did not answer', { code: why, ...status })
        return silent(why)
      }
    },
  }
}
