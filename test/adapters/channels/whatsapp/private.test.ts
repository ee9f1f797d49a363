import '../../../../adapters/channels/whatsapp/harden.ts'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { content } from '../../../../bots/content.ts'
import { makeOpens } from '../../../../bots/opens-case.ts'
import type { InboundBody } from '../../../../core/base/message.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { instant } from '../../../../core/base/units.ts'
import type { Person } from '../../../fakes/whatsapp/person.ts'
import { startLinked, startRig, type Rig } from './rig.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

const opens = makeOpens(content)
const texts = (rig: Rig): readonly string[] =>
  rig.items.flatMap(({ body }) => (body.kind === 'text' ? [body.text] : []))

/** A linked number whose owner wrote with `known` before, and saved the name of `saved`. */
const openNumber = async () => {
  const rig = await startLinked({ opens })
  cleanups.push(rig.remove, () => rig.fake.stop(), rig.end)
  const { fake } = rig
  const [known, saved, stranger] = [fake.person('Mum'), fake.person('Aunt'), fake.person('Noor')]
  await fake.remembers([
    { person: known, said: [{ text: 'kolkwitzia bread' }, { text: 'on my way', byOwner: true }] },
    { person: saved, savedAs: 'Aunt Zinnober', said: [{ text: 'kolkwitzia' }], byNumber: true },
    // Wrote before the link, and was answered by nobody.
    { person: stranger, said: [{ text: 'is this the help line?' }] },
  ])
  await fake.until(() => fake.pending() === 0, 'the history is taken')
  /** What was said before this came to its end, whatever became of it. */
  const settle = async (): Promise<void> => {
    const witness = fake.person('Witness')
    const word = `settled ${witness.phone}`
    await fake.says(witness, word)
    await rig.until(() => texts(rig).includes(word), word)
  }
  const says = async (person: Person, text: string): Promise<readonly string[]> => {
    const before = texts(rig).length
    await fake.says(person, text)
    // Twice: what was judged private and is taken all the same comes behind what was under way.
    await settle()
    await settle()
    return texts(rig)
      .slice(before)
      .filter((one) => !one.startsWith('settled'))
  }
  const leftAlone = (): number | undefined => rig.state()?.leftAlone
  return { rig, known, saved, stranger, says, settle, leftAlone }
}

describe('a chat that the owner of the number had before it was linked', () => {
  test('is no case by ordinary words, whether they wrote to it or saved its name; one that nobody answered is', async () => {
    const { known, saved, stranger, says, leftAlone } = await openNumber()
    expect(await says(known, 'mum here, bring bread please')).toEqual([])
    expect(await says(saved, 'are you coming on Friday?')).toEqual([])
    expect(await says(stranger, 'hello')).toEqual(['hello'])
    expect(leftAlone()).toBe(2)
  })

  test('counts once however often it writes, and nothing of it is kept, logged or met', async () => {
    const { rig, known, says, leftAlone } = await openNumber()
    for (const text of ['zimtstern one', 'zimtstern two']) expect(await says(known, text)).toEqual([])
    expect(leftAlone()).toBe(1)
    expect(JSON.stringify(rig.log.lines)).not.toMatch(/zimtstern|kolkwitzia|Mum/)
    rig.end()
    const files = readdirSync(rig.dir).map((name) => readFileSync(join(rig.dir, name)))
    for (const word of ['zimtstern', 'kolkwitzia', 'Zinnober', known.phone, known.lid])
      expect(files.some((bytes) => bytes.includes(word))).toBe(false)
  })

  test.each([
    'he will kill me tonight',
    'help',
    'ساعدوني',
    'start',
    'ابدأ',
    'دەستپێکردن',
    'عاجل',
    'یارمەتیم دەن',
  ])('is opened by who needs help (%s), and from then on by every word', async (cry) => {
    const { known, says, leftAlone } = await openNumber()
    expect(await says(known, cry)).toEqual([cry])
    expect(await says(known, 'are you there?')).toEqual(['are you there?'])
    expect(leftAlone()).toBe(0)
  })

  test('stays private after a new start, and once opened stays open', async () => {
    const { rig, known, saved, says } = await openNumber()
    await says(saved, 'help')
    await says(known, 'good morning')
    rig.end()
    const next = await startRig({ fake: rig.fake, dir: rig.dir, key: rig.key, leases: rig.leases, opens })
    cleanups.push(next.end)
    next.open()
    await next.is('connected')
    await rig.fake.until(rig.fake.online, 'online')
    for (const [person, text] of [
      [known, 'good night'],
      [saved, 'thank you'],
    ] as const)
      await rig.fake.says(person, text)
    await next.until(() => texts(next).includes('thank you'), 'the open one')
    expect(texts(next)).toEqual(['thank you'])
    expect(next.state()?.leftAlone).toBe(1)
  })

  test('that is a case already stays one where the number is linked anew', async () => {
    const { rig, stranger, says } = await openNumber()
    await says(stranger, 'hello')
    await rig.fake.remembers([{ person: stranger, said: [{ text: 'we are here', byOwner: true }] }])
    await rig.fake.until(() => rig.fake.pending() === 0, 'the history is taken')
    expect(await says(stranger, 'and now?')).toEqual(['and now?'])
  })
})

describe('what opens a case in a private chat', () => {
  const read = (body: InboundBody, forwarded = false): boolean =>
    opens({
      v: 1,
      channel: 'whatsapp',
      account: 'main',
      chat: 'x',
      message: '1',
      edit: 0,
      sentAt: instant(1_767_225_600_000),
      from: {},
      body,
      ...(forwarded ? { forward: untrusted('{}') } : {}),
    })
  const text = (words: string): InboundBody => ({ kind: 'text', text: untrusted(words) })

  test.each([
    'bring bread please',
    'شلونك',
    'صباح الخير',
    'باشە',
    'see you at 7',
    'ok',
    'yes',
    'next',
    'happy birthday!',
  ])('is nothing that people write to those they know: %s', (words) => expect(read(text(words))).toBe(false))

  test.each([
    'someone is blackmailing me',
    'واحد يهددني بصوري',
    'he has my photos and wants money',
    'اني خايفه كلش',
    'هەڕەشەم لێ دەکات',
    'talk to a person',
  ])('is what people say when they begin: %s', (words) => expect(read(text(words))).toBe(true))

  test('is danger in forwarded words as well, and no word of command in them', () => {
    expect(read(text('I will kill you tonight'), true)).toBe(true)
    expect(read(text('help'), true)).toBe(false)
  })

  test('is nothing without words', () => {
    expect(read({ kind: 'call' })).toBe(false)
    expect(read({ kind: 'reaction', emoji: untrusted('👍'), to: '1' } as never)).toBe(false)
  })
})
