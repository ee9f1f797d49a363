import { mutated, textOf } from './values.ts'

const INTEGRATION = 'fuzz-integration'
const PATH_KEY = 'fuzz'.repeat(11)

/** Nobody is there: what needs the platform ends in the honest 503. */
export const BOTPRESS_SETTINGS = {
  BOTPRESS_TOKEN: 'fuzz-botpress-token',
  BOTPRESS_INTEGRATION_ID: INTEGRATION,
  BOTPRESS_PATH_KEY: PATH_KEY,
  BOTPRESS_API_ROOT: 'http://127.0.0.1:9',
}

/**
 * Operations as Botpress asks for them. A conversation that names its person needs nothing of the
 * platform; what does ends in the honest 503.
 */
const OPERATIONS: readonly (readonly [operation: string, body: (n: number) => unknown])[] = [
  [
    'message_created',
    (n) => ({
      type: 'text',
      payload: { text: `he has my photos ${n}`, userId: `user-${n % 40}` },
      conversation: {
        id: `conv-${n % 40}`,
        channel: 'hitl',
        tags: { person: `user-${n % 40}`, session: '1' },
      },
      message: { id: `msg-${n}`, createdAt: '2026-11-28T00:00:00.000Z' },
      user: { id: 'bot' },
    }),
  ],
  [
    'action_triggered',
    (n) => ({ type: 'startHitl', input: { userId: `user-${n % 40}`, title: 'x', messageHistory: [] } }),
  ],
  ['action_triggered', (n) => ({ type: 'stopHitl', input: { conversationId: `conv-${n % 40}` } })],
  ['action_triggered', () => ({ type: 'createUser', input: { name: 'Sara', email: 'u@bot.invalid' } })],
  ['ping', () => ({})],
  ['register', () => ({ webhookUrl: 'https://webhook.example.org' })],
]

/** One changed operation; now and then its name or the settings of the bot are changed as well. */
export const botpressCall = ({
  n,
  value,
  dice,
  key,
}: {
  readonly n: number
  readonly value: unknown
  readonly dice: () => number
  readonly key: string
}): {
  readonly path: string
  readonly method: 'POST'
  readonly body: string
  readonly headers: Record<string, string>
} => {
  const next = (): unknown => value
  const [operation, make] = OPERATIONS[Math.floor(dice() * OPERATIONS.length)] ?? ['ping', () => ({})]
  const settings = dice() < 0.9 ? { key, textsAreOurs: dice() < 0.5 } : mutated({ key }, next, dice)
  const headers = {
    'x-bot-id': `bot-${n % 500}`,
    'x-bot-user-id': 'u',
    'x-integration-id': INTEGRATION,
    'x-integration-alias': 'amin',
    'x-webhook-id': 'w',
    'x-bp-operation': dice() < 0.95 ? operation : textOf(value).slice(0, 60).toWellFormed(),
    'x-bp-configuration': Buffer.from(JSON.stringify(settings) ?? '').toString('base64'),
  }
  return {
    path: `/botpress/${PATH_KEY}`,
    method: 'POST',
    body: JSON.stringify(mutated(make(n), next, dice)) ?? '',
    headers,
  }
}
