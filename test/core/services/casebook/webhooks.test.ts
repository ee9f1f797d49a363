import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { WEBHOOK_TYPES } from '../../../../core/base/webhook.ts'
import { minutes } from '../../../../core/base/units.ts'
import type { WebhookJob } from '../../../../core/model/webhook-news.ts'
import { OUTCOMES } from '../../../../core/model/team-events.ts'
import type { Commit } from '../../../../core/ports/store/ledger.ts'
import { makeOldCases } from '../../../../core/services/imports/take-old.ts'
import { jobContext } from '../../../../core/services/casebook/envelope.ts'
import { teams } from '../../../../bots/amin/teams.ts'
import { agent, openStage, reachStory, type Stage } from '../../../build/stage.ts'
import { runs } from '../../../property/runs.ts'

const noor = agent('Noor')
const DANGER = 'he is at my door and he will kill me now'

/** A stage with an endpoint that wants everything, and what it is to be told. */
const openTold = async (...endpoints: readonly string[]) => {
  const stage = await openStage()
  const told: WebhookJob[] = []
  const { commit } = stage.store.ledger
  Object.assign(stage.store.ledger, {
    commit: async (made: Commit) => {
      const outcome = await commit(made)
      if (outcome === 'done')
        for (const { id, kind, sealed } of made.jobs)
          if (kind === 'webhook') told.push(stage.sealer.transit.open(jobContext(id), sealed) as WebhookJob)
      return outcome
    },
  })
  Object.assign(stage.ports, { webhooks: { wants: () => (endpoints.length === 0 ? ['desk'] : endpoints) } })
  return { stage, told }
}

const Data = z.strictObject({
  case: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  severity: z.enum(['P1', 'P2', 'P3', 'P4']).optional(),
  from: z.enum(['P1', 'P2', 'P3', 'P4']).optional(),
  team: z.enum(teams).optional(),
  to: z.enum(['bot', 'queue']).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  step: z.int().min(0).optional(),
})
const Told = z.strictObject({
  endpoint: z.literal('desk'),
  type: z.enum(WEBHOOK_TYPES),
  at: z.int(),
  data: Data,
})

/** Danger, too late, taken over, handed back, closed and erased. */
const live = async (stage: Stage, chat: string): Promise<void> => {
  const person = stage.person(chat)
  await person.says(DANGER)
  await stage.passTime(minutes(6))
  const code = await person.code()
  await stage.desk.claim(code, noor)
  await stage.desk.release(code, noor, 'bot')
  await stage.desk.claim(code, noor)
  await stage.desk.close(code, noor, 'resolved')
  await stage.desk.erase(code, 'operator', 'a trial')
}

describe('programs of the agency', () => {
  test('are told of each step of a case, in the commit that makes it', async () => {
    const { stage, told } = await openTold()
    const person = stage.person('1')
    await reachStory(person)
    const { caseId } = (await person.book()).row
    await live(stage, '1')
    const types = told.map(({ type }) => type)
    expect(new Set(types)).toEqual(new Set(WEBHOOK_TYPES))
    expect(types[0]).toBe('case.opened')
    expect(types.at(-1)).toBe('case.erased')
    expect(types.filter((type) => type === 'case.opened')).toHaveLength(1)
    expect(new Set(told.map(({ data }) => data.case))).toEqual(new Set([caseId]))
    const dataOf = (type: string) => told.find((one) => one.type === type)?.data
    expect(dataOf('case.urgency_changed')).toMatchObject({ severity: expect.stringMatching(/^P[1-4]$/) })
    expect(told.filter(({ type }) => type === 'case.urgency_changed').at(-1)?.data.severity).toBe('P1')
    expect(dataOf('case.target_missed')).toEqual({ case: caseId, severity: 'P1', step: 1 })
    expect(dataOf('case.handed_back')).toEqual({ case: caseId, to: 'bot' })
    expect(dataOf('case.closed')).toEqual({ case: caseId, outcome: 'resolved' })
    expect(dataOf('case.erased')).toEqual({ case: caseId })
  })

  test('are told apart: one message to each', async () => {
    const { stage, told } = await openTold('one', 'two')
    await stage.person('1').sends({ kind: 'start' })
    expect(told.map(({ type, endpoint }) => `${type} ${endpoint}`)).toEqual([
      'case.opened one',
      'case.opened two',
    ])
  })

  test('are told nothing of somebody under 18 but that something happened', async () => {
    const { stage, told } = await openTold()
    const person = stage.person('1')
    await person.sends({ kind: 'start' })
    await person.says('continue')
    await person.says('I am 15')
    const { caseId } = (await person.book()).row
    await live(stage, '1')
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(WEBHOOK_TYPES))
    expect(told.map(({ data }) => data)).toEqual(told.map(() => ({ case: caseId })))
  })

  test('are told nothing where the operator named none', async () => {
    const { stage, told } = await openTold()
    Object.assign(stage.ports, { webhooks: undefined })
    await reachStory(stage.person('1'))
    expect(told).toEqual([])
  })

  test('hear no word, name or code of anybody, whatever is said', async () => {
    const said = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.constantFrom(
          DANGER,
          'my name is Zainab and my number is +9647701234567',
          'he wants 500 dollars by tonight or he sends my pictures to my family',
          'I want to end my life',
          'هددني بنشر صوري إذا ما دفعت',
        ),
      ),
      { minLength: 1, maxLength: 4 },
    )
    await fc.assert(
      fc.asyncProperty(said, async (texts) => {
        const { stage, told } = await openTold()
        const person = stage.person('1')
        await reachStory(person)
        for (const text of texts) await person.says(text)
        const code = await person.code()
        await live(stage, '1')
        expect(told.length).toBeGreaterThan(4)
        for (const one of told) Told.parse(one)
        expect(JSON.stringify(told)).not.toContain(code)
      }),
      runs(15),
    )
  })
})

test('of a case that is brought in from elsewhere nothing is told, and of what happens to it later everything', async () => {
  const { stage, told } = await openTold()
  const old = { language: 'en', story: DANGER, note: '', picked: {}, year: 2023 } as const
  const { code } = await makeOldCases(stage.ports, stage.casebook).take('K-1', old, noor)
  expect(told).toEqual([])
  await stage.desk.close(code, noor, 'resolved')
  expect(told.map(({ type }) => type)).toEqual(['case.closed'])
})
