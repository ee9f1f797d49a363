import { describe, expect, test } from 'vitest'
import { conflicts } from '../../../../core/policy/visibility/conflict.ts'
import type { CasePorts } from '../../../../core/services/casebook/ports.ts'
import type { CaseState } from '../../../../core/model/state.ts'
import { roles } from '../../../../bots/amin/roles.ts'
import { wishHolds } from '../../../../core/policy/visibility/wish.ts'
import type { Answer } from '../../../../core/model/answer.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import type { CaseCode, CaseId } from '../../../../core/base/ids.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import type { Conflict } from '../../../../core/ports/roster.ts'
import { after, minutes } from '../../../../core/base/units.ts'
import { agent, openStage } from '../../../build/stage.ts'
import { NOW } from '../../services/casebook/known.ts'

const choice = (option: string): Answer => ({ kind: 'choice', option })
const knows = (answers: Record<string, Answer>, more: { name?: string; lastWords?: string } = {}) =>
  ({ conversation: { answers }, lastWords: '', ...more }) as Parameters<typeof conflicts>[2]

describe('a declared conflict', () => {
  const basra: Conflict = { governorates: ['basra'], names: ['الجبوري', 'al-Tamimi', 'Barzanî'] }

  test.each<readonly [string, Parameters<typeof conflicts>[2], boolean]>([
    ['the same governorate', knows({ governorate: choice('basra') }), true],
    ['another governorate', knows({ governorate: choice('erbil') }), false],
    ['nothing known', knows({}), false],
    ['the family name in the chat', knows({}, { name: 'زينب الجبوري' }), true],
    ['the family name without its article', knows({}, { name: 'زينب جبوري' }), true],
    [
      'the family name in the story',
      knows({ story: { kind: 'text', text: untrusted('هذا من بيت الجبوري ويهددني') } }),
      true,
    ],
    ['the family name in the last words', knows({}, { lastWords: 'اسمه احمد الجُبوري' }), true],
    ['an article written apart', knows({}, { name: 'Zainab Al Tamimi' }), true],
    ['an article glued on', knows({}, { name: 'zainab altamimi' }), true],
    ['a longer word that only contains it', knows({}, { name: 'جبوريات' }), false],
    ['another family', knows({}, { name: 'زينب الدليمي' }), false],
  ])('%s', (_name, known, expected) => {
    expect(conflicts(roles, basra, known)).toBe(expected)
  })

  test('of nothing hides nothing', () => {
    expect(
      conflicts(
        roles,
        { governorates: [], names: ['', '-'] },
        knows({ governorate: choice('basra') }, { name: 'x' }),
      ),
    ).toBe(false)
  })
})

describe('a wish for a woman', () => {
  const of = (more: Partial<CaseState> = {}, wish = 'woman') =>
    ({
      hands: { status: 'waiting', since: NOW, why: 'person' },
      severity: 'P2',
      answeredAt: { wish: after(NOW, minutes(-60)) },
      conversation: { answers: { wish: choice(wish) } },
      ...more,
    }) as Parameters<typeof wishHolds>[1]
  const until = after(NOW, minutes(10))

  test('keeps others back for ten minutes, and then no longer', () => {
    expect(wishHolds(roles, of(), false, NOW)).toBe(until)
    expect(wishHolds(roles, of(), false, after(NOW, minutes(9)))).toBe(until)
    expect(wishHolds(roles, of(), false, until)).toBeUndefined()
  })

  test('counts from when it was said, where that was later', () => {
    const said = after(NOW, minutes(20))
    expect(wishHolds(roles, of({ answeredAt: { wish: said } }), false, said)).toBe(after(said, minutes(10)))
  })

  test('counts from when it was said where nobody waits yet', () => {
    expect(wishHolds(roles, of({ hands: { status: 'bot' }, answeredAt: { wish: NOW } }), false, NOW)).toBe(
      until,
    )
  })

  test('keeps back neither a woman, nor anybody where it is not known, nor where life is in danger', () => {
    expect(wishHolds(roles, of(), true, NOW)).toBeUndefined()
    expect(wishHolds(roles, of(), undefined, NOW)).toBeUndefined()
    expect(wishHolds(roles, of({ severity: 'P1' }), false, NOW)).toBeUndefined()
    for (const wish of ['man', 'any']) expect(wishHolds(roles, of({}, wish), false, NOW)).toBeUndefined()
  })
})

describe('an agent with a conflict', () => {
  const omar = agent('omar')
  const noor = agent('noor')
  const code = (n: number): CaseCode => `AAAA222${n}` as CaseCode

  const openTwo = async () => {
    const stage = await openStage()
    ;(stage.ports as { roster?: CasePorts['roster'] }).roster = {
      conflictOf: ({ id }) => (id === omar.id ? { governorates: ['basra'], names: [] } : undefined),
      isWoman: () => undefined,
    }
    for (const [n, governorate] of ['basra', 'erbil'].entries()) {
      const events: readonly CaseEvent[] = [
        { type: 'case_opened', code: code(n), channel: 'telegram', language: 'en' },
        { type: 'answer_given', step: 'governorate', answer: choice(governorate) },
        { type: 'handoff_requested', why: 'person' },
      ]
      await stage.casebook.append(`CASE${n}`.padEnd(26, '0') as CaseId, () => ({ actor: 'person', events }))
    }
    return stage
  }

  test('does not see the case in a list, others do', async () => {
    const { desk } = await openTwo()
    const listed = async (who?: typeof omar) =>
      (await desk.list({}, { limit: 10 }, who)).rows.map((row) => row.code).sort()
    expect(await listed(omar)).toEqual([code(1)])
    expect(await listed(noor)).toEqual([code(0), code(1)])
    expect(await listed()).toEqual([code(0), code(1)])
  })

  test('is not stopped by a page that holds nothing else', async () => {
    const { desk } = await openTwo()
    const first = await desk.list({}, { limit: 1 }, omar)
    expect(first.rows.map((row) => row.code)).toEqual([code(1)])
  })

  test('cannot open it, claim it, note, rate or look at it: it is unknown', async () => {
    const { desk } = await openTwo()
    expect(await desk.open(code(0), omar)).toBeUndefined()
    expect(await desk.open(code(1), omar)).toMatchObject({ row: { code: code(1) } })
    expect(await desk.claim(code(0), omar)).toEqual({ status: 'unknown' })
    expect(await desk.note(code(0), omar, 'hello')).toEqual({ status: 'unknown' })
    expect(await desk.setSeverity(code(0), omar, 'P4', 'because')).toEqual({ status: 'unknown' })
    expect(await desk.view(code(0), 'E' as never, omar, 'reveal', 'because')).toEqual({ status: 'unknown' })
    expect((await desk.claim(code(0), noor)).status).toBe('done')
  })

  test('is not handed it by a colleague', async () => {
    const { desk } = await openTwo()
    await desk.claim(code(0), noor)
    expect(await desk.transfer(code(0), noor, { agent: omar })).toEqual({
      status: 'refused',
      why: 'conflict',
    })
  })

  test('sees an erased case like everybody: it shows nothing of anybody', async () => {
    const { desk } = await openTwo()
    await desk.erase(code(0), 'test', 'asked for')
    expect((await desk.list({}, { limit: 10 }, omar)).rows).toHaveLength(2)
  })
})
