import { expect, test } from 'vitest'
import { makeChatHistory } from '../../../../core/services/access/history.ts'
import { minutes } from '../../../../core/base/units.ts'
import { agent, openStage } from '../../../build/stage.ts'
import { comeBack, setSecrets, submit } from './people.ts'

const address = (chat: string) => ({ channel: 'telegram', account: 'bot', chat }) as const

/** What a page that has no memory of its own shows of a chat. */
const openPages = async () => {
  const stage = await openStage()
  const person = stage.person('old')
  await submit(person, 'He calls himself Kolkwitzia and wants money for my photos')
  await setSecrets(person, { pin: '483917', decoy: 'zimtstern' })
  const history = makeChatHistory(stage.ports, stage.casebook)
  const shown = async (chat: string) => JSON.stringify((await history.read(address(chat))).lines)
  return { stage, person, history, shown, elsewhere: stage.person('new') }
}

test('a page of the old chat shows nothing of the case once the person is elsewhere, before anybody writes in it', async () => {
  const { stage, person, history, shown, elsewhere } = await openPages()
  expect(await shown('old')).toContain('Kolkwitzia')
  let woken = 0
  const end = history.subscribe(address('old'), () => {
    woken += 1
  })
  await comeBack(elsewhere, await person.code(), '483917')
  await stage.workAll()
  expect(await shown('old')).not.toContain('Kolkwitzia')
  await elsewhere.says('he wrote to me again')
  expect(await shown('old')).toBe('[]')
  await new Promise((resolve) => void setImmediate(resolve))
  expect(woken).toBeGreaterThan(0)
  end()
})

test('a page of the new chat shows what was said since the person is there', async () => {
  const { stage, person, shown, elsewhere } = await openPages()
  const code = await person.code()
  await comeBack(elsewhere, code, '483917')
  await stage.workAll()
  await elsewhere.says('he wrote to me again')
  expect(await shown('new')).toContain('he wrote to me again')
  expect(await shown('new')).toContain('Welcome back')
  expect(await shown('new')).not.toContain('threatens')
})

test('who is in danger and wants nobody to come reads on the page that they are read, and nobody is announced', async () => {
  const stage = await openStage()
  const person = stage.person('1', 'en')
  const history = makeChatHistory(stage.ports, stage.casebook)
  await person.says('my brother will kill me')
  expect((await history.read(address('1'))).mode).toBe('waiting')
  await person.says('no')
  expect((await history.read(address('1'))).mode).toBe('reading')
  await person.says('a person')
  expect((await history.read(address('1'))).mode).toBe('waiting')
})

test.each([
  ['before agreeing, in danger', ['my brother will kill me'], true],
  ['in danger, wanting nobody to come', ['my brother will kill me', 'no'], true],
  ['who asked for a person', ['a person'], true],
  ['before anything was told', ['hello'], undefined],
  ['once a PIN is set', ['my brother will kill me', 'code', '483917'], undefined],
] as const)(
  'the first exit asks for a place whoever nothing would bring back: %s',
  async (_, said, stranded) => {
    const stage = await openStage()
    const person = stage.person('1', 'en')
    const history = makeChatHistory(stage.ports, stage.casebook)
    for (const text of said) await person.says(text)
    expect((await history.read(address('1'))).stranded).toBe(stranded)
    await person.says('0')
    expect((await history.read(address('1'))).stranded).toBeUndefined()
  },
)

test('the page that was left answers the decoy PIN with its harmless list, and shows none after the real one', async () => {
  const { stage, person, history, shown } = await openPages()
  await person.says('0')
  expect(await shown('old')).toBe('[]')
  await person.says('zimtstern')
  // What was said before goes from the chat; what can be read stays to be chosen.
  await stage.workAll()
  const { lines, open } = await history.read(address('old'))
  expect(lines.map(({ from, text }) => [from, text?.slice(0, 20)])).toEqual([['bot', 'Hello. Here are tips']])
  expect(open).toBe(lines[0]?.id)
  await person.says('1')
  expect(await shown('old')).not.toMatch(/Kolkwitzia|zimtstern/)
  expect((await history.read(address('old'))).lines).toHaveLength(3)
  await person.says('483917')
  expect(await shown('old')).not.toContain('Here are tips')
})

test('a page of a decoy shows nothing of the case', async () => {
  const { stage, person, shown, elsewhere } = await openPages()
  await comeBack(elsewhere, await person.code(), 'zimtstern')
  await stage.workAll()
  expect(await shown('new')).not.toContain('Kolkwitzia')
  expect(await shown('new')).not.toContain('zimtstern')
})

test('what waits for the person is on no page before they write, and stands where they wrote afterwards', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await person.sends({ kind: 'start' })
  for (const text of ['continue', 'skip', 'someone sees this phone', 'shared', 'me, 18+'])
    await person.says(text)
  const history = makeChatHistory(stage.ports, stage.casebook)
  stage.clock.advance(minutes(6))
  const code = await person.code()
  await stage.desk.claim(code, agent('Noor'))
  const { state } = await person.book()
  await stage.desk.say(code, agent('Noor'), 'We found a way.', state.version)
  expect(JSON.stringify((await history.read(address('1'))).lines)).not.toContain('We found a way.')
  await person.says('1')
  const { lines } = await history.read(address('1'))
  const at = (text: string): number => lines.findIndex((line) => line.text === text)
  expect(at('We found a way.')).toBeGreaterThan(at('1'))
  expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length)
})
