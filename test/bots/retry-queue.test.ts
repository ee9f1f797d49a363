import { expect, test } from 'vitest'
import { makeRetryQueue } from '../../bots/retry-queue.ts'
import { startSender } from '../../bots/sender.ts'
import { startWorker } from '../../bots/worker.ts'
import { Failure } from '../../core/base/failure.ts'
import type { Store } from '../../core/ports/store/store.ts'
import { minutes, seconds } from '../../core/base/units.ts'
import { openStage, reachStory } from '../build/stage.ts'
import { eventually } from '../patience.ts'

/** The clock of a stage stands: what nobody gives back is never given out again. */
const AWAY = 3
const away = (): Failure => new Failure('store_unavailable')

/** Fails the first times that it is asked. */
const later = <A extends readonly unknown[]>(word: (...args: A) => Promise<void>) => {
  let left = AWAY
  return async (...args: A): Promise<void> => {
    if (left-- > 0) throw away()
    await word(...args)
  }
}

test('what the store was not told is said again, in order, and only once more where it hears', async () => {
  const heard: string[] = []
  const owed = makeRetryQueue()
  const one = later(async () => void heard.push('one'))
  await expect(owed.tell(one)).rejects.toThrow()
  await owed.tell(async () => void heard.push('two'))
  for (let i = 1; i < AWAY; i++) await expect(owed.settle()).rejects.toThrow()
  await owed.settle()
  await owed.settle()
  expect(heard).toEqual(['two', 'one'])
})

test('what the store refuses for good is not said again: it must not hold up the rest', async () => {
  const owed = makeRetryQueue()
  await expect(owed.tell(() => Promise.reject(new Failure('store_broken')))).rejects.toThrow()
  await owed.settle()
})

test('a message that was sent while the store went away is not sent again', async () => {
  const { ports, casebook, channel, person, sink, receiveAll } = await openStage()
  const { outbox } = ports.store
  const store: Store = { ...ports.store, outbox: { ...outbox, settle: later(outbox.settle) } }
  const who = person('somebody')
  await sink.put([who.inbound({ kind: 'start' })])
  await receiveAll()
  const rows = async () => outbox.ofCase((await who.book()).row.caseId)
  const sender = startSender({ ...ports, store }, casebook, channel, 'test')
  await eventually(async () =>
    expect((await rows()).map(({ status }) => status)).toEqual((await rows()).map(() => 'sent')),
  )
  expect(channel.sent).toHaveLength((await rows()).length)
  await sender.stop()
})

test('a chat that could not be given back, for the store was away, is worked on as soon as it is there', async () => {
  const { ports, casebook, person, sink } = await openStage()
  const { inbox } = ports.store
  const store: Store = { ...ports.store, inbox: { ...inbox, release: later(inbox.release) } }
  const worker = startWorker({ ...ports, store }, casebook, 'test')
  const who = person('somebody')
  for (const text of ['hello', 'continue', 'skip']) {
    await sink.put([who.inbound({ kind: 'text', text: text as never })])
    worker.inbox.beat()
  }
  await eventually(async () => expect(await inbox.depth()).toEqual({ waiting: 0 }))
  await worker.stop()
})

test('a job that could not be put back, for the store was away, is tried again when it is due, not when its claim ends', async () => {
  const { ports, casebook, person, channel, clock, sink } = await openStage()
  const { jobs } = ports.store
  const store: Store = { ...ports.store, jobs: { ...jobs, postpone: later(jobs.postpone) } }
  const who = person('somebody')
  await reachStory(who)
  let tries = 0
  const broken = {
    ...channel,
    download: async (ref: string) =>
      tries++ === 0 ? Promise.reject(new Error('cut')) : channel.download(ref),
  }
  channel.files.set('file', new Uint8Array([1, 2, 3]))
  const start = clock.now()
  const worker = startWorker({ ...ports, store, channel: () => broken }, casebook, 'test')
  await sink.put([
    who.inbound({ kind: 'media', media: { kind: 'photo', capture: 'recompressed', ref: 'file' } }),
  ])
  worker.inbox.beat()
  await eventually(() => expect(tries).toBe(1))
  await eventually(async () => {
    clock.advance(seconds(1))
    worker.jobs.beat()
    const [item] = Object.values((await who.book()).state.evidence)
    expect(item?.status).toBe('sealed')
  })
  expect(clock.now() - start).toBeLessThan(minutes(5))
  await worker.stop()
})
