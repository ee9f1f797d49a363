/** Longest answer that is read, in bytes: what we ask for fits many times. */
export const LONGEST_ANSWER = 65_536

/** The answer goes on after that: nothing of it is kept. */
export class TooLarge extends Error {}

/**
 * Headers that leave. The package adds others, which tell of the machine and of what runs on it,
 * and reads more out of the environment (`OPENAI_CUSTOM_HEADERS`).
 */
const SENT: ReadonlySet<string> = new Set(['accept', 'authorization', 'content-type'])

const onlyOurs = (given: RequestInit['headers']): Headers => {
  const kept = [...new Headers(given)].filter(([name]) => SENT.has(name))
  return new Headers([...kept, ['user-agent', 'amin']])
}

const bounded = (body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> => {
  let total = 0
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        total += chunk.length
        if (total > LONGEST_ANSWER) controller.error(new TooLarge())
        else controller.enqueue(chunk)
      },
    }),
  )
}

/**
 * `fetch` as the package gets it: goes nowhere else than it was sent (a redirect would carry the
 * whole body to another host), ends with `signal` also while the answer drips in, and reads no more
 * than 64 KiB.
 */
export const boundedFetch =
  (signal: AbortSignal): ((url: string | URL | Request, init?: RequestInit) => Promise<Response>) =>
  async (url, init = {}) => {
    const signals = [signal, ...(init.signal === undefined || init.signal === null ? [] : [init.signal])]
    const response = await fetch(url, {
      ...init,
      headers: onlyOurs(init.headers),
      redirect: 'error',
      signal: AbortSignal.any(signals),
    })
    if (Number(response.headers.get('content-length') ?? 0) > LONGEST_ANSWER) {
      await response.body?.cancel()
      throw new TooLarge()
    }
    const { status, statusText, headers, body } = response
    return body === null ? response : new Response(bounded(body), { status, statusText, headers })
  }
