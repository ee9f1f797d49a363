import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeMediaRef } from '../../../../adapters/channels/whatsapp-cloud/media-ref.ts'
import { isFailure, type FailureCode } from '../../../../core/base/failure.ts'
import { ms } from '../../../../core/base/units.ts'
import type { MediaFault, StoredMedia } from '../../../fakes/whatsapp-cloud/media.ts'
import { makeRig, type Rig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await makeRig({ timing: { downloadIdle: ms(100), call: ms(1000) } })
})
afterEach(async () => {
  await rig.stop()
  expect(rig.fake.violations).toEqual([])
})

const bytes = randomBytes(300_000)
const add = (fault?: MediaFault, size?: number): StoredMedia =>
  rig.fake.media.add(bytes, {
    mime: 'image/jpeg',
    ...(fault === undefined ? {} : { fault }),
    ...(size === undefined ? {} : { size }),
  })
const refOf = ({ id, sha256 }: StoredMedia): string => writeMediaRef({ id, sha256 })

/** The bytes, or the code of the failure, wherever it came. */
const fetched = async (ref: string): Promise<Buffer | string> => {
  try {
    const download = await rig.cloud.channel.download(ref)
    if (download.status !== 'open') return download.status
    const chunks: Uint8Array[] = []
    for await (const chunk of download.bytes) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch (error) {
    return isFailure(error) ? (error.code satisfies FailureCode) : `not a failure: ${String(error)}`
  }
}

test('the bytes come as they are, with their size beforehand', async () => {
  const download = await rig.cloud.channel.download(refOf(add()))
  expect(download).toMatchObject({ status: 'open', size: bytes.length })
  const hash = createHash('sha256')
  if (download.status === 'open') for await (const chunk of download.bytes) hash.update(chunk)
  expect(hash.digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test.each<[string, MediaFault]>([
  ['a few bytes at a time', { drip: 10_000 }],
  ['without a length', { chunked: true }],
  ['without a hash or a size from the platform', { bare: true }],
  ['from an address that was out of date once', { status: 404, times: 1 }],
  ['from an address that was forbidden once', { status: 403, times: 1 }],
])('whole bytes come %s', async (_name, fault) => {
  expect(await fetched(refOf(add(fault)))).toEqual(bytes)
})

test('an address that ran out is asked for anew each time', async () => {
  const ref = refOf(add())
  expect(await fetched(ref)).toEqual(bytes)
  rig.fake.clock.advance(6 * 60_000)
  expect(await fetched(ref)).toEqual(bytes)
  expect(rig.fake.count('media')).toBe(2)
})

test.each<[string, MediaFault]>([
  ['a bit is another', { flip: true }],
  ['a bit is another and the platform says no hash', { flip: true, bare: true }],
  ['a bit is another and has no length', { flip: true, chunked: true }],
  ['the platform says another hash than the message', { platformHash: 'a'.repeat(64) }],
  ['the body is cut', { truncate: 1000 }],
  ['the body is cut before its first byte', { truncate: 0 }],
  ['the body is shorter than said', { shorter: 5 }],
  ['the body is shorter than said, without a length', { shorter: 5, chunked: true }],
  ['the body is longer than said', { longer: 5 }],
  ['the body is longer than said, without a length', { longer: 5, chunked: true }],
  ['the body stops', { stall: 1000 }],
  ['the server is overloaded', { status: 503 }],
  ['the address leads elsewhere', { status: 302 }],
  ['the address is refused twice', { status: 401 }],
])('where %s, nothing becomes evidence and it is tried again', async (_name, fault) => {
  expect(await fetched(refOf(add(fault)))).toBe('download_failed')
})

test('a hash that only the platform says is checked as well', async () => {
  const { id } = add({ flip: true })
  expect(await fetched(writeMediaRef({ id }))).toBe('download_failed')
  expect(await fetched(writeMediaRef({ id: add().id }))).toEqual(bytes)
})

test('what the platform no longer has is gone', async () => {
  expect(await fetched(refOf(add({ gone: true })))).toBe('gone')
  expect(await fetched(refOf(add({ status: 404 })))).toBe('gone')
  expect(await fetched(writeMediaRef({ id: '123' }))).toBe('gone')
  const old = refOf(add())
  rig.fake.clock.advance(8 * 24 * 3_600_000)
  expect(await fetched(old)).toBe('gone')
})

test('a file that this number does not know is gone, so the channel says that one waits for its own number', async () => {
  expect(await fetched(writeMediaRef({ id: '123' }))).toBe('gone')
  expect(rig.cloud.channel.capabilities.filesOfAccount).toBe(true)
})

test('a ref that is none is gone, and nothing is asked', async () => {
  for (const ref of ['', 'x', '{}', '{"id":"../../me"}', '{"id":"a?b"}', '{"id":3}', '[]'])
    expect(await fetched(ref)).toBe('gone')
  expect(rig.fake.calls).toEqual([])
})

test('what is too large is said before a byte of it comes', async () => {
  const stored = add(undefined, 104_857_601)
  expect(await fetched(refOf(stored))).toBe('too_large')
  expect(rig.fake.media.served.size).toBe(0)
})

test('the token goes to no address but the platform’s', async () => {
  const seen: string[] = []
  const stranger = createServer((request, response) => {
    seen.push(request.headers.authorization ?? 'none')
    response.end(bytes)
  })
  await new Promise<void>((resolve) => void stranger.listen(0, '127.0.0.1', () => resolve()))
  const { port } = stranger.address() as AddressInfo
  for (const url of [
    `http://127.0.0.1:${port}/file`,
    `http://lookaside.fbsbx.com.127.0.0.1:${port}/`,
    'http://lookaside.fbsbx.com/file',
    'https://lookaside.fbsbx.com:8443/file',
    'https://evilfbsbx.com/file',
    'ftp://lookaside.fbsbx.com/',
    'file:///etc/passwd',
    'not an address',
  ])
    expect(await fetched(refOf(add({ url })))).toBe('download_failed')
  expect(seen).toEqual([])
  expect(rig.output()).not.toContain('fbsbx')
  await new Promise((resolve) => void stranger.close(resolve))
})

test('troubles on the way to an address are tried again, a token that is refused is not', async () => {
  const ref = refOf(add())
  for (const fault of [
    { kind: 'reset_before' },
    { kind: 'cut' },
    { kind: 'garbled' },
    { kind: 'html', http: 502 },
  ] as const) {
    const handle = rig.fake.fault({ fault, place: 'media' })
    expect(await fetched(ref)).toBe('download_failed')
    handle.clear()
  }
  const reset = rig.fake.fault({ fault: { kind: 'reset_before' }, place: 'file' })
  expect(await fetched(ref)).toBe('download_failed')
  reset.clear()
  rig.fake.revoke()
  expect(await fetched(ref)).toBe('channel_unauthorised')
  rig.fake.revoke(false)
  await rig.fake.down()
  expect(await fetched(ref)).toBe('download_failed')
  await rig.fake.up()
  expect(await fetched(ref)).toEqual(bytes)
})

test('who stops reading in the middle breaks nothing', async () => {
  const download = await rig.cloud.channel.download(refOf(add({ drip: 1000 })))
  if (download.status === 'open') for await (const chunk of download.bytes) if (chunk.length > 0) break
  expect(await fetched(refOf(add()))).toEqual(bytes)
  await rig.cloud.channel.discard(refOf(add()))
})
