import { describe, expect, test } from 'vitest'
import { startWorker } from '../../bots/worker.ts'
import { Failure } from '../../core/base/failure.ts'
import type { Inbound } from '../../core/base/message.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { MAX_ATTEMPTS } from '../../core/services/inbound/receive.ts'
import type { Store } from '../../core/ports/store/store.ts'
import { seconds } from '../../core/base/units.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../build/stage.ts'
import { eventually } from '../patience.ts'

const POISON = 'a message that cannot be handled'
/**
 * Turns that a worker takes while the clock stands: one that tried again at once would be seen
 * within them.
 */
const MANY = 25

type Tried = { readonly text: string; readonly attempts: number }

/**
 * A worker over a stage's parts: `fails` says how the handling of a message ends, where it does.
 * The sealer sees each message as it is tried.
 */
const startOver = (
  stage: Stage,
  fails: (text: string) => Error | undefined,
  change: (store: Store) => Store = (store) => store,
) => {
  const { ports, casebook, clock } = stage
  const tried: Tried[] = []
  let turns = 0
  const kept = change(ports.store)
  const store: Store = {
    ...kept,
    inbox: {
      ...kept.inbox,
      claim: async (...asked) => {
        turns += 1
        return kept.inbox.claim(...asked)
      },
    },
  }
  const sealer: typeof ports.sealer = {
    ...ports.sealer,
    transit: {
      ...ports.sealer.transit,
      open: (context, sealed) => {
        const item = ports.sealer.transit.open(context, sealed) as Inbound
        const text = item.body.kind === 'text' ? item.body.text : item.body.kind
        tried.push({ text, attempts: tried.filter((one) => one.text === text).length + 1 })
        const error = fails(text)
        if (error !== undefined) throw error
        return item
      },
    },
  }
  const worker = startWorker({ ...ports, store, sealer }, casebook, 'test')
  /** So many turns, with the clock as it stands. */
  const takeTurns = async (count: number): Promise<void> => {
    const end = turns + count
    await eventually(() => {
      worker.inbox.beat()
      expect(turns).toBeGreaterThanOrEqual(end)
    })
  }
  const triesOf = (text: string): number => tried.filter((one) => one.text === text).length
  /** Lets so many times ten seconds pass. */
  const pass = async (count: number): Promise<void> => {
    for (let step = 0; step < count; step += 1) {
      clock.advance(seconds(10))
      await takeTurns(2)
    }
  }
  return { worker, tried, triesOf, takeTurns, pass }
}

const put = async (stage: Stage, who: Person, ...texts: readonly string[]): Promise<void> => {
  for (const text of texts) await stage.sink.put([who.inbound({ kind: 'text', text: untrusted(text) })])
}

/** The texts of a person that stand in the case, in their order. */
const keptOf = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).lines.flatMap((line) =>
    line.from === 'person' && line.message.body.kind === 'text' ? [line.message.body.text] : [],
  )

const told = async (who: Person) =>
  (await who.book()).lines.flatMap((line) => (line.from === 'event' ? [line.event.type] : []))

const openStory = async () => {
  const stage = await openStage()
  const who = stage.person('somebody')
  await reachStory(who)
  return { stage, who }
}
const broken = (text: string): Error | undefined => (text === POISON ? new Error('broken') : undefined)

describe('a message that cannot be handled', () => {
  test('is not tried again at once, and nothing that was written after it goes before it', async () => {
    const { stage, who } = await openStory()
    const { worker, triesOf, takeTurns } = startOver(stage, broken)
    await put(stage, who, POISON, 'what came after it')
    await eventually(() => expect(triesOf(POISON)).toBe(1))
    await takeTurns(MANY)
    expect(triesOf(POISON)).toBe(1)
    expect(triesOf('what came after it')).toBe(0)
    stage.clock.advance(seconds(1))
    await takeTurns(2)
    await eventually(() => expect(triesOf(POISON)).toBe(2))
    expect(triesOf('what came after it')).toBe(0)
    await worker.stop()
  })

  test('is set aside after its attempts, and the chat goes on', async () => {
    const { stage, who } = await openStory()
    const { worker, tried, triesOf, pass } = startOver(stage, broken)
    await put(stage, who, 'before it', POISON, 'after it')
    await pass(6)
    await eventually(async () => expect(await stage.store.inbox.depth()).toEqual({ waiting: 0 }))
    expect(triesOf(POISON)).toBe(MAX_ATTEMPTS)
    expect(tried.findIndex(({ text }) => text === 'after it')).toBeGreaterThan(
      tried.findLastIndex(({ text }) => text === POISON),
    )
    expect((await keptOf(who)).slice(-2)).toEqual(['before it', 'after it'])
    expect(stage.log.lines.filter(({ message }) => message === 'an inbound item is set aside')).toHaveLength(
      1,
    )
    await worker.stop()
  })

  test('is told to the team in its place, and its person is asked to send it once more', async () => {
    const { stage, who } = await openStory()
    const { worker, pass } = startOver(stage, broken)
    const { unread } = (await who.book()).state
    await put(stage, who, POISON)
    await pass(6)
    await eventually(async () => expect(await told(who)).toContain('message_lost'))
    expect((await who.book()).state.unread).toBe(unread + 1)
    await stage.sendAll()
    expect(who.hears()).toBe(stage.ports.phrases.say('en', 'message-lost'))
    await worker.stop()
  })

  test('is told to the team alone where somebody of them is there, or where the chat shows nothing', async () => {
    const { stage, who } = await openStory()
    const other = stage.person('another')
    await reachStory(other)
    await stage.desk.claim(await who.code(), agent('sara'))
    await other.says('0')
    await stage.sendAll()
    const said = [who.heard(), other.heard()].map((texts) => texts.length)
    const { worker, pass } = startOver(stage, broken)
    await put(stage, who, POISON)
    await put(stage, other, POISON)
    await pass(6)
    for (const one of [who, other])
      await eventually(async () => expect(await told(one)).toContain('message_lost'))
    await stage.sendAll()
    expect([who.heard(), other.heard()].map((texts) => texts.length)).toEqual(said)
    await worker.stop()
  })

  test('that should have begun a case leaves none, and what is written next begins it', async () => {
    const stage = await openStage()
    const who = stage.person('somebody')
    const { worker, pass } = startOver(stage, broken)
    await put(stage, who, POISON, 'hello')
    await pass(6)
    await eventually(async () => expect(await stage.store.inbox.depth()).toEqual({ waiting: 0 }))
    expect(await keptOf(who)).toEqual(['hello'])
    await worker.stop()
  })

  test('does not keep another chat waiting', async () => {
    const { stage, who } = await openStory()
    const other = stage.person('another')
    const { worker, triesOf } = startOver(stage, broken)
    await put(stage, who, POISON)
    await eventually(() => expect(triesOf(POISON)).toBe(1))
    await put(stage, other, 'hello')
    worker.inbox.beat()
    await eventually(async () => expect(await keptOf(other)).toEqual(['hello']))
    await worker.stop()
  })
})

describe('a store that fails', () => {
  /** Claims and releases, and writes nothing. */
  const away =
    (code: ConstructorParameters<typeof Failure>[0], isAway: () => boolean) =>
    (store: Store): Store => ({
      ...store,
      chats: {
        ...store.chats,
        find: async (chatKey) => {
          if (isAway()) throw new Failure(code)
          return store.chats.find(chatKey)
        },
      },
    })

  test.each(['store_unavailable', 'disk_full', 'store_broken'] as const)(
    'is no attempt of a message: after any number of failures (%s) it is handled, in its order, and only once',
    async (code) => {
      const { stage, who } = await openStory()
      let isAway = true
      const { worker, triesOf, takeTurns, pass } = startOver(
        stage,
        () => undefined,
        away(code, () => isAway),
      )
      await put(stage, who, 'first', 'second')
      await eventually(() => expect(triesOf('first')).toBe(1))
      await takeTurns(MANY)
      expect(triesOf('first')).toBe(1)
      await pass(10)
      expect(triesOf('first')).toBeGreaterThan(MAX_ATTEMPTS)
      expect(triesOf('second')).toBe(0)
      isAway = false
      await pass(2)
      await eventually(async () => expect(await stage.store.inbox.depth()).toEqual({ waiting: 0 }))
      expect((await keptOf(who)).slice(-2)).toEqual(['first', 'second'])
      expect(await told(who)).not.toContain('message_lost')
      await worker.stop()
    },
  )

  test('while a message is set aside loses nothing: it is set aside once, when the store is there', async () => {
    const { stage, who } = await openStory()
    let isAway = true
    const { worker, pass } = startOver(
      stage,
      broken,
      away('store_unavailable', () => isAway),
    )
    await put(stage, who, POISON, 'after it')
    await pass(8)
    expect(await told(who)).not.toContain('message_lost')
    isAway = false
    await pass(2)
    await eventually(async () => expect(await stage.store.inbox.depth()).toEqual({ waiting: 0 }))
    expect((await told(who)).filter((type) => type === 'message_lost')).toHaveLength(1)
    expect((await keptOf(who)).at(-1)).toBe('after it')
    await worker.stop()
  })
})

test('a chat that rests when the worker stops is given back: another process goes on with it at once', async () => {
  const { stage, who } = await openStory()
  const { worker, triesOf } = startOver(stage, broken)
  await put(stage, who, POISON)
  await eventually(() => expect(triesOf(POISON)).toBe(1))
  await worker.stop()
  expect(await stage.store.inbox.claim(stage.claim(), { chats: 1, perChat: 1 })).toHaveLength(1)
})
