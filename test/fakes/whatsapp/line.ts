import {
  decodeBinaryNode,
  encodeBinaryNode,
  NOISE_WA_HEADER,
  type BinaryNode,
  type proto,
} from '@whiskeysockets/baileys'
import { makeNoiseResponder, type Authority } from './noise.ts'
import type { WebSocketHandlers, WebSocketPeer } from './websocket.ts'

/** One client's connection, above the Noise handshake. */
export type Line = {
  readonly send: (node: BinaryNode) => void
  readonly close: () => void
  readonly cut: () => void
  readonly open: () => boolean
}

export type LineHandlers = {
  readonly login: (line: Line, payload: proto.IClientPayload) => void
  readonly node: (line: Line, node: BinaryNode) => Promise<void>
  readonly closed: (line: Line) => void
  readonly broke: (error: unknown) => void
}

const LENGTH_BYTES = 3

const framed = (data: Uint8Array): Buffer => {
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUIntBE(data.length, 0, LENGTH_BYTES)
  return Buffer.concat([length, data])
}

export const makeLine = (
  peer: WebSocketPeer,
  authority: Authority,
  handlers: LineHandlers,
): WebSocketHandlers => {
  const noise = makeNoiseResponder(authority)
  let stage: 'intro' | 'hello' | 'finish' | 'open' = 'intro'
  let pending: Buffer = Buffer.alloc(0)
  let turn: Promise<void> = Promise.resolve()
  const line: Line = {
    send: (node) => {
      if (peer.open()) peer.send(framed(noise.encrypt(encodeBinaryNode(node))))
    },
    close: peer.close,
    cut: peer.cut,
    open: peer.open,
  }

  const takeFrame = async (body: Buffer): Promise<void> => {
    switch (stage) {
      case 'hello':
        peer.send(framed(noise.hello(body)))
        stage = 'finish'
        return
      case 'finish': {
        const payload = noise.finish(body)
        stage = 'open'
        return handlers.login(line, payload)
      }
      default:
        return handlers.node(line, await decodeBinaryNode(noise.decrypt(body)))
    }
  }

  const take = async (data: Buffer): Promise<void> => {
    pending = Buffer.concat([pending, data])
    if (stage === 'intro') {
      const intro = Buffer.from(NOISE_WA_HEADER)
      // Where the client knows its route, that comes first.
      const at = pending.subarray(0, 2).toString('latin1') === 'ED' ? 7 + pending.readUIntBE(4, 3) : 0
      if (pending.length < at + intro.length) return
      if (!pending.subarray(at, at + intro.length).equals(intro)) throw new Error('not a WhatsApp client')
      pending = pending.subarray(at + intro.length)
      stage = 'hello'
    }
    while (pending.length >= LENGTH_BYTES) {
      const end = LENGTH_BYTES + pending.readUIntBE(0, LENGTH_BYTES)
      if (pending.length < end) return
      const body = pending.subarray(LENGTH_BYTES, end)
      pending = pending.subarray(end)
      await takeFrame(body)
    }
  }

  return {
    data: (data) => {
      turn = turn
        .then(() => take(data))
        .catch((error: unknown) => {
          // What a client that died leaves half said is no fault of the fake.
          if (peer.open()) handlers.broke(error)
          peer.cut()
        })
    },
    closed: () => handlers.closed(line),
  }
}
