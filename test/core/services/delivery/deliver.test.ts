import { beforeEach, describe, expect, test } from 'vitest'
import type { SendOutcome } from '../../../../core/ports/channel.ts'
import { after, hours, minutes, seconds } from '../../../../core/base/units.ts'
import { makeDeliverer } from '../../../../core/services/delivery/deliver.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const NOOR = agent('Noor')

let stage: Stage
let who: Person
beforeEach(async () => {
  stage = await openStage()
  who = stage.person('1')
  await reachStory(who)
})

const claim = (owner = 'one') =>
  stage.store.outbox.claim(
    { owner, now: stage.clock.now(), until: after(stage.clock.now(), minutes(1)) },
    { channel: 'telegram', account: 'bot', limit: 10 },
  )
const deliverer = () => makeDeliverer(stage.ports, stage.casebook)
const count = (text: string): number => who.heard().filter((one) => one === text).length

/**
 * A process that claimed what waits, sent it, and died before it could say so; the claim ends, and
 * another takes over.
 */
const dieAfterSending = async (): Promise<void> => {
  for (const row of await claim()) await deliverer().deliver(stage.channel, row)
  stage.clock.advance(minutes(2))
  await stage.sendAll()
}

describe('what a process was sending when it died', () => {
  test('is not said twice where an agent wrote it: the team sees that nobody knows whether it arrived', async () => {
    await stage.desk.claim(await who.code(), NOOR)
    await stage.sendAll()
    const { state } = await who.book()
    await stage.desk.say(await who.code(), NOOR, 'Do not pay him.', state.version)
    await dieAfterSending()
    expect(count('Do not pay him.')).toBe(1)
    const book = await who.book()
    const line = book.lines.findLast(({ from }) => from === 'agent')
    expect(line?.from === 'agent' && book.delivery.get(`${line.seq}.${line.row}`)).toBe('unclear')
  })

  test('is said again where the bot asked it: a question twice is better than none', async () => {
    await stage.sink.put([who.inbound({ kind: 'text', text: 'human' as never })])
    await stage.receiveAll()
    const before = who.heard().length
    await dieAfterSending()
    const said = who.heard().slice(before)
    expect(said.length).toBeGreaterThanOrEqual(2)
    expect(said.slice(said.length / 2)).toEqual(said.slice(0, said.length / 2))
    expect(await claim()).toEqual([])
  })
})

describe('a message that the platform does not take', () => {
  const always = (outcome: SendOutcome) => ({
    ...stage.channel,
    send: async (): Promise<SendOutcome> => outcome,
  })
  const waiting = async () => {
    await stage.sink.put([who.inbound({ kind: 'text', text: 'human' as never })])
    await stage.receiveAll()
    const [row] = await claim()
    return row!
  }

  test.each([
    ['certainly not', { status: 'later' }],
    ['perhaps not', { status: 'unclear' }],
  ] as const)(
    'for now (%s) is tried again, a second later first and never more than five minutes later, and given up after a day',
    async (_, outcome) => {
      const row = await waiting()
      const waits: number[] = []
      for (let attempts = 1; attempts < 1000; attempts += 1) {
        const { settlement } = await deliverer().deliver(always(outcome), { ...row, attempts })
        if (settlement.status !== 'again') break
        waits.push(settlement.dueAt - stage.clock.now())
      }
      expect(waits[0]).toBe(seconds(1))
      expect(Math.max(...waits)).toBe(minutes(5))
      const whole = waits.reduce((sum, wait) => sum + wait, 0)
      expect(whole).toBeGreaterThan(hours(24))
      expect(whole).toBeLessThan(hours(26))
    },
  )

  test('since it slows the whole account holds up everything of that account as long as it says', async () => {
    const row = await waiting()
    const { pauseUntil, settlement } = await deliverer().deliver(
      always({ status: 'later', wait: seconds(40), everyone: true }),
      row,
    )
    expect(pauseUntil).toBe(after(stage.clock.now(), seconds(40)))
    expect(settlement).toEqual({ status: 'again', dueAt: pauseUntil })
    const alone = await deliverer().deliver(always({ status: 'later', wait: seconds(40) }), row)
    expect(alone.pauseUntil).toBeUndefined()
  })

  test('since our token is refused is kept, and whoever sends is told to stop', async () => {
    const { settlement, unauthorised } = await deliverer().deliver(
      always({ status: 'unauthorised' }),
      await waiting(),
    )
    expect([settlement.status, unauthorised]).toEqual(['again', true])
  })

  test('since the person blocked us is over, and the team sees it, once', async () => {
    const row = await waiting()
    for (let n = 0; n < 2; n += 1)
      expect(
        (await deliverer().deliver(always({ status: 'refused', why: 'blocked' }), row)).settlement,
      ).toEqual({ status: 'refused' })
    const { lines, state } = await who.book()
    expect(state.blocked).toBe(true)
    expect(
      lines.filter((line) => line.from === 'event' && line.event.type === 'person_blocked'),
    ).toHaveLength(1)
  })
})
