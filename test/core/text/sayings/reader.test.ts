import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import learnt from '../../../../bots/amin/sayings.json' with { type: 'json' }
import { answerOfKind, sayings } from '../../../../bots/amin/sayings.ts'
import { packKinds, unpackKinds } from '../../../../core/text/sayings/packed.ts'
import { makeSayingReader } from '../../../../core/text/sayings/reader.ts'
import { unitsOf } from '../../../../core/text/sayings/units.ts'
import { trainingSayings } from '../../../../scripts/learn/said.ts'
import { learnSayings, sayingsHash } from '../../../../scripts/learn/sayings.ts'

const bytes = readFileSync(new URL('../../../../bots/amin/sayings.bin', import.meta.url))
const read = makeSayingReader(unpackKinds(bytes, learnt.kinds))
const sure = (text: string): readonly string[] =>
  read(text).flatMap(({ kind, chance }) => (chance >= learnt.sure ? [answerOfKind(kind) ?? kind] : []))

describe('the reader of sayings', () => {
  test('is what npm run learn makes of the labelled sayings that lie in the repository', () => {
    expect(learnt.learntFrom).toBe(sayingsHash())
    expect(learnt.reader).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('is the same for the same sayings, byte for byte, and another for others', () => {
    const some = trainingSayings().slice(0, 60)
    const once = packKinds(learnSayings(some))
    expect(Buffer.from(packKinds(learnSayings(some))).equals(once)).toBe(true)
    expect(Buffer.from(packKinds(learnSayings(some.slice(2)))).equals(once)).toBe(false)
  }, 60_000)

  test('comes out as it went in, and a file that is cut short is refused', () => {
    expect(Buffer.from(packKinds(unpackKinds(bytes, learnt.kinds))).equals(bytes)).toBe(true)
    expect(() => unpackKinds(bytes.subarray(0, bytes.length - 1), learnt.kinds)).toThrow('cut short')
  })

  test('knows at least sixty kinds, each with an answer that a kind of the sayings has', () => {
    expect(sayings.length).toBeGreaterThanOrEqual(60)
    // Those that are listed in words, or that others are turned into, are known by words alone.
    const turned = new Set(sayings.flatMap((saying) => (saying.turned ?? []).map(({ as }) => as)))
    const unknown = sayings.filter(
      ({ kind, asked, together }) =>
        asked === undefined && together === undefined && !turned.has(kind) && !learnt.kinds.includes(kind),
    )
    expect(unknown.map(({ kind }) => kind)).toEqual([])
  })

  test.each([
    ['I am so scared', 'afraid'],
    ['اني كلش خايفه', 'afraid'],
    ['زۆر دەترسم', 'afraid'],
    ['will you tell my family', 'tell-family'],
    ['راح تكولون لاهلي', 'tell-family'],
    ['should I pay him', 'should-pay'],
    ['😭😭', 'here-short'],
  ])('hears «%s» as %s', (text, answer) => {
    expect(sure(text)).toEqual([answer])
  })

  test('reads line by line and sentence by sentence, each where it stands', () => {
    const text = 'Hello.  He wrote to me!\nwhat now'
    expect(unitsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Hello.',
      'He wrote to me!',
      'what now',
    ])
  })
})
