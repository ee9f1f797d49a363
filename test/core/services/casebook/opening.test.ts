import { describe, expect, test, vi } from 'vitest'
import { minuteOfClock, nextOpening } from '../../../../core/model/safe-times.ts'
import { after, hours, minutes, ms, seconds } from '../../../../core/base/units.ts'
import { agent, openStage, type Person, type Stage } from '../../../build/stage.ts'

const NOOR = agent('Noor')
const REEM = agent('Reem')
const SIGN = 'Tip of the day: a little cardamom makes tea better. More tips: 1'

const times = (from: string, to: string) => ({ from: minuteOfClock(from), to: minuteOfClock(to) })
const EVENING = times('18:00', '22:00')

/** A case that an agent holds, its person silent for a while; it is about three at night in Baghdad. */
const open = async (device?: string) => {
  const stage = await openStage()
  const person = stage.person('1')
  await person.sends({ kind: 'start' })
  for (const text of [
    'continue',
    'skip',
    ...(device === undefined ? ['none'] : ['someone sees this phone', device]),
    'me, 18+',
    'A man I met online has my photos and wants money',
  ])
    await person.says(text)
  const code = await person.code()
  await stage.desk.claim(code, NOOR)
  await stage.sendAll()
  stage.clock.advance(minutes(6))
  const set = (from: string, to: string) => stage.desk.shift.setSafeTimes(code, NOOR, times(from, to))
  return { stage, person, code, set }
}

const speak = async (stage: Stage, person: Person, text: string): Promise<void> => {
  const { state } = await person.book()
  expect((await stage.desk.say(await person.code(), NOOR, text, state.version)).status).toBe('done')
  await stage.sendAll()
}

/** Up to a minute past the next time that the clock in Baghdad shows `clock`; all timers ring on the way. */
const until = (stage: Stage, clock: string) => {
  const now = stage.clock.now()
  return stage.passTime(ms(nextOpening(times(clock, '00:00'), now) - now + minutes(1)))
}

/** How often what waited was let go. */
const releases = async (person: Person) =>
  (await person.book()).events.filter(({ event }) => event.type === 'words_released').length

const count = (person: Person, text: string): number => person.heard().filter((one) => one === text).length

describe('outside of the safe times', () => {
  test('words wait without a sign, and go out in their order when the time begins, once', async () => {
    const { stage, person, set } = await open()
    await set('18:00', '22:00')
    const said = person.heard().length
    await speak(stage, person, 'One.')
    await speak(stage, person, 'Two.')
    await until(stage, '17:58')
    expect(person.heard()).toHaveLength(said)
    await until(stage, '18:00')
    expect(person.heard().slice(said)).toEqual(['One.', 'Two.'])
    const book = await person.book()
    const lines = book.lines.filter((line) => line.from === 'agent')
    expect(lines.map((line) => book.delivery.get(`${line.seq}.${line.row}`))).toEqual(['sent', 'sent'])
    await stage.passTime(hours(48))
    expect(person.heard().slice(said)).toEqual(['One.', 'Two.'])
    expect(await releases(person)).toBe(1)
  })

  test('words go out when the person writes, and nothing more when the time begins', async () => {
    const { stage, person, set } = await open()
    await set('18:00', '22:00')
    await speak(stage, person, 'One.')
    await person.says('hello')
    expect(count(person, 'One.')).toBe(1)
    // Who wrote just now is there.
    await speak(stage, person, 'Two.')
    expect(count(person, 'Two.')).toBe(1)
    const said = person.heard().length
    await stage.passTime(hours(48))
    expect(person.heard()).toHaveLength(said)
    expect(await releases(person)).toBe(1)
  })

  test('a timer is set for the first that waits only, and none where nothing does', async () => {
    const { stage, person, code, set } = await open()
    const commit = vi.spyOn(stage.store.ledger, 'commit')
    const timers = () =>
      commit.mock.calls.flatMap(([{ jobs }]) => jobs.filter(({ kind }) => kind === 'opening'))
    await set('18:00', '22:00')
    await stage.desk.note(code, NOOR, 'they said evenings')
    expect(timers()).toEqual([])
    await speak(stage, person, 'One.')
    await speak(stage, person, 'Two.')
    expect(timers()).toHaveLength(1)
    await person.says('hello')
    stage.clock.advance(minutes(6))
    await speak(stage, person, 'Three.')
    expect(timers()).toHaveLength(2)
    await until(stage, '18:00')
    expect(timers()).toHaveLength(2)
    expect(count(person, 'Three.')).toBe(1)
    expect((await person.book()).state.access.opening).toBeUndefined()
  })

  test('the question whether they are safe is refused, and within them it is not', async () => {
    const { stage, code, set } = await open()
    await set('18:00', '22:00')
    expect(await stage.desk.askSafe(code, NOOR)).toEqual({ status: 'refused', why: 'quiet' })
    await until(stage, '18:00')
    expect((await stage.desk.askSafe(code, NOOR)).status).toBe('done')
  })

  test('how it goes after the case was closed is asked when the time begins', async () => {
    const { stage, person, code, set } = await open()
    await set('18:00', '22:00')
    await stage.desk.close(code, NOOR, 'resolved')
    await until(stage, '18:00')
    await person.says('yes')
    const said = person.heard().length
    await stage.passTime(hours(24 * 2))
    expect(person.heard()).toHaveLength(said)
    await until(stage, '17:00')
    expect(person.heard()).toHaveLength(said)
    await until(stage, '18:00')
    expect(person.heard()).toHaveLength(said + 1)
  })

  test('a timer that comes after the time is over says nothing until the time begins again', async () => {
    const { stage, person, set } = await open()
    await set('18:00', '22:00')
    await speak(stage, person, 'One.')
    // Nothing ran all evening.
    stage.clock.set(after(nextOpening(EVENING, stage.clock.now()), hours(5)))
    await stage.passTime(minutes(1))
    expect(count(person, 'One.')).toBe(0)
    await until(stage, '17:58')
    expect(count(person, 'One.')).toBe(0)
    await until(stage, '18:00')
    expect(count(person, 'One.')).toBe(1)
  })

  test('who blocked us is sent nothing when the time begins, and what waits goes on waiting', async () => {
    const { stage, person, set } = await open()
    await set('18:00', '22:00')
    await speak(stage, person, 'One.')
    await person.sends({ kind: 'blocked' })
    await until(stage, '18:00')
    expect(count(person, 'One.')).toBe(0)
    await person.sends({ kind: 'unblocked' })
    await until(stage, '18:00')
    expect(count(person, 'One.')).toBe(1)
  })
})

describe('within the safe times', () => {
  test('words reach the person at once, on both sides of midnight', async () => {
    const { stage, person, set } = await open()
    await set('23:00', '02:00')
    await until(stage, '23:00')
    await speak(stage, person, 'Before.')
    await until(stage, '01:58')
    await speak(stage, person, 'After.')
    await until(stage, '02:00')
    await speak(stage, person, 'Too late.')
    expect(['Before.', 'After.', 'Too late.'].map((text) => count(person, text))).toEqual([1, 1, 0])
  })

  test('what waited is said before what is said now, though its timer did not come yet', async () => {
    const { stage, person, set } = await open()
    await set('18:00', '22:00')
    await speak(stage, person, 'One.')
    stage.clock.set(after(nextOpening(EVENING, stage.clock.now()), ms(200)))
    await speak(stage, person, 'Two.')
    expect(person.heard().slice(-2)).toEqual(['One.', 'Two.'])
    await stage.passTime(seconds(30))
    expect(count(person, 'One.')).toBe(1)
  })
})

describe('times that were changed while words wait', () => {
  test.each([
    ['earlier', '08:00', '09:00', '17:00'],
    ['later', '20:00', '22:00', '21:00'],
    ['to begin at the same time', '18:00', '23:00', '19:00'],
  ])('%s: they go out once, when the new time begins', async (_how, from, to, later) => {
    const { stage, person, set } = await open()
    await set('18:00', '22:00')
    await speak(stage, person, 'One.')
    await set(from, to)
    const [hour = '', minute = ''] = from.split(':')
    await until(stage, `${String(Number(hour) - 1).padStart(2, '0')}:${minute}`)
    expect(count(person, 'One.')).toBe(0)
    await until(stage, from)
    expect(count(person, 'One.')).toBe(1)
    await until(stage, later)
    await stage.passTime(hours(48))
    expect(count(person, 'One.')).toBe(1)
  })

  test.each(['changed so that it is safe now', 'cleared'])(
    'they go out at once where the rule is %s',
    async (how) => {
      const { stage, person, code, set } = await open()
      await set('18:00', '22:00')
      await speak(stage, person, 'One.')
      await speak(stage, person, 'Two.')
      const outcome =
        how === 'cleared' ? await stage.desk.shift.clearSafeTimes(code, NOOR) : await set('02:00', '05:00')
      expect(outcome.status).toBe('done')
      await stage.sendAll()
      expect(person.heard().slice(-2)).toEqual(['One.', 'Two.'])
      await stage.passTime(hours(48))
      expect(count(person, 'One.')).toBe(1)
      expect((await person.book()).state.access.held).toEqual([])
    },
  )

  test('they go on waiting where the rule is cleared while the person blocks us', async () => {
    const { stage, person, code, set } = await open()
    await set('18:00', '22:00')
    await speak(stage, person, 'One.')
    await person.sends({ kind: 'blocked' })
    await stage.desk.shift.clearSafeTimes(code, NOOR)
    await stage.sendAll()
    expect(count(person, 'One.')).toBe(0)
    expect((await person.book()).state.access.held).toHaveLength(1)
    await person.sends({ kind: 'unblocked' })
    await person.says('I am back')
    expect(count(person, 'One.')).toBe(1)
  })
})

describe('on a phone that others look at', () => {
  test('the sign comes when the time begins and not before, the words when the person writes', async () => {
    const { stage, person, set } = await open('shared')
    await set('18:00', '22:00')
    const said = person.heard().length
    await speak(stage, person, 'One.')
    expect(person.heard()).toHaveLength(said)
    await stage.passTime(hours(72))
    expect(person.heard().slice(said)).toEqual([SIGN])
    await person.says('1')
    expect(count(person, 'One.')).toBe(1)
  })

  test('within the safe times the sign comes at once', async () => {
    const { stage, person, set } = await open('shared')
    await set('02:00', '05:00')
    await speak(stage, person, 'One.')
    expect(person.hears()).toBe(SIGN)
  })

  test('clearing the times sends nothing that another rule keeps', async () => {
    const { stage, person, code, set } = await open('shared')
    await set('18:00', '22:00')
    await speak(stage, person, 'One.')
    await stage.desk.shift.clearSafeTimes(code, NOOR)
    await stage.passTime(hours(48))
    expect(count(person, 'One.')).toBe(0)
  })

  test('the file says when what waits goes out by itself, and nothing where another rule keeps it', async () => {
    const own = await open()
    await own.set('18:00', '22:00')
    const opensAt = nextOpening(EVENING, own.stage.clock.now())
    expect((await own.person.book()).contact).toEqual({
      discreet: false,
      watched: false,
      afterTheyWrite: false,
      waits: 'yes',
      safeTimes: EVENING,
      opensAt,
    })
    await own.person.says('hello')
    expect((await own.person.book()).contact).toMatchObject({ waits: 'soon', opensAt })
    await until(own.stage, '18:00')
    expect((await own.person.book()).contact).toMatchObject({ waits: 'no', safeTimes: EVENING })
    const shared = await open('shared')
    await shared.set('18:00', '22:00')
    expect((await shared.person.book()).contact).toMatchObject({ waits: 'yes' })
    expect((await shared.person.book()).contact).not.toHaveProperty('opensAt')
  })
})

test('who wrote a moment before the time begins is never told to wait', async () => {
  const { stage, person, set } = await open()
  await set('18:00', '22:00')
  await until(stage, '17:56')
  await person.says('hello')
  expect((await person.book()).contact.waits).toBe('no')
})

describe('safe times are set', () => {
  test('by who holds the case alone, as times of a day that are not the same, and not twice', async () => {
    const { stage, code, set } = await open()
    expect(await stage.desk.shift.setSafeTimes(code, REEM, EVENING)).toEqual({ status: 'not_yours' })
    expect(await stage.desk.shift.clearSafeTimes(code, REEM)).toEqual({ status: 'not_yours' })
    expect(await stage.desk.shift.clearSafeTimes(code, NOOR)).toEqual({ status: 'refused', why: 'already' })
    expect(await set('18:00', '18:00')).toEqual({ status: 'refused', why: 'time_invalid' })
    expect(await stage.desk.shift.setSafeTimes(code, NOOR, { from: 0, to: 1440 })).toEqual({
      status: 'refused',
      why: 'time_invalid',
    })
    expect((await set('18:00', '22:00')).status).toBe('done')
    expect(await set('18:00', '22:00')).toEqual({ status: 'refused', why: 'already' })
  })

  test('as entries of the chain that name who did it, and stay when the case changes hands', async () => {
    const { stage, person, code, set } = await open()
    await set('18:00', '22:00')
    await stage.desk.transfer(code, NOOR, { agent: REEM })
    const book = await person.book()
    expect(book.state.access.safeTimes).toEqual(EVENING)
    expect(book.events.flatMap(({ event }) => (event.type === 'safe_times_set' ? [event] : []))).toEqual([
      { type: 'safe_times_set', agent: NOOR.id, ...EVENING },
    ])
    expect((await stage.desk.shift.clearSafeTimes(code, REEM)).status).toBe('done')
    expect((await person.book()).state.access.safeTimes).toBeUndefined()
  })
})
