import { describe, expect, test } from 'vitest'
import type { MacroRun, MacroStep } from '../../../../core/services/agents/macro.ts'
import { after, hours } from '../../../../core/base/units.ts'
import { agent, type Person } from '../../../build/stage.ts'
import { openHeld } from '../access/people.ts'

const noor = agent('Noor')
const reem = agent('Reem')

const held = () => openHeld(noor, 'Somebody took over my account of a game last week')
const stateOf = async (person: Person) => (await person.book()).state
/** As an agent was shown it now. */
const shown = async (person: Person, steps: readonly MacroStep[], key = 'noor:one'): Promise<MacroRun> => {
  const { version, severity } = await stateOf(person)
  return { macro: 'calm', steps, version, severity, key }
}

const NOTE = { do: 'note', text: 'She was called twice' } as const
const TASK = { do: 'task', text: 'Ask the platform' } as const
const SEVERITY = { do: 'severity', severity: 'P1', reason: 'They know where she lives' } as const
const REPLY = { do: 'reply', text: 'A colleague goes on with you' } as const
const TEAM = { do: 'team', team: 'account', note: 'Please write today' } as const

describe('several steps as one', () => {
  test('are one entry of the chain, each the agent’s own act, and the person reads the reply alone', async () => {
    const { stage, person, code } = await held()
    const due = after(stage.clock.now(), hours(4))
    const before = (await stateOf(person)).seq
    const run = await shown(person, [NOTE, { ...TASK, dueAt: due }, SEVERITY, REPLY, TEAM])
    expect(await stage.desk.macros.run(code, noor, run)).toMatchObject({ outcome: { status: 'done' } })
    await stage.sendAll()
    const { state, events } = await person.book()
    expect(state.seq).toBe(before + 1)
    expect(state).toMatchObject({
      team: 'account',
      severity: 'P1',
      hands: { status: 'waiting' },
      work: { tasks: [{ text: TASK.text, by: 'Noor', dueAt: due }] },
    })
    const done = events.filter(({ seq }) => seq === state.seq).map(({ event }) => event)
    expect(done).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'note_added', agent: noor.id, text: NOTE.text }),
        expect.objectContaining({ type: 'severity_set', agent: noor.id, why: SEVERITY.reason }),
        expect.objectContaining({ type: 'agent_said', agent: noor.id, text: REPLY.text }),
        expect.objectContaining({ type: 'case_transferred', agent: noor.id, note: TEAM.note }),
      ]),
    )
    expect(person.hears()).toContain(REPLY.text)
  })

  test('under one key are done once, also where the first press let the case go; under another they are done again', async () => {
    const { stage, person, code } = await held()
    const before = (await stateOf(person)).seq
    const run = await shown(person, [NOTE, TASK, TEAM])
    const twice = await Promise.all([
      stage.desk.macros.run(code, noor, run),
      stage.desk.macros.run(code, noor, run),
    ])
    expect(twice.map(({ outcome }) => outcome.status)).toEqual(['done', 'done'])
    expect(await stage.desk.macros.run(code, noor, run)).toMatchObject({ outcome: { status: 'done' } })
    const after = await stateOf(person)
    expect([after.seq, after.work.tasks.length]).toEqual([before + 1, 1])
    await stage.desk.claim(code, noor)
    await stage.desk.macros.run(code, noor, await shown(person, [NOTE, TASK], 'noor:two'))
    expect((await stateOf(person)).work.tasks).toHaveLength(2)
  })

  test('under one key are done once also when the answer was lost and the case was looked at anew', async () => {
    const { stage, person, code } = await held()
    await stage.desk.macros.run(code, noor, await shown(person, [NOTE, TASK, REPLY]))
    await stage.sendAll()
    await person.says('thank you')
    const before = await stateOf(person)
    const again = await stage.desk.macros.run(code, noor, await shown(person, [NOTE, TASK, REPLY]))
    expect(again.outcome).toMatchObject({ status: 'done', seq: before.seq })
    expect(await stateOf(person)).toEqual(before)
    await stage.sendAll()
    const { events } = await person.book()
    expect(events.filter(({ event }) => event.type === 'agent_said')).toHaveLength(1)
  })

  test('a key that stands for another reply, or for words said before, does nothing, and says so', async () => {
    const { stage, person, code } = await held()
    await stage.desk.macros.run(code, noor, await shown(person, [NOTE, REPLY]))
    const { version } = await stateOf(person)
    await stage.desk.say(code, noor, 'Said', version, { key: 'noor:said' })
    const { seq } = await stateOf(person)
    const other = await shown(person, [NOTE, { ...REPLY, text: 'Other words' }])
    for (const run of [other, await shown(person, [REPLY], 'noor:said')])
      expect((await stage.desk.macros.run(code, noor, run)).outcome).toMatchObject({ why: 'key_reused' })
    expect((await stateOf(person)).seq).toBe(seq)
  })

  test('where one cannot be done, none is, and it is named', async () => {
    const { stage, person, code } = await held()
    const run = await shown(person, [NOTE, TASK, REPLY])
    await person.says('wait')
    const before = (await stateOf(person)).seq
    expect(await stage.desk.macros.run(code, noor, run)).toMatchObject({
      outcome: { status: 'moved' },
      failed: 'reply',
    })
    const late = await shown(person, [NOTE, { do: 'snooze', until: stage.clock.now() }])
    expect(await stage.desk.macros.run(code, noor, late)).toMatchObject({
      outcome: { status: 'refused', why: 'time_invalid' },
      failed: 'snooze',
    })
    expect((await stateOf(person)).seq).toBe(before)
  })

  test('without a reply are not done either where the person spoke since, or the severity is another than was shown', async () => {
    const { stage, person, code } = await held()
    const run = await shown(person, [NOTE, TASK])
    await person.says('wait')
    expect(await stage.desk.macros.run(code, noor, run)).toEqual({
      outcome: expect.objectContaining({ status: 'moved' }),
    })
    const lower = { do: 'severity', severity: 'P4', reason: 'Calm now', own: 'She is safe' } as const
    const calm = await shown(person, [NOTE, lower])
    const plain = await shown(person, [NOTE])
    await stage.desk.setSeverity(code, reem, 'P1', '')
    const before = (await stateOf(person)).seq
    expect(await stage.desk.macros.run(code, noor, calm)).toMatchObject({
      outcome: { status: 'moved' },
      failed: 'severity',
    })
    expect(await stage.desk.macros.run(code, noor, plain)).toMatchObject({ outcome: { status: 'moved' } })
    expect(await stateOf(person)).toMatchObject({ seq: before, severity: 'P1' })
  })

  test('lower a severity for a reason of the agent’s own alone, and that is what is kept', async () => {
    const { stage, person, code } = await held()
    await stage.desk.setSeverity(code, noor, 'P1', '')
    const lower = { do: 'severity', severity: 'P3', reason: 'The reason of all such cases' } as const
    expect(await stage.desk.macros.run(code, noor, await shown(person, [lower]))).toMatchObject({
      outcome: { status: 'refused', why: 'reason_required' },
      failed: 'severity',
    })
    const own = 'She is with her sister'
    await stage.desk.macros.run(code, noor, await shown(person, [{ ...lower, own }]))
    const { events, state } = await person.book()
    expect(state.severity).toBe('P3')
    expect(events.at(-1)?.event).toMatchObject({ type: 'severity_set', why: own })
  })

  test('keep a reply that says until when as the promise, and the person reads it once', async () => {
    const { stage, person, code } = await held()
    const until = after(stage.clock.now(), hours(4))
    const aside = { do: 'snooze', until, promise: REPLY.text } as const
    await stage.desk.macros.run(code, noor, await shown(person, [REPLY, aside]))
    const { events, state } = await person.book()
    expect(state.work.snooze).toMatchObject({ until, promise: REPLY.text })
    expect(events.filter(({ event }) => event.type === 'agent_said')).toHaveLength(1)
  })

  test('are never done to a case that somebody else holds, who is named, or that nobody does', async () => {
    const { stage, person, code } = await held()
    const run = await shown(person, [NOTE])
    expect((await stage.desk.macros.run(code, reem, run)).outcome).toMatchObject({
      status: 'held',
      alias: 'Noor',
    })
    await stage.desk.release(code, noor, 'queue')
    expect((await stage.desk.macros.run(code, noor, run)).outcome).toMatchObject({ status: 'not_yours' })
    expect((await person.book()).events.some(({ event }) => event.type === 'note_added')).toBe(false)
  })

  test('leave nothing where all of it is so already', async () => {
    const { stage, person, code } = await held()
    await stage.desk.macros.run(code, noor, await shown(person, [SEVERITY]))
    const { seq } = await stateOf(person)
    const again = await stage.desk.macros.run(code, noor, await shown(person, [SEVERITY], 'noor:two'))
    expect(again.outcome).toMatchObject({ status: 'done', seq })
    expect((await stateOf(person)).seq).toBe(seq)
  })
})
