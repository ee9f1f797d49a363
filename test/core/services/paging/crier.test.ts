import { beforeEach, expect, test } from 'vitest'
import type { CasePorts } from '../../../../core/services/casebook/ports.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import type { CaseCode, CaseId, InboundId } from '../../../../core/base/ids.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import type { AlarmCall } from '../../../../core/ports/alarm.ts'
import { hours, minutes } from '../../../../core/base/units.ts'
import { agent, openStage, type Stage } from '../../../build/stage.ts'

let stage: Stage
let calls: AlarmCall[]
let answers: ('taken' | 'unreachable')[]

beforeEach(async () => {
  stage = await openStage()
  calls = []
  answers = []
  ;(stage.ports as { alarm?: CasePorts['alarm'] }).alarm = {
    raise: async (call) => {
      calls.push(call)
      return answers.shift() ?? 'taken'
    },
  }
})

const codeOf = (n: number): CaseCode => `AAAA${n.toString(36).toUpperCase().padStart(4, '2')}` as CaseCode

/** Somebody in danger who begins to wait now. */
const waits = async (n: number, words: string, origin?: string): Promise<CaseCode> => {
  const address = { channel: 'webchat', account: 'web', chat: String(n) } as const
  const item = {
    v: 1,
    ...address,
    message: '1',
    edit: 0,
    sentAt: stage.clock.now(),
    from: {},
    body: { kind: 'text', text: untrusted(words) },
  } as const
  const events: CaseEvent[] = [
    {
      type: 'case_opened',
      code: codeOf(n),
      channel: 'webchat',
      language: 'en',
      ...(origin === undefined ? {} : { origin }),
    },
    { type: 'chat_attached', address },
    { type: 'message_received', inbound: `in-${n}` as InboundId, message: item },
    { type: 'handoff_requested', why: 'person' },
    { type: 'answer_given', step: 'danger', answer: { kind: 'choice', option: 'hurt' } },
  ]
  await stage.casebook.append(`CASE${String(n).padStart(22, '0')}` as CaseId, () => ({
    actor: 'person',
    events,
  }))
  return codeOf(n)
}
const FAKE = 'He will kill me tonight, please come to my house now'
const OWN = 'My uncle read everything, I have locked myself into the bathroom'
const flood = async (count: number, from = 0): Promise<void> => {
  for (let i = from; i < from + count; i += 1) await waits(i, FAKE, `origin-${i}`)
}

test('sixty who begin to wait together are one call that says how many, and not sixty', async () => {
  await flood(60)
  await stage.passTime(minutes(11))
  expect(calls).toHaveLength(1)
  expect(calls[0]!.together).toMatchObject({ waiting: 60, fresh: 60, alike: 60 })
})

test('it is repeated while nobody comes, with growing gaps up to an hour, and ends when they are gone', async () => {
  await flood(10)
  const at: number[] = []
  const start = stage.clock.now()
  for (let minute = 0; minute < 300; minute += 1) {
    const before = calls.length
    await stage.passTime(minutes(1))
    if (calls.length > before) at.push(Math.round((stage.clock.now() - start) / minutes(1)))
  }
  const gaps = at.slice(1).map((minute, i) => minute - at[i]!)
  expect(gaps.slice(0, 3)).toEqual([10, 20, 40])
  expect(Math.max(...gaps)).toBeLessThanOrEqual(70)
  for (let i = 0; i < 10; i += 1) await stage.desk.claim(codeOf(i), agent('Noor'))
  const before = calls.length
  await stage.passTime(hours(3))
  expect(calls).toHaveLength(before)
})

test('somebody new who is like none of the flood is named at their own time at the latest; more of the flood is only counted', async () => {
  await flood(30)
  await stage.passTime(minutes(12))
  expect(calls).toHaveLength(1)
  await flood(30, 30)
  const early = await waits(5000, OWN)
  await stage.passTime(minutes(9))
  const late = await waits(6000, 'Three men from my street say they saw the film and wait outside')
  await stage.passTime(minutes(11))
  const named = calls
    .slice(1)
    .map(({ together }) => together!.codes.filter((code) => code === early || code === late))
  expect(named).toEqual([[early], [late]])
  expect(calls.at(-1)!.together).toMatchObject({ waiting: 62, fresh: 1, alike: 60, codes: [late] })
})

test('a line that does not answer is tried once for all of them, again and again', async () => {
  answers = Array.from({ length: 4 }, () => 'unreachable' as const)
  await flood(40)
  await stage.passTime(minutes(12))
  expect(calls).toHaveLength(5)
  expect(calls.at(-1)!.together).toMatchObject({ waiting: 40 })
})

test('up to three have a call each, by their own code', async () => {
  for (const n of [1, 2, 3]) await waits(n, FAKE)
  await stage.passTime(minutes(11))
  expect(calls.map(({ code, together }) => [code, together])).toEqual(
    [1, 2, 3].map((n) => [codeOf(n), undefined]),
  )
})

test('who supervises closes what is alike with a reason, life in danger or not; each opens again by the person’s word', async () => {
  await flood(6)
  const real = await waits(6000, OWN)
  const [reem, dana] = [agent('Reem'), agent('Dana')]
  const alike = await stage.desk.alike(codeOf(0), reem)
  expect(alike.map(({ row }) => row.code)).toEqual([1, 2, 3, 4, 5].map(codeOf))
  expect(alike.map(({ row }) => row.code)).not.toContain(real)
  expect(await stage.desk.close(codeOf(0), dana, 'not_a_case', { over: false, why: 'a flood' })).toEqual({
    status: 'not_yours',
  })
  expect(await stage.desk.close(codeOf(0), reem, 'not_a_case', { over: true, why: '' })).toEqual({
    status: 'not_yours',
  })
  for (const { row } of alike)
    expect(
      await stage.desk.close(row.code, reem, 'not_a_case', {
        over: true,
        why: 'the same words sixty times',
        seen: row.seq,
      }),
    ).toMatchObject({
      status: 'done',
    })
  const { events } = (await stage.desk.open(codeOf(1), reem)) as { events: readonly { event: CaseEvent }[] }
  expect(events.map(({ event }) => event)).toContainEqual({
    type: 'case_closed',
    agent: reem.id,
    outcome: 'not_a_case',
    why: 'the same words sixty times',
  })
  expect(await stage.desk.shift.reopen(codeOf(1), dana)).toMatchObject({ status: 'done' })
})

test('who has said something since is not closed with the others', async () => {
  await flood(5)
  const [one] = await stage.desk.alike(codeOf(0))
  await stage.casebook.append(one!.row.caseId, () => ({
    actor: 'person',
    events: [
      {
        type: 'message_received',
        inbound: 'late' as InboundId,
        message: {
          v: 1,
          channel: 'webchat',
          account: 'web',
          chat: '1',
          message: '2',
          edit: 0,
          sentAt: stage.clock.now(),
          from: {},
          body: { kind: 'text', text: untrusted(OWN) },
        },
      },
    ],
  }))
  expect(
    await stage.desk.close(one!.row.code, agent('Reem'), 'not_a_case', {
      over: true,
      why: 'a flood',
      seen: one!.row.seq,
    }),
  ).toMatchObject({
    status: 'moved',
  })
})
