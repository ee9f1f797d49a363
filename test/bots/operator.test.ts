import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { teams } from '../../bots/amin/teams.ts'
import { triageRules } from '../../bots/amin/triage.ts'
import { readOperator, type Operator } from '../../bots/operator.ts'
import { emergencyOf, hotlinesFor, rosterOf, rulesOf, teamsOf } from '../../bots/operator-rules.ts'
import { judge } from '../../core/policy/triage/triage.ts'
import type { AgentId } from '../../core/base/ids.ts'
import { hours, instant, minutes } from '../../core/base/units.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amin-operator-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const read = (value: unknown): ReturnType<typeof readOperator> => {
  const file = join(folder, 'operator.json')
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
  return readOperator(file)
}
const stated = (value: unknown): Operator => {
  const operator = read(value)
  if ('faults' in operator) throw new Error(operator.faults.join('; '))
  return operator
}
const faultsOf = (value: unknown): readonly string[] => {
  const operator = read(value)
  return 'faults' in operator ? operator.faults : []
}

const names = (en: string) => ({ ar: `${en} ar`, ckb: `${en} ckb`, en })
const hotline = (id: string, lastChecked: string, more: object = {}) => ({
  id,
  name: names(id),
  number: '911',
  for: ['emergency'],
  source: 'https://moi.example/911',
  lastChecked,
  ...more,
})

const WHOLE = {
  organisation: { name: names('Help'), kind: 'state', readMoreUrl: 'https://help.example/about' },
  official: { telegram: '@help' },
  exitUrl: 'https://weather.example',
  hotlines: [
    hotline('moi', '2026-01-20'),
    hotline('lawyers', '2026-01-02', { number: '+964 750 200 8179', for: ['legal'], area: names('North') }),
  ],
  teams: [
    { id: 'deepfake', on: false },
    { id: 'minors', name: names('Children'), languages: ['ar', 'ckb'] },
  ],
  targets: {
    night: { from: 23, to: 6 },
    P2: {
      replyMinutes: 20,
      pages: [
        { afterMinutes: 10, to: 'team' },
        { afterMinutes: 20, to: 'supervisor' },
      ],
      againMinutes: 30,
    },
  },
  retention: { draftHours: 48, P4days: 14, closedDays: 90 },
  ngoRoute: { name: names('Others'), url: 'https://others.example' },
  conflicts: [{ agent: 'Omar@Example.org', governorates: ['basra'], names: ['الجبوري'] }],
  women: ['Noor@example.org'],
}

describe('the file', () => {
  test('may be absent, or say nothing', () => {
    expect(readOperator(join(folder, 'none.json'))).toEqual({ official: {} })
    expect(stated({})).toEqual({ official: {} })
  })

  test('is taken whole', () => {
    expect(stated(WHOLE)).toMatchObject({
      retention: { draftHours: 48, P4days: 14, closedDays: 90 },
      organisation: { kind: 'state' },
    })
  })

  test('that is no JSON is one fault', () => {
    expect(faultsOf('{')).toEqual([expect.stringMatching(/^AMIN_OPERATOR_FILE cannot be read as JSON/)])
  })

  test.each<readonly [string, object, string]>([
    ['a name that is not known', { hotline: [] }, 'the file'],
    [
      'a language that is missing',
      { organisation: { name: { en: 'x', ar: 'x' }, kind: 'ngo' } },
      'organisation.name.ckb',
    ],
    ['a kind that is not known', { organisation: { name: names('x'), kind: 'police' } }, 'organisation.kind'],
    ['an address that is not https', { exitUrl: 'http://weather.example' }, 'exitUrl'],
    [
      'a number nobody can dial',
      { hotlines: [hotline('a', '2026-01-01', { number: 'ask us' })] },
      'hotlines.0.number',
    ],
    ['a day that is no date', { hotlines: [hotline('a', '2026-02-30')] }, 'hotlines.0.lastChecked'],
    [
      'a number without a source',
      { hotlines: [{ ...hotline('a', '2026-01-01'), source: undefined }] },
      'hotlines.0.source',
    ],
    ['a number for nothing', { hotlines: [hotline('a', '2026-01-01', { for: [] })] }, 'hotlines.0.for'],
    ['a hotline twice', { hotlines: [hotline('a', '2026-01-01'), hotline('a', '2026-01-01')] }, 'hotlines'],
    ['a team that is not known', { teams: [{ id: 'police' }] }, 'teams.0.id'],
    ['a team twice', { teams: [{ id: 'minors' }, { id: 'minors' }] }, 'teams'],
    ['no team at all', { teams: teams.map((id) => ({ id, on: false })) }, 'teams'],
    ['an hour that is none', { targets: { night: { from: 24, to: 6 } } }, 'targets.night.from'],
    ['a target of no time', { targets: { P1: { replyMinutes: 0 } } }, 'targets.P1.replyMinutes'],
    [
      'pages out of order',
      {
        targets: {
          P1: {
            pages: [
              { afterMinutes: 5, to: 'team' },
              { afterMinutes: 5, to: 'team' },
            ],
          },
        },
      },
      'targets.P1.pages',
    ],
    [
      'a page to nobody',
      { targets: { P1: { pages: [{ afterMinutes: 5, to: 'police' }] } } },
      'targets.P1.pages.0.to',
    ],
    ['keeping nothing', { retention: { closedDays: 0 } }, 'retention.closedDays'],
    ['keeping nothing of one severity', { retention: { P2: { idleDays: 0 } } }, 'retention.P2.idleDays'],
    ['a term that is none', { retention: { P2: { draftHours: 'forever' } } }, 'retention.P2.draftHours'],
    ['reading objects at no time', { scrubDays: 0 }, 'scrubDays'],
    ['no room for words', { reserveMegabytes: 0 }, 'reserveMegabytes'],
    ['an agent without an address', { conflicts: [{ agent: 'omar' }] }, 'conflicts.0.agent'],
  ])('with %s is refused, and says where', (_name, value, place) => {
    expect(faultsOf(value)).toEqual([
      expect.stringMatching(new RegExp(`^AMIN_OPERATOR_FILE: ${place.replaceAll('.', '\\.')}: .+`)),
    ])
  })

  test('with several faults has a line for each', () => {
    expect(faultsOf({ exitUrl: 'x', retention: { draftHours: -1 }, women: ['x'] })).toHaveLength(3)
  })
})

describe('the line outside', () => {
  const withSecret = (
    secret: string,
    webhook = 'https://duty.example/hook',
  ): ReturnType<typeof readOperator> => {
    writeFileSync(join(folder, 'alarm.key'), secret)
    return read({ alarm: { webhook, secretFile: 'alarm.key' } })
  }

  test('has its secret from a file beside the operator file', () => {
    expect(withSecret('a secret of the two sides\n')).toMatchObject({
      alarm: { webhook: 'https://duty.example/hook', secret: Buffer.from('a secret of the two sides') },
    })
  })

  test.each(['http://127.0.0.1:9/hook', 'http://localhost/hook', 'http://[::1]:9/'])(
    'may be on this machine without https: %s',
    (webhook) => {
      expect(withSecret('a secret of the two sides', webhook)).not.toHaveProperty('faults')
    },
  )

  test('is refused where it is neither https nor here, where its secret is short, or is not there', () => {
    const faults = (operator: ReturnType<typeof readOperator>) =>
      'faults' in operator ? operator.faults.join() : ''
    expect(faults(withSecret('a secret of the two sides', 'http://duty.example/hook'))).toMatch(
      /alarm\.webhook: must begin with https/,
    )
    expect(faults(withSecret('a secret of the two sides', 'ftp://duty.example/'))).toMatch(/alarm\.webhook/)
    expect(faults(withSecret('short'))).toMatch(/alarm\.secretFile: must hold 16/)
    expect(faults(withSecret('short', 'http://duty.example'))).toMatch(/alarm\.webhook.*alarm\.secretFile/)
    expect(faults(read({ alarm: { webhook: 'https://duty.example', secretFile: 'none' } }))).toMatch(
      /alarm\.secretFile: cannot be read/,
    )
    expect(faults(withSecret('short'))).not.toContain('short')
  })
})

describe('authorities', () => {
  const PEM = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
  const one = { id: 'one', url: 'http://tsa.example/', certificateFile: 'ca.pem' }

  test('come with their certificates, from files beside the operator file, and are asked once a day where nothing else is said', () => {
    writeFileSync(join(folder, 'ca.pem'), PEM)
    expect(stated({ anchors: [one, { ...one, id: 'two', everyHours: 6 }] }).anchors).toEqual([
      { id: 'one', url: one.url, certificates: PEM, everyHours: 24 },
      { id: 'two', url: one.url, certificates: PEM, everyHours: 6 },
    ])
    expect(stated({}).anchors).toBeUndefined()
  })

  test('are refused with a line for each fault', () => {
    writeFileSync(join(folder, 'ca.pem'), 'no certificate')
    expect(faultsOf({ anchors: [one] })).toEqual([
      'AMIN_OPERATOR_FILE: anchors.0.certificateFile: must hold certificates in PEM',
    ])
    const missing = {
      anchors: [one, { ...one, id: 'two', certificateFile: 'none.pem' }],
      alarm: { webhook: 'https://d.example', secretFile: 'none' },
    }
    expect(faultsOf(missing)).toEqual([
      'AMIN_OPERATOR_FILE: alarm.secretFile: cannot be read',
      'AMIN_OPERATOR_FILE: anchors.0.certificateFile: must hold certificates in PEM',
      'AMIN_OPERATOR_FILE: anchors.1.certificateFile: cannot be read',
    ])
    writeFileSync(join(folder, 'ca.pem'), PEM)
    for (const anchors of [
      [one, one],
      [{ ...one, url: 'ftp://tsa.example' }],
      [{ ...one, id: '../x' }],
      [{ ...one, everyHours: 0 }],
    ])
      expect(faultsOf({ anchors })).toHaveLength(1)
  })
})

describe('webhooks', () => {
  const one = {
    id: 'desk',
    url: 'https://desk.example/in',
    secretFile: 'desk.secret',
    events: ['case.opened'],
  }
  const write = (text: string): void => writeFileSync(join(folder, 'desk.secret'), text)

  test('come with their secrets, from files beside the operator file', () => {
    write(`whsec_${Buffer.alloc(24, 7).toString('base64')}\n`)
    const local = { ...one, id: 'local', url: 'http://127.0.0.1:8080/in' }
    expect(stated({ webhooks: [one, local] }).webhooks).toEqual([
      { id: 'desk', url: one.url, events: one.events, secret: Buffer.alloc(24, 7) },
      { id: 'local', url: local.url, events: one.events, secret: Buffer.alloc(24, 7) },
    ])
    expect(stated({}).webhooks).toBeUndefined()
  })

  test('are refused with a line for each fault', () => {
    write(`whsec_${Buffer.alloc(24, 7).toString('base64')}`)
    for (const webhooks of [
      [one, one],
      [{ ...one, url: 'http://desk.example/in' }],
      [{ ...one, url: 'https://user:word@desk.example/in' }],
      [{ ...one, url: 'ftp://desk.example/in' }],
      [{ ...one, id: '../x' }],
      [{ ...one, events: [] }],
      [{ ...one, events: ['case.read'] }],
      [{ ...one, secretFile: 'none' }],
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ ...one, id })),
    ])
      expect(faultsOf({ webhooks })).toHaveLength(1)
    const short = Buffer.alloc(23, 7).toString('base64')
    const long = Buffer.alloc(65, 7).toString('base64')
    for (const text of [
      '',
      'whsec_',
      `whsec_${short}`,
      `whsec_${long}`,
      Buffer.alloc(24, 7).toString('base64'),
    ]) {
      write(text)
      expect(faultsOf({ webhooks: [one] })).toEqual([
        'AMIN_OPERATOR_FILE: webhooks.0.secretFile: must hold whsec_ and 24 to 64 bytes in base64',
      ])
    }
  })
})

describe('hotlines', () => {
  const on = (date: string): ReturnType<typeof instant> => instant(Date.parse(date))
  const operator = stated.bind(undefined)

  test('are given while they were confirmed within the last 90 days, and for their purpose alone', () => {
    const given = (date: string, purpose: 'emergency' | 'legal' | 'suicide' = 'emergency') =>
      hotlinesFor(operator(WHOLE), purpose, on(date)).map(({ id }) => id)
    expect(given('2026-01-20T08:00:00Z')).toEqual(['moi'])
    expect(given('2026-04-20T23:59:59Z')).toEqual(['moi'])
    expect(given('2026-04-21T00:00:00Z')).toEqual([])
    expect(given('2026-01-20T08:00:00Z', 'legal')).toEqual(['lawyers'])
    expect(given('2026-01-20T08:00:00Z', 'suicide')).toEqual([])
  })

  test('dated in the future are not confirmed', () => {
    expect(hotlinesFor(operator(WHOLE), 'emergency', on('2026-01-18T23:00:00Z'))).toEqual([])
  })

  test('of an emergency say which is which, in the language of who reads them, and break over no line', () => {
    const named = operator({
      hotlines: [
        hotline('a', '2026-01-01', {
          name: { ar: 'الشرطة', ckb: 'پۆلیس', en: 'Police' },
          number: '+964 770 100',
        }),
        hotline('b', '2026-01-01', {
          name: { ar: 'الإسعاف', ckb: 'فریاکەوتن', en: 'Ambulance' },
          number: '122',
        }),
      ],
    })
    const at = on('2026-01-02T00:00:00Z')
    expect(emergencyOf(named, at, 'en')).toBe('Police\u00a0+964\u00a0770\u00a0100 · Ambulance\u00a0122')
    expect(emergencyOf(named, at, 'ar')).toBe('الشرطة\u00a0+964\u00a0770\u00a0100 · الإسعاف\u00a0122')
    expect(emergencyOf(named, at, 'ckb')).toMatch(/^پۆلیس.+فریاکەوتن.122$/)
  })

  test('of an emergency are at most two numbers, each once, and nothing where none is confirmed', () => {
    const several = operator({
      hotlines: [
        hotline('a', '2026-01-01'),
        hotline('b', '2026-01-01'),
        hotline('c', '2026-01-01', { number: '122' }),
        hotline('d', '2026-01-01', { number: '131' }),
        hotline('old', '2023-01-01', { number: '497' }),
      ],
    })
    expect(emergencyOf(several, on('2026-01-02T00:00:00Z'))).toBe('911 · 122')
    expect(emergencyOf(several, on('2027-01-02T00:00:00Z'))).toBeUndefined()
    expect(emergencyOf({ official: {} }, on('2026-01-02T00:00:00Z'))).toBeUndefined()
  })
})

describe('teams and targets', () => {
  const rules = () => rulesOf(stated(WHOLE), triageRules, teams)

  test('a team that is switched off is nobody’s team and gets no copies; the next that fits leads', () => {
    expect(teamsOf(stated(WHOLE), teams)).not.toContain('deepfake')
    const fake = {
      answers: { material: { kind: 'choice', option: 'fake' }, demand: { kind: 'choice', option: 'money' } },
    } as const
    expect(judge(triageRules, fake)).toMatchObject({ team: 'deepfake' })
    expect(judge(rules(), fake)).toMatchObject({ team: 'financial' })
    const copied = { answers: { ...fake.answers, danger: { kind: 'choices', options: ['hurt'] } } } as const
    expect(judge(triageRules, copied).copies).toEqual(['deepfake', 'financial'])
    expect(judge(rules(), copied).copies).toEqual(['financial'])
  })

  test('where the team of all others is off, the first that is on takes its place', () => {
    const off = rulesOf(stated({ teams: [{ id: 'women-family', on: false }] }), triageRules, teams)
    expect(judge(off, { answers: { relation: { kind: 'choice', option: 'ex' } } }).team).toBe('minors')
  })

  test('targets are those of the file where it says so, and the usual ones elsewhere', () => {
    const { targets } = rules()
    expect(targets.night).toEqual({ from: 23, to: 6 })
    expect(targets.P1).toEqual(triageRules.targets.P1)
    expect(targets.P2).toEqual({
      reply: minutes(20),
      pages: [
        { after: minutes(10), to: 'team' },
        { after: minutes(20), to: 'supervisor' },
      ],
      again: { every: minutes(30), most: hours(4) },
    })
    expect(rulesOf({ official: {} }, triageRules, teams)).toEqual({
      ...triageRules,
      routes: triageRules.routes.map((route) => ({ ...route, copies: route.copies ?? [] })),
    })
  })

  test('an interval is never longer than the longest', () => {
    const { again } = rulesOf(stated({ targets: { P1: { againMinutes: 60 } } }), triageRules, teams).targets
      .P1
    expect(again).toEqual({ every: minutes(60), most: minutes(60) })
  })
})

describe('the roster', () => {
  const who = (email?: string) => ({
    id: 'x' as AgentId,
    alias: 'X',
    ...(email === undefined ? {} : { email }),
  })

  test('knows agents by their address, in whatever case it is written', () => {
    const roster = rosterOf(stated(WHOLE))
    expect(roster.conflictOf(who('omar@example.ORG'))).toEqual({
      governorates: ['basra'],
      names: ['الجبوري'],
    })
    expect(roster.conflictOf(who('noor@example.org'))).toBeUndefined()
    expect(roster.conflictOf(who())).toBeUndefined()
    expect(
      ['NOOR@example.org', 'omar@example.org', undefined].map((email) => roster.isWoman(who(email))),
    ).toEqual([true, false, undefined])
  })

  test('adds up what is said of one agent in several places', () => {
    const conflicts = [
      { agent: 'a@x.org', governorates: ['basra'] },
      { agent: 'A@x.org', names: ['الجبوري'] },
    ]
    expect(rosterOf(stated({ conflicts })).conflictOf(who('a@x.org'))).toEqual({
      governorates: ['basra'],
      names: ['الجبوري'],
    })
  })

  test('does not know who is a woman where the file does not say', () => {
    expect(rosterOf(stated({})).isWoman(who('noor@example.org'))).toBeUndefined()
  })
})
