import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { openBundles } from '../../../adapters/bundle/index.ts'
import type { BundleFile } from '../../../core/ports/bundles.ts'
import { bytes } from '../../../core/base/units.ts'

const folder = mkdtempSync(join(tmpdir(), 'amin-zip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, data: Uint8Array, size = data.length): BundleFile => ({
  name,
  size: bytes(size),
  open: async function* () {
    for (let at = 0; at < data.length; at += 1_000) yield data.subarray(at, at + 1_000)
  },
})

const packed = async (files: readonly BundleFile[], bundles = openBundles()): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of bundles.pack(files)) pieces.push(Uint8Array.from(piece))
  return Buffer.concat(pieces)
}
const saved = (zip: Uint8Array): string => {
  const path = join(folder, 'x.zip')
  writeFileSync(path, zip)
  return path
}

describe('a packed bundle', () => {
  test('is the same bytes whatever order its files come in, and lists them in byte order', async () => {
    const files = ['b/z', 'a', 'b/Z', 'b.txt', 'é', 'b/a'].map((name) => file(name, Buffer.from(name)))
    const zip = await packed(files)
    expect((await packed(files.toReversed())).equals(zip)).toBe(true)
    const names = execFileSync('unzip', ['-Z1', saved(zip)], { encoding: 'utf8' })
      .trim()
      .split('\n')
    expect(names).toEqual(['a', 'b.txt', 'b/Z', 'b/a', 'b/z', 'é'])
  })

  test('holds nothing that depends on anything else: no time, no extra field, no comment, no descriptor', async () => {
    const zip = await packed([file('a/b.txt', Buffer.from('hello'))])
    const name = Buffer.from('a/b.txt')
    const crc = [0x86, 0xa6, 0x10, 0x36]
    const local = [
      0x50,
      0x4b,
      3,
      4,
      20,
      0,
      0,
      8,
      0,
      0,
      0,
      0,
      0x21,
      0,
      ...crc,
      5,
      0,
      0,
      0,
      5,
      0,
      0,
      0,
      7,
      0,
      0,
      0,
    ]
    const central = [
      0x50,
      0x4b,
      1,
      2,
      20,
      3,
      20,
      0,
      0,
      8,
      0,
      0,
      0,
      0,
      0x21,
      0,
      ...crc,
      5,
      0,
      0,
      0,
      5,
      0,
      0,
      0,
      7,
      0,
      0,
      0,
    ]
    const rest = [0, 0, 0, 0, 0, 0, 0, 0, 0xa4, 0x81, 0, 0, 0, 0]
    const end = [0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 53, 0, 0, 0, 42, 0, 0, 0, 0, 0]
    expect([...zip]).toEqual([
      ...local,
      ...name,
      ...Buffer.from('hello'),
      ...central,
      ...rest,
      ...name,
      ...end,
    ])
  })

  test('opens with the public tool to the bytes that went in, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 5 }),
        fc.uint8Array({ maxLength: 5_000 }),
        async (names, data) => {
          const path = saved(await packed(names.map((name) => file(`r/${name}`, data))))
          expect(spawnSync('unzip', ['-tq', path]).status).toBe(0)
          expect(execFileSync('unzip', ['-p', path, `r/${names[0] ?? ''}`]).equals(Buffer.from(data))).toBe(
            true,
          )
        },
      ),
      { numRuns: 15 },
    )
  })

  test('takes more files than 16 bits can count', { timeout: 60_000 }, async () => {
    const files = Array.from({ length: 65_540 }, (_, n) =>
      file(`f/${String(n).padStart(5, '0')}`, new Uint8Array([n & 255])),
    )
    const path = saved(await packed(files))
    expect(execFileSync('unzip', ['-Zh', path], { encoding: 'utf8' })).toContain('65540')
    expect(execFileSync('unzip', ['-p', path, 'f/65539'])[0]).toBe(65_539 & 255)
  })

  test('says sizes and places in 64 bits where 32 do not hold them', { timeout: 120_000 }, async () => {
    const size = 0x1_0000_0010
    const zeros = new Uint8Array(16 * 1_048_576)
    const large: BundleFile = {
      name: 'a-large',
      size: bytes(size),
      open: async function* () {
        for (let at = 0; at < size; at += zeros.length)
          yield zeros.subarray(0, Math.min(zeros.length, size - at))
      },
    }
    // Only the headers are kept: the 4 GiB between them are zeros.
    const heads: Buffer[] = []
    for await (const piece of openBundles().pack([large, file('b-small', Buffer.from('after'))]))
      if (piece.length < 1_000) heads.push(Buffer.from(piece))
    const [local, tail, , , central, second, end] = heads
    expect(tail).toEqual(Buffer.alloc(16))
    const extra = (head: Buffer | undefined, fixed: number): unknown => {
      const at = fixed + 7
      return [head?.readUInt16LE(at), head?.readUInt16LE(at + 2), head?.readBigUInt64LE(at + 4)]
    }
    expect(local?.readUInt32LE(18)).toBe(0xffffffff)
    expect([extra(local, 30), extra(central, 46)]).toEqual([
      [1, 16, BigInt(size)],
      [1, 16, BigInt(size)],
    ])
    expect(second?.readUInt32LE(42)).toBe(0xffffffff)
    expect(extra(second, 46)).toEqual([1, 8, BigInt(size + (local?.length ?? 0))])
    const place = BigInt(size + (local?.length ?? 0) + 30 + 'b-small'.length + 'after'.length)
    const length = BigInt((central?.length ?? 0) + (second?.length ?? 0))
    expect([end?.readBigUInt64LE(40), end?.readBigUInt64LE(48), end?.readBigUInt64LE(56 + 8)]).toEqual([
      length,
      place,
      place + length,
    ])
  })
})

describe('a bundle that cannot be', () => {
  test.each([
    ['a file that is shorter than it says', [file('a', new Uint8Array(3), 4)]],
    ['a file that is longer than it says', [file('a', new Uint8Array(3_000), 2_999)]],
    ['two files of one name', [file('a', new Uint8Array(1)), file('a', new Uint8Array(2))]],
  ])('%s gives no byte', async (_what, files) => {
    const pieces: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of openBundles().pack(files)) pieces.push(piece)
    })()
    await expect(reading).rejects.toBeInstanceOf(TypeError)
    expect(pieces).toEqual([])
  })

  test('a file that changes between its checksum and its bytes', async () => {
    let times = 0
    const changing: BundleFile = {
      name: 'a',
      size: bytes(4),
      open: async function* () {
        yield new Uint8Array(4).fill((times += 1))
      },
    }
    await expect(packed([changing])).rejects.toBeInstanceOf(TypeError)
  })
})
