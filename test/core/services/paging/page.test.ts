import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '../../../../core/model/events.ts'
import type { AgentId, CaseCode, CaseId, InboundId } from '../../../../core/base/ids.ts'
import type { Alarm, AlarmCall } from '../../../../core/ports/alarm.ts'
import type { CasePorts } from '../../../../core/services/casebook/ports.ts'
import { hours, instant, minutes, seconds } from '../../../../core/base/units.ts'
import { agent, openStage, type Stage } from '../../../build/stage.ts'

const CASE = 'CASE000000000000000000000A' as CaseId
const noor = agent('noor')

const answered = (step: string, option: string): CaseEvent => ({
  type: 'answer_given',
  step,
  answer: { kind: 'choice', option },
})
const HANDOFF: CaseEvent = { type: 'handoff_requested', why: 'person' }
const DANGER: CaseEvent = answered('danger', 'hurt')

type Line = { readonly calls: AlarmCall[]; readonly answers: ('taken' | 'unreachable')[] }

/** A case with a chat, nobody waiting yet, and a line outside that answers as it is told. */
const openCase = async (line?: Line) => {
  const stage = await openStage()
  if (line !== undefined) {
    const alarm: Alarm = {
      raise: async (call) => {
        line.calls.push(call)
        return line.answers.shift() ?? 'taken'
      },
    }
    ;(stage.ports as { alarm?: CasePorts['alarm'] }).alarm = alarm
  }
  const tell = async (...events: readonly CaseEvent[]): Promise<void> =>
    void (await stage.casebook.append(CASE, () => ({ actor: 'person', events })))
  await tell(
    { type: 'case_opened', code: 'AAAA2222' as CaseCode, channel: 'telegram', language: 'en' },
    { type: 'chat_attached', address: { channel: 'telegram', account: 'bot', chat: '7' } },
  )
  const state = () => stage.casebook.load(CASE)
  const code = 'AAAA2222' as CaseCode
  /** Minutes after the start at which people were called, with whom. */
  const start = stage.clock.now()
  const pages = async (): Promise<readonly string[]> => {
    const { entries, events } = await stage.casebook.read(CASE)
    return events.flatMap((of, i) =>
      of.flatMap((event) => {
        const at = (JSON.parse(entries[i]!.header) as { at: number }).at
        return event.type === 'paged' ? [`${(at - start) / minutes(1)} ${event.to}`] : []
      }),
    )
  }
  const heard = (): readonly string[] =>
    stage.channel.sent.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []))
  /** What still waits of pages and signs of life, whenever it is due. */
  const timers = async (): Promise<readonly string[]> => {
    const far = instant(start + hours(10_000))
    const left = await stage.store.jobs.claim({ owner: 'nobody', now: far, until: far }, 100)
    return left.map(({ kind }) => kind).filter((kind) => kind === 'page' || kind === 'comfort')
  }
  return { ...stage, stage, timers, tell, state, code, pages, heard }
}

describe('somebody who waits in danger', () => {
  test('has the team called again, then who supervises, then the line outside, until somebody claims', async () => {
    const line: Line = { calls: [], answers: [] }
    const { tell, passTime, pages, desk, code } = await openCase(line)
    await tell(HANDOFF, DANGER)
    await passTime(minutes(32))
    expect(await pages()).toEqual(['2 team', '5 supervisor', '10 external', '20 external', '30 external'])
    expect(line.calls.map(({ step }) => step)).toEqual([2, 3, 4])
    await desk.claim(code, noor)
    await passTime(hours(5))
    expect(await pages()).toHaveLength(5)
    expect(line.calls).toHaveLength(3)
  })

  test('is told to the line outside by code, severity, team and since when, and nothing else', async () => {
    const line: Line = { calls: [], answers: [] }
    const { tell, passTime, clock, code } = await openCase(line)
    const since = clock.now()
    await tell(HANDOFF, DANGER)
    await passTime(minutes(11))
    expect(line.calls).toEqual([{ code, severity: 'P1', team: 'violence', step: 2, waitingSince: since }])
  })

  test('without a line outside has who supervises called instead', async () => {
    const { tell, passTime, pages } = await openCase()
    await tell(HANDOFF, DANGER)
    await passTime(minutes(21))
    expect(await pages()).toEqual(['2 team', '5 supervisor', '10 supervisor', '20 supervisor'])
  })

  test('is in the live feed with each call, so that consoles ring', async () => {
    const { tell, passTime, store } = await openCase()
    await tell(HANDOFF, DANGER)
    await passTime(minutes(6))
    const kinds = (await store.feed.read(0, 100)).map((item) => item.kinds)
    expect(kinds.filter((of) => of.includes('paged'))).toHaveLength(2)
  })
})

describe('a line outside that does not answer', () => {
  test('is asked again, and holds up nobody: the next call comes at its time', async () => {
    const line: Line = { calls: [], answers: ['unreachable', 'unreachable', 'unreachable'] }
    const { tell, passTime, pages } = await openCase(line)
    await tell(HANDOFF, DANGER)
    await passTime(minutes(11))
    expect(line.calls.map(({ step }) => step)).toEqual([2, 2, 2, 2])
    await passTime(minutes(10))
    expect(await pages()).toEqual(['2 team', '5 supervisor', '10 external', '20 external'])
  })

  test('is left alone once somebody came', async () => {
    const line: Line = { calls: [], answers: Array.from({ length: 1000 }, () => 'unreachable' as const) }
    const { tell, passTime, desk, code } = await openCase(line)
    await tell(HANDOFF, DANGER)
    await passTime(minutes(10))
    await desk.claim(code, noor)
    const before = line.calls.length
    await passTime(hours(1))
    expect(line.calls.length).toBe(before)
  })
})

describe('a wait', () => {
  test('that ends by a claim, a close or an erasure leaves no timer behind', async () => {
    const { tell, passTime, desk, code, timers } = await openCase()
    await tell(HANDOFF, DANGER)
    await desk.claim(code, noor)
    await desk.close(code, noor, 'resolved')
    await passTime(minutes(10))
    expect(await timers()).toEqual([])
  })

  test('of an erased case ends without a word', async () => {
    const { tell, passTime, desk, code, timers, heard } = await openCase()
    await tell(HANDOFF, DANGER)
    await desk.erase(code, 'test', 'asked for')
    await passTime(minutes(10))
    expect(await timers()).toEqual([])
    expect(heard()).toEqual([])
  })

  test('that grows graver has people called at the new times, and no more at the old ones', async () => {
    const { tell, passTime, pages, state } = await openCase()
    await tell(HANDOFF, answered('material', 'chats'))
    expect((await state()).severity).toBe('P3')
    await passTime(minutes(100))
    expect(await pages()).toEqual([])
    await tell(DANGER)
    await passTime(minutes(6))
    expect(await pages()).toEqual(['102 team', '105 supervisor'])
    await passTime(minutes(20))
    expect((await pages()).slice(2)).toEqual(['110 supervisor', '120 supervisor'])
  })

  test('begins anew where an agent gives the case back to the queue', async () => {
    const { tell, passTime, pages, desk, code } = await openCase()
    await tell(HANDOFF, DANGER)
    await passTime(minutes(1))
    await desk.claim(code, noor)
    await passTime(minutes(30))
    await desk.release(code, noor, 'queue')
    await passTime(minutes(3))
    expect(await pages()).toEqual(['33 team'])
  })

  test('calls once for all calls that were missed while nothing ran, to the highest of them', async () => {
    const line: Line = { calls: [], answers: [] }
    const { tell, passTime, pages, clock } = await openCase(line)
    await tell(HANDOFF, DANGER)
    clock.advance(hours(8))
    await passTime(minutes(0))
    expect(await pages()).toEqual(['480 external'])
    await passTime(minutes(10))
    expect(await pages()).toEqual(['480 external', '490 external'])
  })

  test('set by another process is not taken for over by one that remembers less', async () => {
    const { tell, passTime, pages, stage } = await openCase()
    await tell(answered('material', 'chats'))
    const { makeCasebook } = await import('../../../../core/services/casebook/casebook.ts')
    // The stage's own casebook has read the case; the commit comes from elsewhere.
    await makeCasebook(stage.ports).append(CASE, () => ({ actor: 'person', events: [HANDOFF, DANGER] }))
    await passTime(minutes(3))
    expect(await pages()).toEqual(['2 team'])
  })
})

describe('the queue', () => {
  test('shows when the first words are due, brought forward by danger, and not once somebody came', async () => {
    const { tell, passTime, desk, code, clock } = await openCase()
    const due = async (): Promise<number | undefined> => (await desk.list({}, { limit: 5 })).rows[0]?.dueAt
    expect(await due()).toBeUndefined()
    await tell(HANDOFF, answered('material', 'chats'))
    expect(await due()).toBe(clock.now() + hours(4))
    await passTime(minutes(30))
    await tell(DANGER)
    expect(await due()).toBe(clock.now() + minutes(5))
    await desk.claim(code, noor)
    expect(await due()).toBeUndefined()
  })

  test('shows a case to the teams that have a copy', async () => {
    const { tell, desk } = await openCase()
    await tell(DANGER, answered('person', 'woman'))
    for (const team of ['violence', 'women-family'])
      expect((await desk.list({ team }, { limit: 5 })).rows).toHaveLength(1)
    expect((await desk.list({ team: 'minors' }, { limit: 5 })).rows).toEqual([])
  })
})

describe('a deadline that comes near', () => {
  test('raises the case by itself, and calls people', async () => {
    const { tell, passTime, state, pages } = await openCase()
    await tell(HANDOFF, answered('deadline', 'today'))
    await passTime(hours(21))
    expect((await state()).severity).toBe('P2')
    const before = (await pages()).length
    await passTime(minutes(63))
    expect((await state()).severity).toBe('P1')
    expect((await state()).reasons).toContain('reason-deadline-2h')
    expect((await pages()).length).toBe(before + 1)
  })

  test('has one timer for each step, however much else is told', async () => {
    const { tell, timers } = await openCase()
    await tell(answered('deadline', 'later'))
    for (const option of ['ex', 'work', 'relative']) await tell(answered('relation', option))
    expect(await timers()).toEqual(['page', 'page'])
  })

  test('that was taken back writes nothing', async () => {
    const { tell, passTime, state } = await openCase()
    await tell(answered('deadline', 'today'))
    await tell(answered('deadline', 'none'))
    const { seq } = await state()
    await passTime(hours(30))
    expect((await state()).seq).toBe(seq)
  })

  test('leaves a closed case alone', async () => {
    const { tell, passTime, state, desk, code } = await openCase()
    await tell(HANDOFF, answered('deadline', 'today'), DANGER)
    await desk.claim(code, noor)
    await desk.close(code, noor, 'resolved')
    const { seq } = await state()
    await passTime(hours(30))
    expect((await state()).seq).toBe(seq)
  })
})

describe('signs of life', () => {
  const waitInDanger = async () => {
    const opened = await openCase()
    await opened.tell(HANDOFF, DANGER)
    return opened
  }

  test('come ever rarer, each of them once, and end within the hour', async () => {
    const { passTime, heard } = await waitInDanger()
    await passTime(minutes(10))
    expect(heard()).toHaveLength(2)
    await passTime(hours(1))
    expect(heard()).toHaveLength(5)
    await passTime(hours(3))
    expect(new Set(heard()).size).toBe(5)
    expect(heard()).toHaveLength(5)
  })

  test('wait until it has been quiet for three minutes', async () => {
    const { passTime, heard, tell, clock } = await waitInDanger()
    await passTime(minutes(2))
    const message = {
      v: 1,
      channel: 'telegram',
      account: 'bot',
      chat: '7',
      message: '1',
      edit: 0,
      sentAt: clock.now(),
      from: {},
    } as const
    await tell({
      type: 'message_received',
      inbound: 'I' as InboundId,
      message: { ...message, body: { kind: 'start' } },
    })
    await passTime(minutes(2))
    expect(heard()).toHaveLength(0)
    await passTime(minutes(1))
    expect(heard()).toHaveLength(1)
  })

  test.each<readonly [string, CaseEvent]>([
    ['the phone is watched', answered('device', 'watched')],
    ['the phone is shared', answered('device', 'shared')],
    ['nobody knows whether it is', { type: 'step_skipped', step: 'device', how: 'skip' }],
    ['the person left', { type: 'person_exited' }],
    ['the person blocked us', { type: 'person_blocked' }],
    ['somebody watches', { type: 'conversation_paused', until: 'word' }],
    ['the person asked for silence', { type: 'conversation_paused', until: 'message' }],
  ])('do not come, and leave no trace, while %s', async (_name, event) => {
    const { passTime, heard, tell, store } = await waitInDanger()
    await tell(event)
    await passTime(hours(2))
    expect(heard()).toEqual([])
    const kinds = (await store.feed.read(0, 1000)).map((item) => item.kinds)
    expect(kinds.filter((of) => of.length === 0 || of.includes('bot_said'))).toEqual([])
  })

  test('do not come to a phone that is shared even where the person wrote just now', async () => {
    const { passTime, heard, tell, clock } = await waitInDanger()
    await tell(answered('device', 'shared'))
    const message = {
      v: 1,
      channel: 'telegram',
      account: 'bot',
      chat: '7',
      message: '1',
      edit: 0,
      sentAt: clock.now(),
      from: {},
    } as const
    await tell({
      type: 'message_received',
      inbound: 'I' as InboundId,
      message: { ...message, body: { kind: 'start' } },
    })
    await passTime(minutes(5))
    expect(heard()).toEqual([])
  })

  test('come again when the person is back', async () => {
    const { passTime, heard, tell } = await waitInDanger()
    await tell({ type: 'person_blocked' })
    await passTime(minutes(20))
    await tell({ type: 'person_unblocked' })
    await passTime(minutes(3))
    expect(heard()).toHaveLength(1)
  })

  test('end when somebody comes', async () => {
    const { passTime, heard, desk, code } = await waitInDanger()
    await passTime(minutes(4))
    await desk.claim(code, noor)
    const before = heard().length
    await passTime(hours(1))
    expect(heard().filter((text) => !text.includes('noor')).length).toBe(before)
  })

  test('come where the wait grew dangerous later, and not where life is not in danger', async () => {
    const { passTime, heard, tell } = await openCase()
    await tell(HANDOFF, answered('material', 'chats'))
    await passTime(hours(1))
    expect(heard()).toEqual([])
    await tell(DANGER)
    await passTime(minutes(4))
    expect(heard()).toHaveLength(1)
  })

  test('are not sent to a case without a chat', async () => {
    const stage: Stage = await openStage()
    const { code } = await stage.desk.openByPhone(noor, 'ar', 'he will kill me', '')
    await stage.desk.setSeverity(code, noor, 'P1', 'by phone')
    await stage.desk.release(code, noor, 'queue')
    // The first question of the call stands there already, for the agent to read aloud.
    const before = (await stage.store.feed.read(0, 100)).length
    await stage.passTime(seconds(600))
    const kinds = (await stage.store.feed.read(0, 100)).slice(before).flatMap((item) => item.kinds)
    expect(kinds).toContain('paged')
    expect(kinds).not.toContain('bot_said')
    expect((await stage.store.outbox.depth()).waiting).toBe(0)
  })
})

test('a claim that is refused for a wish says from when it is not', async () => {
  const { stage, tell, code, clock, desk, passTime } = await openCase()
  ;(stage.ports as { roster?: CasePorts['roster'] }).roster = {
    conflictOf: () => undefined,
    isWoman: ({ id }) => (id === noor.id ? true : id === ('agent-omar' as AgentId) ? false : undefined),
  }
  await tell(HANDOFF, answered('material', 'private'), answered('wish', 'woman'))
  const until = clock.now() + minutes(10)
  expect(await desk.claim(code, agent('omar'))).toEqual({ status: 'refused', why: 'wish', until })
  await passTime(minutes(10))
  expect((await desk.claim(code, agent('omar'))).status).toBe('done')
})
