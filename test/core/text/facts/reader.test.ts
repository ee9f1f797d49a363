import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import learnt from '../../../../bots/amin/facts.json' with { type: 'json' }
import { flow } from '../../../../bots/amin/flow.ts'
import { findStep, optionsOf } from '../../../../core/policy/conversation/steps.ts'
import { makeFactReader } from '../../../../core/text/facts/reader.ts'
import { packKinds, unpackKinds } from '../../../../core/text/sayings/packed.ts'
import { factsHash, learnFacts, trainingTold } from '../../../../scripts/learn/facts.ts'

const bytes = readFileSync(new URL('../../../../bots/amin/facts.bin', import.meta.url))
const read = makeFactReader(unpackKinds(bytes, learnt.kinds), learnt)
const sure = (text: string): readonly string[] =>
  (read(text)?.sure ?? []).map(({ step, option }) => `${step}/${option}`)

describe('the reader of facts', () => {
  test('is what npm run learn makes of the labelled texts that lie in the repository', () => {
    expect(learnt.learntFrom).toBe(factsHash())
    expect(learnt.reader).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('is the same for the same texts, byte for byte, and another for others', () => {
    const some = trainingTold().slice(0, 60)
    const once = packKinds(learnFacts(some))
    expect(Buffer.from(packKinds(learnFacts(some))).equals(once)).toBe(true)
    expect(Buffer.from(packKinds(learnFacts(some.slice(2)))).equals(once)).toBe(false)
  })

  test('knows only questions and options of the flow, beside what is told apart from them', () => {
    const unknown = learnt.kinds.filter((kind) => {
      const [id = '', option] = kind.split('/')
      const step = findStep(flow, id)
      return option !== undefined && !(step && optionsOf(step).some((one) => one.id === option))
    })
    expect(unknown).toEqual([])
    expect(learnt.kinds.filter((kind) => !kind.includes('/'))).toEqual([
      'by-none',
      'has-nothing-shown',
      'paid-no',
      'teller-man',
      'teller-woman',
      'threatens',
      'wants-nothing-said',
      'wants-other',
    ])
  })

  test('every question that the flow leaves to it is one of which it has learnt', () => {
    const steps = new Set(learnt.kinds.map((kind) => kind.split('/')[0]))
    expect(flow.learnt?.filter((step) => !steps.has(step))).toEqual([])
  })

  test('finds in a long story what one clause of it says', () => {
    const clause = 'he has private photos of me and wants 500 dollars'
    const filler = 'then we talked about the weather and the school and my aunt came to visit us again '
    expect(sure(clause)).toEqual(expect.arrayContaining(['material/private', 'demand/money']))
    expect(sure(`${filler.repeat(4)}${clause} ${filler.repeat(4)}`)).toEqual(
      expect.arrayContaining(['material/private', 'demand/money']),
    )
  })

  test('says nothing of too few words, of none, and of what tells nothing', () => {
    for (const text of ['', 'money', 'yes my photos']) expect(read(text)).toBeUndefined()
    for (const text of ['will you tell my family about this', 'شكد تاخذون وقت حتى تجاوبون'])
      expect(sure(text)).toEqual([])
  })

  test('reads two thousand words and no more, whatever stands behind them', () => {
    const [filler, clause] = ['بيت ', 'he has private photos of me and wants 500 dollars ']
    expect(sure(`${filler.repeat(1_900)}${clause}`)).toContain('material/private')
    expect(read(`${filler.repeat(2_000)}${clause.repeat(5_000)}`)).toEqual(read(filler.repeat(2_000)))
  })
})
