import type { CaseId } from '../../../../core/base/ids.ts'
import type { FeedItem } from '../../../../core/ports/store/feed.ts'
import type { CaseRow } from '../../../../core/ports/store/views.ts'
import { seconds } from '../../../../core/base/units.ts'
import type { FeedEvent } from '../../contract/index.ts'
import { frame, type Streams, type Stream, type StreamParts, type Told, type Frame } from './stream-parts.ts'

/** A proxy cuts a line that is silent for 30 s or more; the web app takes 45 s of silence for its end. */
const HEARTBEAT = seconds(15)

/** A session that ended elsewhere closes its streams within this. */
const RECHECK = seconds(60)

/** Bytes that a reader may leave unread before it is dropped; it comes back and resumes. */
const SLOW = 1_000_000

const PAGE = 500

/**
 * A reader further behind starts over: fetching its lists anew costs less than replaying. Keeps a
 * replay well below `SLOW`.
 */
const MOST_REPLAYED = 5_000

const MOST_ROWS = 20_000

const MOST_PER_CALLER = 20

export const openStreams = ({ feed, rowOf, mayHear, onWord, clock, log }: StreamParts): Streams => {
  const streams = new Set<Stream>()
  const rows = new Map<CaseId, Told & Pick<CaseRow, 'seq'>>()
  /** Everything up to here was sent to every live stream. */
  let position = 0
  let pumping = false
  let news = false
  let unsubscribe: (() => void) | undefined
  let waking: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  const close = (stream: Stream): void => {
    streams.delete(stream)
    stream.raw.end()
    if (streams.size === 0) rest()
  }
  const drop = (stream: Stream): void => {
    streams.delete(stream)
    stream.raw.destroy()
    if (streams.size === 0) rest()
  }
  const write = (stream: Stream, text: string): void => {
    if (stream.raw.writableLength > SLOW) {
      log.info('a slow console was dropped')
      drop(stream)
    } else if (!stream.raw.writableEnded && !stream.raw.destroyed) stream.raw.write(text)
  }

  /** As it stood at this entry or later: a case that changed teams meanwhile is judged by where it is now. */
  const told = async ({ caseId, seq }: FeedItem): Promise<Told | undefined> => {
    const known = rows.get(caseId)
    if (known !== undefined && known.seq >= seq) return known
    const found = await rowOf(caseId)
    if (found === undefined) return undefined
    const { code, team, copies, assignee } = found
    if (rows.size >= MOST_ROWS) rows.clear()
    rows.set(caseId, { code, team, copies, seq: found.seq, ...(assignee === undefined ? {} : { assignee }) })
    return found
  }
  /** Frames by position; an item of a case that has no code any more gives none. */
  const framesOf = async (items: readonly FeedItem[]): Promise<readonly Frame[]> =>
    Promise.all(
      items.map(async (item): Promise<Frame> => {
        const row = await told(item)
        if (row === undefined) return { position: item.position }
        const data: FeedEvent = { code: row.code, seq: item.seq, kinds: [...item.kinds] }
        return { position: item.position, row, text: frame('change', item.position, data) }
      }),
    )
  const pass = (stream: Stream, frames: readonly Frame[]): void => {
    const fresh = frames.filter(({ position: at }) => at > stream.position)
    const last = fresh.at(-1)
    if (last === undefined) return
    stream.position = last.position
    const text = fresh.map((each) => ('row' in each && stream.sees(each.row) ? each.text : '')).join('')
    if (text !== '') write(stream, text)
  }

  /** Sends what is new to every live stream. A call during one that runs makes it go round once more. */
  const pump = async (): Promise<void> => {
    news = true
    if (pumping) return
    pumping = true
    try {
      while (news) {
        news = false
        const items = await feed.read(position, PAGE)
        const frames = await framesOf(items)
        for (const stream of streams) if (stream.live) pass(stream, frames)
        for (const [place, each] of frames.entries())
          if ('row' in each && items[place]?.kinds.includes('message_received') === true)
            onWord?.(each.row.code)
        position = items.at(-1)?.position ?? position
        if (items.length === PAGE) news = true
      }
    } catch (error) {
      log.warn('consoles could not be told of news', { error })
    } finally {
      pumping = false
    }
  }

  /**
   * Replays until nothing is missing, then joins the live ones. Nothing falls between: what the
   * pump sent to others while this one read has a position above its own, so it reads again.
   */
  const catchUp = async (stream: Stream, after: number | undefined): Promise<void> => {
    const [head, floor] = await Promise.all([feed.head(), feed.floor()])
    stream.position = after ?? head
    write(stream, frame('hello', Math.min(stream.position, head), { position: head }))
    const lost = after !== undefined && (after < floor || after > head || head - after > MOST_REPLAYED)
    if (lost) {
      stream.position = head
      write(stream, frame('reset', head, { position: head }))
    }
    while (streams.has(stream)) {
      const items = await feed.read(stream.position, PAGE)
      pass(stream, await framesOf(items))
      if (items.length > 0) {
        stream.position = Math.max(stream.position, items.at(-1)?.position ?? 0)
      } else if (stream.position >= position) {
        stream.live = true
        stream.onLive?.()
        return pump()
      }
    }
  }

  const announce: Streams['announce'] = async ({ event, data, row, to }) => {
    const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
    const asked = new Map<string, Promise<boolean>>()
    const hears = async ({ reader, sees }: Stream): Promise<boolean> => {
      if (reader === undefined || (to !== undefined && to.id !== reader.id) || !sees(row)) return false
      const answer = asked.get(reader.id) ?? mayHear?.(row, reader) ?? Promise.resolve(false)
      asked.set(reader.id, answer)
      return answer
    }
    await Promise.all(
      [...streams].map(async (stream) => {
        if (stream.live && (await hears(stream)) && streams.has(stream)) write(stream, text)
      }),
    )
  }

  const check = async (stream: Stream): Promise<void> => {
    stream.checkedAt = clock.now()
    try {
      if (!(await stream.isAllowed()) && streams.has(stream)) close(stream)
    } catch (error) {
      // Not being able to ask is no answer: it stays open, and is asked about again.
      log.warn('a console could not be checked', { error })
    }
  }

  const beat = (): void => {
    const now = clock.now()
    for (const stream of streams) {
      write(stream, ': \n\n')
      if (now - stream.checkedAt >= RECHECK || now < stream.checkedAt) void check(stream)
    }
  }

  /** Listens only while somebody is there to be told. The position is known before anything can be pumped. */
  const wake = async (): Promise<void> => {
    const head = await feed.head()
    if (streams.size === 0 || unsubscribe !== undefined) return
    position = head
    unsubscribe = feed.subscribe(() => void pump())
    timer = setInterval(beat, HEARTBEAT)
    timer.unref()
  }
  const awake = async (): Promise<void> => {
    waking ??= wake().finally(() => (waking = undefined))
    if (unsubscribe === undefined) await waking
  }
  const rest = (): void => {
    unsubscribe?.()
    unsubscribe = undefined
    clearInterval(timer)
  }

  return {
    count: () => streams.size,
    beat,
    announce,
    recheck: async () => void (await Promise.all([...streams].map(check))),
    open: ({ raw, headers, bound, isAllowed, sees, after, reader, onLive }) => {
      // Its tab closed while the rights were looked up: its `close` is over, so nothing would ever
      // take the stream out again.
      if (raw.destroyed) return 'open'
      if ([...streams].filter((stream) => stream.bound === bound).length >= MOST_PER_CALLER) return 'too_many'
      raw.writeHead(200, {
        ...headers,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      const stream: Stream = {
        raw,
        bound,
        isAllowed,
        sees,
        reader,
        onLive,
        position: 0,
        live: false,
        checkedAt: clock.now(),
      }
      streams.add(stream)
      raw.on('close', () => {
        streams.delete(stream)
        if (streams.size === 0) rest()
      })
      raw.on('error', () => drop(stream))
      void awake()
        .then(() => catchUp(stream, after))
        .catch((error: unknown) => {
          log.warn('a console could not be caught up', { error })
          drop(stream)
        })
      return 'open'
    },
    stop: () => {
      for (const stream of streams) close(stream)
      rest()
    },
  }
}
