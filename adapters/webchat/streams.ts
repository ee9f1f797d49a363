import type { ServerResponse } from 'node:http'
import type { ChatAddress } from '../../core/inbound/message.ts'
import type { ChatHistory } from '../../core/ports/chat-history.ts'
import type { Log } from '../../core/ports/log.ts'
import type { WebchatLimits } from './limits.ts'
import type { StreamEvent } from './wire.ts'

type Stream = { readonly raw: ServerResponse; readonly client: string }

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

/** Open pages, told that something changed but never what: they ask for that themselves, so nothing is lost when a stream breaks. */
export type Streams = {
  /** Whether one more may be opened for this chat and client. */
  readonly room: (chat: string, client: string) => boolean
  /** Takes over a response whose head is written. */
  readonly add: (address: ChatAddress, client: string, raw: ServerResponse, version: number) => void
  readonly wake: (chat: string) => void
  readonly signal: (chat: string, event: StreamEvent) => void
  readonly stop: () => void
}

export const makeStreams = (ports: { readonly history: ChatHistory; readonly limits: WebchatLimits; readonly log: Log }): Streams => {
  const { history, limits, log } = ports
  const rooms = new Map<string, Room>()
  const perClient = new Map<string, number>()
  let open = 0

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
    const left = (perClient.get(stream.client) ?? 1) - 1
    if (left > 0) perClient.set(stream.client, left)
    else perClient.delete(stream.client)
    if (room.streams.size > 0) return
    rooms.delete(room.address.chat)
    room.unsubscribe()
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
    room: (chat, client) =>
      open < limits.streams.all &&
      (rooms.get(chat)?.streams.size ?? 0) < limits.streams.perChat &&
      (perClient.get(client) ?? 0) < limits.streams.perAddress,
    add: (address, client, raw, version) => {
      const room = enter(address, version)
      const stream = { raw, client }
      room.streams.add(stream)
      open += 1
      perClient.set(client, (perClient.get(client) ?? 0) + 1)
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
