import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SearchAsked, SearchPage } from '../../../adapters/console/contract/search.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { rebuildViews } from '../../../core/services/casebook/rebuild.ts'
import { findIdentifiers } from '../../../core/text/identifiers/extract.ts'
import { matchKeys, sealable } from '../../../core/text/identifiers/identifier.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

let world: World
let cookie: string
let me: string
beforeEach(async () => {
  world = await openWorld()
  const member = await world.member('noor')
  cookie = member.cookie
  me = member.id
})
afterEach(() => world.close())

const search = async (asked: SearchAsked, as = cookie): Promise<SearchPage> => {
  const answer = await world.post('/api/v1/search', asked, { cookie: as })
  expect(answer.statusCode).toBe(200)
  return answer.json<SearchPage>()
}
const codes = async (q: string, more: SearchAsked = {}): Promise<readonly string[]> =>
  (await search({ q, ...more })).rows.map(({ code }) => code)

const told = async (text: string, named: Parameters<typeof aCase>[1] = {}): Promise<BuiltCase> => {
  const item = await aCase(world, named)
  const inbound = await item.receive({ kind: 'text', text: untrusted(text) })
  const identifiers = findIdentifiers(text, world.ports.checks).map((one) => ({
    ...sealable(one),
    marks: matchKeys(one).map((key) => world.ports.hasher.keyed('identifier', key)),
  }))
  if (identifiers.length > 0) await item.append({ type: 'identifiers_found', inbound, identifiers })
  return item
}

describe('words', () => {
  test('find the cases that hold all of them, with the sentence they stand in', async () => {
    const one = await told('Hello. He threatens to send my pictures to my uncle tomorrow. Please help.')
    await told('He wants money for the pictures')
    const page = await search({ q: 'uncle PICTURES' })
    expect(page).toMatchObject({
      rows: [
        { code: one.code, by: 'words', sentence: 'He threatens to send my pictures to my uncle tomorrow.' },
      ],
      whole: true,
    })
    expect(await codes('pictures aunt')).toEqual([])
  })

  test('match whatever letters of a kind, marks and article they are written with', async () => {
    const one = await told('يهددني بالصور وإنشرها عند أهلي')
    const two = await told('کەسێک هەڕەشەم لێ دەکات بە ڤیدیۆکان')
    for (const q of ['الصور', 'صور اهلى', 'صُوَر']) expect(await codes(q), q).toEqual([one.code])
    for (const q of ['هەرەشەم', 'كەسێك', 'ڤيديۆکان']) expect(await codes(q), q).toEqual([two.code])
  })

  test('are found in what the team wrote, and not in what the bot said', async () => {
    const item = await aCase(world)
    await world.desk.note(item.code, { id: me as never, alias: 'noor' }, 'Called the cybercrime directorate')
    await item.append({ type: 'bot_said', n: 0, key: 'words-kept', text: 'I have kept everything securely' })
    expect(await codes('directorate')).toEqual([item.code])
    expect(await codes('securely')).toEqual([])
  })

  test('only whole ones match, and neither short words nor an empty question finds anything by words', async () => {
    const item = await told('he blackmails me')
    expect(await codes('blackm')).toEqual([])
    expect(await codes('he ?!')).toEqual([])
    expect((await search({ q: '  ' })).rows).toMatchObject([{ code: item.code, by: 'filter' }])
  })

  test('of a long story only the part around them is shown', async () => {
    const item = await told(
      `${'one more thing happened and then '.repeat(30)} the warehouse ${'and so on '.repeat(60)}`,
    )
    const [row] = (await search({ q: 'warehouse' })).rows
    expect(row?.code).toBe(item.code)
    expect(row?.sentence).toContain('warehouse')
    expect(row?.sentence?.length).toBeLessThanOrEqual(162)
  })
})

describe('codes and identifiers', () => {
  test('a code is found however it is typed, before cases that have the word', async () => {
    const item = await aCase(world)
    const other = await told(`my friend has the code ${item.code}`)
    expect(await codes(item.code.toLowerCase())).toEqual([item.code, other.code])
    expect((await search({ q: item.code })).rows.map(({ by }) => by)).toEqual(['code', 'words'])
  })

  test('a number is found in any spelling, with how it was written; the person’s own is not', async () => {
    const one = await told('he writes from 0770 123 4567 on whatsapp')
    await told('my number is 07701234567')
    for (const q of ['+964 770 123 4567', '07701234567', '٠٧٧٠١٢٣٤٥٦٧']) {
      const page = await search({ q })
      expect(page.rows, q).toMatchObject([{ code: one.code, by: 'identifier', sentence: '0770 123 4567' }])
      expect(page.rows, q).toHaveLength(1)
    }
  })

  test('a name on a service is found by its link and by its handle', async () => {
    const one = await told('his page is instagram.com/dark_man_99')
    expect(await codes('https://www.instagram.com/dark_man_99/?hl=ar')).toEqual([one.code])
    expect(await codes('instagram @dark_man_99')).toContain(one.code)
  })
})

describe('filters and pages', () => {
  test('narrow what is found: state, language, time', async () => {
    const one = await told('the pictures')
    const two = await told('the pictures', { status: 'bot' })
    expect(await codes('pictures', { status: ['bot'] })).toEqual([two.code])
    expect(await codes('pictures', { status: ['waiting', 'agent'] })).toEqual([one.code])
    expect(await codes('pictures', { language: 'ckb' })).toEqual([])
    const later = new Date(world.clock.now() + 60_000).toISOString()
    expect(await codes('pictures', { from: later })).toEqual([])
    expect(await codes('pictures', { to: later })).toHaveLength(2)
    expect(await codes('', { status: ['bot'], to: later })).toEqual([two.code])
  })

  test('pages cover what was found without a gap or a repeat', async () => {
    const all = []
    for (let i = 0; i < 5; i += 1) all.push((await told('the pictures')).code)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await search({ q: 'pictures', limit: 2, ...(cursor === undefined ? {} : { cursor }) })
      seen.push(...page.rows.map(({ code }) => code))
      cursor = page.cursor
    } while (cursor !== undefined)
    expect(seen.toSorted()).toEqual(all.toSorted())
  })

  test.each([{ q: 'x'.repeat(201) }, { q: 'a', limit: 51 }, { from: 'yesterday' }, { status: ['lost'] }])(
    'what is no question is refused (%o)',
    async (asked) => {
      expect((await world.post('/api/v1/search', asked, { cookie })).statusCode).toBe(400)
    },
  )

  test('hostile questions find nothing and break nothing, and a cursor that nobody gave is refused', async () => {
    await told('the pictures')
    for (const q of ["' OR 1=1 --", '{"$ne":null}', '\u0000\uD800', '%', '*', 'ال'.repeat(100)])
      expect(await codes(q), q).toEqual([])
    const cookie = (await world.member('hind', 'agent')).cookie
    expect(
      (await world.post('/api/v1/search', { q: 'pictures', cursor: 'zzz' }, { cookie })).statusCode,
    ).toBe(400)
  })
})

describe('who sees what', () => {
  test('cases of other teams, and of children, are found by nobody who may not see them, by no road', async () => {
    const item = await told('she is a child, 0770 123 4567 has pictures')
    await item.append({ type: 'team_assigned', team: 'minors' })
    const outside = await world.member('omar', 'agent', ['general'])
    const inside = await world.member('dina', 'minors-desk')
    for (const q of ['pictures', '+9647701234567', item.code, '']) {
      expect((await search({ q }, outside.cookie)).rows, q).toEqual([])
      expect((await search({ q }, inside.cookie)).rows, q).toHaveLength(1)
    }
  })

  test('who may not read cases may not search', async () => {
    for (const role of ['analyst', 'auditor'] as const) {
      const member = await world.member(role, role)
      expect(
        (await world.post('/api/v1/search', { q: 'pictures' }, { cookie: member.cookie })).statusCode,
      ).toBe(403)
    }
    expect((await world.post('/api/v1/search', { q: 'pictures' })).statusCode).toBe(401)
  })

  test('that somebody searched is logged with how many were found, and nothing of what they asked for', async () => {
    await told('he has my pictures, 0770 123 4567')
    await search({ q: 'pictures' })
    await search({ q: '07701234567' })
    await search({ status: ['bot'] })
    const deeds = await world.console.agents.deeds.read(0 as never, (world.clock.now() + 1) as never)
    const searched = deeds.filter(({ kind }) => kind === 'cases_searched')
    expect(searched.map(({ detail }) => detail)).toEqual([
      { by: 'identifier', found: '1' },
      { by: 'words', found: '1' },
    ])
    expect(JSON.stringify([deeds, world.log])).not.toMatch(/pictures|7701234567/)
  })
})

describe('the index', () => {
  const tokens = async (): Promise<readonly string[]> => {
    const all: string[] = []
    for await (const words of world.ports.store.transfer.read('words')) all.push(...words.tokens)
    return all
  }

  test('holds no word, and another key gives other tokens', async () => {
    await told('my pictures')
    const [token] = await tokens()
    expect(await tokens()).toHaveLength(1)
    expect(token).toMatch(/^[\w-]{11}$/)
    expect(token).not.toContain('pictures')
    const other = await openWorld()
    expect(other.ports.hasher.keyed('word', 'pictures').slice(0, 11)).not.toBe(token)
    await other.close()
  })

  test('nothing is left of an erased case, also after everything was made again', async () => {
    const item = await told('my pictures, 0770 123 4567')
    const kept = await told('other words')
    await world.desk.erase(item.code, 'test', 'asked')
    expect(await codes('pictures')).toEqual([])
    expect(await codes('07701234567')).toEqual([])
    expect(await tokens()).toHaveLength(2)
    await rebuildViews(world.ports, world.casebook, () => undefined)
    expect(await tokens()).toHaveLength(2)
    expect(await codes('words other')).toEqual([kept.code])
  })

  test('made again from the ledgers it is what it was', async () => {
    await told('my pictures are with him')
    const item = await told('he wants money')
    await item.receive({ kind: 'text', text: untrusted('two hundred dollars') })
    const before = (await tokens()).toSorted()
    await rebuildViews(world.ports, world.casebook, () => undefined)
    expect((await tokens()).toSorted()).toEqual(before)
    expect(await codes('money dollars')).toEqual([item.code])
  })

  test('a person’s own number is no word', async () => {
    await told('my number is 07701234567')
    const { hasher } = world.ports
    expect(await tokens()).not.toContain(hasher.keyed('word', '07701234567').slice(0, 11))
  })
})
