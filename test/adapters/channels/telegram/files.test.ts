import { createHash, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { readFileRef, writeFileRef } from '../../../../adapters/channels/telegram/file-ref.ts'
import { isFailure, type FailureCode } from '../../../../core/base/failure.ts'
import { ms } from '../../../../core/base/units.ts'
import type { FileFault, StoredFile } from '../../../fakes/telegram/files.ts'
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
const add = (fault?: FileFault, size?: number): StoredFile =>
  rig.fake.files.add(bytes, {
    ...(fault === undefined ? {} : { fault }),
    ...(size === undefined ? {} : { size }),
  })
const refOf = (file: StoredFile): string =>
  writeFileRef({ file_id: file.id, file_unique_id: file.uniqueId, size: file.size })

/** The bytes, or the code of the failure, wherever it came. */
const fetched = async (ref: string): Promise<Buffer | string> => {
  try {
    const download = await rig.telegram.channel.download(ref)
    if (download.status !== 'open') return download.status
    const chunks: Uint8Array[] = []
    for await (const chunk of download.bytes) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch (error) {
    return isFailure(error) ? (error.code satisfies FailureCode) : `not a failure: ${String(error)}`
  }
}

test('the bytes come as they are, with their size beforehand', async () => {
  const file = add()
  const download = await rig.telegram.channel.download(refOf(file))
  expect(download).toMatchObject({ status: 'open', size: bytes.length })
  const hash = createHash('sha256')
  if (download.status === 'open') for await (const chunk of download.bytes) hash.update(chunk)
  expect(hash.digest('hex')).toBe(file.sha256)
})

test('what another bot was sent is gone for this one, so the channel says that a file waits for its own', async () => {
  const other = await makeRig()
  onTestFinished(other.stop)
  expect(await fetched(refOf(other.fake.files.add(bytes)))).toBe('gone')
  expect(rig.telegram.channel.capabilities.filesOfAccount).toBe(true)
})

test('a person sends a file and its bytes can be fetched by what the inbox kept', async () => {
  await rig.telegram.start()
  rig.fake.person().sendsDocument(bytes, { fileName: 'proof.pdf' })
  await rig.until(() => rig.sink.items.length === 1)
  const { body } = rig.sink.items[0]!
  expect(await fetched(body.kind === 'media' ? body.media.ref : '')).toEqual(bytes)
})

describe('files that are not what they should be', () => {
  test.each<[string, FileFault, string]>([
    ['a link that leads nowhere, twice', { gone: true }, 'gone'],
    ['an id that is refused for good', { invalid: true }, 'gone'],
    ['a body that breaks off', { truncate: 100_000 }, 'download_failed'],
    ['a body that breaks off without a length', { truncate: 100_000, chunked: true }, 'download_failed'],
    ['a body that breaks off before it begins', { truncate: 0 }, 'download_failed'],
    ['a body that ends early', { shorter: 1 }, 'download_failed'],
    ['a body that ends early without a length', { shorter: 1, chunked: true }, 'download_failed'],
    ['a body that goes on', { longer: 1 }, 'download_failed'],
    ['a body that goes on without a length', { longer: 70_000, chunked: true }, 'download_failed'],
    ['a body that stops without ending', { stall: 50_000 }, 'download_failed'],
    ['a page from a proxy', { status: 502 }, 'download_failed'],
    ["the platform's own troubles", { transient: 1 }, 'download_failed'],
  ])('%s', async (_, fault, outcome) => {
    expect(await fetched(refOf(add(fault)))).toBe(outcome)
  })

  test('of a body that goes on nobody gets more than was announced', async () => {
    const download = await rig.telegram.channel.download(refOf(add({ longer: 500_000, chunked: true })))
    let total = 0
    const read = async (): Promise<void> => {
      if (download.status === 'open') for await (const chunk of download.bytes) total += chunk.length
    }
    await expect(read()).rejects.toMatchObject({ code: 'download_failed' })
    expect(total).toBeLessThanOrEqual(bytes.length)
  })

  test('what failed once can be fetched again', async () => {
    const troubled = refOf(add({ transient: 2, status: 500, times: 1 }))
    expect([await fetched(troubled), await fetched(troubled), await fetched(troubled)]).toEqual(
      Array(3).fill('download_failed'),
    )
    expect(await fetched(troubled)).toEqual(bytes)
  })

  test('a link that is out of date is asked for anew', async () => {
    expect(await fetched(refOf(add({ expired: 1 })))).toEqual(bytes)
    expect(rig.fake.count('getFile')).toBe(2)
  })

  test('a slow file comes in the end', async () => {
    expect(await fetched(refOf(add({ drip: { bytes: 60_000, pauseMs: 5 } })))).toEqual(bytes)
  })

  test('a file without a length is checked against what getFile said', async () => {
    expect(await fetched(refOf(add({ chunked: true })))).toEqual(bytes)
  })

  test('a file over 20 MiB is refused before it is asked for', async () => {
    expect(await fetched(refOf(add(undefined, 20 * 1024 * 1024 + 1)))).toBe('too_large')
    expect(rig.fake.count('getFile')).toBe(0)
  })

  test('a file that turns out to be over 20 MiB is refused', async () => {
    const file = add(undefined, 20 * 1024 * 1024 + 1)
    expect(await fetched(writeFileRef({ file_id: file.id, file_unique_id: file.uniqueId }))).toBe('too_large')
    expect(rig.fake.count('getFile')).toBe(1)
  })

  test.each(['', 'x', '{}', '[]', 'null', '{"file_id":1}'])('%j is no reference', async (ref) => {
    expect(readFileRef(ref)).toBeUndefined()
    expect(await fetched(ref)).toBe('gone')
  })
})

describe('the platform fails', () => {
  test.each([
    ['500', { kind: '500' }],
    ['429', { kind: '429', retry_after: 1 }],
    ['a reset', { kind: 'reset_before' }],
    ['a cut answer', { kind: 'cut' }],
    ['no answer', { kind: 'hang' }],
  ] as const)('%s to getFile may be better later', async (_, fault) => {
    rig.fake.fault({ fault, method: 'getFile', times: 1 })
    const ref = refOf(add())
    expect(await fetched(ref)).toBe('download_failed')
    expect(await fetched(ref)).toEqual(bytes)
  })

  test('a reset of the file route, and a route that says nothing, may be better later', async () => {
    const ref = refOf(add())
    rig.fake.fault({ fault: { kind: 'reset_before' }, method: 'file', nth: 1 })
    rig.fake.fault({ fault: { kind: 'hang' }, method: 'file', nth: 1 })
    expect([await fetched(ref), await fetched(ref)]).toEqual(['download_failed', 'download_failed'])
    expect(await fetched(ref)).toEqual(bytes)
  })

  test('a server that nobody reaches may be there later', async () => {
    const ref = refOf(add())
    await rig.fake.down()
    expect(await fetched(ref)).toBe('download_failed')
    await rig.fake.up()
    expect(await fetched(ref)).toEqual(bytes)
  })

  test('a revoked token is said as such', async () => {
    const ref = refOf(add())
    rig.fake.revoke()
    expect(await fetched(ref)).toBe('channel_unauthorised')
  })

  test('who stops reading lets the connection go', async () => {
    const download = await rig.telegram.channel.download(refOf(add({ drip: { bytes: 1000, pauseMs: 1 } })))
    if (download.status !== 'open') throw new Error(download.status)
    for await (const chunk of download.bytes) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
    expect(await fetched(refOf(add()))).toEqual(bytes)
  })

  test('discarding is nothing to do, as often as asked', async () => {
    const ref = refOf(add())
    await rig.telegram.channel.discard(ref)
    await rig.telegram.channel.discard(ref)
    expect(await fetched(ref)).toEqual(bytes)
  })
})
