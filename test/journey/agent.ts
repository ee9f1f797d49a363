import { createHash } from 'node:crypto'
import { vi } from 'vitest'

export const EMAIL = 'noor@example.org'
export const PASSWORD = 'correct horse battery'

export type Evidence = {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly sha256?: string
  readonly preview: string
}

/** An agent at work through the API, signed in as a browser is. */
export type Agent = {
  readonly get: <T>(path: string) => Promise<T>
  readonly post: (path: string, body?: unknown, more?: Readonly<Record<string, string>>) => Promise<Response>
  readonly put: Agent['post']
  /** The code of the only case there is. */
  readonly onlyCase: () => Promise<string>
  readonly evidence: (code: string) => Promise<readonly Evidence[]>
  /** Reveals an item and fetches its bytes. */
  readonly original: (code: string, id: string) => Promise<Buffer>
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** `origin`: where people reach the console, if not where it listens. */
export const signIn = async (url: string, email = EMAIL, origin = url): Promise<Agent> => {
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  if (!signedIn.ok) throw new Error(`sign-in: ${signedIn.status}`)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
  const headers = {
    cookie,
    origin,
    'x-amin': '1',
    'content-type': 'application/json',
    'accept-language': 'en',
  }
  const get: Agent['get'] = async (path) => {
    const answer = await fetch(`${url}/api/v1${path}`, { headers })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as never
  }
  const send =
    (method: 'POST' | 'PUT'): Agent['post'] =>
    (path, body = {}, more = {}) =>
      fetch(`${url}/api/v1${path}`, {
        method,
        headers: { ...headers, ...more },
        body: JSON.stringify(body),
      })
  const post = send('POST')
  return {
    get,
    post,
    put: send('PUT'),
    onlyCase: () =>
      vi.waitFor(
        async () => {
          const { rows } = await get<{ rows: readonly { readonly code: string }[] }>('/cases')
          if (rows.length !== 1) throw new Error(`${rows.length} cases`)
          return rows[0]!.code
        },
        { timeout: 60_000, interval: 100 },
      ),
    evidence: async (code) =>
      (await get<{ evidence: readonly Evidence[] }>(`/cases/${code}/evidence`)).evidence,
    original: async (code, id) => {
      const revealed = await post(`/cases/${code}/evidence/${id}/reveal`, { reason: 'to compare' })
      if (!revealed.ok) throw new Error(`reveal: ${revealed.status}`)
      const answer = await fetch(`${url}/api/v1/cases/${code}/evidence/${id}/original`, { headers })
      if (!answer.ok) throw new Error(`original: ${answer.status}`)
      return Buffer.from(await answer.arrayBuffer())
    },
  }
}
