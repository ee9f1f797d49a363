import type { Update } from '@grammyjs/types'
import type { VirtualClock } from './clock.ts'

type UpdateBody = Omit<Update, 'update_id'>

/** The server keeps a message 24 h after its date and a button press 150 s. */
const DAY = 24 * 3600 * 1000
const PRESS = 150 * 1000
/** Ids start again at random after a quiet week. */
const WEEK = 7 * DAY
/**
 * An offset further than this beyond the newest update is taken for nonsense: the answer starts at
 * the head.
 */
const FUTURE = 10
/** Most updates an offset may lie behind the head and still count. */
const PAST = 1_000_000
/** One answer holds at most 4 MiB. */
const ANSWER = 4 * 1024 * 1024
/** Confirmed updates kept for `redeliver`. */
const HISTORY = 1000

const NOT_BY_DEFAULT: readonly string[] = ['chat_member', 'message_reaction', 'message_reaction_count']

type Row = { readonly id: number; readonly json: string; readonly expiresAt: number }

export type Queue = {
  /** Queues an update unless its kind is not among the allowed ones. Returns its id. */
  readonly push: (body: UpdateBody) => number | undefined
  /** Queues something that need not be an update at all, to see what a bot makes of it. */
  readonly pushRaw: (update: object) => number
  /** Confirms by `offset` as the server does, and gives the next updates as JSON texts. */
  readonly take: (offset: number, limit: number) => readonly string[]
  readonly allow: (kinds: readonly string[] | undefined) => void
  readonly pending: () => number
  readonly clear: () => void
  /** Collects what is pushed instead of queueing it. */
  readonly hold: () => void
  /** Queues what was held, in the order that `arrange` makes of it. */
  readonly release: (arrange?: (bodies: UpdateBody[]) => UpdateBody[]) => void
  /** The next answer starts once more with the last `count` confirmed updates. */
  readonly redeliver: (count: number) => void
  /** Each pushed update is queued twice, the second time under another id, with this probability. */
  readonly duplicate: (probability: number) => void
}

export const makeQueue = (ports: {
  readonly clock: VirtualClock
  readonly random: () => number
  readonly check: (update: Update) => void
  readonly changed: () => void
}): Queue => {
  const { clock, random } = ports
  let rows: Row[] = []
  let first = 0
  let tail = 100_000_000 + Math.floor(random() * 800_000_000)
  let lastPush = clock.now()
  let allowed: readonly string[] | undefined
  let held: UpdateBody[] | undefined
  let confirmed: Row[] = []
  let again: readonly Row[] = []
  let twice = 0

  const nextId = (): number => {
    if (clock.now() - lastPush > WEEK) tail = 100_000_000 + Math.floor(random() * 800_000_000)
    lastPush = clock.now()
    tail += 1
    return tail
  }
  const enqueue = (update: Update & { update_id: number }): number => {
    const date = update.message?.date ?? update.edited_message?.edit_date
    const expiresAt =
      update.callback_query === undefined
        ? (date === undefined ? clock.now() : date * 1000) + DAY
        : clock.now() + PRESS
    rows.push({ id: update.update_id, json: JSON.stringify(update), expiresAt })
    ports.changed()
    return update.update_id
  }
  const wanted = (body: UpdateBody): boolean => {
    const kind = Object.keys(body)[0] ?? ''
    return allowed === undefined || allowed.length === 0
      ? !NOT_BY_DEFAULT.includes(kind)
      : allowed.includes(kind)
  }
  const push = (body: UpdateBody): number | undefined => {
    if (!wanted(body)) return undefined
    if (held !== undefined) {
      held.push(body)
      return undefined
    }
    const update = { update_id: nextId(), ...body }
    ports.check(update)
    const id = enqueue(update)
    if (twice > 0 && random() < twice) enqueue({ ...update, update_id: nextId() })
    return id
  }
  const drop = (count: number): void => {
    confirmed.push(...rows.slice(first, first + count))
    if (confirmed.length > HISTORY) confirmed = confirmed.slice(-HISTORY)
    first += count
    if (first > 10_000 && first * 2 > rows.length) {
      rows = rows.slice(first)
      first = 0
    }
  }
  const confirm = (offset: number): void => {
    if (offset < 0) return drop(Math.max(0, rows.length - first + offset))
    const head = rows[first]?.id ?? tail + 1
    if (offset === 0 || offset > tail + FUTURE || offset < head - PAST) return
    let count = 0
    while (first + count < rows.length && (rows[first + count]?.id ?? 0) < offset) count += 1
    if (count > 0) drop(count)
  }
  const expire = (): void => {
    const now = clock.now()
    if (rows.slice(first).some((row) => row.expiresAt < now)) {
      rows = rows.slice(first).filter((row) => row.expiresAt >= now)
      first = 0
    }
  }
  let expiredAt = clock.now()

  return {
    push,
    pushRaw: (update) => {
      const id = nextId()
      rows.push({ id, json: JSON.stringify({ update_id: id, ...update }), expiresAt: clock.now() + DAY })
      ports.changed()
      return id
    },
    take: (offset, limit) => {
      confirm(offset)
      if (clock.now() - expiredAt > 10_000) {
        expiredAt = clock.now()
        expire()
      }
      const out: string[] = again.map((row) => row.json)
      again = []
      let size = 0
      for (let index = first; index < rows.length && out.length < limit && size < ANSWER; index += 1) {
        const json = rows[index]?.json ?? ''
        size += json.length
        out.push(json)
      }
      return out
    },
    allow: (kinds) => {
      if (kinds !== undefined) allowed = kinds
    },
    pending: () => rows.length - first,
    clear: () => drop(rows.length - first),
    hold: () => {
      held ??= []
    },
    release: (arrange = (bodies) => bodies) => {
      const bodies = held ?? []
      held = undefined
      for (const body of arrange(bodies)) push(body)
    },
    redeliver: (count) => {
      again = confirmed.slice(-count)
      ports.changed()
    },
    duplicate: (probability) => {
      twice = probability
    },
  }
}
