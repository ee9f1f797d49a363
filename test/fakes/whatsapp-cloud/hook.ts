import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { Value } from './types.ts'

/** One change that the platform tells; `field` is `messages` unless said. */
export type Change = { readonly field: string; readonly value: Value | Readonly<Record<string, unknown>> }

export type Call = { readonly body: Buffer; tries: number; status: number | undefined }

/**
 * The platform's side of the webhook: signs what happened, sends it to the business, and sends it
 * again until it is taken.
 */
export type Hook = {
  /** Where to; changes wait until it is known. */
  readonly point: (url: string | undefined) => void
  readonly push: (change: Change) => void
  /** Sends these bytes once, with these headers only, and tells what was answered; 0 where nothing was. */
  readonly raw: (body: Uint8Array | string, headers?: Readonly<Record<string, string>>) => Promise<number>
  readonly sign: (body: Uint8Array | string, secret?: string) => string
  /** The handshake of the app's settings: what is answered to the challenge. */
  readonly verify: (
    token: string,
    challenge?: string,
    mode?: string,
  ) => Promise<{ readonly status: number; readonly body: string }>
  /**
   * Keeps changes back until `release`, which may put them in another order and lay so many into
   * one call.
   */
  readonly hold: () => void
  readonly release: (arrange?: (changes: readonly Change[]) => readonly Change[], batch?: number) => void
  /** Every call is sent twice with this probability. */
  readonly duplicate: (probability: number) => void
  /** Sends the last calls again. */
  readonly redeliver: (count: number) => void
  readonly calls: readonly Call[]
  /** Changes and calls that are not taken yet. */
  readonly waiting: () => number
  readonly stop: () => void
}

const LONGEST_PAUSE = 1000

export const makeHook = (parts: {
  readonly wabaId: string
  readonly appSecret: string
  readonly random: () => number
  readonly seconds: () => number
  /**
   * Before a call that was not taken is sent again; doubles up to a second. The platform waits
   * longer, and gives up after days.
   */
  readonly retryMs: number
  readonly changed: () => void
}): Hook => {
  const { wabaId, appSecret, random, seconds, retryMs, changed } = parts
  const agent = new Agent({ keepAlive: true })
  const calls: Call[] = []
  let queue: Call[] = []
  let held: Change[] | undefined
  let url: string | undefined
  let twice = 0
  let busy = false
  let over = false
  let timer: NodeJS.Timeout | undefined

  const sign = (body: Uint8Array | string, secret = appSecret): string =>
    `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

  const raw = (body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}): Promise<number> =>
    new Promise((resolve) => {
      if (url === undefined) return resolve(0)
      const bytes = Buffer.from(body)
      const call = request(
        url,
        { method: 'POST', agent, headers: { ...headers, 'content-length': bytes.length } },
        (response) => {
          response.on('error', () => resolve(0))
          response.on('close', () => resolve(response.statusCode ?? 0))
          response.resume()
        },
      )
      call.on('error', () => resolve(0))
      call.end(bytes)
    })

  const next = (): Call | undefined => (url === undefined || over ? undefined : queue[0])
  const work = async (): Promise<void> => {
    if (busy) return
    busy = true
    for (let call = next(); call !== undefined; call = next()) {
      call.tries += 1
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'facebookexternalua',
        'x-hub-signature-256': sign(call.body),
      }
      call.status = await raw(call.body, headers)
      if (call.status === 200) {
        queue = queue.filter((other) => other !== call)
        changed()
        continue
      }
      changed()
      const wait = Math.min(LONGEST_PAUSE, retryMs * 2 ** Math.min(call.tries - 1, 8))
      await new Promise<void>((resolve) => {
        timer = setTimeout(resolve, wait)
        timer.unref()
      })
    }
    busy = false
  }

  const enqueue = (body: Buffer): void => {
    const call: Call = { body, tries: 0, status: undefined }
    calls.push(call)
    queue.push(call)
    void work()
  }
  const send = (changes: readonly Change[]): void => {
    // Half of them as changes of one entry, half as entries of their own: both are allowed.
    const middle = Math.ceil(changes.length / 2)
    const groups = [changes.slice(0, middle), ...changes.slice(middle).map((change) => [change])].filter(
      (group) => group.length > 0,
    )
    const entry = groups.map((group) => ({ id: wabaId, time: seconds(), changes: group }))
    const body = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }))
    enqueue(body)
    if (twice > 0 && random() < twice) enqueue(body)
  }

  return {
    calls,
    sign,
    raw,
    point: (to) => {
      url = to
      void work()
    },
    push: (change) => {
      if (held === undefined) send([change])
      else held.push(change)
    },
    verify: async (token, challenge = '1158201444', mode = 'subscribe') => {
      if (url === undefined) return { status: 0, body: '' }
      const query = new URLSearchParams({
        'hub.mode': mode,
        'hub.verify_token': token,
        'hub.challenge': challenge,
      })
      const response = await fetch(`${url}?${query.toString()}`)
      return { status: response.status, body: await response.text() }
    },
    hold: () => {
      held ??= []
    },
    release: (arrange = (changes) => changes, batch = 1) => {
      const changes = arrange(held ?? [])
      held = undefined
      for (let at = 0; at < changes.length; at += batch) send(changes.slice(at, at + batch))
    },
    duplicate: (probability) => {
      twice = probability
    },
    redeliver: (count) => {
      for (const { body } of calls.slice(-count)) enqueue(body)
    },
    waiting: () => queue.length + (held?.length ?? 0),
    stop: () => {
      over = true
      clearTimeout(timer)
      agent.destroy()
    },
  }
}
