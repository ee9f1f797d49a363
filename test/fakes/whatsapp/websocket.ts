import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

/** RFC 6455, 1.3. */
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const BINARY = 2
const CLOSE = 8
const PING = 9
const PONG = 10

export type WebSocketPeer = {
  readonly send: (data: Uint8Array) => void
  /** Ends politely. */
  readonly close: () => void
  /** Cuts the line. */
  readonly cut: () => void
  readonly open: () => boolean
}

export type WebSocketHandlers = { readonly data: (data: Buffer) => void; readonly closed: () => void }

const frame = (opcode: number, data: Uint8Array): Buffer => {
  const { length } = data
  const head =
    length < 126
      ? Buffer.of(0x80 | opcode, length)
      : length < 65_536
        ? Buffer.of(0x80 | opcode, 126, length >> 8, length & 0xff)
        : Buffer.concat([
            Buffer.of(0x80 | opcode, 127, 0, 0, 0, 0),
            Buffer.of(length >>> 24, length >>> 16, length >>> 8, length),
          ])
  return Buffer.concat([head, data])
}

/** Takes one masked frame off `bytes`; nothing where it is not whole yet. */
const readFrame = (
  bytes: Buffer,
): { readonly opcode: number; readonly data: Buffer; readonly rest: Buffer } | undefined => {
  if (bytes.length < 2) return undefined
  const short = bytes[1]! & 0x7f
  const at = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < at + 4) return undefined
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  const end = at + 4 + length
  if (bytes.length < end) return undefined
  const mask = bytes.subarray(at, at + 4)
  const data = Buffer.from(bytes.subarray(at + 4, end))
  for (let i = 0; i < data.length; i += 1) data[i]! ^= mask[i & 3]!
  return { opcode: bytes[0]! & 0x0f, data, rest: bytes.subarray(end) }
}

const serve = (socket: Socket, handle: (peer: WebSocketPeer) => WebSocketHandlers): void => {
  let pending: Buffer = Buffer.alloc(0)
  let over = false
  const write = (data: Buffer): void => {
    if (!socket.destroyed && socket.writable) socket.write(data)
  }
  const handlers = handle({
    send: (data) => write(frame(BINARY, data)),
    close: () => {
      write(frame(CLOSE, Buffer.of(3, 232)))
      socket.end()
    },
    cut: () => socket.destroy(),
    open: () => !over && !socket.destroyed,
  })
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk])
    for (let found = readFrame(pending); found !== undefined; found = readFrame(pending)) {
      pending = found.rest
      if (found.opcode === CLOSE) {
        write(frame(CLOSE, found.data))
        socket.end()
        return
      }
      if (found.opcode === PING) write(frame(PONG, found.data))
      else if (found.opcode === BINARY || found.opcode === 0) handlers.data(found.data)
    }
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    over = true
    handlers.closed()
  })
}

/** A WebSocket server on 127.0.0.1 that takes binary messages; just enough for one well-behaved client. */
export const startWebSocketServer = async (
  handle: (peer: WebSocketPeer) => WebSocketHandlers,
  /** Answers an upgrade with this HTTP status instead, while it gives one. */
  refuse: () => number | undefined,
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> => {
  const server = createServer()
  const sockets = new Set<Socket>()
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    const status = refuse()
    if (status !== undefined) {
      socket.end(`HTTP/1.1 ${status} No\r\nconnection: close\r\n\r\n`)
      return
    }
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${MAGIC}`)
      .digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
    )
    serve(socket, handle)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
