import { getMediaKeys, type MediaType } from '@whiskeysockets/baileys'
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { makeCertificate } from './certificate.ts'

/** How the host answers for one file: as it is, or badly. */
export type MediaFault =
  | { readonly kind: 'status'; readonly status: number }
  /** The connection breaks after so many bytes. */
  | { readonly kind: 'cut'; readonly after: number }
  /** One bit is another. */
  | { readonly kind: 'tamper'; readonly at: number }
  /** Nothing comes after so many bytes, for ever. */
  | { readonly kind: 'stall'; readonly after: number }

/** What the sender's device attests, as it stands in a message. */
export type MediaFields = {
  readonly url: string
  readonly directPath: string
  readonly mediaKey: Uint8Array
  readonly fileSha256: Uint8Array
  readonly fileEncSha256: Uint8Array
  readonly fileLength: number
  readonly mediaKeyTimestamp: number
}

export type FakeMedia = {
  /** `localhost:<port>` */
  readonly host: string
  /** In PEM; who trusts it trusts this host. */
  readonly certificate: string
  /** Encrypts as the sender's phone does and keeps the result at a new path. */
  readonly upload: (plain: Uint8Array, type: MediaType) => Promise<MediaFields>
  readonly fault: (directPath: string, fault: MediaFault | undefined) => void
  /** The same bytes at a new path, as after a re-upload; the old one answers 404. */
  readonly move: (directPath: string) => string
  /** What was uploaded to this path, opened with its key as the person's phone does. */
  readonly open: (directPath: string, mediaKey: Uint8Array, type: MediaType) => Promise<Buffer | undefined>
  readonly requests: readonly string[]
  /** How often a file was given out that holds these bytes, opened, at whatever path. */
  readonly servedOf: (plain: Uint8Array) => number
  readonly stop: () => Promise<void>
}

const MAC_BYTES = 10
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** WhatsApp's media host, over TLS on this machine. */
export const startFakeMedia = async (): Promise<FakeMedia> => {
  const { key, cert } = makeCertificate()
  const files = new Map<string, { readonly body: Buffer; readonly fault?: MediaFault }>()
  const requests: string[] = []
  /** Paths by the hash of what was uploaded there. */
  const paths = new Map<string, string[]>()
  const server = createServer({ key, cert }, (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    requests.push(`${request.method} ${path}`)
    if (request.method === 'POST' && path.startsWith('/mms/')) {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => void chunks.push(chunk))
      request.on('end', () => {
        const directPath = newPath()
        files.set(directPath, { body: Buffer.concat(chunks) })
        response.end(JSON.stringify({ url: `https://${host}${directPath}`, direct_path: directPath }))
      })
      return
    }
    const file = files.get(path)
    if (file === undefined) return response.writeHead(404).end()
    const { body, fault } = file
    if (fault?.kind === 'status') return response.writeHead(fault.status).end()
    response.setHeader('content-length', body.length)
    if (fault?.kind === 'tamper') {
      const changed = Buffer.from(body)
      changed[fault.at]! ^= 1
      return response.end(changed)
    }
    if (fault === undefined) return response.end(body)
    response.write(body.subarray(0, fault.after), () => {
      if (fault.kind === 'cut') request.socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `localhost:${(server.address() as AddressInfo).port}`
  const newPath = (): string => `/v/t62.7118-24/${randomBytes(8).toString('hex')}.enc`

  return {
    host,
    certificate: cert,
    requests,
    servedOf: (plain) => {
      const held = new Set(paths.get(sha256(plain).toString('hex'))?.map((path) => `GET ${path}`))
      return requests.filter((request) => held.has(request)).length
    },
    upload: async (plain, type) => {
      const mediaKey = randomBytes(32)
      const { iv, cipherKey, macKey } = await getMediaKeys(mediaKey, type)
      const cipher = createCipheriv('aes-256-cbc', cipherKey, iv)
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
      const mac = createHmac('sha256', macKey!).update(iv).update(sealed).digest().subarray(0, MAC_BYTES)
      const body = Buffer.concat([sealed, mac])
      const directPath = newPath()
      files.set(directPath, { body })
      const print = sha256(plain).toString('hex')
      paths.set(print, [...(paths.get(print) ?? []), directPath])
      return {
        url: `https://${host}${directPath}`,
        directPath,
        mediaKey,
        fileSha256: sha256(plain),
        fileEncSha256: sha256(body),
        fileLength: plain.length,
        mediaKeyTimestamp: 1_760_000_000,
      }
    },
    open: async (directPath, mediaKey, type) => {
      const body = files.get(directPath)?.body
      if (body === undefined) return undefined
      const { iv, cipherKey } = await getMediaKeys(mediaKey, type)
      const decipher = createDecipheriv('aes-256-cbc', cipherKey, iv)
      return Buffer.concat([decipher.update(body.subarray(0, -MAC_BYTES)), decipher.final()])
    },
    fault: (directPath, fault) => {
      const file = files.get(directPath)
      if (file !== undefined)
        files.set(directPath, { body: file.body, ...(fault === undefined ? {} : { fault }) })
    },
    move: (directPath) => {
      const to = newPath()
      const file = files.get(directPath)
      if (file !== undefined) files.set(to, { body: file.body })
      files.delete(directPath)
      return to
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
