import { describe, expect, test } from 'vitest'
import {
  countersign,
  faultOf,
  openAgreement,
  proposeAgreement,
  readAgreement,
  standingOf,
  writeAgreement,
  type Agreement,
} from '../../../../core/custody/exchange/agreement.ts'
import { signNote } from '../../../../core/custody/note.ts'
import { hasher } from '../world.ts'
import { ANNE, BASIM, NOON, open, STRANGER, terms } from './world.ts'

const by = (signer = ANNE) => ({ signer, hasher })

describe('the text of an agreement', () => {
  test('comes back as it was written, and has one form', () => {
    const text = writeAgreement(terms())
    expect(readAgreement(text)).toEqual(terms())
    const changed = [
      text.slice(0, -1),
      `${text}\n`,
      text.replace('run 16', 'run 016'),
      text.replace('numbers handles', 'handles numbers'),
      text.replace('numbers handles', 'numbers  handles'),
      text.replace('children no', 'children maybe'),
      text.replace('learns a b', 'learns b a'),
      text.replace('agreement 1', 'agreement 2'),
      text.replace('purpose finding', 'purpose  finding'),
      text.replace('from 2026-03-01', 'from 2026-02-30'),
    ]
    for (const one of changed) expect([one, readAgreement(one)]).toEqual([one, undefined])
  })

  test.each([
    [{ purpose: '' }],
    [{ purpose: 'two\nlines' }],
    [{ purpose: 'turned \u202e around' }],
    [{ kinds: [] }],
    [{ learns: [] }],
    [{ from: '2026-04-01' }],
    [{ until: '2028-03-02' }],
    [{ run: 12 }],
    [{ run: 32_768, day: 32_768 }],
    [{ least: 3 }],
    [{ least: 32 }],
    [{ day: 15 }],
    [{ parties: { a: terms().parties.a, b: { ...terms().parties.b, key: ANNE.publicKey } } }],
    [{ parties: { a: terms().parties.a, b: { ...terms().parties.b, name: ' Basim' } } }],
  ] as readonly [Partial<Agreement>][])('%j may not stand in it', (other) => {
    expect(faultOf(terms(other))).toBeTypeOf('string')
    expect(readAgreement(writeAgreement(terms(other)))).toBeUndefined()
  })
})

describe('signatures', () => {
  const proposed = proposeAgreement(by(), terms())
  const both = countersign(by(BASIM), proposed, open(BASIM, proposed))

  test('one party proposes, the other signs the same words, and signing again changes nothing', () => {
    expect(open(ANNE, proposed).signedBy).toEqual(['a'])
    expect(open(ANNE, both).signedBy).toEqual(['a', 'b'])
    expect(countersign(by(BASIM), both, open(BASIM, both))).toBe(both)
    expect(countersign(by(), both, open(ANNE, both))).toBe(both)
    expect(open(ANNE, both).hash).toBe(open(ANNE, proposed).hash)
  })

  test('nobody else signs', () => {
    expect(() => countersign(by(STRANGER), proposed, open(ANNE, proposed))).toThrow(TypeError)
    const stray = signNote(STRANGER, hasher, writeAgreement(terms())).slice(
      writeAgreement(terms()).length + 1,
    )
    expect(openAgreement(by(), `${both}${stray}`)).toBeUndefined()
  })

  test('a word that was changed after signing takes the signatures with it', () => {
    expect(openAgreement(by(), both.replace('day 64', 'day 65'))).toBeUndefined()
    expect(openAgreement(by(), 'hello')).toBeUndefined()
    expect(openAgreement(by(), '')).toBeUndefined()
  })

  test('it stands from its first day to the end of its last, for the two that signed', () => {
    const held = open(ANNE, both)
    const at = (day: string): ReturnType<typeof standingOf> =>
      standingOf(
        held,
        ANNE.publicKey,
        (NOON + (Date.parse(day) - Date.parse('2026-03-10T12:00:00Z'))) as typeof NOON,
      )
    expect(at('2026-02-28T23:59:59Z')).toBe('not_yet')
    expect(at('2026-03-01T00:00:00Z')).toBeUndefined()
    expect(at('2026-03-31T23:59:59Z')).toBeUndefined()
    expect(at('2026-04-01T00:00:00Z')).toBe('expired')
    expect(standingOf(held, STRANGER.publicKey, NOON)).toBe('wrong_party')
    expect(standingOf(open(ANNE, proposed), ANNE.publicKey, NOON)).toBe('unsigned')
  })
})
