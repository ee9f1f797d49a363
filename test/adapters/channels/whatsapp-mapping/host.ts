import { encryptedStream, type MediaType as LibraryType } from '@whiskeysockets/baileys'
import { readFileSync, unlinkSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import {
  writeMediaRef,
  type MediaRef,
  type MediaType,
} from '../../../../adapters/channels/whatsapp/media-ref.ts'

export type Answer = (response: ServerResponse, body: Buffer) => void

export type Host = {
  readonly host: string
  readonly requests: readonly IncomingMessage[]
  /** Encrypts with the library, as a phone does, and says how the host will answer for it. */
  readonly keep: (
    plain: Uint8Array,
    options?: { readonly type?: LibraryType; readonly path?: string; readonly answer?: Answer },
  ) => Promise<MediaRef>
  readonly answer: (path: string, answer: Answer | undefined) => void
  readonly stop: () => Promise<void>
}

const TYPES: Readonly<Partial<Record<LibraryType, MediaType>>> = {
  image: 'image',
  sticker: 'image',
  video: 'video',
  ptv: 'video',
  audio: 'audio',
  ptt: 'audio',
  document: 'document',
}

/** A media host on this machine that does to each file what the test says. */
export const startHost = async (tls?: { readonly key: string; readonly cert: string }): Promise<Host> => {
  const files = new Map<string, { readonly body: Buffer; readonly answer?: Answer | undefined }>()
  const requests: IncomingMessage[] = []
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    requests.push(request)
    const path = request.url ?? ''
    const file = files.get(path)
    if (file === undefined) return void response.writeHead(404).end()
    if (file.answer !== undefined) return file.answer(response, file.body)
    response.setHeader('content-length', file.body.length)
    response.end(file.body)
  }
  const server: Server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `${tls === undefined ? '127.0.0.1' : 'localhost'}:${(server.address() as AddressInfo).port}`
  return {
    host,
    requests,
    keep: async (plain, { type = 'image', path = `/v/${files.size}.enc?oh=1`, answer } = {}) => {
      const made = await encryptedStream(Buffer.from(plain), type)
      const body = readFileSync(made.encFilePath)
      unlinkSync(made.encFilePath)
      files.set(path, { body, answer })
      return {
        v: 1,
        type: TYPES[type]!,
        path,
        key: made.mediaKey.toString('base64'),
        sha256: made.fileSha256.toString('base64'),
        encSha256: made.fileEncSha256.toString('base64'),
        size: made.fileLength,
        chat: '1@lid',
        message: 'M1',
        field: 'imageMessage',
      }
    },
    answer: (path, answer) => {
      const file = files.get(path)
      if (file !== undefined) files.set(path, { ...file, answer })
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const writeRef = (ref: MediaRef, over: Partial<MediaRef> = {}): string =>
  writeMediaRef({ ...ref, ...over })
