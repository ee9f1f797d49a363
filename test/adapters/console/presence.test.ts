import type { LightMyRequestResponse } from 'fastify'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openAuth } from '../../../adapters/console/server/identity/auth.ts'
import {
  makePresences,
  PERSON,
  type Here,
  type Presences,
} from '../../../adapters/console/server/shift/presence.ts'
import { makeMemoryClock } from '../../../adapters/memory/clock.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import type { AgentId, CaseCode } from '../../../core/base/ids.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { instant, seconds } from '../../../core/base/units.ts'
import { aCase, openWorld, type World } from './world.ts'

type Told = {
  readonly code: string
  readonly agents: readonly { readonly name: string; readonly state: string }[]
  readonly person?: string
}

const ORIGIN = 'http://127.0.0.1:8080'

describe('who is at a case', () => {
  let world: World
  let port: number
  const ends: AbortController[] = []
  beforeEach(async () => {
    world = await openWorld()
    port = (await world.server.listen()).port
  })
  afterEach(async () => {
    for (const end of ends.splice(0)) end.abort()
    await world.close()
  })

  const beat = (code: string, state: string, cookie: string): Promise<LightMyRequestResponse> =>
    world.server.app.inject({
      method: 'PUT',
      url: `/api/v1/cases/${code}/presence`,
      headers: { 'content-type': 'application/json', 'x-amin': '1', origin: ORIGIN, cookie },
      payload: JSON.stringify({ state }),
    })

  /** A stream; `heard` gives what was said of presence so far, `until` waits for it. */
  const listen = async (cookie: string) => {
    const end = new AbortController()
    ends.push(end)
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/events`, {
      headers: { cookie },
      signal: end.signal,
    })
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    let raw = ''
    const more = async (): Promise<void> => {
      const { value } = await reader.read()
      raw += value ?? ''
    }
    const heard = (): Told[] =>
      [...raw.matchAll(/^event: presence\ndata: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as Told)
    return {
      raw: () => raw,
      heard,
      until: async (enough: (told: readonly Told[]) => boolean): Promise<void> => {
        while (!enough(heard())) await more()
      },
      untilRaw: async (part: string): Promise<void> => {
        while (!raw.includes(part)) await more()
      },
    }
  }

  test('a colleague is told who looks, who writes and who left, and the frames have no position to resume after', async () => {
    const [sara, omar] = [await world.member('sara'), await world.member('omar')]
    const { code } = await aCase(world)
    const stream = await listen(omar.cookie)
    await stream.untilRaw('event: hello')
    expect((await beat(code, 'viewing', sara.cookie)).json()).toEqual({
      code,
      agents: [{ id: sara.id, name: 'sara', state: 'viewing' }],
    })
    await beat(code, 'typing', sara.cookie)
    await beat(code, 'left', sara.cookie)
    await stream.until((told) => told.length === 3)
    expect(stream.heard()).toEqual([
      { code, agents: [{ id: sara.id, name: 'sara', state: 'viewing' }] },
      { code, agents: [{ id: sara.id, name: 'sara', state: 'typing' }] },
      { code, agents: [] },
    ])
    expect(stream.raw()).not.toMatch(/id: .*\nevent: presence/)
  })

  test('who comes later is told at once who is there already', async () => {
    const [sara, omar] = [await world.member('sara'), await world.member('omar')]
    const { code } = await aCase(world)
    await beat(code, 'viewing', sara.cookie)
    const stream = await listen(omar.cookie)
    await stream.until((told) => told.length > 0)
    expect(stream.heard()[0]).toMatchObject({ code, agents: [{ name: 'sara' }] })
  })

  test('who must not see the case hears nothing of it and cannot say that they are there', async () => {
    const sara = await world.member('sara', 'minors-desk', ['minors'])
    const omar = await world.member('omar', 'agent', ['financial'])
    const [hidden, open] = [await aCase(world), await aCase(world)]
    await hidden.append({ type: 'case_transferred', agent: sara.id as AgentId, to: { team: 'minors' } })
    await open.append({
      type: 'case_transferred',
      agent: sara.id as AgentId,
      to: { agent: sara.id as AgentId, alias: 'sara', team: 'financial' },
    })
    const stream = await listen(omar.cookie)
    await stream.untilRaw('event: hello')
    expect((await beat(hidden.code, 'viewing', sara.cookie)).statusCode).toBe(200)
    expect((await beat(hidden.code, 'viewing', omar.cookie)).statusCode).toBe(404)
    await beat(open.code, 'viewing', sara.cookie)
    await stream.until((told) => told.some(({ code }) => code === open.code))
    expect(stream.raw()).not.toContain(hidden.code)
  })

  test('the person writes no more once what they wrote has come, and again when they go on', async () => {
    const sara = await world.member('sara')
    const { code, receive } = await aCase(world)
    const stream = await listen(sara.cookie)
    await stream.untilRaw('event: hello')
    const persons = () => stream.heard().map(({ person }) => person)
    await world.console.personTypes(code)
    await stream.until((told) => told.length === 1)
    await receive({ kind: 'text', text: untrusted('here it is') })
    await stream.until((told) => told.length === 2)
    await world.console.personTypes(code)
    await stream.until((told) => told.length === 3)
    expect(persons()).toEqual(['typing', undefined, 'typing'])
  })

  test('nothing of it is written into the case or told as news of it', async () => {
    const sara = await world.member('sara')
    const { id, code } = await aCase(world)
    const [before, head] = [await world.ports.store.ledger.read(id), await world.ports.store.feed.head()]
    await beat(code, 'viewing', sara.cookie)
    await beat(code, 'typing', sara.cookie)
    expect(await world.ports.store.ledger.read(id)).toEqual(before)
    expect(await world.ports.store.feed.head()).toBe(head)
  })

  test('a program has no presence, an unknown case and an unknown state are refused', async () => {
    const sara = await world.member('sara')
    const { code } = await aCase(world)
    expect((await beat('ZZZZZZZZ', 'viewing', sara.cookie)).statusCode).toBe(404)
    expect((await beat(code, 'sleeping', sara.cookie)).statusCode).toBe(400)
    expect((await beat(code, 'viewing', '')).statusCode).toBe(401)
  })
})

describe('two processes over one database of people', () => {
  const A = 'AAAAAAAA' as CaseCode
  const clock = makeMemoryClock(instant(1_800_000_000_000))
  const log = makeMemoryLog()
  let database: DatabaseSync
  let told: { readonly at: 'one' | 'two'; readonly here: Here }[]
  let one: Presences
  let two: Presences
  beforeEach(async () => {
    told = []
    database = new DatabaseSync(':memory:')
    const hasher = { keyed: () => '', sha256: () => '', canonical: () => '' } as never
    const auth = await openAuth({
      agentsDb: database,
      authSecret: 'x'.repeat(40),
      publicUrl: ORIGIN,
      clock,
      hasher,
      log,
    })
    const open = (at: 'one' | 'two'): Presences =>
      makePresences({
        database: async () => (await auth.$context).adapter,
        clock,
        log,
        onChange: (_, here) => void told.push({ at, here }),
      })
    one = open('one')
    two = open('two')
  })
  afterEach(() => database.close())

  test('what is said to one is seen by the other, and told only once', async () => {
    await one.note(A, 'sara' as AgentId, 'viewing')
    await two.refresh()
    await two.refresh()
    expect(told).toEqual([
      { at: 'one', here: new Map([['sara', 'viewing']]) },
      { at: 'two', here: new Map([['sara', 'viewing']]) },
    ])
  })

  test('who stops saying so is gone after 25 seconds, and stays while they go on', async () => {
    await one.note(A, 'sara' as AgentId, 'viewing')
    await one.note(A, 'omar' as AgentId, 'typing')
    clock.advance(seconds(20))
    await one.note(A, 'sara' as AgentId, 'viewing')
    clock.advance(seconds(6))
    await two.refresh()
    expect([...two.of(A).keys()]).toEqual(['sara'])
    clock.advance(seconds(20))
    await two.refresh()
    expect(two.of(A).size).toBe(0)
    expect(two.cases()).toEqual([])
    expect(told.at(-1)).toEqual({ at: 'two', here: new Map() })
  })

  test('typing of the person ends by itself within seconds', async () => {
    await one.note(A, PERSON, 'typing')
    expect(one.of(A).get(PERSON)).toBe('typing')
    clock.advance(seconds(9))
    await one.refresh()
    expect(one.of(A).has(PERSON)).toBe(false)
  })

  test('many beats at the same moment leave one row each', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        (i % 2 === 0 ? one : two).note(A, `agent-${i % 4}` as AgentId, i % 3 === 0 ? 'typing' : 'viewing'),
      ),
    )
    await one.refresh()
    expect(one.of(A).size).toBe(4)
    expect(database.prepare('SELECT count(*) AS n FROM presence').get()).toEqual({ n: 4 })
  })
})
