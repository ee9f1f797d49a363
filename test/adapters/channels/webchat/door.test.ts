import { afterEach, expect, test } from 'vitest'
import { minutes, seconds } from '../../../../core/base/units.ts'
import type { Price, Problem } from '../../../../adapters/channels/webchat/wire.ts'
import { prove } from './proving.ts'
import { freshId, makeVisitor, openStage, type Stage, type Visitor } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

const RULE = { burst: 2, perMinute: 1 }
const start = (visitor: Visitor, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  visitor.send('POST', '/api/start', { language: 'en' }, headers)
/** Room is used up. */
const crowd = async (count = RULE.burst): Promise<void> => {
  stage = await openStage({ conversations: RULE })
  for (let i = 0; i < count; i += 1) {
    const visitor = makeVisitor(stage)
    const answer = await start(visitor)
    if (answer.status === 202) continue
    expect((await start(visitor, { 'x-proof': prove(await priceOf(answer)) })).status).toBe(202)
  }
}
const priceOf = async (answer: Response): Promise<Price> => {
  expect(answer.status).toBe(429)
  const { code, price } = (await answer.json()) as Problem
  expect(code).toBe('crowded')
  return price!
}

test('above the budget a new conversation is let in by the number that its ticket asks for', async () => {
  await crowd()
  const visitor = makeVisitor(stage)
  const price = await priceOf(await start(visitor))
  expect((await start(visitor, { 'x-proof': prove(price) })).status).toBe(202)
  expect(stage.echo.arrived).toHaveLength(3)
})

test('a ticket lets in once, by its number and by its time', async () => {
  await crowd()
  const price = await priceOf(await start(makeVisitor(stage)))
  const proof = { 'x-proof': prove(price) }
  expect((await start(makeVisitor(stage), proof)).status).toBe(202)
  await priceOf(await start(makeVisitor(stage), proof))
  stage.clock.advance(minutes(3))
  for (let i = 0; i < 4; i += 1) await start(makeVisitor(stage))
  await priceOf(await start(makeVisitor(stage), { 'x-proof': price.ticket }))
})

test('who cannot compute is let in with the ticket alone after its time, and not a moment before', async () => {
  await crowd(RULE.burst * 2)
  const visitor = makeVisitor(stage)
  const answer = await start(visitor)
  expect(answer.headers.get('retry-after')).toBe('60')
  const { ticket, after } = await priceOf(answer)
  stage.clock.advance(seconds(after / 1000 - 1))
  const early = await priceOf(await start(visitor, { 'x-proof': `${ticket}~1` }))
  expect(early).toMatchObject({ ticket, after: 1000 })
  stage.clock.advance(seconds(1))
  expect((await start(visitor, { 'x-proof': ticket })).status).toBe(202)
})

test('a ticket that nobody gave out, or that has ended, is worth nothing', async () => {
  await crowd(RULE.burst * 5)
  const price = await priceOf(await start(makeVisitor(stage)))
  const [time, , salt, tag] = price.ticket.split('.')
  for (const proof of [`${time}.1.${salt}.${tag}~1`, 'x', '~', `${price.ticket}~`, '0'.repeat(5_000)])
    expect(
      (await priceOf(await start(makeVisitor(stage), { 'x-proof': proof }))).ticket.startsWith(
        `${time}.1.${salt}`,
      ),
    ).toBe(false)
  const proof = prove(price)
  stage.clock.advance(minutes(1))
  expect((await start(makeVisitor(stage), { 'x-proof': proof })).status).toBe(202)
  const old = await priceOf(await start(makeVisitor(stage)))
  stage.clock.advance(minutes(11))
  for (let i = 0; i < 11; i += 1) await start(makeVisitor(stage))
  await priceOf(await start(makeVisitor(stage), { 'x-proof': old.ticket }))
})

test('the price grows with the load', async () => {
  await crowd()
  const first = await priceOf(await start(makeVisitor(stage)))
  await stage.close()
  await crowd(RULE.burst * 3)
  const third = await priceOf(await start(makeVisitor(stage)))
  expect([third.most / first.most, third.after / first.after]).toEqual([4, 3])
})

test('a conversation that has begun never pays, nor does who leaves or only looks', async () => {
  stage = await openStage({ conversations: RULE })
  const visitor = makeVisitor(stage)
  await start(visitor)
  await start(makeVisitor(stage))
  await priceOf(await start(makeVisitor(stage)))
  expect((await visitor.send('POST', '/api/messages', { text: 'still here', id: freshId() })).status).toBe(
    202,
  )
  const stranger = makeVisitor(stage)
  expect((await stranger.send('GET', '/api/view')).status).toBe(200)
  expect((await stranger.send('POST', '/api/exit', {})).status).toBe(202)
})

test('3,000 addresses of one /64 are one, and those of a /48 are its neighbours', async () => {
  stage = await openStage({ conversations: { burst: 100_000, perMinute: 100_000 } })
  const begin = async (address: string): Promise<number> =>
    (await start(makeVisitor(stage), { 'x-forwarded-for': address })).status
  const wave = async (addressOf: (i: number) => string, count: number): Promise<number> => {
    const answers = await Promise.all(Array.from({ length: count }, (_, i) => begin(addressOf(i))))
    return answers.filter((status) => status === 202).length
  }
  expect(await wave((i) => `2001:db8:1:1::${i.toString(16)}`, 300)).toBe(60)
  expect(await wave((i) => `2001:db8:1:${(i + 2).toString(16)}::1`, 300)).toBe(180)
  expect(await wave((i) => `198.51.100.${i % 250}`, 300)).toBe(240)
  expect(await begin('2001:db8:2::1')).toBe(202)
})
