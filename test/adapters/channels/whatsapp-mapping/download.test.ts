import type { MediaType as LibraryType } from '@whiskeysockets/baileys'
import { createHash, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WHATSAPP_CAPABILITIES } from '../../../../adapters/channels/whatsapp/capabilities.ts'
import { openMedia, type Media } from '../../../../adapters/channels/whatsapp/download.ts'
import { encryptedSize } from '../../../../adapters/channels/whatsapp/media-crypto.ts'
import { localHosts } from '../../../../adapters/channels/whatsapp/media-host.ts'
import type { MediaRef } from '../../../../adapters/channels/whatsapp/media-ref.ts'
import type { Reupload, ReuploadRequest } from '../../../../adapters/channels/whatsapp/protocol.ts'
import { isFailure } from '../../../../core/base/failure.ts'
import { ms } from '../../../../core/base/units.ts'
import { makeCertificate } from '../../../fakes/whatsapp/certificate.ts'
import { startHost, writeRef, type Answer, type Host } from './host.ts'

let host: Host
let media: Media
beforeEach(async () => {
  host = await startHost()
  media = openMedia({ hosts: localHosts(host.host), idle: ms(200) })
})
afterEach(async () => {
  media.close()
  await host.stop()
})

const never = async (): Promise<Reupload> => {
  throw new Error('the phone was asked')
}

/** The bytes, or what became of it; `released` counts what was let go before that. */
const fetched = async (
  ref: string,
  reupload: (request: ReuploadRequest) => Promise<Reupload> = never,
  from: Media = media,
) => {
  const chunks: Uint8Array[] = []
  const released = (): number => chunks.reduce((sum, { length }) => sum + length, 0)
  try {
    const download = await from.download(ref, reupload)
    if (download.status !== 'open') return { outcome: download.status, released: 0 }
    for await (const chunk of download.bytes) chunks.push(chunk)
    return { outcome: Buffer.concat(chunks), released: released() }
  } catch (error) {
    return {
      outcome: isFailure(error) ? error.code : `not a failure: ${String(error)}`,
      released: released(),
    }
  }
}

const plain = randomBytes(100_003)

describe('files that are what they should be', () => {
  test.each<LibraryType>(['image', 'video', 'ptv', 'audio', 'ptt', 'document', 'sticker'])(
    '%s comes as it was sent',
    async (type) => {
      const ref = await host.keep(plain, { type })
      const download = await media.download(writeRef(ref), never)
      expect(download).toMatchObject({ status: 'open', size: plain.length })
      expect((await fetched(writeRef(ref))).outcome).toEqual(plain)
    },
  )

  test.each([0, 1, 9, 10, 11, 15, 16, 17, 31, 32, 4_096, 65_536, 1_000_000])(
    '%i bytes come as they were sent',
    async (size) => {
      const bytes = randomBytes(size)
      const ref = await host.keep(bytes)
      expect((await fetched(writeRef(ref))).outcome).toEqual(bytes)
    },
  )

  test.each([1, 3, 7, 10, 16, 26])('a body that comes in pieces of %i bytes is the same', async (step) => {
    const bytes = randomBytes(700)
    const ref = await host.keep(bytes, {
      answer: (response, body) => {
        let at = 0
        const next = (): void => {
          if (at >= body.length) return void response.end()
          response.write(body.subarray(at, (at += step)), () => setImmediate(next))
        }
        next()
      },
    })
    expect((await fetched(writeRef(ref))).outcome).toEqual(bytes)
  })

  test('where the sender did not say how long it is, the bytes say so', async () => {
    const { size: _, ...ref } = await host.keep(plain)
    expect((await fetched(writeRef(ref))).outcome).toEqual(plain)
  })

  test('over TLS, from whom the given authority vouches for, and from nobody else', async () => {
    const tls = makeCertificate()
    const secure = await startHost(tls)
    const trusting = openMedia({ hosts: localHosts(secure.host, tls.cert) })
    const strict = openMedia({ hosts: localHosts(secure.host, makeCertificate().cert) })
    try {
      const ref = writeRef(await secure.keep(plain))
      expect((await fetched(ref, never, trusting)).outcome).toEqual(plain)
      expect((await fetched(ref, never, strict)).outcome).toBe('download_failed')
      expect(secure.requests).toHaveLength(1)
    } finally {
      trusting.close()
      strict.close()
      await secure.stop()
    }
  })

  test('a reader that is slow holds the host back', async () => {
    const big = randomBytes(16_000_000)
    let sent = 0
    const ref = await host.keep(big, {
      answer: (response, body) => {
        response.setHeader('content-length', body.length)
        const next = (): void => {
          if (sent >= body.length) return void response.end()
          const piece = body.subarray(sent, sent + 65_536)
          sent += piece.length
          if (response.write(piece)) setImmediate(next)
          else response.once('drain', next)
        }
        next()
      },
    })
    const download = await media.download(writeRef(ref), never)
    if (download.status !== 'open') throw new Error(download.status)
    const reader = download.bytes[Symbol.asyncIterator]()
    await reader.next()
    await new Promise((resolve) => setImmediate(resolve))
    expect(sent).toBeLessThan(big.length)
    let total = 0
    for (let step = await reader.next(); step.done !== true; step = await reader.next())
      total += step.value.length
    expect(sent).toBe(big.length + 26 - (big.length % 16))
    expect(total).toBeGreaterThan(0)
  })

  test('a reader that goes away ends the connection', async () => {
    let closed: () => void = () => undefined
    const gone = new Promise<void>((resolve) => (closed = resolve))
    const ref = await host.keep(randomBytes(16_000_000), {
      answer: (response, body) => {
        response.on('close', closed)
        response.end(body)
      },
    })
    const download = await media.download(writeRef(ref), never)
    if (download.status !== 'open') throw new Error(download.status)
    for await (const _ of download.bytes) break
    await gone
  })
})

describe('files that are not what they should be', () => {
  const flip =
    (at: (body: Buffer) => number): Answer =>
    (response, body) => {
      const changed = Buffer.from(body)
      changed[at(body)]! ^= 1
      response.end(changed)
    }
  const lying =
    (by: number): Answer =>
    (response, body) => {
      response.setHeader('content-length', body.length + by)
      response.end(Buffer.concat([body, Buffer.alloc(Math.max(0, by))]).subarray(0, body.length + by))
    }

  test.each<[string, Answer]>([
    ['a bit of the first block is another', flip(() => 0)],
    ['a bit in the middle is another', flip((body) => body.length >> 1)],
    ['a bit of the last block is another', flip((body) => body.length - 11)],
    ['a bit of the MAC is another', flip((body) => body.length - 1)],
    ['it is longer than was said', lying(16)],
    ['it is shorter than was said', lying(-16)],
    [
      'it goes on without a length',
      (response, body) => void response.end(Buffer.concat([body, Buffer.alloc(16)])),
    ],
    [
      'it ends early without a length',
      (response, body) => void response.end(body.subarray(0, body.length - 16)),
    ],
    ['there is nothing in it', (response) => void response.end()],
    ['it is nine bytes', (response) => void response.end('123456789')],
    [
      'it breaks off',
      (response, body) =>
        void response
          .writeHead(200, { 'content-length': body.length })
          .write(body.subarray(0, 50_000), () => response.destroy()),
    ],
    ['it breaks off before it begins', (response) => void response.destroy()],
    [
      'it stops without ending',
      (response, body) =>
        void response.writeHead(200, { 'content-length': body.length }).write(body.subarray(0, 50_000)),
    ],
    ['no answer comes', () => undefined],
    ['a proxy answers', (response) => void response.writeHead(502).end('<html>')],
    ['the host has troubles', (response) => void response.writeHead(500).end()],
    ['a piece of it is answered', (response, body) => void response.writeHead(206).end(body)],
  ])('fail where %s, and their end is never let go', async (_, answer) => {
    const ref = await host.keep(plain, { answer })
    const { outcome, released } = await fetched(writeRef(ref))
    expect(outcome).toBe('download_failed')
    expect(released).toBeLessThan(plain.length)
  })

  test.each<[string, (ref: MediaRef) => Partial<MediaRef>]>([
    ['the hash of the file', () => ({ sha256: Buffer.alloc(32, 7).toString('base64') })],
    ['the hash of what was encrypted', () => ({ encSha256: Buffer.alloc(32, 7).toString('base64') })],
    ['the key', () => ({ key: Buffer.alloc(32, 7).toString('base64') })],
    ['the kind', () => ({ type: 'video' })],
    ['the length', ({ size }) => ({ size: size! + 16 })],
  ])('fail where %s is not the attested one', async (_, over) => {
    const ref = await host.keep(plain)
    const { outcome, released } = await fetched(writeRef(ref, over(ref)))
    expect(outcome).toBe('download_failed')
    expect(released).toBeLessThan(plain.length)
  })

  test('a file of one block lets nothing go before everything is checked', async () => {
    for (const size of [1, 15, 16]) {
      const ref = await host.keep(randomBytes(size), { answer: flip((body) => body.length - 1) })
      const { released } = await fetched(writeRef(ref))
      expect(released).toBe(0)
    }
  })

  test('a wrong MAC fails even where the sender attested the hash of just these bytes', async () => {
    let changed = Buffer.alloc(0)
    const answer: Answer = (response, body) => {
      changed = Buffer.from(body)
      changed[body.length - 1]! ^= 1
      response.end(changed)
    }
    const ref = await host.keep(plain, { answer })
    await fetched(writeRef(ref))
    const encSha256 = createHash('sha256').update(changed).digest('base64')
    expect((await fetched(writeRef(ref, { encSha256 }))).outcome).toBe('download_failed')
  })

  test('a redirect is not followed, wherever it leads', async () => {
    const other = await startHost()
    try {
      const there = await other.keep(plain, { path: '/there' })
      const ref = await host.keep(plain, {
        answer: (response) =>
          void response.writeHead(302, { location: `http://${other.host}${there.path}` }).end(),
      })
      expect((await fetched(writeRef(ref))).outcome).toBe('download_failed')
      expect(other.requests).toEqual([])
    } finally {
      await other.stop()
    }
  })

  test('what says that it is too large is not even asked for', async () => {
    const ref = await host.keep(plain)
    const size = WHATSAPP_CAPABILITIES.maxDownload + 1
    expect((await fetched(writeRef(ref, { size }))).outcome).toBe('too_large')
    expect(host.requests).toEqual([])
  })

  test('what turns out to be too large is not read', async () => {
    const { size: _, ...ref } = await host.keep(plain, {
      answer: (response) =>
        void response
          .writeHead(200, { 'content-length': encryptedSize(WHATSAPP_CAPABILITIES.maxDownload) + 1 })
          .write('x'),
    })
    expect((await fetched(writeRef(ref))).outcome).toBe('too_large')
  })

  test('what has another length than attested is not read: the connection ends', async () => {
    const { promise: gone, resolve: closed } = Promise.withResolvers<void>()
    const ref = await host.keep(plain, {
      answer: (response) => {
        response.on('close', closed)
        response.writeHead(200, { 'content-length': 99_999_999 }).write('x')
      },
    })
    expect((await fetched(writeRef(ref))).outcome).toBe('download_failed')
    await gone
  })

  test('what never ends is cut off at the length that was attested', async () => {
    const ref = await host.keep(plain, {
      answer: (response) => {
        const more = (): void => {
          if (!response.destroyed) response.write(Buffer.alloc(65_536), () => setImmediate(more))
        }
        more()
      },
    })
    const { outcome, released } = await fetched(writeRef(ref))
    expect(outcome).toBe('download_failed')
    expect(released).toBeLessThanOrEqual(plain.length + 16)
  })

  test('what dribbles for longer than a download may take is cut off, though it would have been whole', async () => {
    const hasty = openMedia({ hosts: localHosts(host.host), longest: ms(150) })
    const ref = await host.keep(plain.subarray(0, 400), {
      answer: (response, body) => {
        let at = 0
        const drip = (): void => {
          if (at >= body.length) return void response.end()
          if (!response.destroyed) response.write(body.subarray(at, (at += 1)), () => setTimeout(drip, 3))
        }
        drip()
      },
    })
    expect((await fetched(writeRef(ref), never, hasty)).outcome).toBe('download_failed')
    hasty.close()
  })

  test.each(['', '{}', 'null', '[]', '{"v":1}', '{"v":2}'])('the reference %s leads nowhere', async (ref) => {
    expect((await fetched(ref)).outcome).toBe('gone')
  })
})

describe('files that the host no longer has', () => {
  const missing =
    (status: number): Answer =>
    (response) =>
      void response.writeHead(status).end('gone')

  test.each([403, 404, 410])(
    'after %i the phone is asked for it once more, and it comes from its new place',
    async (status) => {
      const ref = await host.keep(plain, { path: '/old', answer: missing(status) })
      const asked = vi.fn(async (): Promise<Reupload> => {
        host.answer('/old', undefined)
        return { status: 'moved', directPath: '/old' }
      })
      expect(
        (await fetched(writeRef(ref, { chat: '7@lid', message: 'FILE', field: 'videoMessage' }), asked))
          .outcome,
      ).toEqual(plain)
      expect(asked).toHaveBeenCalledExactlyOnceWith({
        chat: '7@lid',
        message: 'FILE',
        mediaKey: Buffer.from(ref.key, 'base64'),
        kind: 'videoMessage',
      })
    },
  )

  test('the phone is asked once only', async () => {
    const ref = await host.keep(plain, { answer: missing(404) })
    const asked = vi.fn(async (): Promise<Reupload> => ({ status: 'moved', directPath: ref.path! }))
    expect((await fetched(writeRef(ref), asked)).outcome).toBe('gone')
    expect(asked).toHaveBeenCalledTimes(1)
  })

  test.each<[Reupload['status'], Reupload, string]>([
    ['gone', { status: 'gone' }, 'gone'],
    ['later', { status: 'later' }, 'download_failed'],
  ])('a phone that says %s is believed', async (_, answer, outcome) => {
    const ref = await host.keep(plain, { answer: missing(410) })
    expect((await fetched(writeRef(ref), async () => answer)).outcome).toBe(outcome)
  })

  test('what comes from the new place must be the same file', async () => {
    const ref = await host.keep(plain, { answer: missing(404) })
    const other = await host.keep(randomBytes(plain.length), { path: '/other' })
    const asked = async (): Promise<Reupload> => ({ status: 'moved', directPath: other.path! })
    expect((await fetched(writeRef(ref), asked)).outcome).toBe('download_failed')
  })

  test('a phone that names a place elsewhere leads nowhere', async () => {
    const ref = await host.keep(plain, { answer: missing(404) })
    for (const directPath of ['@evil.example/x', 'http://evil.example/x', '.evil.example/x', ''])
      expect((await fetched(writeRef(ref), async () => ({ status: 'moved', directPath }))).outcome).toBe(
        'gone',
      )
  })
})
