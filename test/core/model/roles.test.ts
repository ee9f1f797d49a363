import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { flow } from '../../../bots/amin/flow.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { isFailure } from '../../../core/base/failure.ts'
import type { Answer } from '../../../core/model/answer.ts'
import type { Flow } from '../../../core/model/flow.ts'
import { checkFlow } from '../../../core/policy/conversation/check-flow.ts'
import { figuresOf } from '../../../core/policy/figures.ts'
import { factsOf } from '../../../core/policy/triage/facts.ts'
import { aKnown, NOW } from '../services/casebook/known.ts'

const faultOf = (broken: Flow): string => {
  try {
    checkFlow(broken)
    return ''
  } catch (error) {
    return isFailure(error, 'flow_invalid') ? error.message : 'another error'
  }
}

/** The flow with another id for each of these steps, and its roles as they were. */
const renamed = (ids: readonly string[]): Flow => ({
  ...flow,
  steps: flow.steps.map((step) => (ids.includes(step.id) ? { ...step, id: `${step.id}-2` } : step)),
})

describe('roles of the flow', () => {
  test('renaming a question that roles name is refused, and each of them is named with it', () => {
    const named = [
      ['age', 'age'],
      ['deadline', 'limits'],
      ['deadline', 'limitTimes'],
      ['danger', 'limits'],
      ['paid', 'paid'],
      ['amount', 'sums'],
      ['paid-amount', 'sums'],
      ['demand', 'wantsMoney'],
      ['demand', 'demand'],
      ['ids', 'contacts'],
      ['fast-id', 'contacts'],
      ['material', 'material'],
      ['material', 'intimate'],
      ['governorate', 'region'],
      ['wish', 'wish'],
      ['soft', 'selfHarm'],
    ] as const
    const fault = faultOf(renamed(named.map(([step]) => step)))
    expect(
      named.filter(([step, role]) => !fault.includes(`the role ${role} is of ${step}, which is no step`)),
    ).toEqual([])
  })

  test('an option that a role names and the question has no more is refused', () => {
    const { wish } = flow.roles
    if (wish === undefined) throw new Error('the flow asks for a wish')
    const roles = { ...flow.roles, wish: { ...wish, woman: 'lady' } }
    expect(faultOf({ ...flow, roles })).toContain('the role wish is of wish/lady, which is no option')
  })

  test('a region that is drawn and cannot be answered, two in one square and a map without a question are refused', () => {
    const regionTiles = { ...flow.roles.regionTiles, atlantis: { row: 9, column: 9 } }
    const drawn = (tiles: NonNullable<typeof flow.roles.regionTiles>) =>
      faultOf({ ...flow, roles: { ...flow.roles, regionTiles: tiles } })
    expect(drawn(regionTiles)).toContain('governorate/atlantis, which is no option')
    expect(drawn({ ...flow.roles.regionTiles, basra: { row: 4, column: 2 } })).toContain(
      'has baghdad and basra in one square',
    )
    const { region: _, ...roles } = flow.roles
    expect(faultOf({ ...flow, roles })).toContain('no question asks for one')
  })

  test('every governorate that can be answered has a square on the map', () => {
    const step = flow.steps.find(({ id }) => id === flow.roles.region)
    const ids = step !== undefined && 'options' in step ? step.options.map(({ id }) => id) : []
    expect(Object.keys(flow.roles.regionTiles ?? {}).toSorted()).toEqual(ids.toSorted())
  })

  test('a role of a question of another kind is refused', () => {
    const roles = { ...flow.roles, sums: { demanded: 'story', paid: 'paid-amount' } }
    expect(faultOf({ ...flow, roles })).toContain('the role sums cannot be read in story')
  })

  test('decide what is a figure and a fact, whatever the question is called', () => {
    const paid: Answer = { kind: 'choice', option: 'twice' }
    const sum: Answer = { kind: 'amount', amount: 900, currency: 'USD', raw: untrusted('900$') }
    const known = aKnown({ given: paid, 'how-much': sum })
    const roles = {
      paid: { step: 'given', yes: 'once', again: 'twice', no: 'never' },
      sums: { demanded: 'wanted', paid: 'how-much' },
      large: { USD: 700 },
    }
    const facts = ['paid', 'paid-again', 'paid-million']
    expect([...factsOf({ ...flow, roles }, known, NOW)]).toEqual(facts)
    expect([...factsOf({ ...flow, roles: { ...roles, large: { USD: 901 } } }, known, NOW)]).toEqual(
      facts.slice(0, 2),
    )
    const state = { conversation: known.conversation, hands: { status: 'bot' }, times: {} } as never
    expect(figuresOf(roles, state)).toEqual({
      paid: 'again',
      paidSum: { hundredths: 90_000, currency: 'USD' },
    })
    expect(figuresOf({}, state)).toEqual({})
  })

  test('are the only names of questions that the core has: it reads no answer by an id of its own', () => {
    const read = globSync('core/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b(?:answers|answeredAt|skipped)\[['"`]/g)].map(() => file),
    )
    expect(read).toEqual([])
  })
})
