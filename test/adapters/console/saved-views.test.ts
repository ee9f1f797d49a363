import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Audit } from '../../../adapters/console/contract/audit.ts'
import type { CasePage } from '../../../adapters/console/contract/index.ts'
import {
  SavedViews,
  type NewOwnViews,
  type SavedView,
  type SharedViews,
} from '../../../adapters/console/contract/saved-views.ts'
import { minutes } from '../../../core/base/units.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

let world: World
let lead: string
let agent: string
beforeEach(async () => {
  world = await openWorld()
  lead = (await world.member('noor', 'supervisor')).cookie
  agent = (await world.member('sara')).cookie
})
afterEach(() => world.close())

const view = (id: string, filter: SavedView['filter'] = { status: ['waiting'] }): SavedView => ({
  id,
  name: `View ${id}`,
  filter,
})
const read = async (cookie = agent): Promise<SavedViews> =>
  SavedViews.strict().parse((await world.get('/api/v1/queue/views?count=*', { cookie })).json())
const share = (version: number, views: readonly SavedView[], cookie = lead) =>
  world.put('/api/v1/queue/views', { version, views }, { cookie })
const keep = (views: NewOwnViews, cookie = agent) => world.put('/api/v1/me/views', views, { cookie })
const listed = async (query: string, cookie = agent): Promise<CasePage> => {
  const answer = await world.get(`/api/v1/cases?${query}`, { cookie })
  expect(answer.statusCode).toBe(200)
  return answer.json<CasePage>()
}
const codesOf = ({ rows }: CasePage): readonly string[] => rows.map(({ code }) => code)
const ofTeam = async (team: string): Promise<BuiltCase> => {
  const built = await aCase(world)
  await built.append({ type: 'case_transferred', agent: 'somebody' as never, to: { team } })
  return built
}

describe('views of the queue', () => {
  test('that a member saved are theirs alone, with the one that the queue opens with', async () => {
    const answer = await keep({ version: 0, views: [view('mine')], chosen: 'mine' })
    expect(answer.json()).toEqual({ version: 1, views: [view('mine')], chosen: 'mine' })
    expect((await read()).own).toEqual({ version: 1, views: [view('mine')], chosen: 'mine' })
    expect((await read(lead)).own).toEqual({ version: 0, views: [] })
  })

  test('that the team shares are everybody’s at once, and a member may open the queue with one', async () => {
    await share(0, [view('night')])
    await keep({ version: 0, views: [], chosen: 'night' })
    const { shared, own } = await read()
    expect(shared).toMatchObject({ version: 1, views: [view('night')], changed: { by: { name: 'noor' } } })
    expect(own.chosen).toBe('night')
  })

  test('of two who share from the same list the second gets the newer one, and nothing of the first is lost', async () => {
    const [one, other] = await Promise.all([share(0, [view('one')]), share(0, [view('other')])])
    expect([one.statusCode, other.statusCode].toSorted((a, b) => a - b)).toEqual([200, 409])
    const kept = (await read()).shared
    const late = [one, other].find(({ statusCode }) => statusCode === 409)
    expect(late?.json<{ code: string; newer: SharedViews }>()).toMatchObject({
      code: 'outdated',
      newer: kept,
    })
    expect((await share(kept.version, [...kept.views, view('more')])).statusCode).toBe(200)
    expect((await read()).shared.views).toHaveLength(2)
  })

  test('keep the order in which they were put, and a renamed one its place, id and filter; the log says which', async () => {
    const [a, b, c] = [view('a'), view('b', { severity: ['P1'] }), view('c')] as const
    await share(0, [a, b, c])
    await share(1, [b, a, c])
    await share(2, [{ ...b, name: 'Tonight' }, a, c])
    await keep({ version: 0, views: [c, a], chosen: 'c' })
    const { shared, own } = await read()
    expect(shared.views).toEqual([{ ...b, name: 'Tonight' }, a, c])
    expect(own).toEqual({ version: 1, views: [c, a], chosen: 'c' })
    const { cookie } = await world.member('nadia', 'auditor')
    const today = new Date(world.clock.now()).toISOString().slice(0, 10)
    const audit = (await world.get(`/api/v1/audit?from=${today}&to=${today}`, { cookie })).json<Audit>()
    const deeds = audit.deeds.filter(({ kind }) => kind === 'views_changed')
    expect(deeds.map(({ detail }) => detail)).toEqual([
      { changed: 'b' },
      { changed: 'b,a,c' },
      { added: 'a,b,c' },
    ])
  })

  test('of two who put them in order from the same list the second gets the order of the first', async () => {
    await share(0, [view('a'), view('b'), view('c')])
    await share(1, [view('b'), view('a'), view('c')])
    const late = await share(1, [view('a'), view('c'), view('b')])
    expect(late.statusCode).toBe(409)
    expect(late.json<{ newer: SharedViews }>().newer.views.map(({ id }) => id)).toEqual(['b', 'a', 'c'])
    expect((await read()).shared.views.map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  })

  test('that one member changed in two windows are not overwritten', async () => {
    await keep({ version: 0, views: [view('first')] })
    const late = await keep({ version: 0, views: [view('second')] })
    expect(late.statusCode).toBe(409)
    expect(late.json()).toMatchObject({ code: 'outdated', newer: { version: 1, views: [view('first')] } })
  })

  test('are shared by who supervises, and never by an agent or a program', async () => {
    expect((await share(0, [view('x')], agent)).statusCode).toBe(403)
    const { key } = await world.console.agents.createKey({ name: 'x', scopes: ['read'], teams: null })
    expect((await world.get('/api/v1/queue/views', { key })).statusCode).toBe(403)
    expect((await read()).shared).toEqual({ version: 0, views: [] })
  })

  test.each<[string, readonly unknown[]]>([
    ['an id that stands twice', [view('a'), view('a')]],
    ['a filter that narrows nothing', [view('a', {})]],
    ['nothing but a word that somebody searched for', [{ ...view('a'), filter: { q: 'secret' } }]],
    ['no name', [{ ...view('a'), name: ' ' }]],
  ])('with %s are refused, and nothing is kept', async (_, views) => {
    expect((await share(0, views as SavedView[])).statusCode).toBe(400)
    expect((await keep({ version: 0, views: views as SavedView[] })).statusCode).toBe(400)
    expect((await read()).own.version + (await read()).shared.version).toBe(0)
  })

  test('lie sealed in the database; that shared ones changed stands in the log, without a word of them', async () => {
    await share(0, [{ ...view('night'), name: 'CANARYNAME' }])
    await share(1, [])
    await keep({ version: 0, views: [{ ...view('mine'), name: 'CANARYOWN' }] })
    expect(JSON.stringify(world.database.prepare('SELECT * FROM teamReplies').all())).not.toMatch(/CANARY/)
    const { cookie } = await world.member('nadia', 'auditor')
    const today = new Date(world.clock.now()).toISOString().slice(0, 10)
    const audit = (await world.get(`/api/v1/audit?from=${today}&to=${today}`, { cookie })).json<Audit>()
    expect(audit.deeds.filter(({ kind }) => kind === 'views_changed')).toMatchObject([
      { by: { name: 'noor' }, detail: { removed: 'night' } },
      { by: { name: 'noor' }, detail: { added: 'night' } },
    ])
    expect(JSON.stringify(audit)).not.toMatch(/CANARY/)
  })
})

describe('what a view shows', () => {
  test('is counted for who looks: never a case out of their sight, and the same as its list has', async () => {
    const seen = await ofTeam('account')
    await ofTeam('violence')
    const { cookie } = await world.member('zana', 'agent', ['account'])
    await share(0, [view('all'), view('violence', { team: 'violence' })])
    expect((await read(lead)).counts).toEqual({ all: { count: 2 }, violence: { count: 1 } })
    expect((await read(cookie)).counts).toEqual({ all: { count: 1 }, violence: { count: 0 } })
    expect(codesOf(await listed('status=waiting', cookie))).toEqual([seen.code])
    expect(codesOf(await listed('status=waiting&order=newest', cookie))).toEqual([seen.code])
    expect(codesOf(await listed('team=violence&order=newest', cookie))).toEqual([])
  })

  test('is counted only where it is asked for: all of them, or one', async () => {
    await share(0, [view('one'), view('other')])
    const counts = async (query: string) =>
      (await world.get(`/api/v1/queue/views${query}`, { cookie: agent })).json<SavedViews>().counts
    expect(await counts('')).toEqual({})
    expect(await counts('?count=other')).toEqual({ other: { count: 0 } })
    expect(Object.keys(await counts('?count=*'))).toEqual(['one', 'other'])
  })

  test('of `me` is what whoever looks holds', async () => {
    const { code } = await aCase(world)
    await world.post(`/api/v1/cases/${code}/claim`, {}, { cookie: agent })
    await share(0, [view('held', { assignee: 'me', status: ['agent'] })])
    expect([(await read()).counts, (await read(lead)).counts]).toEqual([
      { held: { count: 1 } },
      { held: { count: 0 } },
    ])
  })

  test('is narrowed by language and days, those of Baghdad, both included', async () => {
    await aCase(world)
    const today = new Date(world.clock.now() + 3 * 3_600_000).toISOString().slice(0, 10)
    const before = new Date(world.clock.now() - 21 * 3_600_000).toISOString().slice(0, 10)
    await share(0, [
      view('today', { from: today, to: today }),
      view('before', { to: before }),
      view('kurdish', { language: 'ckb' }),
      view('english', { language: 'en' }),
    ])
    expect((await read()).counts).toEqual({
      today: { count: 1 },
      before: { count: 0 },
      kurdish: { count: 0 },
      english: { count: 1 },
    })
  })

  test('is counted to 99, and then said to be more', async () => {
    for (let n = 0; n < 100; n += 1) await aCase(world)
    await share(0, [view('all')])
    expect((await read()).counts['all']).toEqual({ count: 99, more: true })
  })
})

describe('another order', () => {
  const waits = async (severity: 'P1' | 'P4'): Promise<string> => {
    const built = await aCase(world)
    await built.append({ type: 'severity_set', severity, agent: 'somebody' as never, why: 'x' })
    world.clock.advance(minutes(1))
    return built.code
  }

  test('puts who waits longest, who is due first, and the newest first, whatever the urgency, a page after another', async () => {
    const early = await waits('P4')
    const urgent = await waits('P1')
    expect(codesOf(await listed('status=waiting'))).toEqual([urgent, early])
    expect(codesOf(await listed('status=waiting&order=longest'))).toEqual([early, urgent])
    expect(codesOf(await listed('status=waiting&order=due'))).toEqual([urgent, early])
    expect(codesOf(await listed('status=waiting&order=newest'))).toEqual([urgent, early])
    const first = await listed('status=waiting&order=longest&limit=1')
    expect(first.whole).toBeUndefined()
    const cursor = encodeURIComponent(first.cursor ?? '')
    const second = await listed(`status=waiting&order=longest&limit=1&cursor=${cursor}`)
    expect([codesOf(first), codesOf(second), second.cursor]).toEqual([[early], [urgent], undefined])
    const stray = await world.get('/api/v1/cases?order=longest&cursor=P1.0.1.x', { cookie: agent })
    expect(stray.statusCode).toBe(400)
  })
})
