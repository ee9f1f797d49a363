import type { ServerResponse } from 'node:http'
import type { FaultRule } from './faults.ts'
import type { FakeWhatsappCloud } from './index.ts'

/** `{"base64": "..."}` anywhere in the arguments stands for bytes. */
const revive = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(revive)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (entries.length === 1 && entries[0]?.[0] === 'base64')
    return Buffer.from(String(entries[0][1]), 'base64')
  return Object.fromEntries(entries.map(([key, inner]) => [key, revive(inner)]))
}

type Command = (fake: FakeWhatsappCloud, args: Record<string, unknown>) => unknown

const num = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)
const str = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What another process may ask: `POST /ctl/<name>` with a JSON object; answers JSON. */
const COMMANDS: Readonly<Record<string, Command>> = {
  /** {url}: where webhooks go. */
  webhook: (fake, { url }) => fake.hook.point(str(url)),
  /** {token, challenge?}: the handshake. */
  verify: (fake, { token, challenge }) =>
    fake.hook.verify(str(token), challenge === undefined ? undefined : str(challenge)),
  /** PersonOptions -> {phone, user} */
  person: (fake, options) => {
    const { phone, user } = fake.person(options)
    return { phone, user }
  },
  /** {phone, verb, args}: any verb of a person; the answer is what the verb returns. */
  does: (fake, { phone, verb, args }) => {
    const person = fake.people.find((one) => one.phone === phone) as unknown as
      Record<string, unknown> | undefined
    const act = person?.[str(verb)]
    if (typeof act !== 'function') throw new Error('there is no such person or verb')
    return (act as (...given: unknown[]) => unknown)(...((revive(args) as unknown[] | undefined) ?? []))
  },
  /** {phone}: what the person got. */
  inbox: (fake, { phone }) => fake.people.find((one) => one.phone === phone)?.inbox(),
  /** A FaultRule, or {clear: true}. */
  fault: (fake, rule) => {
    if (rule['clear'] === true) fake.clearFaults()
    else fake.fault(rule as FaultRule)
  },
  duplicate: (fake, { probability }) => fake.hook.duplicate(num(probability, 0)),
  redeliver: (fake, { count }) => fake.hook.redeliver(num(count, 1)),
  advance: (fake, { ms }) => fake.clock.advance(num(ms, 0)),
  revoke: (fake, { revoked }) => fake.revoke(revoked !== false),
  sent: (fake) => fake.sent,
  /** {sent: n, ms?}: answers when the ledger has at least n lines. */
  until: (fake, { sent, ms }) =>
    fake.until(() => fake.sent.length >= num(sent, 0), 'messages', num(ms, 60_000)),
  violations: (fake) => fake.violations,
  stats: (fake) => ({ sent: fake.sent.length, waiting: fake.hook.waiting(), calls: fake.calls.length }),
}

export const serveControl = async (
  fake: FakeWhatsappCloud,
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
