import { createHash, createSecretKey, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeHasher } from '../../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../../adapters/crypto/secrets.ts'
import { GENESIS, makeEntry, verifyChain, type EntryHeader } from '../../../core/model/entry.ts'
import type { CaseId } from '../../../core/base/ids.ts'
import type { Entry } from '../../../core/ports/store/ledger.ts'
import { instant } from '../../../core/base/units.ts'
import frozen from '../../vectors/chain.json' with { type: 'json' }
import { runs } from '../../property/runs.ts'

const hasher = makeHasher(deriveSecrets(createSecretKey(Buffer.alloc(32, 7))))
const caseId = '01ARZ3NDEKTSV4RRFFQ69G5FAV' as CaseId

const chain = (payloads: readonly Uint8Array[], id = caseId): Entry[] => {
  const entries: Entry[] = []
  for (const sealed of payloads) {
    const header: EntryHeader = {
      v: 1,
      case: id,
      seq: entries.length + 1,
      at: instant(1_700_000_000_000 + entries.length),
      actor: 'person',
      kinds: ['message_received'],
    }
    entries.push(makeEntry(hasher, entries.at(-1)?.hash ?? GENESIS, header, sealed))
  }
  return entries
}

const flip = (bytes: Uint8Array, at: number, mask: number): Uint8Array =>
  bytes.map((byte, i) => (i === at ? byte ^ mask : byte))

const flipText = (text: string, at: number, mask: number): string =>
  Buffer.from(flip(Buffer.from(text, 'utf8'), at, mask)).toString('latin1')

describe('a case chain', () => {
  test('is made as the frozen vectors say, so that old chains verify for ever', () => {
    const entries = chain(frozen.payloads.map((hex) => Buffer.from(hex, 'hex')))
    expect(entries.map(({ header, hash }) => ({ header, hash }))).toEqual(frozen.entries)
  })

  test('is prev, header and the hash of the sealed payload under SHA-256, computed by hand', () => {
    const [entry] = chain([Uint8Array.of(1, 2, 3)])
    const inner = createHash('sha256')
      .update(Uint8Array.of(1, 2, 3))
      .digest()
    const expected = createHash('sha256')
      .update(Buffer.alloc(32))
      .update(entry!.header)
      .update(inner)
      .digest('hex')
    expect(entry!.hash).toBe(expected)
  })

  test('verifies whole, and empty', () => {
    expect(verifyChain(hasher, caseId, chain([randomBytes(10), randomBytes(0), randomBytes(5000)]))).toEqual(
      [],
    )
    expect(verifyChain(hasher, caseId, [])).toEqual([])
  })

  test('names the entry whose byte was flipped, wherever the byte stands', () => {
    const entries = chain([randomBytes(40), randomBytes(60), randomBytes(20)])
    fc.assert(
      fc.property(
        fc.nat(2),
        fc.constantFrom('header', 'sealed', 'prev', 'hash'),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (index, column, where, mask) => {
          const whole = entries[index]!
          const value = whole[column as 'header']
          const length = Buffer.from(value).length
          const changed =
            typeof value === 'string'
              ? flipText(value, where % length, mask)
              : flip(value, where % length, mask)
          const tampered = entries.map((entry, i) => (i === index ? { ...entry, [column]: changed } : entry))
          expect(verifyChain(hasher, caseId, tampered).map((fault) => fault.seq)).toContain(whole.seq)
        },
      ),
      runs(150),
    )
  })

  test('finds an entry taken out, put in, swapped, or brought from another case', () => {
    const entries = chain([randomBytes(9), randomBytes(9), randomBytes(9)])
    const other = chain([randomBytes(9)], '01ARZ3NDEKTSV4RRFFQ69G5FAW' as CaseId)
    const [a, b, c] = entries as [Entry, Entry, Entry]
    for (const tampered of [
      [a, c],
      [b, c],
      [a, b, b, c],
      [b, a, c],
      [...other, b, c],
    ])
      expect(verifyChain(hasher, caseId, tampered)).not.toEqual([])
  })
})
