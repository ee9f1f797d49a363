import { createHash } from 'node:crypto'
import { crc32 as referenceCrc32 } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, fromHex, toBase64, toHex } from '../../../../adapters/bundle/verifier/check/bytes.ts'
import { crc32 } from '../../../../adapters/bundle/verifier/check/crc32.ts'
import { makeTell } from '../../../../adapters/bundle/verifier/check/finding.ts'
import { readFingerprint } from '../../../../adapters/bundle/verifier/check/key.ts'
import { startMd5 } from '../../../../adapters/bundle/verifier/check/md5.ts'
import { leafHash, rootOf } from '../../../../adapters/bundle/verifier/check/merkle.ts'
import { startSha256 } from '../../../../adapters/bundle/verifier/check/sha256.ts'
import type { Source } from '../../../../adapters/bundle/verifier/check/source.ts'
import { piecesOf, tongueFor, TONGUES, WORDS } from '../../../../adapters/bundle/verifier/check/words.ts'
import type { WordKey } from '../../../../adapters/bundle/verifier/check/words-en.ts'
import {
  centralHeader,
  endRecords,
  localHeader,
} from '../../../../adapters/bundle/verifier/check/zip-format.ts'
import { readZip } from '../../../../adapters/bundle/verifier/check/zip.ts'
import { inclusionProof, treeHash } from '../../../fakes/bundle/log.ts'

const bytes = (most: number) => fc.uint8Array({ maxLength: most })

describe('the hashes that the page brings along', () => {
  test.each([
    ['sha256', startSha256],
    ['md5', startMd5],
  ] as const)('%s is that of Node at every length, in whatever pieces the bytes come', (name, start) => {
    for (let length = 0; length < 300; length += 1) {
      const data = Uint8Array.from({ length }, (_, i) => (i * 7 + length) & 255)
      const digest = start()
      digest.update(data)
      expect(toHex(digest.end())).toBe(createHash(name).update(data).digest('hex'))
    }
    fc.assert(
      fc.property(fc.array(bytes(200), { maxLength: 8 }), (parts) => {
        const digest = start()
        const reference = createHash(name)
        for (const part of parts) {
          digest.update(part)
          reference.update(part)
        }
        expect(toHex(digest.end())).toBe(reference.digest('hex'))
      }),
    )
  })

  test('CRC-32 is that of zlib, in one piece and in two', () => {
    fc.assert(
      fc.property(bytes(300), fc.nat(300), (data, cut) => {
        expect(crc32(data)).toBe(referenceCrc32(data))
        expect(crc32(data.subarray(cut), crc32(data.subarray(0, cut)))).toBe(referenceCrc32(data))
      }),
    )
  })
})

describe('text for bytes', () => {
  test('base64 and hexadecimal are read back, and base64 only in its one form', () => {
    fc.assert(
      fc.property(bytes(80), (data) => {
        expect(toBase64(data)).toBe(Buffer.from(data).toString('base64'))
        expect(fromBase64(toBase64(data))).toEqual(data)
        expect(fromHex(toHex(data))).toEqual(data)
      }),
    )
    for (const wrong of ['QQ', 'QR==', 'QQ=', 'Q===', 'QQ==\n', 'QQ-_', '===='])
      expect(fromBase64(wrong)).toBeUndefined()
    for (const wrong of ['a', 'AB', 'zz', '0x00']) expect(fromHex(wrong)).toBeUndefined()
  })

  test('a fingerprint may be given in groups, with colons and in capitals, but only whole', () => {
    const digits = 'ab12'.repeat(16)
    expect(readFingerprint(digits.toUpperCase().replaceAll(/(....)/g, '$1 '))).toBe(digits)
    expect(readFingerprint(digits.replaceAll(/(..)(?=.)/g, '$1:'))).toBe(digits)
    expect(readFingerprint(digits.slice(0, 16))).toBeUndefined()
    expect(readFingerprint('')).toBeUndefined()
  })
})

test('an inclusion proof leads to the root of its tree from its own place, and from no other', () => {
  const leaves = Array.from({ length: 21 }, (_, n) => Uint8Array.of(n, n + 1))
  for (let size = 1; size <= leaves.length; size += 1) {
    const some = leaves.slice(0, size)
    const root = new Uint8Array(treeHash(some))
    for (let index = 0; index < size; index += 1) {
      const leaf = leafHash(some[index] ?? new Uint8Array())
      const proof = inclusionProof(some, index).map((step) => new Uint8Array(step))
      expect(rootOf(leaf, index, size, proof)).toEqual(root)
      for (let other = 0; other < size; other += 1)
        if (other !== index) expect(rootOf(leaf, other, size, proof)).not.toEqual(root)
      expect(rootOf(leaf, index, size, [...proof, root])).not.toEqual(root)
    }
  }
  expect(rootOf(leafHash(new Uint8Array()), 1, 1, [])).toBeUndefined()
})

describe('an archive of more than 4 GiB', () => {
  const GIB = 1024 ** 3
  /** Only what is not content lies in memory. */
  const largeZip = (): {
    readonly source: Extract<Source, { kind: 'zip' }>
    readonly pieces: Map<number, Uint8Array>
  } => {
    const members = [
      { name: Buffer.from('amin-ABCD2345/a'), size: 5 * GIB, crc: 1 },
      { name: Buffer.from('amin-ABCD2345/b'), size: 12, crc: 2 },
    ]
    const pieces = new Map<number, Uint8Array>()
    let at = 0
    const directory = members.map((member) => {
      const header = localHeader(member)
      pieces.set(at, header)
      const central = centralHeader(member, at)
      at += header.length + member.size
      return central
    })
    const table = Buffer.concat(directory)
    const end = Buffer.concat([table, endRecords(members.length, at, table.length)])
    pieces.set(at, end)
    const read = (from: number, length: number): Promise<Uint8Array> => {
      const out = new Uint8Array(length)
      for (const [start, piece] of pieces) {
        const first = Math.max(from, start)
        const last = Math.min(from + length, start + piece.length)
        if (first < last) out.set(piece.subarray(first - start, last - start), first - from)
      }
      return Promise.resolve(out)
    }
    return { source: { kind: 'zip', size: at + end.length, read }, pieces }
  }

  test('is read by its 64-bit fields, and holds', async () => {
    const tell = makeTell('archive')
    const files = await readZip(largeZip().source, tell)
    expect(tell.findings).toEqual([])
    expect(files.map(({ name, size }) => [name, size])).toEqual([
      ['amin-ABCD2345/a', 5 * GIB],
      ['amin-ABCD2345/b', 12],
    ])
  })

  test('is named where any byte of a 64-bit field or record is changed', async () => {
    const { source, pieces } = largeZip()
    const missed: string[] = []
    for (const [start, piece] of pieces) {
      for (let i = 0; i < piece.length; i += 1) {
        piece[i] = (piece[i] ?? 0) ^ 1
        const tell = makeTell('archive')
        await readZip(source, tell)
        if (tell.clean()) missed.push(`${start}+${i}`)
        piece[i] = (piece[i] ?? 0) ^ 1
      }
    }
    expect(missed).toEqual([])
  })
})

describe('the words', () => {
  const keys = Object.keys(WORDS.en) as WordKey[]
  const names = (text: string): readonly string[] =>
    [...text.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name ?? '').sort()

  test.each(TONGUES)(
    'in %s are there for every key, with the same values, and not those of another language',
    (tongue) => {
      expect(Object.keys(WORDS[tongue]).sort()).toEqual([...keys].sort())
      for (const key of keys) {
        expect(names(WORDS[tongue][key]), key).toEqual(names(WORDS.en[key]))
        expect(WORDS[tongue][key].trim()).not.toBe('')
        if (tongue !== 'en') expect(WORDS[tongue][key], key).toMatch(/[\u0600-\u06ff]/)
        if (tongue === 'ckb') expect(WORDS[tongue][key], key).not.toMatch(/[يكة]/)
      }
    },
  )

  test('put values in whole, as text that cannot turn the words around it or hide in them', () => {
    const pieces = piecesOf('ar', 'zip-duplicate', { place: 'a\u202egpj.\u0000exe\u001b[2J\ud800' })
    expect(pieces.filter(({ value }) => value).map(({ text }) => text)).toEqual([
      'a\ufffdgpj.\ufffdexe\ufffd[2J\ufffd',
    ])
    expect(pieces.map(({ text }) => text).join('')).not.toContain('{')
    expect(
      piecesOf('en', 'zip-duplicate', { place: 'x'.repeat(9999) }).find(({ value }) => value)?.text.length,
    ).toBe(301)
  })

  test('are chosen by what the reader reads, Kurdish under each of its names, Arabic where nothing fits', () => {
    expect(tongueFor(['ckb-IQ', 'en'])).toBe('ckb')
    expect(tongueFor(['ku', 'en'])).toBe('ckb')
    expect(tongueFor(['de-DE', 'en-GB'])).toBe('en')
    expect(tongueFor(['en_US.UTF-8'])).toBe('en')
    expect(tongueFor(['fr'])).toBe('ar')
    expect(tongueFor([])).toBe('ar')
  })
})
