import { askForProof } from './asker.ts'
import { ApiFault, isFault, readFault } from './fault.ts'

type Method = 'GET' | 'POST' | 'PUT'
type Options = {
  readonly body?: unknown
  /** In the place of a body of JSON. */
  readonly file?: Blob
  readonly headers?: Readonly<Record<string, string>>
  /** Repeating a call with the same key does it once. */
  readonly key?: string
  readonly signal?: AbortSignal
}

/** The server words questions and reasons in the language of the page. */
const headersOf = (method: string, options: Options): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': document.documentElement.lang,
  ...(method === 'GET'
    ? {}
    : {
        'x-amin': '1',
        'content-type': options.file === undefined ? 'application/json' : 'application/octet-stream',
      }),
  ...options.headers,
  ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
})

const ask = async (method: Method, path: string, options: Options): Promise<Response> => {
  try {
    return await fetch(path, {
      method,
      headers: headersOf(method, options),
      cache: 'no-store',
      ...(method !== 'GET' ? { body: options.file ?? JSON.stringify(options.body ?? {}) } : {}),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
  } catch (error) {
    if (options.signal?.aborted === true) throw error
    throw new ApiFault({ status: 0, code: 'offline' })
  }
}

const callOnce = async <T>(method: Method, path: string, options: Options): Promise<T> => {
  const answer = await ask(method, path, options)
  if (!answer.ok) throw new ApiFault(await readFault(answer))
  if (answer.status === 204) return undefined as T
  return (await answer.json().catch(() => {
    throw new ApiFault({ status: answer.status, code: 'unreadable' })
  })) as T
}

/**
 * One call to the server; the answer is trusted to have the contract's shape. Where the server
 * wants to know first who sits there, they are asked, and then the same is done: the form that
 * called keeps what is typed in it. Throws ApiFault.
 */
export const call = async <T>(method: Method, path: string, options: Options = {}): Promise<T> => {
  try {
    return await callOnce<T>(method, path, options)
  } catch (error) {
    if (!isFault(error, 'proof_required') || !(await askForProof())) throw error
    return callOnce<T>(method, path, options)
  }
}

/** The same with a file as the body. */
export const callWith = <T>(
  path: string,
  file: Blob,
  options: Pick<Options, 'key' | 'headers'>,
): Promise<T> => call<T>('POST', path, { ...options, file })

/** Bytes, kept in memory only; the type says how to show them. Throws ApiFault. */
export const callBytes = async (path: string, signal: AbortSignal): Promise<Blob> => {
  const answer = await ask('GET', path, { signal })
  if (!answer.ok) throw new ApiFault(await readFault(answer))
  return await answer.blob()
}
