import '../../../../adapters/channels/whatsapp/harden.ts'
import type { proto } from '@whiskeysockets/baileys'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, test } from 'vitest'
import { content } from '../../../../bots/content.ts'
import { begins, told } from '../../../../bots/amin/begins.ts'
import { makeOpens } from '../../../../core/services/inbound/opens-case.ts'
import type { Person } from '../../../fakes/whatsapp/person.ts'
import { startLinked, startRig, type Rig } from './rig.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

const opens = makeOpens(content, { begins, told })
const HASH = Buffer.alloc(32, 7)
/** As a message names a file; nobody fetches it here. */
const FILE = {
  url: 'https://mmg.whatsapp.net/v/t62/x.enc',
  directPath: '/v/t62/x.enc',
  mediaKey: HASH,
  fileSha256: HASH,
  fileEncSha256: HASH,
  fileLength: 10,
}
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

  test.each<[string, proto.IMessage]>([
    ['a voice message', { audioMessage: { ...FILE, mimetype: 'audio/ogg', ptt: true } }],
    ['a picture', { imageMessage: { ...FILE, mimetype: 'image/jpeg' } }],
    ['a document', { documentMessage: { ...FILE, mimetype: 'application/pdf' } }],
    ['a place', { liveLocationMessage: { degreesLatitude: 33.3, degreesLongitude: 44.4 } }],
  ])('is opened by %s, which no words judge, and the file comes with it', async (_, message) => {
    const { rig, known, settle, leftAlone } = await openNumber()
    await rig.fake.says(known, message)
    await settle()
    await settle()
    expect(rig.items.filter(({ body }) => body.kind === 'media' || body.kind === 'location')).toHaveLength(1)
    expect(leftAlone()).toBe(0)
  })

  test('is not opened by a sticker or a mark under a message', async () => {
    const { rig, known, says, settle, leftAlone } = await openNumber()
    await rig.fake.says(known, { stickerMessage: { ...FILE, mimetype: 'image/webp' } })
    await rig.fake.says(known, { reactionMessage: { key: { id: 'A1' }, text: '❤️' } })
    await settle()
    expect(await says(known, 'ok')).toEqual([])
    expect(rig.items.every(({ body }) => body.kind === 'text')).toBe(true)
    expect(leftAlone()).toBe(1)
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

  test('leaves no number, hidden id or token of it among the keys of the library, and is still known', async () => {
    const rig = await startLinked({ opens })
    cleanups.push(rig.remove, () => rig.fake.stop(), rig.end)
    const kept = (): unknown => {
      const db = new DatabaseSync(rig.file, { readOnly: true })
      try {
        return db
          .prepare(
            "SELECT type, id FROM secret WHERE type IN ('lid-mapping', 'tctoken', 'contacts-tc-token') ORDER BY type, id",
          )
          .all()
      } finally {
        db.close()
      }
    }
    const before = kept()
    const known = rig.fake.person('Mum')
    await rig.fake.remembers([{ person: known, said: [{ text: 'on my way', byOwner: true }] }])
    await rig.fake.until(() => rig.fake.pending() === 0, 'the history is taken')
    // The server does not tell their number with this: what stands there now is of the list.
    await rig.fake.says(known, 'good morning', { hideAlt: true })
    await rig.until(() => rig.state()?.leftAlone === 1, 'it is known as private')
    expect(kept()).toEqual(before)
  })

  test('is what the own phone says, and no list that somebody else sends to silence a person', async () => {
    const { rig, stranger, says } = await openNumber()
    const chats = [{ person: stranger, said: [{ text: 'on my way', byOwner: true as const }] }]
    await rig.fake.remembers(chats, rig.fake.person('Blackmailer'))
    await rig.fake.until(() => rig.fake.pending() === 0, 'the list is taken')
    expect(await says(stranger, 'hello')).toEqual(['hello'])
  })

  test('that is a case already stays one where the number is linked anew', async () => {
    const { rig, stranger, says } = await openNumber()
    await says(stranger, 'hello')
    await rig.fake.remembers([{ person: stranger, said: [{ text: 'we are here', byOwner: true }] }])
    await rig.fake.until(() => rig.fake.pending() === 0, 'the history is taken')
    expect(await says(stranger, 'and now?')).toEqual(['and now?'])
  })
})
