import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCOPES } from '../../../adapters/console/contract/rights.ts'
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
