import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { PushLine } from '../adapters/console/server/shift/push-waker.ts'
import { after, minutes } from '../core/base/units.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'
import { onFirstUse } from './on-first-use.ts'

/** Longer than telling everybody of one page of news takes. */
const HELD = minutes(2)
/**
 * Push services want somebody to turn to; where the console has no public address, browsers
 * elsewhere cannot subscribe either.
 */
const NOBODY = 'mailto:operator@localhost'

/**
 * Wakes agents' browsers; of the processes of one data folder one does. What calls the push
 * services is loaded when the first browser asks to be woken.
 */
export const openPushLine = ({
  config,
  ports: { store, clock, log },
}: {
  readonly config: Pick<Config, 'dataDir' | 'publicUrl'>
  readonly ports: Pick<Foundation['ports'], 'store' | 'clock' | 'log'>
}): PushLine => {
  const owner = randomUUID()
  const contact = config.publicUrl.startsWith('https:') ? config.publicUrl : NOBODY
  const push = onFirstUse(async () => {
    const { openPush } = await import('../adapters/push/index.ts')
    return openPush({ keyFile: join(config.dataDir, 'push.key'), contact, log })
  })
  return {
    publicKey: async () => (await push()).publicKey(),
    takes: async (endpoint) => (await push()).takes(endpoint),
    send: async (target, word) => (await push()).send(target, word),
    isMine: (key) => {
      const now = clock.now()
      return store.leases.take(`push:${key.slice(0, 16)}`, { owner, now, until: after(now, HELD) })
    },
  }
}
