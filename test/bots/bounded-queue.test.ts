import { describe, expect, test } from 'vitest'
import { makeBoundedQueue } from '../../bots/bounded-queue.ts'

/** Work that ends when it is told to. */
const held = () => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const state = { begun: false }
  const act = async (): Promise<void> => {
    state.begun = true
    await promise
  }
  return { act, state, end: resolve, fail: reject }
}

describe('a lane', () => {
  test('does as much at once as it is made for, the rest in the order it came', async () => {
    const lane = makeBoundedQueue(2, 10)
    const [a, b, c, d] = [held(), held(), held(), held()]
    const works = [a, b, c, d].map(({ act }) => lane.run(act))
    const begun = () => [a, b, c, d].map(({ state }) => state.begun)
    expect(begun()).toEqual([true, true, false, false])
    b.end()
    await works[1]
    expect(begun()).toEqual([true, true, true, false])
    for (const { end } of [a, c, d]) end()
    for (const work of works) await work
    expect(begun()).toEqual([true, true, true, true])
  })

  test('goes on after work that failed, and tells who asked for it', async () => {
    const lane = makeBoundedQueue(1, 10)
    const [a, b] = [held(), held()]
    const first = lane.run(a.act)
    const second = lane.run(b.act)
    a.fail(new Error('broken'))
    await expect(first).rejects.toThrow('broken')
    b.end()
    await second
    expect(b.state.begun).toBe(true)
  })

  test('takes no more than it was made for', () => {
    const lane = makeBoundedQueue(1, 2)
    const works = Array.from({ length: 4 }, () => lane.run(held().act))
    expect(works.map((work) => work === undefined)).toEqual([false, false, false, true])
  })

  test('lets go of what waits when it is stopped, and waits for what runs', async () => {
    const lane = makeBoundedQueue(1, 10)
    const [a, b] = [held(), held()]
    const works = [lane.run(a.act), lane.run(b.act)]
    const stopped = lane.stop()
    expect(lane.run(held().act)).toBeUndefined()
    a.end()
    await Promise.all([stopped, ...works])
    expect(b.state.begun).toBe(false)
  })
})
