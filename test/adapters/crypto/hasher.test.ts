import { createSecretKey, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeHasher } from '../../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../../adapters/crypto/secrets.ts'

const hasher = makeHasher(deriveSecrets(createSecretKey(Buffer.alloc(32, 7))))

describe('the plain hash', () => {
  test('is SHA-256 in lower-case hexadecimal, of bytes and of UTF-8 text', () => {
    // FIPS 180-4, example of one block.
    expect(hasher.sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(hasher.sha256(hasher.utf8('سلام'))).toBe(hasher.sha256('سلام'))
  })

  test('of a stream is that of its pieces together', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.uint8Array(), fc.string())), (pieces) => {
        const running = hasher.stream()
        for (const piece of pieces) running.update(piece)
        expect(running.digest()).toBe(hasher.sha256(Buffer.concat(pieces.map((piece) => Buffer.from(piece)))))
      }),
    )
  })
})

describe('the keyed hash', () => {
  test('is 43 characters that may stand in an URL, and stays what it is', () => {
    expect(hasher.keyed('chat', 'telegram', '1', '2')).toMatch(/^[\w-]{43}$/)
    expect(hasher.keyed('chat', 'telegram', '1', '2')).toBe('4FZWsv8pRdfQTNUMLnk-9-p5FuByJHi3pfAC9ZzO9Mw')
  })

  test('differs by key, by purpose and by where a part ends', () => {
    const parts = fc.array(fc.string(), { maxLength: 4 })
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const same = a.length === b.length && a.every((part, i) => part === b[i])
        expect(hasher.keyed('chat', ...a) === hasher.keyed('chat', ...b)).toBe(same)
        expect(hasher.keyed('chat', ...a)).not.toBe(hasher.keyed('inbound', ...a))
      }),
    )
    expect(hasher.keyed('chat', 'ab', 'c')).not.toBe(hasher.keyed('chat', 'a', 'bc'))
    expect(hasher.keyed('chat', 'a')).not.toBe(hasher.keyed('chat', 'a', ''))
    expect(hasher.keyed('chat', 'a')).not.toBe(
      makeHasher(deriveSecrets(createSecretKey(randomBytes(32)))).keyed('chat', 'a'),
    )
  })
})

describe('canonical JSON', () => {
  test('sorts keys by UTF-16 units and writes no white space (RFC 8785, 3.2.3)', () => {
    const value = {
      '\u20ac': 'Euro',
      '\r': 'CR',
      '\ufb33': 'Dalet',
      '1': 'One',
      '\ud83d\ude00': 'Smiley',
      '\u0080': 'Control',
      ö: 'o',
    }
    expect(hasher.canonical(value)).toBe(
      '{"\\r":"CR","1":"One","\u0080":"Control","ö":"o","€":"Euro","\ud83d\ude00":"Smiley","\ufb33":"Dalet"}',
    )
    expect(hasher.canonical({ b: [1, null, true, -0], a: {} })).toBe('{"a":{},"b":[1,null,true,0]}')
  })

  test('is read back as what was written, and has one form whatever the order of keys', () => {
    const leaf = fc.oneof(fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null))
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(value, (any) => {
        const text = hasher.canonical(any)
        expect(hasher.canonical(JSON.parse(text))).toBe(text)
      }),
    )
  })

  test.each([
    ['a fraction', 0.5],
    ['an unsafe integer', 2 ** 53],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['undefined', undefined],
    ['an undefined member', { a: undefined }],
    ['a hole', Array(1)],
    ['a function', () => 1],
    ['a symbol key', { [Symbol('a')]: 1 }],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(1)],
    ['a boxed string', Object('a')],
    ['something with a form of its own', { toJSON: () => 'a' }],
    ['half a character', '\ud83d'],
    ['half a character as a key', { '\ud83d': 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => hasher.canonical(value)).toThrow(TypeError)
    expect(() => hasher.canonical({ deep: [value] })).toThrow(TypeError)
  })
})
