import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCOPES } from '../../../adapters/console/contract/rights.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { readHeader } from '../../../core/model/entry.ts'
import { ROUTES } from './rights-table.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** What shows nothing of what a case holds: the codes of other cases that wait and are alike. */
const SHOWS_NOTHING: ReadonlySet<string> = new Set([
  // Names of the team, and nothing that the person said.
  'GET /api/v1/cases/{code}/colleagues',
  'GET /api/v1/cases/{code}/alike',
])
const SHOWING = Object.keys(ROUTES).filter(
  (route) => route.startsWith('GET ') && route.includes('{code}') && !SHOWS_NOTHING.has(route),
)

const readsOf = async ({ id }: BuiltCase): Promise<number> =>
  (await world.ports.store.ledger.read(id)).filter(({ header }) =>
    readHeader(world.ports.hasher, header)?.kinds.includes('case_viewed'),
  ).length

describe('every address that shows something of a case', () => {
  test.each(SHOWING)('%s leaves one trace of a member and one of a program, however often', async (route) => {
    const item = await aCase(world)
    const evidence = await item.seal(Buffer.from('x'), { mime: 'image/gif' })
    const url = route
      .replace('GET ', '')
      .replace('{code}', item.code)
      .replace('{id}', evidence)
      .replace('{other}', item.code)
      .replace('{line}', '1.0')
      .replace('{step}', 'story')
      .replace('{request}', '1')
      .replace(/\{\w+\}/, '0')
    const { cookie } = await world.member(`reader-of-${item.code.toLowerCase()}`, 'supervisor')
    const made = { name: 'a program', scopes: SCOPES, teams: null }
    const { key } = await world.console.agents.createKey(made)
    const seen: number[] = []
    // No key is for bundles.
    const programs = route.includes('/exports/') ? [] : [{ key }, { key }]
    for (const as of [{ cookie }, { cookie }, ...programs]) {
      const { statusCode, body } = await world.get(url, as)
      expect(body).not.toContain('"code":"forbidden"')
      expect([400, 401]).not.toContain(statusCode)
      seen.push(await readsOf(item))
    }
    expect(seen).toEqual([1, 1, 2, 2].slice(0, seen.length))
  })

  test('the chain of custody leaves one of an auditor too, who reads no words', async () => {
    const item = await aCase(world)
    const { cookie } = await world.member('auditor-of-all', 'auditor')
    const url = `/api/v1/cases/${item.code}/custody`
    const { entries } = (await world.get(url, { cookie })).json<{ entries: { kinds: string[] }[] }>()
    expect(entries.at(-1)?.kinds).toEqual(['case_viewed'])
    await world.get(url, { cookie })
    expect(await readsOf(item)).toBe(1)
  })
})

describe('a search', () => {
  const search = (q: string, as: { readonly cookie?: string; readonly key?: string }, limit = 20) =>
    world.post('/api/v1/search', { q, limit }, as)
  const told = async (text: string): Promise<BuiltCase> => {
    const item = await aCase(world)
    await item.receive({ kind: 'text', text: untrusted(text) })
    return item
  }
  const program = () => world.console.agents.createKey({ name: 'finder', scopes: SCOPES, teams: null })

  test('that shows a sentence of a case leaves one trace a reader in it, whatever it is opened for later', async () => {
    const item = await told('he waits at the lighthouse')
    const { cookie } = await world.member('finder-of-words', 'supervisor')
    const { key } = await program()
    const seen: number[] = []
    for (const as of [{ cookie }, { cookie }, { key }, { key }]) {
      expect((await search('lighthouse', as)).json()).toMatchObject({
        rows: [{ code: item.code, sentence: 'he waits at the lighthouse' }],
      })
      seen.push(await readsOf(item))
    }
    for (const as of [{ cookie }, { key }]) {
      await world.get(`/api/v1/cases/${item.code}`, as)
      seen.push(await readsOf(item))
    }
    expect(seen).toEqual([1, 1, 2, 2, 2, 2])
  })

  test('leaves none in a case of which no sentence is shown: another page, another team, its code alone', async () => {
    const items = [await told('under the aqueduct'), await told('under the aqueduct')]
    const { cookie } = await world.member('finder-of-pages')
    const reads = async () => (await Promise.all(items.map(readsOf))).toSorted((a, b) => a - b)
    const outside = await world.member('finder-of-others', 'agent', ['account'])
    expect((await search('aqueduct', outside)).json()).toMatchObject({ rows: [] })
    for (const { code } of items)
      expect((await search(code, { cookie })).json()).toMatchObject({ rows: [{ code, by: 'code' }] })
    expect(await reads()).toEqual([0, 0])
    expect((await search('aqueduct', { cookie }, 1)).json()).toMatchObject({ rows: [{ by: 'words' }] })
    expect(await reads()).toEqual([0, 1])
  })

  test('of whoever holds the case leaves none: they answer for it', async () => {
    const item = await told('behind the observatory')
    const { cookie } = await world.member('finder-who-holds')
    expect((await world.post(`/api/v1/cases/${item.code}/claim`, {}, { cookie })).statusCode).toBe(200)
    await search('observatory', { cookie })
    expect(await readsOf(item)).toBe(0)
  })
})

test('the queue leaves one trace of a program that is given the last words of a case, and none of a member', async () => {
  const item = await aCase(world)
  await item.receive({ kind: 'text', text: untrusted('my last words') })
  const { cookie } = await world.member('reader-of-the-queue')
  const { key } = await world.console.agents.createKey({ name: 'lists', scopes: SCOPES, teams: null })
  const seen: number[] = []
  for (const [url, as] of [
    ['/api/v1/cases', { cookie }],
    ['/api/v1/cases', { key }],
    ['/api/v1/cases?order=newest', { key }],
  ] as const) {
    expect(
      (await world.get(`${url}${url.includes('?') ? '&' : '?'}q=${item.code}`, as)).json(),
    ).toMatchObject({
      rows: [{ code: item.code, preview: 'my last words' }],
    })
    seen.push(await readsOf(item))
  }
  expect(seen).toEqual([0, 1, 1])
})
