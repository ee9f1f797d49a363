import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { teams } from '../../../../bots/amin/teams.ts'
import { triageRules } from '../../../../bots/amin/triage.ts'
import { judge, type TriageRules } from '../../../../core/policy/triage/triage.ts'
import type { Answer } from '../../../../core/model/answer.ts'
import type { CrisisHit } from '../../../../core/base/danger.ts'
import { aKnown, factsAt, NOW } from '../../services/casebook/known.ts'

const HOUR = 3_600_000

const judged = (...parts: Parameters<typeof aKnown>) => {
  const known = aKnown(...parts)
  return judge(triageRules, { ...known.conversation, facts: factsAt(known) })
}

/** Answers of one option each, or of several. */
const says = (answers: Readonly<Record<string, string | readonly string[]>>): Record<string, Answer> =>
  Object.fromEntries(
    Object.entries(answers).map(([step, picked]) => [
      step,
      typeof picked === 'string' ? { kind: 'choice', option: picked } : { kind: 'choices', options: picked },
    ]),
  )

const amount = (amount: number, currency: string): Answer => ({
  kind: 'amount',
  amount,
  currency,
  raw: '' as never,
})
const endsIn = (hours: number): Answer => ({
  kind: 'time',
  at: (NOW + hours * HOUR) as never,
  raw: '' as never,
})
const hears = (
  label: CrisisHit['label'],
  detail: CrisisHit['detail'] = {},
  more: Partial<CrisisHit> = {},
): CrisisHit => ({
  label,
  hard: true,
  rule: `${label}-1`,
  start: 0,
  end: 1,
  about: 'self',
  detail,
  ...more,
})

type Example = readonly [
  name: string,
  answers: Record<string, Answer>,
  hits: readonly CrisisHit[],
  points: number,
  severity: string,
  team: string,
  copies: readonly string[],
]

/** Twelve people, worked through by hand from the table of bots/amin/README.md, Urgency. */
const EXAMPLES: readonly Example[] = [
  [
    '1 woman 24, private photos, stranger, 500,000 IQD by 22:00',
    {
      ...says({
        age: 'me-18',
        material: ['private'],
        demand: 'money',
        relation: 'stranger',
        person: 'woman',
      }),
      amount: amount(500_000, 'IQD'),
      deadline: endsIn(10),
    },
    [],
    55,
    'P2',
    'women-family',
    ['financial'],
  ],
  [
    '2 girl 15, game contact has photos, wants more',
    says({ age: 'me-13-15', material: ['private'], demand: 'photos' }),
    [],
    85,
    'P1',
    'minors',
    [],
  ],
  [
    '3 man 30, filmed video call, paid 400 of 1000 USD, 48 h left',
    {
      ...says({ age: 'me-18', material: ['private'], demand: 'money', paid: 'again', person: 'man' }),
      amount: amount(400, 'USD'),
      deadline: endsIn(48),
    },
    [],
    50,
    'P2',
    'financial',
    [],
  ],
  [
    '4 woman 19, brother saw it, says he will kill her, phone taken',
    says({ age: 'me-18', person: 'woman', device: 'shared' }),
    [hears('violence', { threat: true })],
    65,
    'P1',
    'violence',
    ['women-family'],
  ],
  [
    '5 student, AI nude on a public channel, family unaware',
    says({ age: 'me-18', material: ['fake'], spread: ['public'] }),
    [],
    37,
    'P2',
    'deepfake',
    [],
  ],
  [
    '6 hacked Facebook asks friends for money',
    says({ age: 'me-18', material: ['account'], demand: 'money' }),
    [],
    22,
    'P3',
    'account',
    [],
  ],
  [
    '7 man 22, photos, "the pills are beside me"',
    says({ age: 'me-18', material: ['private'], person: 'man' }),
    [hears('self_harm')],
    15,
    'P1',
    'violence',
    [],
  ],
  [
    '8 fake trading, 3000 USD lost, now a "tax"',
    { ...says({ age: 'me-18', demand: 'money', paid: 'again' }), amount: amount(3000, 'USD') },
    [],
    25,
    'P3',
    'financial',
    [],
  ],
  [
    '9 bulk e-mail, bitcoin address, no proof',
    says({ age: 'me-18', material: ['none-shown'], demand: 'money' }),
    [],
    13,
    'P4',
    'financial',
    [],
  ],
  [
    '10 ex-fiance: marry me or the clan gets the photos; she fears her uncles',
    says({ age: 'me-18', material: ['private'], demand: 'relation', relation: 'ex', person: 'woman' }),
    [hears('violence', {}, { hard: false })],
    75,
    'P1',
    'violence',
    ['women-family'],
  ],
  [
    '11 manager forces acts using a video',
    says({ age: 'me-18', material: ['private'], relation: 'work', person: 'woman' }),
    [hears('sexual_abuse', { continues: true })],
    85,
    'P1',
    'violence',
    ['women-family'],
  ],
  [
    '12 how do I secure my account? nothing happened',
    says({ age: 'me-18', danger: ['none'] }),
    [],
    0,
    'P4',
    'intake',
    [],
  ],
]

describe('the worked examples of the domain', () => {
  test.each(EXAMPLES)('%s', (_name, answers, hits, points, severity, team, copies) => {
    expect(judged(answers, hits)).toMatchObject({ points, severity, team, copies })
  })
})

describe('floors', () => {
  test.each<readonly [string, Record<string, Answer>, readonly CrisisHit[], string, string]>([
    ['thoughts of ending life, by the button', says({ danger: ['self-harm'] }), [], 'P1', 'violence'],
    ['thoughts of ending life, when asked after a soft sign', says({ soft: 'ending' }), [], 'P1', 'violence'],
    ['ending life right now, when asked', says({ 'crisis-now': 'yes' }), [], 'P1', 'violence'],
    ['not right now', says({ 'crisis-now': 'no' }), [], 'P4', 'intake'],
    ['afraid of someone, when asked', says({ soft: 'afraid' }), [], 'P2', 'violence'],
    ['someone may hurt me', says({ danger: ['hurt'] }), [], 'P1', 'violence'],
    ['sexual abuse continues', says({ danger: ['abuse'] }), [], 'P1', 'violence'],
    ['told to meet', says({ danger: ['meeting'] }), [], 'P1', 'violence'],
    ['a deadline by the button', says({ danger: ['deadline'] }), [], 'P2', 'women-family'],
    ['a soft sign of self-harm', {}, [hears('self_harm', {}, { hard: false })], 'P2', 'violence'],
    ['beaten, without a threat', {}, [hears('violence')], 'P1', 'violence'],
    ['somebody at the door', {}, [hears('meeting', { soon: true })], 'P1', 'violence'],
    ['a meeting some day', {}, [hears('meeting')], 'P2', 'violence'],
    ['a demand to meet', says({ demand: 'meet' }), [], 'P3', 'violence'],
    ['two hours', {}, [hears('deadline', { hours: 2 })], 'P1', 'women-family'],
    ['within hours, by the button', says({ deadline: 'hours' }), [], 'P1', 'women-family'],
    ['by tonight', {}, [hears('deadline')], 'P2', 'women-family'],
    ['under 13', says({ age: 'me-under-13' }), [], 'P1', 'minors'],
    [
      'a child of eleven, told by another',
      {},
      [hears('minor', { age: 11 }, { about: 'other' })],
      'P1',
      'minors',
    ],
    ['any other minor', says({ age: 'other-minor' }), [], 'P2', 'minors'],
    ['a minor that is told to meet', says({ age: 'me-16-17', demand: 'meet' }), [], 'P1', 'minors'],
    ['it reached the family', says({ spread: ['family'] }), [], 'P2', 'women-family'],
    ['an official or armed person', says({ relation: 'powerful' }), [], 'P2', 'women-family'],
    ['a relative', says({ relation: 'relative' }), [], 'P2', 'women-family'],
    ['not safe in the urgent path', says({ 'fast-safe': 'cant-say' }), [], 'P1', 'violence'],
    ['watched while writing', says({ device: 'watched' }), [], 'P2', 'women-family'],
    ['chats and nothing else', says({ material: ['chats'] }), [], 'P3', 'women-family'],
  ])('%s', (_name, answers, hits, severity, team) => {
    expect(judged(answers, hits)).toMatchObject({ severity, team })
  })

  test('danger of a third person is looked into, and acted on where the case is about that person', () => {
    const sister = hears('self_harm', {}, { about: 'other' })
    expect(judged({}, [sister]).severity).toBe('P2')
    expect(judged(says({ age: 'other-adult' }), [sister]).severity).toBe('P1')
  })

  test('who asks for a person, tells by voice, or skips what there is against them is at least P3', () => {
    expect(judged({}, [], { called: true }).severity).toBe('P3')
    expect(judged({ story: { kind: 'voice', evidence: 'E1' as never } }).severity).toBe('P3')
    expect(judged({}, [], { skipped: ['material'] }).severity).toBe('P3')
  })

  test('a number or a name of somebody is a live contact, one’s own and the address of bulk mail are not', () => {
    const ids = (type: string, owner = 'perpetrator'): Record<string, Answer> => ({
      ids: {
        kind: 'identifiers',
        identifiers: [{ type, owner, raw: 'x', normal: 'x', keys: [], start: 0 } as never],
        raw: 'x' as never,
      },
    })
    expect(judged({ ...says({ material: ['none-shown'] }), ...ids('telegram') }).severity).toBe('P3')
    expect(judged({ ...says({ material: ['none-shown'] }), ...ids('telegram', 'self') }).severity).toBe('P4')
    expect(judged({ ...says({ material: ['none-shown'] }), ...ids('btc') }).severity).toBe('P4')
  })
})

describe('routing', () => {
  test('a child has no copies, but for danger to life', () => {
    expect(
      judged(says({ age: 'me-16-17', material: ['private', 'fake'], demand: 'money', person: 'woman' })),
    ).toMatchObject({
      team: 'minors',
      copies: [],
    })
    expect(judged(says({ age: 'me-16-17', danger: ['self-harm'] }))).toMatchObject({
      team: 'minors',
      copies: ['violence'],
    })
  })

  test('a wish for a woman counts like being one', () => {
    expect(judged(says({ material: ['private'], demand: 'money', wish: 'woman' }))).toMatchObject({
      team: 'women-family',
      copies: ['financial'],
    })
    expect(judged(says({ danger: ['hurt'], wish: 'woman' }))).toMatchObject({
      team: 'violence',
      copies: ['women-family'],
    })
  })

  test('others that match are copied', () => {
    expect(judged(says({ danger: ['hurt'], material: ['fake', 'account'], demand: 'money' })).copies).toEqual(
      ['deepfake', 'account', 'financial'],
    )
    expect(judged(says({ material: ['account'], demand: 'money', paid: 'yes' })).copies).toEqual([
      'financial',
    ])
  })

  test('each team it names is one of the teams, and no team copies itself', () => {
    for (const { team, copies = [] } of triageRules.routes) {
      expect(teams).toContain(team)
      for (const copy of copies) expect(teams.filter((each) => each !== team)).toContain(copy.team)
    }
    expect(teams).toContain(triageRules.team)
  })
})

describe('reasons', () => {
  test.each(['ar', 'ckb', 'en'])('each rule has one in %s', (language) => {
    const texts = readFileSync(
      new URL(`../../../../bots/amin/locales/${language}.ftl`, import.meta.url),
      'utf8',
    )
    const missing = triageRules.rules.filter(({ reason }) => !new RegExp(`^${reason} = \\S`, 'm').test(texts))
    expect(missing.map(({ reason }) => reason)).toEqual([])
  })

  test('stand in the order of the rules, each once', () => {
    expect(judged(says({ material: ['private'], demand: 'photos', age: 'me-16-17' })).reasons).toEqual([
      'reason-minor-intimate',
      'reason-minor',
      'reason-sexual-demand',
      'reason-material-private',
      'reason-contact',
    ])
  })
})

describe('points, groups and floors', () => {
  const rules: TriageRules = {
    ...triageRules,
    team: 'x',
    unrouted: 'none',
    routes: [
      {
        team: 'y',
        when: { step: 'c', skipped: true },
        copies: [{ team: 'z', when: { step: 'b', is: ['yes'] } }],
      },
      { team: 'z', when: { fact: ['far', 'near'] } },
    ],
    rules: [
      { when: { step: 'a', is: ['big'] }, points: 45, group: 'g', reason: 'big' },
      { when: { step: 'a', is: ['big', 'small'] }, points: 25, group: 'g', reason: 'small' },
      { when: { step: 'b', is: ['yes'] }, points: 15, reason: 'b' },
      { when: { step: 'c', skipped: true }, floor: 'P2', reason: 'c' },
      { when: { step: 'c', skipped: true }, reason: 'c' },
      { when: { fact: ['near'] }, points: 40, reason: 'near' },
    ],
  }
  const of = (
    answers: Record<string, string>,
    skipped?: Record<string, 'skip'>,
    facts: readonly string[] = [],
  ) =>
    judge(rules, {
      answers: says(answers),
      facts: new Set(facts),
      ...(skipped === undefined ? {} : { skipped }),
    })

  test.each<[Record<string, string>, string]>([
    [{}, 'P4'],
    [{ b: 'yes' }, 'P3'],
    [{ a: 'small' }, 'P3'],
    [{ a: 'small', b: 'yes' }, 'P2'],
    [{ a: 'big' }, 'P2'],
    [{ a: 'big', b: 'yes' }, 'P1'],
  ])('%j is %s: within a group the largest counts, groups add up', (answers, severity) => {
    expect(of(answers).severity).toBe(severity)
  })

  test('a floor lifts what the points leave lower, the first route leads, a reason is named once', () => {
    expect(of({}, { c: 'skip' }, ['far'])).toEqual({
      severity: 'P2',
      points: 0,
      team: 'y',
      copies: [],
      reasons: ['c'],
    })
    expect(of({ a: 'big', b: 'yes' }, { c: 'skip' })).toMatchObject({ severity: 'P1', copies: ['z'] })
  })

  test('facts count like answers; without any there are none', () => {
    expect(of({}, {}, ['near'])).toMatchObject({ severity: 'P2', team: 'z', reasons: ['near'] })
    expect(judge(rules, { answers: {} })).toEqual({
      severity: 'P4',
      points: 0,
      team: 'none',
      copies: [],
      reasons: [],
    })
  })
})
