import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleName, Scope } from '../../../adapters/console/contract/rights.ts'
import { ACTORS, ROUTES, type Actor, type RouteRow } from './rights-table.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

type Credentials = { readonly cookie?: string; readonly key?: string }
type Answer = { readonly status: number; readonly code?: string }

let world: World
let port: number
const credentials = new Map<string, Credentials>()

const PUBLIC_URL = 'http://127.0.0.1:8080'
const TEAMS = ['minors', 'violence', 'account'].map((id) => ({ id, name: `team-${id}` as const }))

beforeAll(async () => {
  world = await openWorld({ teams: TEAMS })
  for (const [i, actor] of ACTORS.entries()) {
    if (actor.as === 'session') {
      const { cookie } = await world.member(`member${i}`, actor.role as RoleName, actor.teams)
      credentials.set(actor.name, { cookie })
    } else if (actor.as === 'key') {
      const { key } = await world.console.agents.createKey({
        name: actor.name,
        scopes: [actor.scope as Scope],
        teams: null,
      })
      credentials.set(actor.name, { key })
    }
  }
  port = (await world.server.listen()).port
})
afterAll(() => world.close())

/** A case that a team has, with a file of which there is a preview and a picture. */
const caseOf = async (
  team: string,
): Promise<Pick<BuiltCase, 'code' | 'append'> & { readonly evidence: string }> => {
  const built = await aCase(world)
  await built.append({ type: 'case_transferred', agent: 'somebody' as never, to: { team } })
  const picture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
  const evidence = await built.seal(picture, { mime: 'image/gif' })
  await built.preview(evidence, picture)
  await built.examine(evidence, [], [{ what: 'frame', content: picture }])
  return { code: built.code, append: built.append, evidence }
}

const isAllowed = (actor: Actor, { may, people, all }: RouteRow): boolean => {
  if (may === 'open') return true
  if (may === 'signed-in') return actor.as === 'session'
  if (people === true && actor.as === 'key') return false
  if (all === true) return may.every((right) => actor.rights.includes(right))
  return may.some((right) => actor.rights.includes(right))
}

const call = async (method: string, url: string, row: RouteRow, as: Credentials): Promise<Answer> => {
  const headers: Record<string, string> = {
    ...(as.cookie === undefined ? {} : { cookie: as.cookie }),
    ...(as.key === undefined ? {} : { authorization: `Bearer ${as.key}` }),
    ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'x-amin': '1', origin: PUBLIC_URL }),
  }
  if (row.stream === true) {
    const end = new AbortController()
    const answer = await fetch(`http://127.0.0.1:${port}${url}`, { headers, signal: end.signal })
    const said = answer.ok ? {} : ((await answer.json()) as { code: string })
    end.abort()
    return { status: answer.status, ...said }
  }
  const answer = await world.server.app.inject({
    method: method as 'GET',
    url: `${url}${row.query ?? ''}`,
    headers: row.file === true ? { ...headers, 'content-type': 'application/octet-stream' } : headers,
    ...(method === 'GET' ? {} : { payload: row.file === true ? PDF : JSON.stringify(row.body ?? {}) }),
  })
  const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json')
  return { status: answer.statusCode, ...(isProblem ? { code: answer.json<{ code: string }>().code } : {}) }
}

/** The smallest file that is taken for what it is. */
const PDF = Buffer.from('%PDF-1.4\n%%EOF\n')

/** What the answer says of rights, and of nothing else. */
const verdictOf = ({ status, code }: Answer, row: RouteRow): string => {
  if (status === 401) return 'nobody'
  if (status === 403 && code === 'forbidden') return 'forbidden'
  if (status === 404 && row.absent !== true) return 'unknown'
  return status >= 500 || code === 'invalid' ? `broken ${status}` : 'allowed'
}

test('every route has a row in the table, and every row a route', async () => {
  const { paths } = (await world.get('/api/v1/openapi.json')).json<{
    paths: Record<string, Record<string, unknown>>
  }>()
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(routes.toSorted()).toEqual(Object.keys(ROUTES).toSorted())
})

describe.each(Object.entries(ROUTES))('%s', (route, row) => {
  const [method = '', path = ''] = route.split(' ')
  const fill = (code: string, id: string): string =>
    path
      .replace('{code}', code)
      .replace('{id}', id)
      .replace('{n}', '0')
      .replace('{place}', '0')
      .replace('{request}', '1')
      .replace('{other}', '00000000')
      .replace('{ticket}', 'T1')
      .replace('{session}', 'S1')
      .replace('{task}', '1.0')
      .replace('{line}', '1.0')
      .replace('{note}', '1.0')
      .replace('{step}', 'story')
      .replace('{section}', 'teams')
      .replace('{network}', path.includes('/dossier') ? `U${'0'.repeat(25)}` : '00000000')
      .replace('{macro}', 'calm')
      .replace('{key}', 'K1')

  test.each(path.includes('{code}') ? (['violence', 'minors'] as const) : ([undefined] as const))(
    'is allowed or refused to each role, team %s',
    async (team) => {
      const about: { readonly code: string; readonly evidence: string } =
        team === undefined ? { code: '', evidence: 'E1' } : await caseOf(team)
      const found: Record<string, string> = {}
      const wanted: Record<string, string> = {}
      for (const actor of ACTORS) {
        const as = credentials.get(actor.name) ?? {}
        // What one of them is refused must not hang on what another did to the case before.
        const one =
          team !== undefined && method !== 'GET' && /transfer|release|close|team/.test(path)
            ? await caseOf(team)
            : about
        found[actor.name] = verdictOf(await call(method, fill(one.code, one.evidence), row, as), row)
        const isHidden = team !== undefined && row.absent !== true && !actor.sees.includes(team)
        if (row.may !== 'open' && actor.as === 'nobody') wanted[actor.name] = 'nobody'
        else if (!isAllowed(actor, row)) wanted[actor.name] = 'forbidden'
        else wanted[actor.name] = isHidden ? 'unknown' : 'allowed'
      }
      expect(found).toEqual(wanted)
    },
  )
})

describe('a list', () => {
  const codesFor = async (name: string): Promise<readonly string[]> => {
    const codes: string[] = []
    let cursor: string | undefined
    do {
      const page: { rows: { code: string }[]; cursor?: string } = (
        await world.get(
          `/api/v1/cases?limit=200${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
          credentials.get(name) ?? {},
        )
      ).json()
      codes.push(...page.rows.map(({ code }) => code))
      cursor = page.cursor
    } while (cursor !== undefined)
    return codes
  }

  test('names to each role the cases that it may know of, and no other', async () => {
    const cases = { violence: (await caseOf('violence')).code, minors: (await caseOf('minors')).code }
    for (const actor of ACTORS.filter(({ rights }) => rights.includes('read'))) {
      const codes = await codesFor(actor.name)
      const named = (['violence', 'minors'] as const).filter((team) => codes.includes(cases[team]))
      expect([actor.name, ...named]).toEqual([actor.name, ...actor.sees])
    }
  })
})

describe('who is of other teams', () => {
  test('is told by the stream of no case but their own', async () => {
    const end = new AbortController()
    const cookie = credentials.get('agent of the team')?.cookie ?? ''
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/events`, {
      headers: { cookie },
      signal: end.signal,
    })
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = (await reader.read()).value ?? ''
    const kept = await caseOf('minors')
    const own = await caseOf('violence')
    while (!text.includes('evidence_examined')) text += (await reader.read()).value ?? ''
    end.abort()
    expect(text).toContain(own.code)
    // While nobody had routed it yet it was everybody's: what is told after that names it no more.
    const toldOfKept = text.split('\n\n').filter((frame) => frame.includes(kept.code))
    expect(toldOfKept.filter((frame) => /evidence|preview|transferred/.test(frame))).toEqual([])
  })

  test('keeps a case that they hold when it turns out to be of the minors team, and cannot be given one', async () => {
    const built = await caseOf('violence')
    const { id, cookie } = await world.member('holder', 'agent', ['violence'])
    const admin = credentials.get('administrator') ?? {}
    expect((await world.post(`/api/v1/cases/${built.code}/claim`, {}, { cookie })).statusCode).toBe(200)
    await built.append({ type: 'team_assigned', team: 'minors' })
    expect((await world.get(`/api/v1/cases/${built.code}`, { cookie })).statusCode).toBe(200)
    const minors = await caseOf('minors')
    expect((await world.post(`/api/v1/cases/${minors.code}/claim`, {}, admin)).statusCode).toBe(200)
    const given = await world.post(`/api/v1/cases/${minors.code}/transfer`, { agent: id }, admin)
    expect(given.json()).toMatchObject({ status: 409, code: 'conflict' })
  })

  test('is let in or kept out at once when an administrator changes their teams', async () => {
    const { id, cookie } = await world.member('mover', 'agent', ['account'])
    const { code } = await caseOf('violence')
    const admin = credentials.get('administrator') ?? {}
    expect((await world.get(`/api/v1/cases/${code}`, { cookie })).statusCode).toBe(404)
    expect((await world.post(`/api/v1/agents/${id}/rights`, { teams: ['violence'] }, admin)).statusCode).toBe(
      200,
    )
    expect((await world.get(`/api/v1/cases/${code}`, { cookie })).statusCode).toBe(200)
    expect((await world.post(`/api/v1/agents/${id}/rights`, { teams: ['account'] }, admin)).statusCode).toBe(
      200,
    )
    expect((await world.get(`/api/v1/cases/${code}`, { cookie })).statusCode).toBe(404)
    expect((await world.post(`/api/v1/agents/${id}/rights`, { teams: null }, admin)).statusCode).toBe(200)
    expect((await world.get(`/api/v1/cases/${code}`, { cookie })).statusCode).toBe(200)
    expect(
      (await world.post(`/api/v1/agents/${id}/rights`, { teams: ['nothing'] }, admin)).json(),
    ).toMatchObject({
      fields: ['/body/teams'],
    })
  })
})
