import type { WebhooksState, WebhookTest } from '../../../adapters/console/contract/webhooks.ts'
import { NOW } from './world.ts'

/** The webhooks on the scripted server: one that takes most, ones that fail, are off, and new. */
export type WebhooksWorld = {
  state: WebhooksState
  /** What the next test comes to. */
  answers: WebhookTest
  readonly tested: string[]
  readonly test: (id: string | undefined) => WebhookTest
}

const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString()

const WENT_WELL = (['case.team_changed', 'case.taken_over', 'case.handed_back', 'case.closed'] as const).map(
  (type, i) => ({
    id: `msg_0${i}`,
    type,
    at: ago(60 + i),
    triedAt: ago(60 + i),
    tries: 1,
    status: 'delivered' as const,
  }),
)

export const makeWebhooksWorld = (): WebhooksWorld => {
  const world: WebhooksWorld = {
    answers: { taken: true },
    tested: [],
    state: {
      webhooks: [
        {
          id: 'duty-desk',
          host: 'desk.example.org',
          events: ['case.opened', 'case.urgency_changed', 'case.target_missed'],
          status: 'on',
          tested: ago(3 * 1440),
          last: [
            {
              id: 'msg_3',
              type: 'case.target_missed',
              at: ago(2),
              triedAt: ago(2),
              tries: 1,
              status: 'delivered',
            },
            {
              id: 'msg_2',
              type: 'case.urgency_changed',
              at: ago(12),
              triedAt: ago(3),
              tries: 7,
              status: 'waits',
              fault: 'http-503',
              next: new Date(NOW + 6 * 60_000).toISOString(),
            },
            ...WENT_WELL,
          ],
        },
        {
          id: 'ministry-register',
          host: 'register.example.org:8443',
          events: ['case.opened', 'case.team_changed', 'case.closed', 'case.erased'],
          status: 'failing',
          failingSince: ago(90),
          last: [
            {
              id: 'msg_5',
              type: 'case.erased',
              at: ago(80),
              triedAt: ago(20),
              tries: 6,
              status: 'waits',
              fault: 'unreachable',
              next: new Date(NOW + 40 * 60_000).toISOString(),
            },
            {
              id: 'msg_4',
              type: 'case.opened',
              at: ago(90),
              triedAt: ago(30),
              tries: 6,
              status: 'waits',
              fault: 'http-401',
              next: new Date(NOW + 30 * 60_000).toISOString(),
            },
          ],
        },
        {
          id: 'archive',
          host: 'archive.example.org',
          events: ['case.closed'],
          status: 'on',
          last: [],
        },
        {
          id: 'tickets',
          host: 'tickets.example.org',
          events: ['case.opened', 'case.closed'],
          status: 'off',
          failingSince: ago(5 * 1440),
          off: ago(2 * 1440),
          last: [
            {
              id: 'msg_2a',
              type: 'case.closed',
              at: ago(2 * 1440 + 60),
              triedAt: ago(2 * 1440),
              tries: 9,
              status: 'waits',
              fault: 'http-404',
              next: ago(1440),
            },
            {
              id: 'msg_1',
              type: 'case.opened',
              at: ago(4 * 1440),
              triedAt: ago(2 * 1440),
              tries: 21,
              status: 'given-up',
              fault: 'timeout',
            },
          ],
        },
      ],
    },
    test: (id = '') => {
      world.tested.push(id)
      if (world.answers.taken)
        world.state = {
          webhooks: world.state.webhooks.map((webhook) => {
            if (webhook.id !== id) return webhook
            const { failingSince: _, off: __, ...on } = webhook
            return { ...on, status: 'on' as const }
          }),
        }
      return world.answers
    },
  }
  return world
}
