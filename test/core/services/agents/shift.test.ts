import { describe, expect, test } from 'vitest'
import type { Conflict } from '../../../../core/ports/roster.ts'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { makeDesk } from '../../../../core/services/desk/make-desk.ts'
import { makeCasebook } from '../../../../core/services/casebook/casebook.ts'
import { after, hours, instant, minutes } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const noor = agent('Noor')
const reem = agent('Reem')
const NOWHERE = 'ZZZZZZZZ' as CaseCode

/** Somebody who waits for a person. */
const waiting = async (
  stage: Stage,
  chat: string,
  words = 'Somebody took over my account of a game last week',
): Promise<Person> => {
  const person = stage.person(chat)
  await reachStory(person)
  await person.says(words)
  await person.says('human')
  return person
}

const held = async (chat = '1001'): Promise<{ stage: Stage; person: Person; code: CaseCode }> => {
  const stage = await openStage()
  const person = await waiting(stage, chat)
  const code = await person.code()
  await stage.desk.claim(code, noor)
  await stage.sendAll()
  return { stage, person, code }
}
const stateOf = async (person: Person) => (await person.book()).state
const inHours = (stage: Stage, n: number) => after(stage.clock.now(), hours(n))

describe('taking the next case', () => {
  test('gives the most urgent one, then who waits longest, and nothing where nobody waits', async () => {
    const stage = await openStage()
    expect(await stage.desk.shift.takeNext(noor)).toBeUndefined()
    const [first, second, urgent] = [
      await waiting(stage, '1'),
      await waiting(stage, '2'),
      await waiting(stage, '3'),
    ]
    await stage.desk.setSeverity(await urgent.code(), reem, 'P1', '')
    const order = [await urgent.code(), await first.code(), await second.code()]
    const taken = [
      await stage.desk.shift.takeNext(noor),
      await stage.desk.shift.takeNext(noor),
      await stage.desk.shift.takeNext(reem),
    ]
    expect(taken.map((one) => one?.code)).toEqual(order)
    expect((await stateOf(second)).hands).toMatchObject({ status: 'agent', agent: reem.id })
    expect(await stage.desk.shift.takeNext(noor)).toBeUndefined()
  })

  test('by many at once gives each another case, and the rest nothing', async () => {
    const stage = await openStage()
    for (const chat of ['1', '2', '3']) await waiting(stage, chat)
    const agents = Array.from({ length: 8 }, (_, i) => agent(`A${i}`))
    const taken = (await Promise.all(agents.map((one) => stage.desk.shift.takeNext(one)))).flatMap(
      (one) => one?.code ?? [],
    )
    expect(taken).toHaveLength(3)
    expect(new Set(taken).size).toBe(3)
  })

  test('by two processes that know nothing of each other gives one case to one of them', async () => {
    const stage = await openStage()
    const person = await waiting(stage, '1')
    const other = makeDesk(stage.ports, makeCasebook(stage.ports))
    const taken = await Promise.all([stage.desk.shift.takeNext(noor), other.shift.takeNext(reem)])
    expect(taken.filter((one) => one !== undefined)).toHaveLength(1)
    const { events } = await person.book()
    expect(events.filter(({ event }) => event.type === 'case_claimed')).toHaveLength(1)
  })

  test('looks behind the first page for one that may be taken', async () => {
    const stage = await openStage()
    // Nobody is known to be a woman, so a wish for one keeps others away from all but the last.
    const desk = makeDesk(
      { ...stage.ports, roster: { isWoman: () => false, conflictOf: () => undefined } },
      stage.casebook,
    )
    for (let i = 0; i < 25; i += 1) {
      const person = await waiting(stage, `w${i}`)
      const { row } = await person.book()
      await stage.casebook.append(row.caseId, () => ({
        actor: 'person',
        events: [{ type: 'answer_given', step: 'wish', answer: { kind: 'choice', option: 'woman' } }],
      }))
      await stage.desk.setSeverity(row.code, reem, 'P2', 'so that it comes first')
    }
    const last = await waiting(stage, 'last')
    await stage.desk.setSeverity(await last.code(), reem, 'P4', 'so that it comes last')
    expect((await desk.shift.takeNext(noor))?.code).toBe(await last.code())
  })

  test('of one team passes over the others', async () => {
    const stage = await openStage()
    const [one, two] = [await waiting(stage, '1'), await waiting(stage, '2')]
    await stage.desk.shift.assign(await two.code(), reem, 'financial')
    expect((await stage.desk.shift.takeNext(noor, { team: 'financial' }))?.code).toBe(await two.code())
    expect(await stage.desk.shift.takeNext(noor, { team: 'financial' })).toBeUndefined()
    expect((await stateOf(one)).hands.status).toBe('waiting')
  })

  test('gives nobody what is kept from their teams', async () => {
    const stage = await openStage()
    const person = await waiting(stage, '1')
    await stage.desk.shift.assign(await person.code(), reem, 'minors')
    expect(await stage.desk.shift.takeNext({ ...noor, teams: ['financial'] })).toBeUndefined()
    expect((await stage.desk.shift.takeNext({ ...noor, teams: ['minors'] }))?.code).toBe(await person.code())
  })
})

describe('setting a case aside', () => {
  test('tells the person what was promised, in the same entry, and shows it in the queue', async () => {
    const { stage, person, code } = await held()
    const until = inHours(stage, 3)
    expect(await stage.desk.shift.snooze(code, noor, until, '  We write to you at six.  ')).toMatchObject({
      status: 'done',
    })
    await stage.sendAll()
    expect(person.hears()).toBe('We write to you at six.')
    const { state, events } = await person.book()
    expect(state.work.snooze).toEqual({ until, agent: noor.id, promise: 'We write to you at six.' })
    expect(events.filter(({ seq }) => seq === state.seq).map(({ event }) => event.type)).toEqual([
      'case_snoozed',
      'agent_said',
    ])
    const [row] = (await stage.desk.list({ assignee: noor.id }, { limit: 5 })).rows
    expect(row).toMatchObject({ code, snoozedUntil: until })
  })

  test('without a word says nothing', async () => {
    const { stage, person, code } = await held()
    const before = person.heard().length
    expect(await stage.desk.shift.snooze(code, noor, inHours(stage, 1), '   ')).toMatchObject({
      status: 'done',
    })
    await stage.sendAll()
    expect(person.heard()).toHaveLength(before)
    expect((await stateOf(person)).work.snooze).not.toHaveProperty('promise')
  })

  test('is for the holder, for a time to come, within a month', async () => {
    const { stage, code } = await held()
    expect(await stage.desk.shift.snooze(code, reem, inHours(stage, 1))).toEqual({ status: 'not_yours' })
    const late = { status: 'refused', why: 'time_invalid' }
    expect(await stage.desk.shift.snooze(code, noor, stage.clock.now())).toEqual(late)
    expect(await stage.desk.shift.snooze(code, noor, inHours(stage, 24 * 31 + 1))).toEqual(late)
    expect(await stage.desk.shift.snooze(code, noor, inHours(stage, 24 * 31))).toMatchObject({
      status: 'done',
    })
    expect(await stage.desk.shift.snooze(NOWHERE, noor, inHours(stage, 1))).toEqual({ status: 'unknown' })
  })

  test('promises nothing to who cannot hear it', async () => {
    const { stage, person, code } = await held()
    await person.sends({ kind: 'blocked' })
    expect(await stage.desk.shift.snooze(code, noor, inHours(stage, 1), 'later')).toEqual({
      status: 'refused',
      why: 'blocked',
    })
    expect(await stage.desk.shift.snooze(code, noor, inHours(stage, 1))).toMatchObject({ status: 'done' })
    const { code: phoned } = await stage.desk.openByPhone(noor, 'en', 'told on the phone', '')
    expect(await stage.desk.shift.snooze(phoned, noor, inHours(stage, 1), 'later')).toEqual({
      status: 'refused',
      why: 'no_chat',
    })
  })

  test('ends by itself when its time has come, and not before', async () => {
    const { stage, person, code } = await held()
    await stage.desk.shift.snooze(code, noor, inHours(stage, 3))
    await stage.passTime(minutes(170))
    expect((await stateOf(person)).work.snooze).toBeDefined()
    await stage.passTime(minutes(20))
    expect((await stateOf(person)).work.snooze).toBeUndefined()
    expect((await person.book()).events.at(-1)?.event).toEqual({ type: 'snooze_ended', why: 'due' })
    expect((await stage.desk.list({ assignee: noor.id }, { limit: 5 })).rows[0]).not.toHaveProperty(
      'snoozedUntil',
    )
  })

  test('put off again ends at the later time only', async () => {
    const { stage, person, code } = await held()
    await stage.desk.shift.snooze(code, noor, inHours(stage, 1))
    const later = inHours(stage, 5)
    await stage.desk.shift.snooze(code, noor, later)
    await stage.passTime(hours(2))
    expect((await stateOf(person)).work.snooze?.until).toBe(later)
    await stage.passTime(hours(4))
    const ended = (await person.book()).events.filter(({ event }) => event.type === 'snooze_ended')
    expect(ended).toHaveLength(1)
    expect(
      await stage.store.jobs.nextDue().then((due) => (due === undefined ? true : due > stage.clock.now())),
    ).toBe(true)
  })

  test('ends when the person writes; nothing is left to end then', async () => {
    const { stage, person, code } = await held()
    await stage.desk.shift.snooze(code, noor, inHours(stage, 3))
    await person.says('he wrote again')
    expect((await stateOf(person)).work.snooze).toBeUndefined()
    await stage.passTime(hours(4))
    expect((await person.book()).events.some(({ event }) => event.type === 'snooze_ended')).toBe(false)
  })

  test('ends when the case changes hands', async () => {
    const { stage, person, code } = await held()
    await stage.desk.shift.snooze(code, noor, inHours(stage, 3))
    await stage.desk.transfer(code, noor, { agent: reem })
    expect((await stateOf(person)).work.snooze).toBeUndefined()
  })

  test('is ended by its holder, once', async () => {
    const { stage, person, code } = await held()
    expect(await stage.desk.shift.wake(code, noor)).toEqual({ status: 'refused', why: 'already' })
    await stage.desk.shift.snooze(code, noor, inHours(stage, 3))
    expect(await stage.desk.shift.wake(code, reem)).toEqual({ status: 'not_yours' })
    expect(await stage.desk.shift.wake(code, noor)).toMatchObject({ status: 'done' })
    expect((await stateOf(person)).work.snooze).toBeUndefined()
  })
})

describe('passing on', () => {
  test('leaves a note for whoever takes it up', async () => {
    const { stage, person, code } = await held()
    await stage.desk.transfer(code, noor, { team: 'financial' }, false, ' the bank knows ')
    expect((await person.book()).events.at(-1)?.event).toMatchObject({
      type: 'case_transferred',
      to: { team: 'financial' },
      note: 'the bank knows',
    })
    await stage.desk.claim(code, reem)
    await stage.desk.transfer(code, reem, { agent: noor }, false, '  ')
    expect(
      (await person.book()).events.findLast(({ event }) => event.type === 'case_transferred')?.event,
    ).not.toHaveProperty('note')
  })

  test('of who waits to another team begins no new wait', async () => {
    const stage = await openStage()
    const person = await waiting(stage, '1')
    const code = await person.code()
    const before = await person.book()
    await stage.passTime(minutes(5))
    expect(await stage.desk.shift.assign(code, noor, 'financial')).toMatchObject({ status: 'done' })
    const { state, row } = await person.book()
    expect(state).toMatchObject({ team: 'financial', teamBy: 'agent', hands: before.state.hands })
    expect(row).toMatchObject({ waitingSince: before.row.waitingSince, dueAt: before.row.dueAt })
    expect(await stage.desk.shift.assign(code, noor, 'financial')).toEqual({
      status: 'refused',
      why: 'already',
    })
    await stage.desk.claim(code, noor)
    expect(await stage.desk.shift.assign(code, noor, 'violence')).toEqual({ status: 'not_yours' })
  })
})

describe('closing a case that belongs to another one', () => {
  test('needs nobody to hold it, unless life is in danger or it ended otherwise', async () => {
    const stage = await openStage()
    const [one, two] = [await waiting(stage, '1'), await waiting(stage, '2')]
    expect(await stage.desk.close(await one.code(), noor, 'resolved')).toEqual({ status: 'not_yours' })
    expect(await stage.desk.close(await one.code(), noor, 'duplicate')).toMatchObject({ status: 'done' })
    await stage.desk.setSeverity(await two.code(), noor, 'P1', '')
    expect(await stage.desk.close(await two.code(), noor, 'duplicate')).toEqual({ status: 'not_yours' })
  })

  test('is not for a colleague while somebody holds it', async () => {
    const { stage, code } = await held()
    expect(await stage.desk.close(code, reem, 'duplicate')).toEqual({ status: 'not_yours' })
  })
})

describe('opening a closed case again', () => {
  test('gives it to who opens it, silences the bot, and tells the person who is there', async () => {
    const { stage, person, code } = await held()
    expect(await stage.desk.shift.reopen(code, noor)).toEqual({ status: 'refused', why: 'already' })
    await stage.desk.close(code, noor, 'resolved')
    await stage.sendAll()
    expect(await stage.desk.shift.reopen(code, reem)).toMatchObject({ status: 'done' })
    await stage.sendAll()
    expect(await stateOf(person)).toMatchObject({ hands: { status: 'agent', agent: reem.id } })
    expect(person.hears()).toContain('Reem')
    const before = person.heard().length
    await person.says('hello')
    expect(person.heard()).toHaveLength(before)
  })

  test('by two at once has one holder', async () => {
    const { stage, person, code } = await held()
    await stage.desk.close(code, noor, 'resolved')
    const outcomes = await Promise.all([
      stage.desk.shift.reopen(code, noor),
      stage.desk.shift.reopen(code, reem),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['done', 'refused'])
    expect((await person.book()).events.filter(({ event }) => event.type === 'case_reopened')).toHaveLength(1)
  })
})

describe('tasks', () => {
  test('are added by anybody who sees the case, done once, opened again once, and counted in the queue', async () => {
    const { stage, person, code } = await held()
    await stage.desk.shift.addTask(code, reem, ' call the school ', inHours(stage, 24))
    const [task] = (await stateOf(person)).work.tasks
    expect(task).toMatchObject({ text: 'call the school', by: 'Reem', dueAt: inHours(stage, 24) })
    const row = async () => (await stage.desk.list({ assignee: noor.id }, { limit: 5 })).rows[0]
    expect(await row()).toMatchObject({ tasks: 1 })
    expect(await stage.desk.shift.setTask(code, noor, task!.id, false)).toEqual({
      status: 'refused',
      why: 'already',
    })
    expect(await stage.desk.shift.setTask(code, noor, task!.id, true)).toMatchObject({ status: 'done' })
    expect(await row()).not.toHaveProperty('tasks')
    expect(await stage.desk.shift.setTask(code, noor, task!.id, true)).toEqual({
      status: 'refused',
      why: 'already',
    })
    expect(await stage.desk.shift.setTask(code, noor, task!.id, false)).toMatchObject({ status: 'done' })
    expect(await stage.desk.shift.setTask(code, noor, '1.999', true)).toEqual({ status: 'unknown' })
  })

  test('are refused beyond what a case can hold', async () => {
    const { stage, code } = await held()
    for (let i = 0; i < 100; i += 1) await stage.desk.shift.addTask(code, noor, `task ${i}`)
    expect(await stage.desk.shift.addTask(code, noor, 'one more')).toEqual({ status: 'refused', why: 'full' })
  })
})

describe('putting right what the bot understood', () => {
  const invalid = { status: 'refused', why: 'answer_invalid' }
  test('changes the answer, keeps the words, and lets the rules judge anew', async () => {
    const { stage, person, code } = await held()
    const before = await person.book()
    expect(before.state.severity).not.toBe('P1')
    const said = before.lines.filter(({ from }) => from === 'person').length
    expect(
      await stage.desk.shift.correct(code, noor, 'danger', { options: ['hurt'] }, 'she said so on the phone'),
    ).toMatchObject({
      status: 'done',
    })
    const after = await person.book()
    expect(after.state.severity).toBe('P1')
    expect(after.state.conversation.answers['danger']).toEqual({ kind: 'choices', options: ['hurt'] })
    expect(after.lines.filter(({ from }) => from === 'person')).toHaveLength(said)
    expect(after.events.findLast(({ event }) => event.type === 'answer_corrected')?.event).toMatchObject({
      reason: 'she said so on the phone',
    })
  })

  test('takes words, choices and amounts that fit the question, and nothing else', async () => {
    const { stage, person, code } = await held()
    const correct = (step: string, to: Parameters<typeof stage.desk.shift.correct>[3], reason = 'because') =>
      stage.desk.shift.correct(code, noor, step, to, reason)
    expect(await correct('story', { text: ' what really happened ' })).toMatchObject({ status: 'done' })
    expect(await correct('amount', { amount: { amount: 500, currency: 'USD' } })).toMatchObject({
      status: 'done',
    })
    expect(await correct('material', { options: ['private', 'account'] })).toMatchObject({ status: 'done' })
    expect(await correct('age', { options: ['me-18'] })).toMatchObject({ status: 'done' })
    expect((await stateOf(person)).conversation.answers).toMatchObject({
      story: { kind: 'text', text: 'what really happened' },
      amount: { kind: 'amount', amount: 500, currency: 'USD' },
      material: { options: ['private', 'account'] },
    })
    expect(await correct('story', { text: ' x ' }, '  ')).toEqual({
      status: 'refused',
      why: 'reason_required',
    })
    for (const [step, to] of [
      ['story', { text: '  ' }],
      ['story', { options: ['private'] }],
      ['material', { options: ['private', 'moon'] }],
      ['material', { options: [] }],
      ['age', { options: ['me-18', 'other-adult'] }],
      ['age', { text: 'me' }],
      ['amount', { text: '5' }],
      ['evidence', { text: 'x' }],
      ['no-such-step', { text: 'x' }],
    ] as const)
      expect([step, await correct(step, to)]).toEqual([step, invalid])
  })

  test('a question tells what can be said to it', async () => {
    const { shift } = (await openStage()).desk
    expect(shift.question('age')).toMatchObject({
      kind: 'choice',
      options: expect.arrayContaining(['me-18', 'other-minor']),
    })
    expect(shift.question('material')).toMatchObject({ kind: 'choices' })
    expect(shift.question('story')).toEqual({ kind: 'text' })
    expect(shift.question('amount')).toEqual({ kind: 'amount' })
    expect([shift.question('evidence'), shift.question('nothing')]).toEqual([undefined, undefined])
  })
})

describe('saying whose a number is', () => {
  test('needs a reason and a known number, and takes the person’s own out of what links cases', async () => {
    const { stage, person, code } = await held()
    await person.says('his number is +964 770 123 4412')
    const [found] = (await stateOf(person)).identifiers
    expect(found?.owner).toBe('perpetrator')
    const judge = (normal: string, owner: 'self' | 'perpetrator' | 'other', reason = 'she told me') =>
      stage.desk.shift.judgeIdentifier(code, noor, { normal, owner, reason })
    expect(await judge(found!.normal, 'self', ' ')).toEqual({ status: 'refused', why: 'reason_required' })
    expect(await judge('nothing', 'self')).toEqual({ status: 'unknown' })
    expect(await judge(found!.normal, 'perpetrator')).toEqual({ status: 'refused', why: 'already' })
    expect((await person.book()).row.marks.length).toBeGreaterThan(0)
    expect(await judge(found!.normal, 'self')).toMatchObject({ status: 'done' })
    const { state, row } = await person.book()
    expect(state.identifiers[0]?.owner).toBe('self')
    expect(row.marks).toEqual([])
  })
})

describe('help', () => {
  test('is asked by the holder, shown in the queue, and given once', async () => {
    const { stage, person, code } = await held()
    expect(await stage.desk.shift.askHelp(code, reem, 'x')).toEqual({ status: 'not_yours' })
    expect(await stage.desk.shift.giveHelp(code, reem)).toEqual({ status: 'refused', why: 'already' })
    await stage.desk.shift.askHelp(code, noor, ' she wants to meet him ')
    expect((await stateOf(person)).work.help).toMatchObject({ alias: 'Noor', text: 'she wants to meet him' })
    expect((await stage.desk.list({ assignee: noor.id }, { limit: 5 })).rows[0]).toMatchObject({
      helpAsked: true,
    })
    expect(await stage.desk.shift.giveHelp(code, reem)).toMatchObject({ status: 'done' })
    expect((await stateOf(person)).work.help).toBeUndefined()
  })
})

describe('looking into a case of others', () => {
  test('is written down once a shift and as what, never of the holder', async () => {
    const { stage, person, code } = await held()
    const begun = stage.clock.now()
    const already = { status: 'refused', why: 'already' }
    expect(await stage.desk.shift.look(code, noor, true, begun)).toEqual(already)
    expect(await stage.desk.shift.look(code, reem, true, begun)).toMatchObject({ status: 'done' })
    expect(await stage.desk.shift.look(code, reem, true, begun)).toEqual(already)
    expect(await stage.desk.shift.look(code, agent('Dana'), false, begun)).toMatchObject({ status: 'done' })
    await stage.passTime(hours(12))
    expect(await stage.desk.shift.look(code, reem, true, stage.clock.now())).toMatchObject({ status: 'done' })
    const looks = (await person.book()).events.flatMap(({ event }) =>
      event.type === 'case_viewed' ? [[event.agent, event.as]] : [],
    )
    expect(looks).toEqual([
      [reem.id, 'watch'],
      ['agent-Dana', 'member'],
      [reem.id, 'watch'],
    ])
  })

  test('by two tabs at once is written down once', async () => {
    const { stage, person, code } = await held()
    await Promise.all([1, 2, 3].map(() => stage.desk.shift.look(code, reem, false, stage.clock.now())))
    expect((await person.book()).events.filter(({ event }) => event.type === 'case_viewed')).toHaveLength(1)
  })

  test('of one that nobody holds watches nobody', async () => {
    const stage = await openStage()
    const person = await waiting(stage, '1')
    await stage.desk.shift.look(await person.code(), reem, true, instant(0))
    expect((await person.book()).events.at(-1)?.event).toMatchObject({ type: 'case_viewed', as: 'member' })
  })

  test('moves no version: who writes is not asked to look again', async () => {
    const { stage, person, code } = await held()
    const { version } = await stateOf(person)
    await stage.desk.shift.look(code, reem, true, instant(0))
    expect(await stage.desk.say(code, noor, 'I am here.', version)).toMatchObject({ status: 'done' })
  })
})

describe('the end of a shift', () => {
  test('hands over everything with the note, however much it is, and nothing of others', async () => {
    const stage = await openStage()
    const people = []
    for (let i = 0; i < 23; i += 1) people.push(await waiting(stage, `c${i}`))
    for (const person of people) await stage.desk.claim(await person.code(), noor)
    const other = await waiting(stage, 'other')
    await stage.desk.claim(await other.code(), reem)
    const team = (await stateOf(people[0]!)).team
    const before = people[0]!.heard().length
    const gone = await stage.desk.shift.end(noor, ' all calm ')
    await stage.sendAll()
    expect(new Set(gone)).toEqual(new Set(await Promise.all(people.map((person) => person.code()))))
    for (const person of people) expect((await stateOf(person)).hands.status).toBe('waiting')
    expect(await stateOf(people[0]!)).toMatchObject({ team, teamBy: 'rules' })
    expect((await people[0]!.book()).events.at(-1)?.event).toMatchObject({
      type: 'case_transferred',
      note: 'all calm',
    })
    // Somebody comes: the person is told nothing.
    expect(people[0]!.heard()).toHaveLength(before)
    expect((await stateOf(other)).hands).toMatchObject({ status: 'agent', agent: reem.id })
    expect(await stage.desk.shift.end(noor, '')).toEqual([])
  })

  test('hands over what was set aside, and what the agent may not see any more', async () => {
    const { stage, person, code } = await held()
    await stage.desk.shift.snooze(code, noor, inHours(stage, 3))
    const conflict: Conflict = { governorates: [], names: ['game'] }
    const desk = makeDesk(
      { ...stage.ports, roster: { isWoman: () => undefined, conflictOf: () => conflict } },
      stage.casebook,
    )
    expect(await desk.open(code, noor)).toBeUndefined()
    expect(await desk.shift.end(noor, '')).toEqual([code])
    expect(await stateOf(person)).toMatchObject({ hands: { status: 'waiting' } })
    expect((await stateOf(person)).work.snooze).toBeUndefined()
  })
})

test('of a case that is not there, or that others may not see, nothing can be done', async () => {
  const { stage, code } = await held()
  const stranger = { ...agent('Omar'), teams: ['deepfake'] }
  const { shift } = stage.desk
  const until = inHours(stage, 1)
  for (const [who, where] of [
    [noor, NOWHERE],
    [stranger, code],
  ] as const)
    for (const outcome of [
      await shift.snooze(where, who, until),
      await shift.wake(where, who),
      await shift.reopen(where, who),
      await shift.assign(where, who, 'financial'),
      await shift.addTask(where, who, 'x'),
      await shift.setTask(where, who, '1.0', true),
      await shift.correct(where, who, 'story', { text: 'x' }, 'y'),
      await shift.judgeIdentifier(where, who, { normal: 'x', owner: 'self', reason: 'y' }),
      await shift.askHelp(where, who, ''),
      await shift.giveHelp(where, who),
      await shift.look(where, who, false, until),
    ])
      expect(outcome).toEqual({ status: 'unknown' })
})
