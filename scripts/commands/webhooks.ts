import { randomUUID } from 'node:crypto'
import { makeClock } from '../../adapters/system/clock.ts'
import type { Endpoint } from '../../adapters/webhook/index.ts'
import { readOperator } from '../../bots/operator.ts'
import { describeWebhooks, sendTest } from '../../bots/webhooks.ts'
import { readStanding, type Delivery } from '../../bots/webhook-log.ts'
import type { Instant } from '../../core/base/units.ts'
import { refuseFaults, WRONG_USE, type Run } from './command.ts'

const iso = (at: Instant): string => new Date(at).toISOString()

const present = ({ at, triedAt, next, ...delivery }: Delivery) => ({
  ...delivery,
  at: iso(at),
  triedAt: iso(triedAt),
  ...(next === undefined ? {} : { next: iso(next) }),
})

/** Without the path of the address, which may be a secret. */
export const listWebhooks: Run = async ({ config, say, print }) => {
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) return refuseFaults(say, 'webhooks list', operator.faults)
  for (const { id, url, events } of operator.webhooks ?? []) {
    const { failingSince, off, last } = readStanding(config.dataDir, id)
    print(
      JSON.stringify({
        id,
        host: new URL(url).host,
        events,
        status: off !== undefined ? 'off' : failingSince !== undefined ? 'failing' : 'on',
        ...(failingSince === undefined ? {} : { failingSince: iso(failingSince) }),
        ...(off === undefined ? {} : { off: iso(off) }),
        last: last.map(present),
      }),
    )
  }
  return 0
}

export const testWebhook: Run = async ({ config, words: [id = ''], say, print }) => {
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) return refuseFaults(say, 'webhooks test', operator.faults)
  const to = operator.webhooks?.find((webhook) => webhook.id === id)
  if (to === undefined) {
    say('amin webhooks test: the operator file names no webhook of that id')
    return WRONG_USE
  }
  const now = makeClock().now()
  const answer = await sendTest({ dataDir: config.dataDir, id: randomUUID(), now }, to)
  print(JSON.stringify({ id, ...answer }))
  return answer.ok ? 0 : 1
}

/** One line for each that takes nothing; whether none is switched off. */
export const lookAtWebhooks = (
  dataDir: string,
  endpoints: readonly Endpoint[],
  print: (line: string) => void,
): boolean => {
  const troubles = describeWebhooks(dataDir, endpoints)
  for (const { id, off, says } of troubles)
    print(`${off ? 'FAULT' : 'warn '} webhook ${id}: ${says}; amin webhooks test ${id} tries it`)
  if (endpoints.length > 0 && troubles.length === 0)
    print(`ok    webhooks: ${endpoints.map(({ id }) => id).join(', ')}`)
  return troubles.every(({ off }) => !off)
}
