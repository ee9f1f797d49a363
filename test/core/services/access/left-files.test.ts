import { describe, expect, test } from 'vitest'
import { agent, openStage, type Person, type Stage, phrases as texts } from '../../../build/stage.ts'
import { comeBack, setSecrets, submit } from './people.ts'

const PIN = '483917'
const plain = (text: string): string => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '')
const along = (count: number): string => plain(texts.say('en', 'return-files-along', { count }))
const picture = (n: number): Uint8Array => new Uint8Array([n, 2, 3, 4])

/** An older case with a PIN, and a new chat in which files wait. */
const withLeft = async (
  prepare: (person: Person) => Promise<unknown> = submit,
  tells: (person: Person) => Promise<unknown> = async () => undefined,
) => {
  const stage = await openStage()
  Object.assign(stage.ports, { printPage: 'https://chat.example.org/chat#fingerprint' })
  const person = stage.person('old')
  await prepare(person)
  await setSecrets(person, { pin: PIN })
  const code = await person.code()
  const { caseId } = (await person.book()).row
  const elsewhere = stage.person('new')
  await elsewhere.sends({ kind: 'start' })
  for (const n of [1, 2]) await elsewhere.sendsFile(picture(n))
  const left = (await elsewhere.book()).row
  await tells(elsewhere)
  expect((await elsewhere.book()).state.waiting).toHaveLength(2)
  return { stage, caseId, code, elsewhere, left }
}

const goesBack = async (stage: Stage, who: Person, code: string): Promise<readonly string[]> => {
  const before = who.heard().length
  await comeBack(who, code, PIN)
  await stage.workAll()
  await stage.sendAll()
  return who.heard().slice(before).map(plain)
}

/** As far as the question for the age, and what is answered to it. */
const aged =
  (answer: string) =>
  async (who: Person): Promise<void> => {
    await who.sends({ kind: 'start' })
    await who.says('continue')
    for (let n = 0; n < 8 && (await who.book()).state.conversation.open?.step !== 'age'; n += 1)
      await who.says((await who.book()).state.conversation.open?.step === 'story' ? 'skip' : 'no')
    await who.says(answer)
  }

describe('coming back from a chat in which files wait', () => {
  test('they go along: nothing is sent again, each is fetched once and sealed in the case they came back to', async () => {
    const { stage, caseId, code, elsewhere, left } = await withLeft()
    const told = await goesBack(stage, elsewhere, code)
    const book = await elsewhere.book()
    expect(book.row.caseId).toBe(caseId)
    expect(told.filter((text) => text.includes(along(2)))).toHaveLength(1)
    const sealed = Object.values(book.state.evidence).filter(({ kind }) => kind === 'photo')
    expect(sealed).toMatchObject([{ status: 'sealed' }, { status: 'sealed' }])
    expect(stage.channel.downloads).toHaveLength(2)
    expect(book.lines.filter((line) => line.from === 'person' && line.evidence !== undefined)).toHaveLength(2)
    // Nothing else was ever told there.
    expect((await stage.store.views.byId(left.caseId))?.status).toBe('erased')
    // Done again by another process, nothing comes twice.
    await goesBack(stage, elsewhere, code)
    expect(stage.channel.downloads).toHaveLength(2)
  })

  test('where the age is not known in the older case either they wait there, unopened, until it is', async () => {
    const { stage, code, elsewhere } = await withLeft(async (who) => {
      await who.sends({ kind: 'start' })
      await who.says('continue')
    })
    await goesBack(stage, elsewhere, code)
    expect((await elsewhere.book()).state.waiting).toHaveLength(2)
    expect(stage.channel.downloads).toEqual([])
    await elsewhere.says('I am 22')
    await stage.workAll()
    expect(stage.channel.downloads).toHaveLength(2)
  })

  test('whoever takes the case that was left sees that its files went along, and nothing of it is said in a chat that is another case’s now', async () => {
    const { stage, code, elsewhere, left } = await withLeft(submit, (who) => who.says('continue'))
    await goesBack(stage, elsewhere, code)
    const noor = agent('Noor')
    const before = elsewhere.heard().length
    await stage.desk.claim(left.code, noor)
    const book = await stage.desk.open(left.code)
    if (book === undefined || book === 'erased') throw new Error('the case does not open')
    expect(book.filesWait).toBeUndefined()
    expect(await stage.desk.askAge(left.code, noor)).toEqual({ status: 'refused', why: 'no_chat' })
    expect(await stage.desk.say(left.code, noor, 'How old are you?', book.state.version)).toEqual({
      status: 'refused',
      why: 'no_chat',
    })
    await stage.desk.release(left.code, noor, 'bot')
    await stage.desk.close(left.code, noor, 'resolved')
    await stage.sendAll()
    expect(elsewhere.heard().slice(before)).toEqual([])
  })

  test('the case that was left says where its files went, once: they wait there no more, nor could they be fetched', async () => {
    const { stage, code, elsewhere, left } = await withLeft(submit, (who) => who.says('continue'))
    await goesBack(stage, elsewhere, code)
    await goesBack(stage, elsewhere, code)
    const book = await stage.desk.open(left.code)
    if (book === undefined || book === 'erased') throw new Error('the case does not open')
    const { events } = await stage.casebook.read(left.caseId)
    const state = await stage.casebook.load(left.caseId)
    const carried = events.flat().filter((event) => event.type === 'files_carried')
    expect(carried).toHaveLength(1)
    expect(carried[0]?.files).toHaveLength(2)
    expect(state.waiting).toEqual([])
    expect(state.conversation.waits).toEqual([])
    expect(Object.values(state.evidence).filter(({ kind }) => kind === 'photo')).toEqual([])
    const files = book.lines.flatMap((line) =>
      line.from === 'person' && line.message.body.kind === 'media' ? [line.waits] : [],
    )
    expect(files).toEqual(['carried', 'carried'])
  })

  test('is told why where the older case knows that they are under 18: nothing is kept, in that case or in this', async () => {
    const { stage, code, elsewhere, left } = await withLeft(aged('me, 16-17'))
    const told = await goesBack(stage, elsewhere, code)
    expect(told.filter((text) => text.includes('not opened and not kept'))).toHaveLength(1)
    expect(told.join('\n')).not.toContain(along(2))
    expect(stage.channel.downloads).toEqual([])
    expect([...stage.channel.files]).toEqual([])
    // The pictures are taken out of the chat as well.
    expect(
      stage.channel.sent.filter(
        ({ chat, content }) => chat === 'new' && content.kind === 'wipe' && content.messages.length === 2,
      ),
    ).toHaveLength(1)
    expect((await stage.store.views.byId(left.caseId))?.status).toBe('erased')
  })

  test('what waits on the person’s own device does not go along: it comes from there by itself', async () => {
    const stage = await openStage()
    const person = stage.person('old')
    await submit(person)
    await setSecrets(person, { pin: PIN })
    const code = await person.code()
    const elsewhere = stage.person('new')
    await elsewhere.sends({ kind: 'start' })
    await elsewhere.sendsFile(new Uint8Array(), { ref: '' })
    const left = (await elsewhere.book()).row
    expect((await elsewhere.book()).state.waiting).toMatchObject([{ onDevice: true }])
    const told = await goesBack(stage, elsewhere, code)
    expect(told.join('\n')).not.toContain(along(1))
    expect((await stage.store.views.byId(left.caseId))?.status).toBe('erased')
  })

  test('is told of them after the welcome and before the question that stands', async () => {
    const { stage, code, elsewhere } = await withLeft(aged('me, 18+'))
    const told = await goesBack(stage, elsewhere, code)
    const all = told.join('\n')
    expect(all.indexOf('Welcome back')).toBeGreaterThan(-1)
    expect(all.indexOf(along(2))).toBeGreaterThan(all.indexOf('Welcome back'))
    expect(all.endsWith(along(2))).toBe(false)
    expect((await elsewhere.book()).state.conversation.open?.step).toBe('material')
  })
})
