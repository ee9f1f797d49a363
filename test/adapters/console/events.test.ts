import { get as httpGet, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { Writable } from 'node:stream'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStreams } from '../../../adapters/console/server/shift/streams.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import type { CaseCode } from '../../../core/base/ids.ts'
import type { Feed, FeedItem } from '../../../core/ports/store/feed.ts'
import { makeMemoryClock } from '../../../adapters/memory/clock.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { after, instant, seconds } from '../../../core/base/units.ts'
import { aCase, openWorld, type World } from './world.ts'
import { eventually } from '../../patience.ts'

type Frame = { readonly id?: string; readonly event?: string; readonly data?: unknown }
type Reader = {
  readonly response: IncomingMessage
  readonly frames: Frame[]
  readonly raw: () => string
  /** Resolves when `enough` of what came so far is true. */
  readonly until: (enough: (frames: readonly Frame[]) => boolean) => Promise<void>
  readonly closed: Promise<void>
  readonly close: () => void
}

const parse = (block: string): Frame => {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
  const [id, event, data] = [field('id'), field('event'), field('data')]
  return {
    ...(id === undefined ? {} : { id }),
    ...(event === undefined ? {} : { event }),
    ...(data === undefined ? {} : { data: JSON.parse(data) }),
  }
}

const listen = async (port: number, path: string, headers: Record<string, string>): Promise<Reader> => {
  const request = httpGet({ port, host: '127.0.0.1', path, headers, agent: false })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.setEncoding('utf8')
  const frames: Frame[] = []
  let raw = ''
  let rest = ''
  const waiting = new Set<() => void>()
  response.on('data', (chunk: string) => {
    raw += chunk
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop() ?? ''
    frames.push(...blocks.filter((block) => !block.startsWith(':')).map(parse))
    for (const wake of waiting) wake()
  })
  response.on('error', () => {})
  request.on('error', () => {})
  const closed = new Promise<void>((resolve) => response.on('close', resolve))
  return {
    response,
    frames,
    raw: () => raw,
    closed,
    close: () => request.destroy(),
    until: async (enough) => {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          if (!enough(frames)) return
          waiting.delete(wake)
          resolve()
        }
        waiting.add(wake)
        wake()
      })
    },
  }
}

describe('the stream of changes', () => {
  let world: World
  let port: number
  let cookie: string
  const readers: Reader[] = []
  const stream = async (path = '/api/v1/events', headers: Record<string, string> = {}) => {
    const reader = await listen(port, path, { cookie, ...headers })
    readers.push(reader)
    return reader
  }
  beforeEach(async () => {
    world = await openWorld()
    port = (await world.server.listen()).port
    cookie = (await world.member('noor')).cookie
  })
  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.close()
    await world.close()
  })

  test('greets with the position, then tells of changes by code and kind and by nothing else', async () => {
    const item = await aCase(world)
    const head = await world.ports.store.feed.head()
    const reader = await stream()
    await reader.until((frames) => frames.length > 0)
    expect(reader.frames[0]).toEqual({ event: 'hello', id: String(head), data: { position: head } })
    expect(reader.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    await item.receive({ kind: 'text', text: untrusted('words of the person') })
    await reader.until((frames) => frames.some(({ event }) => event === 'change'))
    expect(reader.frames[1]).toEqual({
      event: 'change',
      id: String(head + 1),
      data: { code: item.code, seq: 2, kinds: expect.arrayContaining(['message_received']) },
    })
    expect(reader.raw()).not.toContain('words of the person')
    expect(reader.raw()).not.toContain(item.id)
  })

  test('resumes after what was seen last, by header or by address, the header first', async () => {
    const item = await aCase(world)
    for (let i = 0; i < 5; i += 1) await item.receive({ kind: 'text', text: untrusted(`${i}`) })
    const head = await world.ports.store.feed.head()
    for (const [path, headers] of [
      [`/api/v1/events?after=${head - 3}`, {}],
      [`/api/v1/events?after=0`, { 'last-event-id': String(head - 3) }],
    ] as const) {
      const reader = await stream(path, headers)
      await reader.until((frames) => frames.at(-1)?.id === String(head))
      expect(reader.frames.map(({ event, id }) => [event, id])).toEqual([
        ['hello', String(head - 3)],
        ['change', String(head - 2)],
        ['change', String(head - 1)],
        ['change', String(head)],
      ])
    }
  })

  test('misses nothing and repeats nothing while many join and much happens', async () => {
    const item = await aCase(world)
    const start = await world.ports.store.feed.head()
    const writing = (async () => {
      for (let i = 0; i < 60; i += 1) await item.receive({ kind: 'text', text: untrusted(`${i}`) })
    })()
    const cookies = await Promise.all(['a', 'b', 'c'].map(async (name) => (await world.member(name)).cookie))
    const joined = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        stream(`/api/v1/events?after=${start}`, { cookie: cookies[i % 3]! }),
      ),
    )
    await writing
    const last = String(await world.ports.store.feed.head())
    for (const reader of joined) {
      await reader.until((frames) => frames.at(-1)?.id === last)
      const ids = reader.frames.filter(({ event }) => event === 'change').map(({ id }) => Number(id))
      expect(ids).toEqual(Array.from({ length: Number(last) - start }, (_, i) => start + 1 + i))
    }
  })

  test('says reset to one that comes from before what is kept, or from another database', async () => {
    const item = await aCase(world)
    for (let i = 0; i < 3; i += 1) await item.receive({ kind: 'text', text: untrusted(`${i}`) })
    await world.ports.store.feed.prune(after(world.clock.now(), seconds(1)))
    const head = await world.ports.store.feed.head()
    for (const position of [0, head + 1_000]) {
      const reader = await stream(`/api/v1/events?after=${position}`)
      await reader.until((frames) => frames.some(({ event }) => event === 'reset'))
      expect(reader.frames.at(-1)).toEqual({ event: 'reset', id: String(head), data: { position: head } })
    }
  })

  test('closes when its session is revoked, at once where it is done here', async () => {
    const { cookie: admin } = await world.member('amal', 'admin')
    const noor = (await world.console.agents.list()).find(({ name }) => name === 'noor')
    const reader = await stream()
    await reader.until((frames) => frames.length > 0)
    await world.post(`/api/v1/agents/${noor?.id}/disable`, {}, { cookie: admin })
    await reader.closed
    await eventually(async () =>
      expect((await world.get('/metrics')).body).toContain('amin_console_streams 0'),
    )
  })

  test('closes when signing out, and leaves the streams of others', async () => {
    const other = await world.member('reem')
    const mine = await stream()
    const theirs = await stream('/api/v1/events', { cookie: other.cookie })
    await Promise.all([mine, theirs].map((reader) => reader.until((frames) => frames.length > 0)))
    await world.post('/api/auth/sign-out', {}, { cookie })
    await mine.closed
    const item = await aCase(world)
    await theirs.until((frames) => frames.some(({ data }) => (data as { code?: string }).code === item.code))
  })

  test('is refused to nobody, to analysts, and to who has twenty already', async () => {
    const analyst = await world.member('dana', 'analyst')
    expect((await world.get('/api/v1/events')).statusCode).toBe(401)
    expect((await world.get('/api/v1/events', { cookie: analyst.cookie })).statusCode).toBe(403)
    expect((await world.get('/api/v1/events?after=-1', { cookie })).statusCode).toBe(400)
    await Promise.all(Array.from({ length: 20 }, () => stream()))
    const refused = await world.get('/api/v1/events', { cookie })
    expect(refused.json()).toMatchObject({ status: 429, code: 'too_many' })
  })

  test('ends cleanly when the server closes', async () => {
    const reader = await stream()
    await reader.until((frames) => frames.length > 0)
    await world.server.close()
    await reader.closed
    expect(reader.response.complete).toBe(true)
  })

  test('reaches two hundred open consoles', async () => {
    const cookies = await Promise.all(
      Array.from({ length: 10 }, async (_, i) => (await world.member(`m${i}`)).cookie),
    )
    const all = await Promise.all(
      Array.from({ length: 200 }, (_, i) => stream('/api/v1/events', { cookie: cookies[i % 10]! })),
    )
    await Promise.all(all.map((reader) => reader.until((frames) => frames.length > 0)))
    const item = await aCase(world)
    for (let i = 0; i < 20; i += 1) await item.receive({ kind: 'text', text: untrusted(`${i}`) })
    const last = String(await world.ports.store.feed.head())
    await Promise.all(all.map((reader) => reader.until((frames) => frames.at(-1)?.id === last)))
    for (const reader of all) expect(reader.frames).toHaveLength(22)
  })
})

describe('streams', () => {
  /** A response that is written to and never read. */
  const stuck = () => {
    const raw = new Writable({ write: () => {}, highWaterMark: 1 })
    return Object.assign(raw, { writeHead: () => raw }) as unknown as ServerResponse
  }
  const aFeed = (items: FeedItem[]) => {
    const wakes = new Set<() => void>()
    const feed: Feed = {
      read: async (from, limit) => items.filter(({ position }) => position > from).slice(0, limit),
      head: async () => items.at(-1)?.position ?? 0,
      floor: async () => 0,
      subscribe: (wake) => {
        wakes.add(wake)
        return () => wakes.delete(wake)
      },
      prune: async () => {},
    }
    return { feed, wakes }
  }
  const item = (position: number, kinds = ['k']): FeedItem => ({
    position,
    at: instant(0),
    kinds,
    caseId: `C${position}` as never,
    seq: 1,
  })
  const row = { code: 'ABCDEFGH' as CaseCode, team: 'intake', copies: [], seq: 1 }
  const open = (feed: Feed, rowOf: () => Promise<typeof row | undefined> = async () => row) => {
    const clock = makeMemoryClock()
    return { clock, streams: openStreams({ feed, rowOf, clock, log: makeMemoryLog() }) }
  }
  const reader = (
    raw: ServerResponse,
    more: Partial<{ after: number; isAllowed: () => Promise<boolean> }> = {},
  ) => ({
    raw,
    headers: {},
    bound: 'b',
    isAllowed: async () => true,
    sees: () => true,
    after: undefined,
    ...more,
  })

  test('share one subscription, and end it with the last of them', async () => {
    const { feed, wakes } = aFeed([])
    const { streams } = open(feed)
    const [first, second] = [stuck(), stuck()]
    streams.open(reader(first))
    streams.open(reader(second))
    await eventually(() => expect(wakes.size).toBe(1))
    first.destroy()
    await eventually(() => expect(streams.count()).toBe(1))
    expect(wakes.size).toBe(1)
    second.destroy()
    await eventually(() => expect(wakes.size).toBe(0))
  })

  test('do not stay subscribed for one that left while it was being opened', async () => {
    const { feed, wakes } = aFeed([])
    const { streams } = open(feed)
    const raw = stuck()
    streams.open(reader(raw))
    raw.destroy()
    await eventually(() => expect(streams.count()).toBe(0))
    await feed.head()
    expect(wakes.size).toBe(0)
  })

  test('are not opened for a tab that closed while its rights were looked up: nothing would ever end them', async () => {
    const { feed, wakes } = aFeed([])
    const { streams } = open(feed)
    const raw = stuck()
    raw.destroy()
    await eventually(() => expect(raw.closed).toBe(true))
    streams.open(reader(raw))
    expect(streams.count()).toBe(0)
    expect(wakes.size).toBe(0)
  })

  test('drop one that does not read', async () => {
    const items: FeedItem[] = []
    const { feed, wakes } = aFeed(items)
    const { streams } = open(feed)
    const raw = stuck()
    streams.open(reader(raw))
    await eventually(() => expect(wakes.size).toBe(1))
    for (let i = 1; i <= 12; i += 1) items.push(item(i, ['x'.repeat(100_000)]))
    for (const wake of wakes) wake()
    await eventually(() => expect(raw.writableLength).toBeGreaterThan(1_000_000))
    streams.beat()
    expect(raw.destroyed).toBe(true)
    expect(streams.count()).toBe(0)
  })

  test('pass over what has no code any more', async () => {
    const items = [item(1), item(2), item(3)]
    const { feed } = aFeed(items)
    const { streams } = open(feed, async () => undefined)
    const written: string[] = []
    const raw = Object.assign(
      new Writable({ write: (chunk, _encoding, done) => (written.push(String(chunk)), done()) }),
      {
        writeHead: () => {},
      },
    )
    streams.open(reader(raw as unknown as ServerResponse, { after: 0 }))
    await eventually(() => expect(written.join('')).toContain('hello'))
    expect(written.join('')).not.toContain('change')
    streams.stop()
  })

  test('start one over that is too far behind to be replayed to', async () => {
    const items = Array.from({ length: 6_000 }, (_, i) => item(i + 1))
    const { feed } = aFeed(items)
    const { streams } = open(feed)
    const written: string[] = []
    const raw = Object.assign(
      new Writable({ write: (chunk, _encoding, done) => (written.push(String(chunk)), done()) }),
      {
        writeHead: () => {},
      },
    )
    streams.open(reader(raw as unknown as ServerResponse, { after: 10 }))
    await eventually(() => expect(written.join('')).toContain('reset'))
    expect(written.join('')).not.toContain('change')
    streams.stop()
  })

  describe('joining while something happens', () => {
    /** A feed whose reads can be held back: what they give is as old as their asking. */
    const held = (items: FeedItem[]) => {
      const { feed, wakes } = aFeed(items)
      const waiting: (() => void)[] = []
      let holding = false
      const read: Feed['read'] = async (from, limit) => {
        const found = await feed.read(from, limit)
        if (holding) await new Promise<void>((resolve) => waiting.push(resolve))
        return found
      }
      return {
        feed: { ...feed, read },
        wake: () => {
          for (const each of wakes) each()
        },
        hold: () => (holding = true),
        held: () => waiting.length,
        pass: () => (holding = false),
        release: () => {
          for (const each of waiting.splice(0)) each()
        },
      }
    }
    const listening = () => {
      const written: string[] = []
      const raw = new Writable({ write: (chunk, _encoding, done) => (written.push(String(chunk)), done()) })
      const changes = () => written.join('').match(/event: change/g)?.length ?? 0
      return {
        raw: Object.assign(raw, { writeHead: () => raw }) as unknown as ServerResponse,
        greeted: () => written.join('').includes('hello'),
        changes,
      }
    }
    const first = async (streams: ReturnType<typeof open>['streams']) => {
      const live = listening()
      streams.open(reader(live.raw))
      await eventually(() => expect(live.greeted()).toBe(true))
      return live
    }

    test('loses nothing that was sent to others since it looked', async () => {
      const items: FeedItem[] = []
      const control = held(items)
      const { streams } = open(control.feed)
      const live = await first(streams)
      const joining = listening()
      control.hold()
      streams.open(reader(joining.raw, { after: 0 }))
      await eventually(() => expect(control.held()).toBe(1))
      control.pass()
      items.push(item(1))
      control.wake()
      await eventually(() => expect(live.changes()).toBe(1))
      control.release()
      await eventually(() => expect(joining.changes()).toBe(1))
      streams.stop()
    })

    test('gets nothing twice that it read while it was on its way to others', async () => {
      const items: FeedItem[] = []
      const control = held(items)
      const { streams } = open(control.feed)
      const live = await first(streams)
      items.push(item(1))
      control.hold()
      control.wake()
      await eventually(() => expect(control.held()).toBe(1))
      control.pass()
      const joining = listening()
      streams.open(reader(joining.raw, { after: 0 }))
      await eventually(() => expect(joining.changes()).toBe(1))
      control.release()
      items.push(item(2))
      control.wake()
      await eventually(() => expect([live.changes(), joining.changes()]).toEqual([2, 2]))
      streams.stop()
    })
  })

  test('ask again after a minute whether they are allowed, and stay where nobody can say', async () => {
    const { feed } = aFeed([])
    const { streams, clock } = open(feed)
    const [revoked, unsure] = [stuck(), stuck()]
    let asked = 0
    streams.open(
      reader(revoked, {
        isAllowed: async () => {
          asked += 1
          return false
        },
      }),
    )
    streams.open(
      reader(unsure, {
        isAllowed: async () => {
          throw new Error('the database does not answer')
        },
      }),
    )
    clock.advance(seconds(59))
    streams.beat()
    expect(asked).toBe(0)
    clock.advance(seconds(1))
    streams.beat()
    await eventually(() => expect(streams.count()).toBe(1))
    expect(revoked.writableEnded).toBe(true)
    expect(unsure.writableEnded).toBe(false)
    streams.stop()
  })
})
