import { describe, expect, test } from 'vitest'
import type { MacroRun, MacroStep } from '../../../../core/services/agents/macro.ts'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { after, hours } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const noor = agent('Noor')
const reem = agent('Reem')

const held = async (): Promise<{ stage: Stage; person: Person; code: CaseCode }> => {
  const stage = await openStage()
  const person = stage.person('1001')
  await reachStory(person)
  await person.says('Somebody took over my account of a game last week')
  await person.says('human')
  const code = await person.code()
  await stage.desk.claim(code, noor)
  await stage.sendAll()
  return { stage, person, code }
}
const stateOf = async (person: Person) => (await person.book()).state
/** As an agent was shown it now. */
const shown = async (person: Person, steps: readonly MacroStep[]): Promise<MacroRun> => {
  const { seq, version } = await stateOf(person)
  return { steps, seen: seq, version, key: 'noor:one' }
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
    const run = await shown(person, [NOTE, { ...TASK, dueAt: due }, SEVERITY, REPLY, TEAM])
    expect(await stage.desk.runMacro(code, noor, run)).toMatchObject({ outcome: { status: 'done' } })
    await stage.sendAll()
    const { state, events } = await person.book()
    expect(state.seq).toBe(run.seen + 1)
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

  test('pressed twice are done once, also where the first press let the case go; from a new picture they are done again', async () => {
    const { stage, person, code } = await held()
    const run = await shown(person, [NOTE, TASK, TEAM])
    const twice = await Promise.all([
      stage.desk.runMacro(code, noor, run),
      stage.desk.runMacro(code, noor, run),
    ])
    expect(twice.map(({ outcome }) => outcome.status)).toEqual(['done', 'done'])
    expect(await stage.desk.runMacro(code, noor, run)).toMatchObject({ outcome: { status: 'done' } })
    const after = await stateOf(person)
    expect([after.seq, after.work.tasks.length]).toEqual([run.seen + 1, 1])
    await stage.desk.claim(code, noor)
    await stage.desk.runMacro(code, noor, await shown(person, [NOTE, TASK]))
    expect((await stateOf(person)).work.tasks).toHaveLength(2)
  })

  test('where one cannot be done, none is, and it is named', async () => {
    const { stage, person, code } = await held()
    const run = await shown(person, [NOTE, TASK, REPLY])
    await person.says('wait')
    const before = (await stateOf(person)).seq
    expect(await stage.desk.runMacro(code, noor, run)).toMatchObject({
      outcome: { status: 'moved' },
      failed: 'reply',
    })
    const late = await shown(person, [NOTE, { do: 'snooze', until: stage.clock.now() }])
    expect(await stage.desk.runMacro(code, noor, late)).toMatchObject({
      outcome: { status: 'refused', why: 'time_invalid' },
      failed: 'snooze',
    })
    expect((await stateOf(person)).seq).toBe(before)
  })

  test('are never done to a case that somebody else holds, who is named, or that nobody does', async () => {
    const { stage, person, code } = await held()
    const run = await shown(person, [NOTE])
    expect((await stage.desk.runMacro(code, reem, run)).outcome).toMatchObject({
      status: 'held',
      alias: 'Noor',
    })
    await stage.desk.release(code, noor, 'queue')
    expect((await stage.desk.runMacro(code, noor, run)).outcome).toMatchObject({ status: 'not_yours' })
    expect((await person.book()).events.some(({ event }) => event.type === 'note_added')).toBe(false)
  })

  test('leave nothing where all of it is so already', async () => {
    const { stage, person, code } = await held()
    await stage.desk.runMacro(code, noor, await shown(person, [SEVERITY]))
    const { seq } = await stateOf(person)
    const again = await stage.desk.runMacro(code, noor, await shown(person, [SEVERITY]))
    expect(again.outcome).toMatchObject({ status: 'done', seq })
    expect((await stateOf(person)).seq).toBe(seq)
  })
})
