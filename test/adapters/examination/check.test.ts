import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { isSpoilt, toReply } from '../../../adapters/examination/check.ts'

/** As a child would say it that somebody else speaks through. */
const said = (head: unknown, body: Buffer = Buffer.alloc(0)) => ({ head, body })
const result = { aspect: 'metadata', found: 'found', tool: 'exifr 7', facts: { Make: 'x', n: 1 } }
const withResult = (change: object): unknown =>
  toReply(said({ results: [{ ...result, ...change }], pictures: [] }), 'metadata')

test('a whole answer is taken as it is', () => {
  expect(toReply(said({ results: [result], pictures: [], mime: 'image/png' }), 'metadata')).toEqual({
    mime: 'image/png',
    results: [result],
    pictures: [],
  })
  expect(withResult({ found: 'not_computed', why: 'damaged' })).toBeDefined()
})

test.each([
  ['another aspect than was asked for', { aspect: 'provenance' }],
  ['no aspect', { aspect: 'all' }],
  ['no state', { found: 'maybe' }],
  ['a reason where there is a result', { why: 'damaged' }],
  ['no reason where there is no result', { found: 'not_computed' }],
  ['a reason of its own', { found: 'not_computed', why: 'I say so' }],
  ['a tool with a script in it', { tool: '<script>' }],
  ['no tool', { tool: undefined }],
  ['facts that are none', { facts: ['a'] }],
  ['a fact of more than 500 characters', { facts: { a: 'x'.repeat(501) } }],
  ['half a character', { facts: { a: '\uD800' } }],
  ['a number that is no whole one', { facts: { a: 1.5 } }],
  ['a number that is not exact', { facts: { a: 2 ** 53 } }],
  ['a fact of another kind', { facts: { a: { b: 1 } } }],
  ['a name of a fact that is none', { facts: { '__proto__ ': 'x' } }],
  ['more than 100 facts', { facts: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`k${i}`, i])) }],
])('an answer with %s is none', (_, change) => {
  expect(withResult(change)).toBeUndefined()
})

test('an answer that leaves out an aspect, or is nothing like one, is none', () => {
  expect(toReply(said({ results: [], pictures: [] }), 'metadata')).toBeUndefined()
  for (const head of [
    null,
    1,
    'x',
    [],
    {},
    { results: 'x', pictures: [] },
    { results: [null], pictures: [] },
  ])
    expect(toReply(said(head), 'metadata')).toBeUndefined()
  expect(
    toReply(said({ results: Array.from({ length: 5 }, () => result), pictures: [] }), 'metadata'),
  ).toBeUndefined()
})

test('a type that is no type and a hash that is no hash are left out', () => {
  expect(
    toReply(said({ results: [], pictures: [], mime: 'x"onload=', pdq: { hash: 'zz', quality: 5 } }), 'frame'),
  ).toEqual({
    results: [],
    pictures: [],
  })
  const pdq = { hash: 'ab'.repeat(32), quality: 100 }
  expect(toReply(said({ results: [], pictures: [], pdq }), 'frame')).toMatchObject({ pdq })
  expect(
    toReply(said({ results: [], pictures: [], pdq: { ...pdq, quality: 101 } }), 'frame'),
  ).not.toHaveProperty('pdq')
})

describe('a picture', () => {
  const webp = (): Promise<Buffer> =>
    sharp({ create: { width: 4, height: 4, channels: 3, background: '#888888' } })
      .webp()
      .toBuffer()
  const picture = { what: 'frame', index: 0, width: 4, height: 4, tool: 'sharp 0' }
  const take = async (change: object, extra = Buffer.alloc(0)): Promise<unknown> => {
    const bytes = await webp()
    return toReply(
      said(
        { results: [], pictures: [{ ...picture, length: bytes.length, ...change }] },
        Buffer.concat([bytes, extra]),
      ),
      'frame',
    )
  }

  test('is taken with its bytes', async () => {
    expect(await take({})).toMatchObject({ pictures: [{ ...picture, bytes: Uint8Array.from(await webp()) }] })
  })

  test.each([
    ['of no size', { width: 0 }],
    ['larger than we make', { height: 481 }],
    ['of another kind', { what: 'original' }],
    ['longer than what came', { length: 1_000_000 }],
    ['shorter than itself', { length: 20 }],
    ['of a negative length', { length: -1 }],
  ])('%s is none', async (_, change) => {
    expect(await take(change)).toBeUndefined()
  })

  test('with something behind it, or that is no WebP, is none', async () => {
    expect(await take({}, Buffer.from('more'))).toBeUndefined()
    expect(await take({ length: (await webp()).length + 4 }, Buffer.from('more'))).toBeUndefined()
    const text = Buffer.from('<html>'.repeat(10))
    expect(
      toReply(said({ results: [], pictures: [{ ...picture, length: text.length }] }, text), 'frame'),
    ).toBeUndefined()
  })
})

test('a child says itself that it is spoilt', () => {
  expect([isSpoilt(said({ isSpoilt: true })), isSpoilt(said({})), isSpoilt(said(null))]).toEqual([
    true,
    false,
    false,
  ])
})
