import type { Price } from '../wire.ts'

/** Numbers that are hashed at the same time: asking one by one would wait more than it computes. */
const BATCH = 256

const hexOf = (hash: ArrayBuffer): string =>
  Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The number that a ticket asks for; -1 where there is none. */
const findNumber = async ({ ticket, target, most }: Price): Promise<number> => {
  const encoder = new TextEncoder()
  for (let start = 0; start < most; start += BATCH) {
    const tries = Array.from({ length: Math.min(BATCH, most - start) }, (_, i) =>
      crypto.subtle.digest('SHA-256', encoder.encode(`${ticket}.${start + i}`)),
    )
    const found = (await Promise.all(tries)).findIndex((hash) => hexOf(hash) === target)
    if (found >= 0) return start + found
  }
  return -1
}

// Browsers give no SHA-256 to pages that did not come by https: then the other side waits.
self.addEventListener('message', (event: MessageEvent<Price>) => {
  findNumber(event.data).then(
    (number) => self.postMessage(number, { transfer: [] }),
    () => self.postMessage(-1, { transfer: [] }),
  )
})
