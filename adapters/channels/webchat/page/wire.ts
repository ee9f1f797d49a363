import type { Price, Problem, ProblemCode } from '../wire.ts'

/**
 * Why nothing came of a write. `front_door`: whatever stands before Amin refused its size, and Amin
 * never heard of it.
 */
export type Why = ProblemCode | 'front_door'

/** What became of a write. */
export type Written =
  | { readonly status: 'done' }
  /** Sending it again would not help. */
  | { readonly status: 'refused'; readonly code: Why }
  /**
   * No connection, or the server asks for a pause of `wait` milliseconds (0: not said). `busy`
   * tells the two apart.
   */
  | { readonly status: 'later'; readonly wait: number; readonly busy: boolean; readonly price?: Price }

/**
 * A slow phone network may take long, but a request that hangs for this long (milliseconds) is
 * tried afresh.
 */
const PATIENCE = 40_000

const problemIn = (text: string): Partial<Problem> => {
  try {
    return JSON.parse(text) as Partial<Problem>
  } catch {
    return {}
  }
}

const codeIn = (status: number, text: string): Why =>
  problemIn(text).code || (status === 413 ? 'front_door' : 'internal')

export const outcomeOf = (status: number, retryAfter: string | null, text: string): Written => {
  if (status >= 200 && status < 300) return { status: 'done' }
  if (status === 429 || status >= 500) {
    const wait = Number(retryAfter || 0) * 1000
    const { price } = problemIn(text)
    return {
      status: 'later',
      wait: wait > 0 ? wait : 0,
      busy: status === 429,
      ...(price === undefined ? {} : { price }),
    }
  }
  return { status: 'refused', code: codeIn(status, text) }
}

/** Bytes a second on the slowest phone networks: the server waits as long for what is written. */
const SLOWEST = 1_000

const timed = async <T>(run: (signal: AbortSignal) => Promise<T>, size = 0): Promise<T> => {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), PATIENCE + (size / SLOWEST) * 1_000)
  try {
    return await run(abort.signal)
  } finally {
    clearTimeout(timer)
  }
}

export const post = async (base: string, path: string, body: unknown, proof?: string): Promise<Written> => {
  const text = JSON.stringify(body)
  try {
    return await timed(async (signal) => {
      const answer = await fetch(`${base}/api/${path}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: {
          'content-type': 'application/json',
          'x-chat': '1',
          ...(proof === undefined ? {} : { 'x-proof': proof }),
        },
        body: text,
        signal,
      })
      return outcomeOf(answer.status, answer.headers.get('retry-after'), answer.ok ? '' : await answer.text())
    }, text.length)
  } catch {
    return { status: 'later', wait: 0, busy: false }
  }
}

/** Nothing where it cannot be had now. */
export const get = async <T>(base: string, path: string): Promise<T | undefined> => {
  try {
    return await timed(async (signal) => {
      const answer = await fetch(`${base}/api/${path}`, {
        credentials: 'same-origin',
        cache: 'no-store',
        signal,
      })
      return answer.ok ? ((await answer.json()) as T) : undefined
    })
  } catch {
    return undefined
  }
}
