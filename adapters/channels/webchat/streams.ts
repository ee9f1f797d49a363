import type { ServerResponse } from 'node:http'
import type { ChatAddress } from '../../../core/base/message.ts'
import type { AddressGroups } from '../../../core/services/limits/address.ts'
import type { ChatHistory } from '../../../core/ports/chat-history.ts'
import type { Log } from '../../../core/ports/log.ts'
import { NEIGHBOURS, type WebchatLimits } from './limits.ts'
import type { StreamEvent } from './wire.ts'

type Stream = { readonly raw: ServerResponse; readonly client: AddressGroups }

/**
 * Milliseconds until a page whose stream was given to another asks for one again; meanwhile it
 * looks by itself every ten seconds.
 */
const BACK_AFTER = 60_000

/** One chat that somebody looks at. */
type Room = {
  readonly address: ChatAddress
  readonly streams: Set<Stream>
  readonly unsubscribe: () => void
  /** Version last told to all of them. */
  told: number
  reading: boolean
  /** Something may have changed since the reading began, or the reading failed. */
  stale: boolean
}

/**
 * Open pages, told that something changed but never what: they ask for that themselves, so nothing
 * is lost when a stream breaks.
 */
export type Streams = {
  /**
   * Whether one more may be opened for this chat and client. Where an address or all of them have
   * as many as they may, the oldest of that address, or of the address that has most, gives way:
   * its page goes on by asking.
   */
  readonly room: (chat: string, client: AddressGroups) => boolean
  /** Takes over a response whose head is written. */
  readonly add: (address: ChatAddress, client: AddressGroups, raw: ServerResponse, version: number) => void
  readonly wake: (chat: string) => void
  readonly signal: (chat: string, event: StreamEvent) => void
  readonly stop: () => void
}

export const makeStreams = (ports: {
  readonly history: ChatHistory
  readonly limits: WebchatLimits
  readonly log: Log
}): Streams => {
  const { history, limits, log } = ports
  const rooms = new Map<string, Room>()
  /** By address group and by neighbourhood, each in the order in which they were opened. */
  const groups = new Map<string, Set<Stream>>()
  let open = 0

  const keysOf = ({ one, many }: AddressGroups): readonly [string, string] => [`1 ${one}`, `2 ${many}`]
  const join = (stream: Stream): void => {
    for (const key of keysOf(stream.client)) groups.set(key, (groups.get(key) ?? new Set()).add(stream))
  }
  const part = (stream: Stream): void => {
    for (const key of keysOf(stream.client)) {
      const group = groups.get(key)
      group?.delete(stream)
      if (group?.size === 0) groups.delete(key)
    }
  }

  const write = (stream: Stream, event: StreamEvent, data: { readonly version?: number }): void => {
    if (stream.raw.writableLength > limits.unsent) stream.raw.destroy()
    else stream.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  const tell = async (room: Room): Promise<void> => {
    room.stale = true
    if (room.reading) return
    room.reading = true
    try {
      while (room.stale && room.streams.size > 0) {
        room.stale = false
        const { version } = await history.read(room.address)
        if (version !== room.told) for (const stream of room.streams) write(stream, 'view', { version })
        room.told = version
      }
    } catch (error) {
      // The next heartbeat tries again.
      room.stale = true
      log.warn('a conversation could not be read for its open pages', { channel: 'webchat', error })
    } finally {
      room.reading = false
    }
  }

  const leave = (room: Room, stream: Stream): void => {
    if (!room.streams.delete(stream)) return
    open -= 1
    part(stream)
    if (room.streams.size > 0) return
    rooms.delete(room.address.chat)
    room.unsubscribe()
  }

  const evict = (group: ReadonlySet<Stream> | undefined): boolean => {
    const [oldest] = group ?? []
    const room =
      oldest === undefined ? undefined : [...rooms.values()].find(({ streams }) => streams.has(oldest))
    if (oldest === undefined || room === undefined) return false
    leave(room, oldest)
    oldest.raw.end(`retry: ${BACK_AFTER}\n\n`)
    return true
  }

  /** The address group that has most of them. */
  const crowd = (): ReadonlySet<Stream> | undefined => {
    let largest: ReadonlySet<Stream> | undefined
    for (const [key, group] of groups)
      if (key.startsWith('1 ') && group.size > (largest?.size ?? 0)) largest = group
    return largest
  }

  const enter = (address: ChatAddress, version: number): Room => {
    const known = rooms.get(address.chat)
    if (known !== undefined) return known
    const room: Room = {
      address,
      streams: new Set(),
      unsubscribe: history.subscribe(address, () => void tell(room)),
      told: version,
      reading: false,
      stale: false,
    }
    rooms.set(address.chat, room)
    return room
  }

  const beat = setInterval(() => {
    for (const room of rooms.values()) {
      for (const stream of room.streams) write(stream, 'beat', {})
      if (room.stale) void tell(room)
    }
  }, limits.heartbeat)
  beat.unref()

  return {
    room: (chat, client) => {
      if ((rooms.get(chat)?.streams.size ?? 0) >= limits.streams.perChat) return false
      const [one, many] = keysOf(client).map((key) => groups.get(key))
      if ((one?.size ?? 0) >= limits.streams.perAddress) return evict(one)
      if ((many?.size ?? 0) >= limits.streams.perAddress * NEIGHBOURS) return evict(many)
      return open < limits.streams.all || evict(crowd())
    },
    add: (address, client, raw, version) => {
      const room = enter(address, version)
      const stream = { raw, client }
      room.streams.add(stream)
      open += 1
      join(stream)
      raw.on('close', () => leave(room, stream))
      raw.on('error', () => leave(room, stream))
      write(stream, 'hello', { version })
      // What changed between the reading of `version` and the subscription is seen by this one.
      void tell(room)
    },
    wake: (chat) => {
      const room = rooms.get(chat)
      if (room !== undefined) void tell(room)
    },
    signal: (chat, event) => {
      for (const stream of rooms.get(chat)?.streams ?? []) write(stream, event, {})
    },
    stop: () => {
      clearInterval(beat)
      for (const room of rooms.values()) for (const stream of room.streams) stream.raw.end()
    },
  }
}
