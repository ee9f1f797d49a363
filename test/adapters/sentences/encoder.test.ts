import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, property, string } from 'fast-check'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { assemble, f32, i32, loop } from '../../../adapters/sentences/assembler.ts'
import { damagedFiles, openEncoder } from '../../../adapters/sentences/files.ts'
import { makeCut, normalise, type Cut, type Vocabulary } from '../../../adapters/sentences/pieces.ts'
import { readText } from '../../../adapters/sentences/reading.ts'
import type { Encode } from '../../../adapters/sentences/encoder.ts'
import { makeMemory, run } from '../../../adapters/sentences/web-assembly.ts'
import levels from '../../../bots/amin/crisis/encoder/encoder.json' with { type: 'json' }
import first from '../../../bots/amin/crisis/reader.json' with { type: 'json' }
import { ENCODER } from '../../../bots/content.ts'

type Expected = {
  readonly text: string
  readonly ids: readonly number[]
  readonly scores: readonly number[]
}
/** Sentences made up for this, with what the teacher's own program says of them in floats (scripts/learn/encoder). */
const EXPECTED = readFileSync(new URL('expected.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Expected => JSON.parse(line))
/** Weights of eight bits and numbers of twelve are so near to floats. */
const NEAR = 0.3
const NEAR_ON_AVERAGE = 0.06

const vocabulary = JSON.parse(readFileSync(`${ENCODER}pieces.json`, 'utf8')) as Vocabulary
let cut: Cut
let encode: Encode
beforeAll(async () => {
  cut = makeCut(vocabulary)
  encode = await openEncoder(ENCODER)
}, 60_000)

describe('the encoder', () => {
  test('is the one that the levels were chosen for, beside the first reader that is there', () => {
    expect(damagedFiles(ENCODER)).toEqual([])
    expect(levels.reader).toBe(first.reader)
  })

  test('that lacks a file, or has another in its place, is named with it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'amin-encoder-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    cpSync(ENCODER, folder, { recursive: true })
    rmSync(join(folder, 'words.bin'))
    writeFileSync(join(folder, 'pieces.json'), '{}')
    expect(damagedFiles(folder)).toEqual(['words.bin', 'pieces.json'])
  })

  test.each(EXPECTED)('cuts "$text" into the pieces that it was taught with', ({ text, ids }) => {
    expect(cut(text)).toEqual(ids)
  })

  test('says what it said where it was taught, as near as its smaller numbers allow', () => {
    const far = EXPECTED.flatMap(({ text, scores }) =>
      encode(text).map((score, at) => Math.abs(score - (scores[at] ?? Infinity))),
    )
    expect(Math.max(...far)).toBeLessThan(NEAR)
    expect(far.reduce((a, b) => a + b, 0) / far.length).toBeLessThan(NEAR_ON_AVERAGE)
  })

  test('says the same of the same text, whatever it read before', () => {
    const [one = '', two = ''] = EXPECTED.map(({ text }) => text)
    const first = encode(one)
    encode(`${two} `.repeat(40))
    expect(encode(one)).toEqual(first)
  })

  test('reads any text, and never more of it than so many pieces', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), (text) => {
        const ids = cut(text)
        expect(ids.length).toBeLessThanOrEqual(vocabulary.longest)
        expect(ids.every((id) => id < vocabulary.pieces.length)).toBe(true)
      }),
    )
    expect(encode('').every(Number.isFinite)).toBe(true)
    expect(encode('\ud800').every(Number.isFinite)).toBe(true)
    expect(cut('kill me '.repeat(20_000))).toHaveLength(vocabulary.longest)
  })

  test('of a hundred thousand characters reads as much as of the longest windows, and not more', () => {
    let read = 0
    let longest = 0
    const counting: Encode = (text) => {
      read += 1
      longest = Math.max(longest, cut(text).length)
      return [0]
    }
    for (const piece of ['kill me يكتلني ', 'ا', '07701234567 ', '\u064b', ' ', 'abcdefgh', '🙏']) {
      read = 0
      readText(counting, piece.repeat(100_000 / piece.length))
      expect(read).toBeLessThanOrEqual(21)
    }
    expect(longest).toBeLessThanOrEqual(vocabulary.longest)
  })

  test('of a longer text hears the sixteen words that say most', () => {
    const calm = 'we went to the market and bought bread and came back home again '
    const heard: Encode = (text) => [text.includes('letters') ? (text.length < 120 ? 4 : 1) : 0]
    expect(readText(heard, calm)).toEqual([0])
    expect(readText(heard, `${calm.repeat(5)}I wrote the letters ${calm.repeat(5)}`)).toEqual([2.5])
  })
})

describe('a word is written in one way', () => {
  test.each([
    ['Ｈｅｌｐ', 'help'],
    ['مُحَمَّد', 'محمد'],
    ['لاااااا', 'لاا'],
    ['١٢ و ۱۲', '12 و 12'],
    ['07701234567', '0'],
    [' a\n\tb ', 'a b'],
  ])('%s is %s', (text, normal) => {
    expect(normalise(text)).toBe(normal)
  })
})

describe('the assembler', () => {
  test('makes a module that runs: a loop that sums floats', async () => {
    const memory = makeMemory(1)
    const bytes = assemble([
      {
        name: 'sum',
        parameters: ['i32'],
        result: 'f32',
        body: ({ parameters: [count], local }) => {
          const [at, total] = [local('i32'), local('f32')]
          return [
            loop(
              at,
              i32.const(0),
              count?.get ?? [],
              1,
              total.set(f32.add(total.get, f32.load(i32.shl(at.get, i32.const(2)), 1024))),
            ),
            total.get,
          ]
        },
      },
    ])
    new Float32Array(memory.buffer).set([1.5, 2, 4.25], 256)
    const { sum } = (await run(bytes, memory)) as { readonly sum: (count: number) => number }
    expect([sum(0), sum(2), sum(3)]).toEqual([0, 3.5, 7.75])
  })

  test('writes numbers of every size as the specification does', async () => {
    const numbers = [
      0,
      63,
      64,
      127,
      128,
      -1,
      -64,
      -65,
      -128,
      -129,
      8_191,
      65_536,
      -65_536,
      2 ** 31 - 1,
      -(2 ** 31),
    ]
    const bytes = assemble(
      numbers.map((number, n) => ({
        name: `n${n}`,
        parameters: [],
        result: 'i32' as const,
        body: () => [i32.const(number)],
      })),
    )
    const memory = makeMemory(1)
    const made = (await run(bytes, memory)) as Readonly<Record<string, () => number>>
    expect(numbers.map((_, n) => made[`n${n}`]?.())).toEqual(numbers)
  })
})
