import type { ServerResponse } from 'node:http'
import type { FaultRule } from './faults.ts'
import type { FakeTelegram } from './index.ts'

/** `{"base64": "..."}` anywhere in the arguments stands for bytes. */
const revive = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(revive)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (entries.length === 1 && entries[0]?.[0] === 'base64')
    return Buffer.from(String(entries[0][1]), 'base64')
  return Object.fromEntries(entries.map(([key, inner]) => [key, revive(inner)]))
}

type Command = (fake: FakeTelegram, args: Record<string, unknown>) => unknown

const num = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

/** What another process may ask: `POST /ctl/<name>` with a JSON object; answers JSON. */
const COMMANDS: Readonly<Record<string, Command>> = {
  /** {n, chats?, text?} */
  crowd: (fake, { n, chats, text }) =>
    fake.crowd(num(n, 1), num(chats, 1), typeof text === 'string' ? text : undefined),
  /** PersonOptions -> {id} */
  person: (fake, options) => ({ id: fake.person(options).id }),
  /** {id, verb, args}: any verb of a person; the answer is what the verb returns. */
  does: async (fake, { id, verb, args }) => {
    const person = fake.people.get(num(id, 0)) as unknown as
      Record<string, (...args: unknown[]) => unknown> | undefined
    return person?.[String(verb)]?.(...((revive(args) as unknown[] | undefined) ?? []))
  },
  /** A FaultRule, or {clear: true}. */
  fault: (fake, rule) => {
    if (rule['clear'] === true) fake.clearFaults()
    else fake.fault(rule as FaultRule)
  },
  latency: (fake, latency) => void Object.assign(fake.latency, latency),
  duplicate: (fake, { probability }) => fake.queue.duplicate(num(probability, 0)),
  redeliver: (fake, { count }) => fake.queue.redeliver(num(count, 1)),
  advance: (fake, { ms }) => fake.clock.advance(num(ms, 0)),
  revoke: (fake, { revoked }) => fake.revoke(revoked !== false),
  sent: (fake, { chat }) => (typeof chat === 'number' ? fake.sentTo(chat) : fake.sent),
  /** {sent: n, ms?}: answers when the ledger has at least n messages. */
  until: (fake, { sent, ms }) =>
    fake.until(() => fake.sent.length >= num(sent, 0), 'messages', num(ms, 60_000)),
  violations: (fake) => fake.violations,
  stats: (fake, { methods }) => ({
    ...fake.stats,
    sent: fake.sent.length,
    pending: fake.queue.pending(),
    calls: Object.fromEntries(
      ((methods as string[] | undefined) ?? ['getUpdates', 'sendMessage']).map((method) => [
        method,
        fake.count(method),
      ]),
    ),
  }),
  /** Empties queue, ledger and faults between two runs of a bench. */
  reset: (fake) => {
    fake.queue.clear()
    fake.clearFaults()
    fake.world.sent.length = 0
    fake.world.chats.clear()
    for (const method of Object.keys(fake.latency)) delete fake.latency[method]
    Object.assign(fake.stats, { delivered: 0, conflicts: 0 })
  },
}

export const serveControl = async (
  fake: FakeTelegram,
  name: string,
  args: Record<string, unknown>,
  response: ServerResponse,
): Promise<void> => {
  const command = COMMANDS[name]
  let status = command === undefined ? 404 : 200
  let body: unknown
  try {
    body = await command?.(fake, args)
  } catch (error) {
    status = 500
    body = { error: String(error) }
  }
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body ?? null))
}
