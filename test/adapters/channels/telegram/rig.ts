import { makeMemoryClock, type MemoryClock } from '../../../../adapters/memory/clock.ts'
import { makeMemoryLog, type LogLine } from '../../../../adapters/memory/log.ts'
import { makeMemoryStore } from '../../../../adapters/memory/store.ts'
import {
  openTelegram,
  type Telegram,
  type TelegramOptions,
} from '../../../../adapters/channels/telegram/index.ts'
import type { Inbound } from '../../../../core/base/message.ts'
import type { InboundSink } from '../../../../core/services/inbound/sink.ts'
import type { ChannelHealth } from '../../../../core/ports/channel.ts'
import type { Leases } from '../../../../core/ports/store/leases.ts'
import { instant, ms } from '../../../../core/base/units.ts'
import { startFakeTelegram, type FakeOptions, type FakeTelegram } from '../../../fakes/telegram/index.ts'

/** A sink that keeps what counts once, and every try to put. */
type TestSink = InboundSink & {
  /** New items in order, by the natural key. */
  readonly items: Inbound[]
  /** Sizes of the batches that came, repeats included. */
  readonly puts: number[]
  /** Called before a put; throws where the store is to be down. */
  before: (items: readonly Inbound[]) => void | Promise<void>
}

const makeTestSink = (changed: () => void = () => {}): TestSink => {
  const seen = new Set<string>()
  const sink: TestSink = {
    items: [],
    puts: [],
    before: () => {},
    put: async (items) => {
      await sink.before(items)
      sink.puts.push(items.length)
      for (const item of items) {
        const key = [item.chat, item.message, item.edit].join('|')
        if (seen.has(key)) continue
        seen.add(key)
        sink.items.push(item)
      }
      changed()
    },
  }
  return sink
}

export type Rig = {
  readonly fake: FakeTelegram
  readonly telegram: Telegram
  readonly sink: TestSink
  readonly clock: MemoryClock
  readonly leases: Leases
  readonly lines: readonly LogLine[]
  readonly healths: readonly ChannelHealth[]
  /** Another Amin for the same bot: same store and sink unless said otherwise. */
  readonly another: (options?: Partial<TelegramOptions>) => Telegram
  readonly until: (condition: () => boolean, what?: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/** No test waits for a clock: every wait of the channel is a few milliseconds. */
const QUICK = {
  pollSeconds: 20,
  pollGrace: ms(10_000),
  call: ms(5000),
  pace: { first: ms(2), most: ms(10) },
  conflictPace: { first: ms(5), most: ms(20) },
  standby: ms(5),
}

export const makeRig = async (
  options: Partial<TelegramOptions> = {},
  fakeOptions: FakeOptions = {},
): Promise<Rig> => {
  const fake = await startFakeTelegram({ throttle: false, ...fakeOptions })
  const clock = makeMemoryClock(instant(Date.now()))
  const log = makeMemoryLog()
  const healths: ChannelHealth[] = []
  const sink = makeTestSink(() => fake.world.changed())
  const { leases } = makeMemoryStore()
  const opened: Telegram[] = []
  const open = (given: Partial<TelegramOptions> = {}): Telegram => {
    const telegram = openTelegram({
      token: fake.token,
      apiRoot: fake.apiRoot,
      sink,
      leases,
      clock,
      log,
      owner: `test-${opened.length}`,
      commands: [],
      ...given,
      timing: { ...QUICK, ...given.timing },
      onHealth: (health) => {
        healths.push(health)
        given.onHealth?.(health)
        fake.world.changed()
      },
    })
    opened.push(telegram)
    return telegram
  }
  return {
    fake,
    telegram: open(options),
    sink,
    clock,
    leases,
    lines: log.lines,
    healths,
    another: open,
    until: (condition, what) => fake.until(condition, what, 20_000),
    stop: async () => {
      await Promise.all(opened.map((telegram) => telegram.stop()))
      await fake.stop()
    },
  }
}
