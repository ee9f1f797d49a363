import { randomUUID } from 'node:crypto'
import type { WebhooksState, WebhookTest } from '../adapters/console/contract/webhooks.ts'
import type { Endpoint } from '../adapters/webhook/index.ts'
import type { Clock } from '../core/ports/clock.ts'
import type { Instant } from '../core/base/units.ts'
import { readStanding, readTest, type Delivery } from './webhook-log.ts'
import { sendTest } from './webhooks.ts'

export type WebhookDesk = {
  readonly state: () => WebhooksState
  /** Nothing where the operator file names none of that id. */
  readonly test: (id: string) => Promise<WebhookTest | undefined>
}

const iso = (at: Instant): string => new Date(at).toISOString()

const present = ({ at, triedAt, next, ...delivery }: Delivery) => ({
  ...delivery,
  at: iso(at),
  triedAt: iso(triedAt),
  ...(next === undefined ? {} : { next: iso(next) }),
})

/** What is known of the endpoints, for the console and the command line; no secret is among it. */
export const openWebhookDesk = ({
  endpoints,
  dataDir,
  clock,
}: {
  readonly endpoints: readonly Endpoint[]
  readonly dataDir: string
  readonly clock: Clock
}): WebhookDesk => ({
  state: () => ({
    webhooks: endpoints.map(({ id, url, events }) => {
      const { failingSince, off, last } = readStanding(dataDir, id)
      const tested = readTest(dataDir, id)
      return {
        id,
        host: new URL(url).host,
        events: [...events],
        status: off !== undefined ? 'off' : failingSince !== undefined ? 'failing' : 'on',
        ...(failingSince === undefined ? {} : { failingSince: iso(failingSince) }),
        ...(off === undefined ? {} : { off: iso(off) }),
        ...(tested === undefined ? {} : { tested: iso(tested) }),
        last: last.map(present),
      }
    }),
  }),
  test: async (id) => {
    const to = endpoints.find((endpoint) => endpoint.id === id)
    if (to === undefined) return undefined
    const answer = await sendTest({ dataDir, id: randomUUID(), now: clock.now() }, to)
    return answer.ok ? { taken: true } : { taken: false, fault: answer.fault }
  },
})
