import { expect, test } from 'vitest'
import type { InboundBody } from '../../../../core/base/message.ts'
import { bytes, minutes } from '../../../../core/base/units.ts'
import { agent, openStage, type Person, type Stage } from '../../../build/stage.ts'
import { setSecrets, submit } from './people.ts'

const NOOR = agent('Noor')
const PIN = '483917'
/** All that a chat that was left may say by itself: what everybody may read, and the way to code and PIN. */
const INNOCENT = /^(?:exit-innocent|decoy-welcome|lesson-|return-code-|return-left|secret-stays|erase-)/

type Where = {
  readonly stage: Stage
  readonly person: Person
  readonly code: Awaited<ReturnType<Person['code']>>
}

const leave = ({ person }: Where, word: string) => person.says(word)
const closeAs = async ({ stage, code }: Where, outcome: 'resolved' | 'unreachable'): Promise<void> => {
  await stage.desk.claim(code, NOOR)
  await stage.desk.close(code, NOOR, outcome)
  await stage.sendAll()
}

/** How the case and the chat came to where they are. */
const WAYS: Readonly<Record<string, (where: Where) => Promise<unknown>>> = {
  'in line, left by 0': (where) => leave(where, '0'),
  'with an agent, left by the word for danger': async (where) => {
    await where.stage.desk.claim(where.code, NOOR)
    await leave(where, 'zinnober')
  },
  'left by 0, then closed': async (where) => {
    await leave(where, '0')
    await closeAs(where, 'unreachable')
  },
  'left by the word for danger, then closed': async (where) => {
    await leave(where, 'zinnober')
    await closeAs(where, 'resolved')
  },
  'closed, agreed to be asked later, and then left by 0': async (where) => {
    await closeAs(where, 'resolved')
    await where.person.says('yes')
    await leave(where, '0')
  },
  'closed and asked whether we may ask later, and left by 0': async (where) => {
    await closeAs(where, 'resolved')
    await leave(where, '0')
  },
}

const PRESSES: readonly InboundBody[] = [
  { kind: 'press', token: 'a1:0:!access:check-in-no' },
  { kind: 'press', token: 'a1:0:!access:check-in-yes' },
]

const WRITES = ['hello', 'no, thank you', '1', 'what happened to my case', 'thanks', 'summary', 'continue']

/** Whatever a hand that is not the person's does, or a platform tells of it. */
const tamper = async ({ stage, person }: Where): Promise<void> => {
  await person.sends({ kind: 'blocked' })
  await person.sends({ kind: 'unblocked' })
  await person.sends({ kind: 'start' })
  await person.sends({ kind: 'command', command: 'restart' })
  for (const text of WRITES) await person.says(text)
  const old = stage.channel.sent.flatMap(({ content }) =>
    content.kind === 'text' ? (content.buttons ?? []).map(({ token }) => token) : [],
  )
  // The newest of each kind: a question's, the card's, a guide's.
  const kinds = new Map(old.map((token) => [token.replace(/[^:]*$/, ''), token]))
  for (const token of kinds.values())
    if (!/!(?:access:erase|command)/.test(token)) await person.sends({ kind: 'press', token })
  for (const body of PRESSES) await person.sends(body)
  await person.sends({ kind: 'reaction', emoji: '👍', of: 'ours-1' })
  await person.sends({ kind: 'location', latitude: 33.3, longitude: 44.4 })
  await person.sends({ kind: 'contact', name: 'Haider', phone: '07712345678' } as InboundBody)
  await person.sends({ kind: 'unsupported', what: 'sticker' })
  await person.sends({ kind: 'call' })
  await person.sendsFile(new Uint8Array([1, 2, 3]))
  await person.sendsFile(new Uint8Array([1, 2, 3]), { size: bytes(4_000_000_000) })
  await stage.passTime(minutes(5))
}

test.each(Object.entries(WAYS))(
  'a chat that was left tells nothing of a case, whatever whoever holds the phone does there: %s',
  async (_, reach) => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await setSecrets(person, { pin: PIN, duress: 'zinnober' })
    const where = { stage, person, code: await person.code() }
    await reach(where)
    const said = (await person.book()).events.length
    await tamper(where)
    const keys = (await person.book()).events
      .slice(said)
      .flatMap(({ event }) => (event.type === 'bot_said' && event.held !== true ? [event.key] : []))
    expect(keys.filter((key) => !INNOCENT.test(key))).toEqual([])
    expect((await person.book()).state.conversation.exited).toBe(true)
  },
)

/** Who left their chat by a word before the case was closed. */
const closedWhileHidden = async (): Promise<Person> => {
  const stage = await openStage()
  const person = stage.person('1')
  await submit(person)
  await setSecrets(person, { pin: PIN })
  const where = { stage, person, code: await person.code() }
  await leave(where, '0')
  await closeAs(where, 'resolved')
  return person
}

test('a cry out of a chat that was left calls people to a closed case, and does not tell that there was one', async () => {
  const person = await closedWhileHidden()
  const said = person.heard().length
  await person.says('he will kill me tonight')
  expect((await person.book()).state).toMatchObject({ severity: 'P1', hands: { status: 'waiting' } })
  expect(person.heard().slice(said).join('\n')).toMatch(/^Noted. Somebody from the team/)
  expect(person.heard().slice(said).join('\n')).not.toMatch(/welcome back|still with us|told us before/i)
})

test('who opens a chat that was left with the PIN is told what was done while it was hidden: the case is closed', async () => {
  const person = await closedWhileHidden()
  const said = (await person.book()).events.length
  await person.says(PIN)
  const keys = (await person.book()).events
    .slice(said)
    .flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
  expect(keys).toEqual(['resumed', 'case-closed'])
  expect((await person.book()).state.hands.status).toBe('closed')
})

test('who hides the chat of a closed case opens nothing again: the team is not called for it', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await submit(person)
  const where = { stage, person, code: await person.code() }
  await closeAs(where, 'resolved')
  await leave(where, '0')
  expect((await person.book()).state).toMatchObject({
    hands: { status: 'closed' },
    conversation: { exited: true },
  })
})
