import { describe, expect, test } from 'vitest'
import type { CaseId, InboundId } from '../../../../core/base/ids.ts'
import type { CaseFacts, NamedThing } from '../../../../core/services/linkage/case-facts.ts'
import { joinCases, type Joined } from '../../../../core/services/linkage/join.ts'
import { containment, piecesOf, SAME_SCRIPT } from '../../../../core/model/scripts.ts'
import { apart, SAME_RECORDING } from '../../../../core/services/linkage/voices.ts'

const id = (name: string): CaseId => name as CaseId
const facts = (name: string, more: Partial<CaseFacts> = {}): CaseFacts => ({
  caseId: id(name),
  named: [],
  pictures: [],
  scripts: [],
  voices: [],
  apart: [],
  together: [],
  ...more,
})
const number = (mark: string, spoken = false): NamedThing => ({ mark, normal: mark, type: 'phone', spoken })
const linked = ({ links }: Joined): readonly string[] =>
  links.map(({ a, b, kind }) => `${a} ${b} ${kind}`).toSorted()
const script = (text: string, own = false) => ({
  inbound: text as InboundId,
  tokens: new Set(piecesOf(text)),
  own,
})
const hash = (seed: number): string =>
  (seed * 2_654_435_761).toString(16).padStart(16, '0').slice(-16).repeat(4)

describe('cases belong together', () => {
  test('by a number that both name, and everything that hangs together is one network', () => {
    const joined = joinCases([
      facts('a', { named: [number('x')] }),
      facts('b', { named: [number('x'), number('y')] }),
      facts('c', { named: [number('y')] }),
      facts('d'),
    ])
    expect(linked(joined)).toEqual(['a b identifier', 'b c identifier'])
    expect([...joined.network]).toEqual([
      ['a', 'a'],
      ['b', 'a'],
      ['c', 'a'],
    ])
  })

  test('by the same name on two services, which says less than the same account', () => {
    const account = (type: 'telegram' | 'instagram'): NamedThing[] => [
      { mark: `${type} x`, normal: 'x', type, spoken: false },
      { mark: 'name x', normal: 'x', type, spoken: false },
    ]
    const [cross] = joinCases([
      facts('a', { named: account('telegram') }),
      facts('b', { named: account('instagram') }),
    ]).links
    const [same] = joinCases([
      facts('a', { named: account('telegram') }),
      facts('b', { named: account('telegram') }),
    ]).links
    expect(cross?.strength).toBeLessThan(same?.strength ?? 0)
  })

  test('by a picture within 31 bits, turned too, by a script, and by a recording', () => {
    const text =
      'I have all your pictures and I send them to your family at ten tonight unless you pay me five notes'
    const words = Uint32Array.from({ length: 40 }, (_, i) => Math.imul(i + 1, 2_654_435_761) >>> 0)
    const picture = (kept: string, ...sought: string[]) => [
      { id: 'p', kept: [kept], sought: [kept, ...sought], weak: false },
    ]
    const joined = joinCases([
      facts('a', {
        pictures: picture(hash(1)),
        scripts: [script(text)],
        voices: [{ id: 'v', print: words }],
      }),
      facts('b', {
        pictures: picture(hash(2), hash(1)),
        scripts: [script(`${text.toUpperCase()} !!`)],
        voices: [{ id: 'v', print: words.subarray(3) }],
      }),
    ])
    expect(linked(joined)).toEqual(['a b image', 'a b script', 'a b voice'])
  })

  test('not by what two people tell in their own words, and by the other side’s words also where one tells them as part of the story', () => {
    const text = 'hello I met somebody on the net and now they want money from me or they show my pictures'
    expect(
      linked(
        joinCases([
          facts('a', { scripts: [script(text, true)] }),
          facts('b', { scripts: [script(text, true)] }),
        ]),
      ),
    ).toEqual([])
    expect(
      linked(
        joinCases([facts('a', { scripts: [script(text, true)] }), facts('b', { scripts: [script(text)] })]),
      ),
    ).toEqual(['a b script'])
  })

  test('not where somebody of the team said that they are another matter', () => {
    expect(
      linked(
        joinCases([
          facts('a', { named: [number('x')], apart: [id('b')] }),
          facts('b', { named: [number('x')] }),
        ]),
      ),
    ).toEqual([])
  })

  test('by a flat picture only with a second sign', () => {
    const pictures = [{ id: 'p', kept: [hash(1)], sought: [hash(1)], weak: true }]
    expect(linked(joinCases([facts('a', { pictures }), facts('b', { pictures })]))).toEqual([])
    const named = [number('x')]
    expect(linked(joinCases([facts('a', { pictures, named }), facts('b', { pictures, named })]))).toEqual([
      'a b identifier',
      'a b image',
    ])
  })

  test('and what nobody gave is in no count: a case that is not among them changes nothing of the others', () => {
    const two = [facts('a', { named: [number('x')] }), facts('b', { named: [number('x')] })]
    const more = [...two, ...['c', 'd'].map((name) => facts(name, { named: [number('x', true)] }))]
    expect(linked(joinCases(two))).toEqual(['a b identifier'])
    expect(linked(joinCases(more))).toEqual([])
    expect(linked(joinCases(more.slice(0, 2)))).toEqual(linked(joinCases(two)))
  })
})

describe('what is held back joins nobody and is told with its cases', () => {
  const names = Array.from({ length: 60 }, (_, i) => `c${String(i).padStart(2, '0')}`)
  const heldOf = (all: readonly CaseFacts[]) => [...joinCases(all).held]

  test('a number that words call somebody else’s in two of five cases', () => {
    const all = names.slice(0, 5).map((name, i) => facts(name, { named: [number('line', i < 2)] }))
    expect(heldOf(all)).toEqual([['line', 'words']])
    expect(linked(joinCases(all))).toEqual([])
    expect(joinCases(all).things.get('line')?.cases.size).toBe(5)
  })

  test('what more than fifty cases have', () => {
    expect(heldOf(names.slice(0, 51).map((name) => facts(name, { named: [number('line')] })))).toEqual([
      ['line', 'many'],
    ])
    expect(heldOf(names.slice(0, 50).map((name) => facts(name, { named: [number('line')] })))).toEqual([])
  })

  test('what eight cases have that have things of their own and nothing else in common; not where they have', () => {
    const strangers = names
      .slice(0, 8)
      .map((name) => facts(name, { named: [number('line'), number(`own ${name}`)] }))
    expect(heldOf(strangers)).toEqual([['line', 'structure']])
    const gang = names
      .slice(0, 8)
      .map((name, i) =>
        facts(name, { named: [number('line'), number(`own ${name}`), number(`wallet ${i % 2}`)] }),
      )
    expect(heldOf(gang)).toEqual([])
    expect(new Set(joinCases(gang).network.values()).size).toBe(1)
  })
})

describe('scripts', () => {
  const of = (text: string) => new Set(piecesOf(text))
  const text = 'عندي كل صورج ومقاطعج واذا ما تحولين خمس ورقات الليلة ادزهن لأهلج وكل الي يعرفوج'
  test('are the same with other numbers, letters and marks, and when a part is quoted', () => {
    expect(containment(of(text), of(text.replaceAll('ي', 'ى').replace('خمس', '5')))).toBeGreaterThan(0.5)
    expect(
      containment(of('ادفع 500 دولار الى هذا الرقم الان'), of('ادفع 900 دولار الى هذا الرقم الان')),
    ).toBe(1)
    expect(containment(of(text), of(text.slice(0, 50)))).toBeGreaterThanOrEqual(SAME_SCRIPT)
  })
  test('are others where they only speak of the same', () =>
    expect(
      containment(of(text), of('ارسل المال اليوم قبل العاشرة مساء والا نشرت كل شيء عنك في الصفحة')),
    ).toBeLessThan(0.2))
})

describe('recordings', () => {
  const sound = (seed: number, length: number) =>
    Uint32Array.from({ length }, (_, i) => Math.imul((i + 1) * seed, 2_654_435_761) >>> 0)
  test('are the same where one is cut out of the other, with some noise', () => {
    const whole = sound(3, 60)
    const cut = whole.slice(10, 40).map((word) => (word ^ 0b100_0100) >>> 0)
    expect(apart(whole, cut)).toBeLessThanOrEqual(SAME_RECORDING)
    expect(apart(cut, whole)).toBe(apart(whole, cut))
  })
  test('are others where they share nothing, and nothing is said of too short ones', () => {
    expect(apart(sound(3, 60), sound(17, 60))).toBeGreaterThan(SAME_RECORDING)
    expect(apart(sound(3, 6), sound(3, 6))).toBe(1)
  })
})
