import { createHmac, hash, timingSafeEqual } from 'node:crypto'

const HEADER = /^sha256=([0-9a-f]{64})$/

/**
 * Whether `header` (X-Hub-Signature-256) is the HMAC-SHA-256 of these very bytes under the app's
 * secret. In constant time.
 */
export const isSigned = (body: Uint8Array, header: string | undefined, appSecret: string): boolean => {
  const [, given] = HEADER.exec(header ?? '') ?? []
  if (given === undefined) return false
  return timingSafeEqual(Buffer.from(given, 'hex'), createHmac('sha256', appSecret).update(body).digest())
}

/** Whether two secrets are the same, in a time that says nothing of either. */
export const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'))
