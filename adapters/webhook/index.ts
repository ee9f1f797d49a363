import { createHmac } from 'node:crypto'
import type { WebhookType } from '../../core/base/webhook.ts'
import { seconds, type Instant, type Ms } from '../../core/base/units.ts'

export type Endpoint = {
  readonly id: string
  /** https, or a loopback address. */
  readonly url: string
  /** Shared with the other side. */
  readonly secret: Uint8Array
  readonly events: readonly WebhookType[]
}

/** `id` is the same for a message that is repeated. */
export type Message = { readonly id: string; readonly body: string }

/** `http-NNN` with the status that was answered. */
export type Fault = `http-${number}` | 'redirect' | 'timeout' | 'unreachable'
export type Answer = { readonly ok: true } | { readonly ok: false; readonly fault: Fault }

/** An endpoint is to keep what it gets and answer, and to work on it later. */
const PATIENCE = seconds(10)

const isRedirect = (status: number): boolean => status >= 300 && status < 400

/**
 * Posts a message as Standard Webhooks has it (https://www.standardwebhooks.com): `webhook-signature`
 * is `v1,` and the HMAC-SHA-256 over `ID.SECONDS.BODY` in base64, so that the other side can tell
 * our messages from anybody's and old ones from new. Any 2xx means that it has it. Redirects are
 * not followed: the address is the operator's word alone. Of the answer nothing is read. Never
 * throws for what the other side does.
 */
export const post = async (
  { url, secret }: Pick<Endpoint, 'url' | 'secret'>,
  { id, body }: Message,
  { now, patience = PATIENCE }: { readonly now: Instant; readonly patience?: Ms },
): Promise<Answer> => {
  const time = Math.floor(now / 1000)
  const signature = createHmac('sha256', secret).update(`${id}.${time}.${body}`).digest('base64')
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'amin',
        'webhook-id': id,
        'webhook-timestamp': String(time),
        'webhook-signature': `v1,${signature}`,
      },
      body,
    })
    // Not waited for: an answer without end must not hold the message.
    void answer.body?.cancel().catch(() => undefined)
    if (answer.ok) return { ok: true }
    return { ok: false, fault: isRedirect(answer.status) ? 'redirect' : `http-${answer.status}` }
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError'
    return { ok: false, fault: isLate ? 'timeout' : 'unreachable' }
  }
}
