import { describe, expect, test } from 'vitest'
import { checkRules } from '../../../../core/text/danger/check-rules.ts'
import { compileCrisis } from '../../../../core/text/danger/rules.ts'
import { joinNamed } from '../../../../bots/amin/crisis/join-named.ts'
import type { CrisisRules } from '../../../../core/text/danger/rules.ts'
import { isFailure } from '../../../../core/base/failure.ts'

const rules: CrisisRules = {
  classes: {
    kin: { en: ['brother (father|dad)'] },
    strike: { en: ['strikes threat*'] },
    sport: { en: ['game'] },
    filler: { en: ['really'] },
  },
  mistyped: [],
  numbers: [[7, 'seven']],
  spans: [[1, 'hours']],
  facts: { deed: ['<strike> hard'] },
  idioms: ['strikes hard luck'],
  rules: [
    {
      id: 'violence/a',
      label: 'violence',
      hard: true,
      shapes: ['<kin> <strike>'],
      unless: [{ words: ['sport'], within: 3 }],
    },
    { id: 'violence/b', label: 'violence', hard: true, shapes: ['<kin> & <deed>'], within: 4 },
    { id: 'minor/d', label: 'minor', hard: true, shapes: ['aged <number>'], reads: 'age' },
    {
      id: 'deadline/c',
      label: 'deadline',
      hard: true,
      shapes: ['in [about|only] <number>+<span>'],
      reads: 'hours',
    },
  ],
  english: 'in about only aged',
}
const read = (text: string) =>
  compileCrisis(rules)
    .read(text)
    .map((hit) => hit.rule)

describe('shapes', () => {
  test('a space lets one unknown word pass, and any that fill', () => {
    expect(read('my brother often strikes')).toEqual(['violence/a'])
    expect(read('my brother very often strikes')).toEqual([])
    expect(read('my brother really really often strikes')).toEqual(['violence/a'])
  })

  test('the end of a sentence is as far as a word', () => {
    expect(read('my brother. strikes')).toEqual(['violence/a'])
    expect(read('my brother. often strikes')).toEqual([])
  })

  test('things beside an ampersand stand in any order, but near', () => {
    expect(read('strikes hard does father')).toEqual(['violence/b'])
    expect(read('strikes hard does the old man my father')).toEqual([])
  })

  test('what a bracket holds may be missing, and a plus lets nothing pass', () => {
    expect(['in 7 hours', 'in about seven hours', 'in only 7hours'].flatMap(read)).toEqual([
      'deadline/c',
      'deadline/c',
      'deadline/c',
    ])
    expect(read('in 7 more hours')).toEqual([])
  })

  test('a guard silences a rule near its words alone', () => {
    expect(read('my brother strikes in the game')).toEqual([])
    expect(read('my brother strikes and later there was a nice game')).toEqual(['violence/a'])
  })

  test('a starred form lets anything follow it', () => {
    expect(['brother threat', 'brother threatens', 'brother threatening'].flatMap(read)).toEqual([
      'violence/a',
      'violence/a',
      'violence/a',
    ])
    expect(read('brother thread')).toEqual([])
  })

  test('the number in an age is told as one from five to seventeen years, and as nothing beyond', () => {
    const told = (age: number) =>
      compileCrisis(rules)
        .read(`aged ${age}`)
        .map(({ detail }) => detail?.age)
    expect([4, 5, 16, 17, 18].map(told)).toEqual([[undefined], [5], [16], [17], []])
  })

  test('an idiom hides its words', () => {
    expect(read('brother strikes hard luck')).toEqual([])
  })
})

describe('data that contradicts itself is refused', () => {
  const [first, ...others] = rules.rules
  const shaped = (shape: string): CrisisRules => ({
    ...rules,
    rules: first === undefined ? [] : [{ ...first, shapes: [shape] }],
  })
  test.each<readonly [string, CrisisRules]>([
    ['a rule twice', { ...rules, rules: [...rules.rules, ...others] }],
    ['a class nobody made', shaped('<nobody> strikes')],
    ['an empty shape', shaped(' ')],
    ['a rule without shapes', { ...rules, rules: first === undefined ? [] : [{ ...first, shapes: [] }] }],
    ['an option without an end', shaped('a [b')],
    ['a group within a group', shaped('a (b|(c|d))')],
    ['a class name without an end', shaped('a <kin')],
    ['a word without letters', shaped('a ?')],
    ['several words beside an ampersand', shaped('<kin> strikes & hard')],
    ['a fact that uses itself', { ...rules, facts: { deed: ['<deed> hard'] } }],
    ['a fact with the name of a class', { ...rules, facts: { kin: ['hard'] } }],
    [
      'a guard by an unknown class',
      {
        ...rules,
        rules: first === undefined ? [] : [{ ...first, softIf: [{ words: ['nobody'], within: 1 }] }],
      },
    ],
    [
      'a guard by a fact that is made of facts',
      {
        ...rules,
        facts: { blow: ['hard'], deed: ['<blow> again'] },
        rules: first === undefined ? [] : [{ ...first, unless: [{ words: ['deed'], within: 1 }] }],
      },
    ],
    ['a class of shapes', { ...rules, classes: { ...rules.classes, kin: { en: ['big+brother'] } } }],
    [
      'a class that holds an unknown one',
      { ...rules, classes: { ...rules.classes, kin: { with: ['nobody'] } } },
    ],
    ['a number worth nothing', { ...rules, numbers: [[0, 'nil']] }],
  ])('%s', (_, data) => {
    let thrown: unknown
    try {
      checkRules(data)
    } catch (error) {
      thrown = error
    }
    expect(isFailure(thrown, 'flow_invalid')).toBe(true)
  })
})

describe('the parts of the data', () => {
  test('are joined whole', () =>
    expect(joinNamed('class', [{ one: 1 }, { two: 2 }])).toEqual({ one: 1, two: 2 }))

  test('with two of one name are refused, and the name is told', () =>
    expect(() => joinNamed('class', [{ one: 1 }, { two: 2 }, { one: 3 }])).toThrow(/class one stands twice/))
})
