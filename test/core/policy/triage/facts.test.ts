import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { deadlineOf, deadlineTurns, factsOf } from '../../../../core/policy/triage/facts.ts'
import type { Answer } from '../../../../core/model/answer.ts'
import type { CrisisHit } from '../../../../core/base/danger.ts'
import { after, hours, minutes } from '../../../../core/base/units.ts'
import { aKnown, factsAt, NOW } from '../../services/casebook/known.ts'

const choice = (option: string): Answer => ({ kind: 'choice', option })
const hit = (label: CrisisHit['label'], more: Partial<CrisisHit> = {}): CrisisHit => ({
  label,
  hard: true,
  rule: `${label}-1`,
  start: 0,
  end: 1,
  about: 'self',
  ...more,
})
const facts = (...parts: Parameters<typeof aKnown>): readonly string[] =>
  [...factsAt(aKnown(...parts))].sort()
const ends = (by: number): Answer => ({ kind: 'time', at: after(NOW, hours(by)), raw: '' as never })

describe('danger in words', () => {
  test.each<readonly [CrisisHit, readonly string[]]>([
    [hit('self_harm'), ['crisis-self-harm']],
    [hit('self_harm', { hard: false }), ['soft-self-harm']],
    [hit('violence', { detail: { threat: true } }), ['crisis-violence', 'threat']],
    [hit('violence'), ['crisis-violence', 'fear']],
    [hit('violence', { hard: false, detail: { threat: true } }), ['fear', 'soft-violence']],
    [hit('meeting', { detail: { soon: true } }), ['crisis-meeting', 'meeting-soon']],
    [hit('meeting', { hard: false, detail: { soon: true } }), ['soft-meeting']],
    [hit('sexual_abuse', { detail: { continues: true } }), ['abuse-continues', 'crisis-sexual-abuse']],
    [hit('minor', { detail: { age: 15 } }), ['crisis-minor', 'minor']],
    [hit('minor', { detail: { age: 12 } }), ['crisis-minor', 'minor', 'minor-under-13']],
    [hit('minor', { detail: { age: 13 } }), ['crisis-minor', 'minor']],
    [hit('minor', { hard: false, detail: { age: 12 } }), ['soft-minor']],
    [hit('deadline', { detail: { hours: 2 } }), ['crisis-deadline', 'deadline-2h']],
    [hit('deadline', { detail: { hours: 20 } }), ['crisis-deadline', 'deadline-24h']],
    [hit('deadline'), ['crisis-deadline', 'deadline-24h']],
    [hit('deadline', { hard: false, detail: { hours: 1 } }), ['soft-deadline']],
  ])('%j', (crisis, expected) => {
    expect(facts({}, [crisis])).toEqual(expected)
  })

  test('of a third person is soft, unless the case is about them; a child is a child whoever tells', () => {
    const brother = hit('violence', { about: 'other', detail: { threat: true } })
    expect(facts({}, [brother])).toEqual(['fear', 'soft-violence'])
    expect(facts({ age: choice('other-adult') }, [brother])).toEqual(['crisis-violence', 'threat'])
    expect(facts({}, [hit('minor', { about: 'other' })])).toEqual(['crisis-minor', 'minor'])
  })
})

describe('time limits', () => {
  test.each<readonly [Record<string, Answer>, string | undefined]>([
    [{ deadline: choice('hours') }, 'deadline-2h'],
    [{ deadline: choice('today') }, 'deadline-24h'],
    [{ deadline: choice('later') }, 'deadline-72h'],
    [{ deadline: choice('none') }, undefined],
    [{ deadline: choice('published') }, undefined],
    [{ danger: { kind: 'choices', options: ['deadline'] } }, 'deadline-24h'],
    [{ deadline: ends(2) }, 'deadline-2h'],
    [{ deadline: ends(2.01) }, 'deadline-24h'],
    [{ deadline: ends(24) }, 'deadline-24h'],
    [{ deadline: ends(24.01) }, 'deadline-72h'],
    [{ deadline: ends(72.01) }, undefined],
    [{ deadline: ends(-5) }, 'deadline-2h'],
    [{ deadline: ends(1) }, 'deadline-2h'],
  ])('%j is %s', (answers, expected) => {
    expect(facts(answers)).toEqual(expected === undefined ? [] : [expected])
  })

  test('the earliest of several counts, whichever came first', () => {
    const known = aKnown({ deadline: ends(30), danger: choice('deadline') }, [
      hit('deadline', { detail: { hours: 5 } }),
    ])
    expect(deadlineOf(flow, known)).toBe(after(NOW, hours(5)))
  })

  test('what was said long ago counts from when it was said, and only grows more urgent', () => {
    const known = aKnown({ deadline: choice('today') }, [], { at: NOW })
    const seen = [0, 21, 23, 25, 400].map((later) => [...factsOf(flow, known, after(NOW, hours(later)))])
    expect(seen).toEqual([
      ['deadline-24h'],
      ['deadline-24h'],
      ['deadline-2h'],
      ['deadline-2h'],
      ['deadline-2h'],
    ])
  })

  test('the moments at which time alone makes it graver lie ahead, one for each step', () => {
    const known = aKnown({ deadline: ends(30) })
    expect([...deadlineTurns(flow, known, NOW)].sort((a, b) => a - b)).toEqual([
      after(NOW, hours(6)),
      after(NOW, hours(28)),
    ])
    expect(deadlineTurns(flow, known, after(NOW, hours(6)))).toEqual([after(NOW, hours(28))])
    expect(deadlineTurns(flow, known, after(NOW, hours(29)))).toEqual([])
    expect(deadlineTurns(flow, aKnown(), NOW)).toEqual([])
    for (const turn of deadlineTurns(flow, known, NOW))
      expect([...factsOf(flow, known, turn)]).not.toEqual([
        ...factsOf(flow, known, after(turn, minutes(-1) as never)),
      ])
  })
})

describe('money', () => {
  const sum = (amount: number, currency = 'IQD'): Answer => ({
    kind: 'amount',
    amount,
    currency,
    raw: '' as never,
  })

  test.each<readonly [Record<string, Answer>, readonly string[]]>([
    [{ paid: choice('no'), amount: sum(9_000_000) }, []],
    [{ amount: sum(9_000_000) }, []],
    [{ paid: choice('yes') }, ['paid']],
    [{ paid: choice('again') }, ['paid', 'paid-again']],
    [{ paid: choice('yes'), demand: choice('money') }, ['paid', 'paid-again']],
    [{ paid: choice('yes'), amount: sum(999_999) }, ['paid']],
    [{ paid: choice('yes'), amount: sum(1_000_000) }, ['paid', 'paid-million']],
    [{ paid: choice('yes'), amount: sum(3000, 'USD') }, ['paid', 'paid-million']],
    [{ paid: choice('yes'), amount: sum(400, 'USD') }, ['paid']],
    [{ paid: choice('yes'), 'paid-amount': sum(1_000_000) }, ['paid', 'paid-million']],
    [{ paid: choice('yes'), 'paid-amount': sum(1_000_000), amount: sum(5000) }, ['paid', 'paid-million']],
    [{ paid: choice('no'), 'paid-amount': sum(1_000_000) }, []],
    // What is known besides makes no case less grave.
    [{ paid: choice('yes'), 'paid-amount': sum(5000), amount: sum(1_000_000) }, ['paid', 'paid-million']],
    [{ paid: choice('yes'), amount: sum(1e12, 'XXX') }, ['paid']],
  ])('%j', (answers, expected) => {
    expect(facts(answers)).toEqual(expected)
  })
})

test('age by the button', () => {
  expect(facts({ age: choice('me-18') })).toEqual([])
  expect(facts({ age: choice('no-answer') })).toEqual([])
  for (const option of ['me-16-17', 'me-13-15', 'other-minor'])
    expect(facts({ age: choice(option) })).toEqual(['minor'])
  expect(facts({ age: choice('me-under-13') })).toEqual(['minor', 'minor-under-13'])
})

test('another case with the same number, a wish for a person, a voice nobody could read', () => {
  expect(facts({}, [], { links: ['other'] })).toEqual(['linked'])
  expect(facts({}, [], { links: [] })).toEqual([])
  const found = { type: 'telegram', owner: 'perpetrator', raw: 'x', normal: 'x', keys: [], start: 0 } as never
  expect([...factsOf(flow, { ...aKnown(), identifiers: [found] }, NOW)]).toEqual(['contact-known'])
  expect(facts({}, [], { called: true })).toEqual(['person-asked'])
  expect([...factsOf(flow, { ...aKnown(), access: { duress: true } }, NOW)]).toEqual(['duress'])
  expect(facts({ story: { kind: 'voice', evidence: 'E' as never } })).toEqual(['voice'])
})
