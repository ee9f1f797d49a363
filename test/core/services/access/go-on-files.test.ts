import { describe, expect, test } from 'vitest'
import { TELEGRAM_CAPABILITIES } from '../../../../adapters/channels/telegram/capabilities.ts'
import type { InboundMedia } from '../../../../core/base/message.ts'
import { bytes } from '../../../../core/base/units.ts'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'
import { comeBack, setSecrets, submit } from './people.ts'

const PIN = '483917'
const picture = (n: number): Uint8Array => new Uint8Array([n, 2, 3, 4])

/** Isolates of a text that runs both ways say nothing here. */
const plain = (texts: readonly string[]): string => texts.join('\n').replace(/[\u2066-\u2069]/g, '')

/** Agreed; the age is not known. */
const agree = async (person: Person): Promise<void> => {
  await person.sends({ kind: 'start' })
  await person.says('continue')
}

const filesOf = async (who: Person) =>
  Object.values((await who.book()).state.evidence).filter(({ kind }) => kind === 'photo')

/** Agreed, sent a picture that waits for the age, and left; somebody came back by a word alone. */
const backByWord = async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await agree(person)
  await person.sendsFile(picture(1))
  await person.says('0')
  await person.says('continue')
  expect((await person.book()).state.conversation.unproven).toBe(true)
  const said = person.heard().length
  return { stage, person, after: () => plain(person.heard().slice(said)) }
}

const worked = async ({ workAll, sendAll }: Stage): Promise<void> => {
  await workAll()
  await sendAll()
}

const isOpened = async (person: Person): Promise<void> => {
  await person.says(await person.code())
  expect((await person.book()).state.conversation.locked).toBeUndefined()
}

describe('a file that waits for the age when the chat is left, and an age said there by whoever came back', () => {
  test.each([
    ['I am 30', 'adult'],
    ['I am 12', 'child'],
    ['my brother will kill me tonight, I am 12', 'child in danger'],
  ])('«%s» neither fetches it nor lets it go: it waits on (%s)', async (words) => {
    const { stage, person, after } = await backByWord()
    await person.says(words)
    await person.says('no')
    await worked(stage)
    expect(stage.channel.downloads).toEqual([])
    expect(stage.channel.files.size).toBe(1)
    expect((await person.book()).state.waiting).toHaveLength(1)
    expect(after()).not.toMatch(/received|\bfiles?\b/i)
  })

  test.each(['I am 30', 'I am 12'])(
    'what she says herself once it is shown that the chat is hers decides about it, and «%s» is not hers',
    async (words) => {
      const { stage, person } = await backByWord()
      await person.says(words)
      await isOpened(person)
      expect((await person.book()).state.conversation.answers['age']).toBeUndefined()
      expect((await person.book()).state.waiting).toHaveLength(1)
      await person.says('I am 24')
      await worked(stage)
      expect(stage.channel.downloads).toHaveLength(1)
      expect((await filesOf(person)).map(({ status }) => status)).toEqual(['sealed'])
      expect((await person.book()).state.conversation.answers['age']).toEqual({
        kind: 'choice',
        option: 'me-18',
      })
    },
  )

  test('a file that is sent there waits for the age said there, and the receipt counts no other', async () => {
    const { stage, person, after } = await backByWord()
    await person.sendsFile(picture(2))
    await person.sendsFile(picture(3))
    await person.says('I am 30')
    await worked(stage)
    expect(stage.channel.downloads).toHaveLength(2)
    expect(after()).toMatch(/2 files/)
    expect((await person.book()).state.waiting).toHaveLength(1)
  })

  test('of a child nothing is taken that is sent there, and somebody is called', async () => {
    const { stage, person } = await backByWord()
    await person.says('I am 12')
    await person.sendsFile(picture(2))
    await worked(stage)
    expect(stage.channel.downloads).toEqual([])
    expect(stage.channel.files.size).toBe(1)
    expect((await person.book()).state).toMatchObject({ hands: { status: 'waiting' } })
    expect((await person.book()).state.waiting).toHaveLength(1)
  })

  test('a file on its way when the chat was left is not counted to who came back', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await agree(person)
    await person.says('I am 24')
    await person.sendsFile(picture(1))
    await person.says('0')
    await person.says('continue')
    const said = person.heard().length
    await person.sendsFile(picture(2))
    await worked(stage)
    const after = plain(person.heard().slice(said))
    expect(after).toMatch(/^A file came\./)
    expect(after).not.toMatch(/\d files?/)
    expect((await filesOf(person)).map(({ status }) => status)).toEqual(['sealed', 'sealed'])
  })

  type Before = readonly [string, (who: Person) => Promise<unknown>, Partial<InboundMedia>]
  const BEFORE: readonly Before[] = [
    ['taken', (who) => who.says('I am 24'), {}],
    ['waits', async () => undefined, {}],
    ['refused, of a child', (who) => who.says('I am 12'), {}],
    ['refused, as too large', (who) => who.says('I am 24'), { size: bytes(9_000_000_000) }],
  ]

  test.each(BEFORE)(
    'one answer is given to a file there, whatever was told before: it is %s',
    async (_, tell, more) => {
      const stage = await openStage()
      Object.assign(stage.ports, { capabilities: () => TELEGRAM_CAPABILITIES })
      const person = stage.person('1')
      await agree(person)
      await tell(person)
      await person.says('My story is that Kolkwitzia wants money from me')
      await person.says('0')
      await worked(stage)
      await person.says('continue')
      const said = person.heard().length
      const wiped = stage.channel.sent.filter(({ content }) => content.kind === 'wipe').length
      await person.sendsFile(picture(2), more)
      await person.sendsFile(picture(3), more)
      await worked(stage)
      expect(
        person
          .heard()
          .slice(said)
          .map((text) => plain([text])),
      ).toEqual([
        'A file came. Whether it can be taken does not show here, and it is opened only for somebody who says that they are 18 or older. What it shows can be written in words.',
      ])
      expect(stage.channel.sent.filter(({ content }) => content.kind === 'wipe')).toHaveLength(wiped)
    },
  )

  test('goes along to no other case that is brought into that chat by a code and a PIN', async () => {
    for (const word of ['', 'continue']) {
      const stage = await openStage()
      const other = stage.person('2')
      await submit(other)
      await setSecrets(other, { pin: PIN })
      const [code, { caseId }] = [await other.code(), (await other.book()).row]
      const person = stage.person('1')
      await agree(person)
      await person.sendsFile(picture(1))
      const left = (await person.book()).row.caseId
      await person.says('0')
      if (word !== '') await person.says(word)
      const said = person.heard().length
      await comeBack(person, code, PIN)
      await worked(stage)
      expect((await person.book()).row.caseId).toBe(caseId)
      expect(stage.channel.downloads).toEqual([])
      expect(await filesOf(person)).toEqual([])
      expect(plain(person.heard().slice(said))).not.toMatch(/\bfiles?\b/i)
      expect((await stage.casebook.load(left)).waiting).toHaveLength(1)
    }
  })
})
