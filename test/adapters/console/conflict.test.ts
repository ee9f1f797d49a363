import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseFile, CasePage } from '../../../adapters/console/contract/index.ts'
import type { Counts } from '../../../adapters/console/contract/statistics.ts'
import type { Colleagues } from '../../../adapters/console/contract/people.ts'
import type { Timeline } from '../../../adapters/console/contract/shift.ts'
import type { SearchPage } from '../../../adapters/console/contract/search.ts'
import { makeCasebook } from '../../../core/services/casebook/casebook.ts'
import { makeDesk } from '../../../core/services/desk/make-desk.ts'
import { findIdentifiers } from '../../../core/text/identifiers/extract.ts'
import { matchKeys, sealable } from '../../../core/text/identifiers/identifier.ts'
import type { AgentId } from '../../../core/base/ids.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { minutes } from '../../../core/base/units.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

/** Omar may not see cases of Basra and is no woman; Noor is one. */
const roster = {
  conflictOf: ({ email }: { readonly email?: string }) =>
    email === 'omar@amin.example' ? { governorates: ['basra'], names: [] } : undefined,
  isWoman: ({ email }: { readonly email?: string }) =>
    email === undefined ? undefined : email === 'noor@amin.example',
}

let world: World
let noor: string
let omar: { readonly id: string; readonly cookie: string }
let basra: BuiltCase
beforeEach(async () => {
  world = await openWorld({}, {}, { roster })
  noor = (await world.member('noor')).cookie
  omar = await world.member('omar')
  basra = await aCase(world)
  await basra.append({
    type: 'answer_given',
    step: 'governorate',
    answer: { kind: 'choice', option: 'basra' },
  })
})
afterEach(() => world.close())

const get = (path: string, cookie: string) => world.get(`/api/v1/cases${path}`, { cookie })
const post = (item: BuiltCase, path: string, body: unknown, cookie: string) =>
  world.post(`/api/v1/cases/${item.code}/${path}`, body, { cookie })

describe('a case that an agent declared a conflict with', () => {
  test('is in no list of theirs, nor found by its code, and is there for others', async () => {
    const other = await aCase(world)
    const codes = async (query: string, cookie: string) =>
      (await get(query, cookie))
        .json<CasePage>()
        .rows.map(({ code }) => code)
        .toSorted()
    expect(await codes('', omar.cookie)).toEqual([other.code])
    expect(await codes(`?q=${basra.code}`, omar.cookie)).toEqual([])
    expect(await codes('', noor)).toEqual([basra.code, other.code].toSorted())
  })

  test('is in no number of theirs, and hides the total that would tell of it', async () => {
    await Promise.all(Array.from({ length: 6 }, () => aCase(world)))
    const counts = async (cookie: string) => (await get('', cookie)).json<CasePage>().counts.waiting
    expect([await counts(noor), await counts(omar.cookie)]).toEqual([7, 6])
    const states = async (cookie: string) =>
      (await world.get('/api/v1/counts', { cookie })).json<Counts>().counts.waiting
    expect([await states(noor), await states(omar.cookie)]).toEqual([7, 'few'])
  })

  test('is found by no search of theirs: neither by code, number and words nor by a filter', async () => {
    const text = 'he is called Kolkwitz and writes from 0770 123 4567'
    const inbound = await basra.receive({ kind: 'text', text: untrusted(text) })
    const identifiers = findIdentifiers(text, world.ports.checks).map((one) => ({
      ...sealable(one),
      marks: matchKeys(one).map((key) => world.ports.hasher.keyed('identifier', key)),
    }))
    await basra.append({ type: 'identifiers_found', inbound, identifiers })
    const found = async (q: string, cookie: string) =>
      (await world.post('/api/v1/search', { q }, { cookie })).json<SearchPage>().rows.map(({ code }) => code)
    for (const q of [basra.code, '+9647701234567', 'kolkwitz', '']) {
      expect([q, await found(q, noor)]).toEqual([q, [basra.code]])
      expect([q, await found(q, omar.cookie)]).toEqual([q, []])
    }
  })

  test('is not there for them by any address: neither words, files and previews nor the chain', async () => {
    const photo = await basra.seal(new Uint8Array([1, 2, 3]), { mime: 'image/jpeg' })
    await basra.preview(photo, new Uint8Array([4]))
    for (const path of ['', '/messages', '/evidence', '/custody', `/evidence/${photo}/preview`]) {
      expect([path, (await get(`/${basra.code}${path}`, omar.cookie)).statusCode]).toEqual([path, 404])
      expect([path, (await get(`/${basra.code}${path}`, noor)).statusCode]).toEqual([path, 200])
    }
    for (const [path, body] of [
      ['claim', {}],
      ['notes', { text: 'who is she' }],
      ['severity', { severity: 'P1' }],
      [`evidence/${photo}/reveal`, { reason: 'to look' }],
    ] as const)
      expect([path, (await post(basra, path, body, omar.cookie)).statusCode]).toEqual([path, 404])
  })

  test('is not passed on to them, and that is said', async () => {
    await post(basra, 'claim', {}, noor)
    expect((await post(basra, 'transfer', { agent: omar.id }, noor)).json()).toMatchObject({
      status: 409,
      code: 'conflict',
    })
    expect((await get(`/${basra.code}`, noor)).json<CaseFile>()).toMatchObject({ mine: true })
  })

  test('is named by no case that shares a number with it', async () => {
    const other = await aCase(world)
    await other.append({ type: 'case_linked', to: [basra.id] })
    const links = async (cookie: string) => (await get(`/${other.code}`, cookie)).json<CaseFile>().links
    expect(await links(noor)).toEqual([basra.code])
    expect(await links(omar.cookie)).toEqual([])
  })

  test('is named by no history: a link is told with the cases that the reader may see, or not at all', async () => {
    const [other, third] = [await aCase(world), await aCase(world)]
    await other.append(
      { type: 'case_linked', to: [basra.id] },
      { type: 'case_linked', to: [basra.id, third.id], reason: 'script' },
    )
    const linked = async (cookie: string) =>
      (await get(`/${other.code}/timeline`, cookie))
        .json<Timeline>()
        .entries.flatMap(({ kind, detail, cases }) => (kind === 'case_linked' ? [[detail, cases]] : []))
    expect(await linked(noor)).toEqual([
      ['script', [basra.code, third.code]],
      ['identifier', [basra.code]],
    ])
    expect(await linked(omar.cookie)).toEqual([['script', [third.code]]])
  })

  test('is read by a machine all the same: what people declared does not limit a key', async () => {
    const { key } = await world.console.agents.createKey({ name: 'export', scopes: ['read'], teams: null })
    expect((await world.get(`/api/v1/cases/${basra.code}`, { key })).statusCode).toBe(200)
  })
})

describe('a wish for a woman', () => {
  const wish = async (): Promise<BuiltCase> => {
    const item = await aCase(world)
    await item.append({ type: 'answer_given', step: 'wish', answer: { kind: 'choices', options: ['woman'] } })
    return item
  }

  test('is shown, and keeps others back until it was long enough', async () => {
    const item = await wish()
    expect((await get(`/${item.code}`, noor)).json<CaseFile>()).toMatchObject({ wish: 'woman' })
    const refused = (await post(item, 'claim', {}, omar.cookie)).json<{ code: string; until: string }>()
    expect(refused).toMatchObject({ status: 409, code: 'wish' })
    expect(Date.parse(refused.until)).toBe(world.clock.now() + minutes(10))
    world.clock.advance(minutes(10))
    expect((await post(item, 'claim', {}, omar.cookie)).statusCode).toBe(200)
  })

  test('lets a woman in at once', async () => {
    expect((await post(await wish(), 'claim', {}, noor)).statusCode).toBe(200)
  })
})

describe('a case whose ledger was changed', () => {
  /** The same desk over a store that gives back other bytes of one case than it was given. */
  const tampered = (item: BuiltCase) => {
    const { store } = world.ports
    const change = (sealed: Uint8Array): Uint8Array =>
      sealed.map((byte, i) => (i === sealed.length - 1 ? byte ^ 1 : byte))
    const ledger: typeof store.ledger = {
      ...store.ledger,
      read: async (caseId, after) => {
        const entries = await store.ledger.read(caseId, after)
        return caseId === item.id
          ? entries.map((entry) => ({ ...entry, sealed: change(entry.sealed) }))
          : entries
      },
    }
    const ports = { ...world.ports, store: { ...store, ledger } }
    return makeDesk(ports, makeCasebook(ports))
  }

  test('is left out of what is counted for them, and what comes after it is counted on', async () => {
    await aCase(world)
    await aCase(world)
    const counted = (email: string, most: number) =>
      world.desk.countOf({}, most, { id: 'a' as AgentId, alias: 'a', email })
    expect([await counted('omar@amin.example', 2), await counted('omar@amin.example', 9)]).toEqual([2, 2])
    expect([await counted('noor@amin.example', 2), await counted('noor@amin.example', 9)]).toEqual([2, 3])
  })

  test('does not hold up the queue, and is shown to nobody who has declared a conflict', async () => {
    const other = await aCase(world)
    await other.append({
      type: 'answer_given',
      step: 'wish',
      answer: { kind: 'choices', options: ['woman'] },
    })
    const broken = await aCase(world)
    const desk = tampered(broken)
    const listed = async (email: string) => {
      const { rows } = await desk.list({}, { limit: 10 }, { id: 'a' as AgentId, alias: 'a', email })
      return Object.fromEntries(rows.map(({ code, wish }) => [code, wish]))
    }
    expect(await listed('noor@amin.example')).toEqual({
      [basra.code]: undefined,
      [other.code]: 'woman',
      [broken.code]: undefined,
    })
    expect(await listed('omar@amin.example')).toEqual({ [other.code]: 'woman' })
  })
})

test('teams are called by the operator’s names where there are any, in the language that is asked for', async () => {
  const names = { ar: 'مكتب الصغار', ckb: 'نووسینگەی منداڵان', en: 'Children’s desk' }
  const named = await openWorld({
    teams: [
      { id: 'minors', name: names },
      { id: 'violence', name: 'team-violence' },
    ],
  })
  const { cookie } = await named.member('noor')
  const teams = async (lang: string) =>
    (await named.get(`/api/v1/colleagues?lang=${lang}`, { cookie })).json<Colleagues>().teams
  for (const lang of ['ar', 'ckb', 'en'] as const)
    expect((await teams(lang))[0]).toEqual({ id: 'minors', name: names[lang] })
  expect((await teams('en'))[1]).toEqual({ id: 'violence', name: 'Danger to life' })
  await named.close()
})
