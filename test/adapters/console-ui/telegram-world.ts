import {
  TelegramChange,
  type TelegramLook,
  type TelegramState,
  type TelegramTest,
} from '../../../adapters/console/contract/telegram.ts'
import type { Problem } from '../../../adapters/console/contract/index.ts'
import type { HealthState } from '../../../adapters/console/contract/health.ts'
import { ME, NOW } from './world.ts'

type Refused = { readonly status: number; readonly code: string; readonly more: Partial<Problem> }
type Why = NonNullable<Problem['faults']>[number]['why']

export const TOKEN = '424242:a-token-that-Telegram-knows'
const BOT = { id: '424242', name: 'help_centre_iq' }
const CODE = `test-en-${'7'.repeat(26)}-${'m'.repeat(22)}`

/** The bot's token on the scripted server. */
export type TelegramWorld = {
  /** What Telegram says of the next token that is not refused for its shape. */
  says: TelegramLook['status']
  /** What ends with the next token, until whoever sets it wants it. */
  ends: readonly Why[]
  state: TelegramState
  /** The newest token that was taken. */
  token: string | undefined
  readonly put: (body: unknown) => Refused | undefined
  readonly look: () => TelegramLook
  readonly test: () => TelegramTest
  /** The message comes through, and is answered. */
  readonly comes: (answered?: boolean) => void
  /** Where nothing was changed, as the world's health has it. */
  readonly channel: (as: HealthState['channels'][number]) => HealthState['channels'][number]
}

export const makeTelegramWorld = (): TelegramWorld => {
  const at = new Date(NOW).toISOString()
  const by = { id: ME.id, name: ME.name }
  const world: TelegramWorld = {
    says: 'good',
    ends: [],
    state: { from: 'here', bot: BOT, version: 1, changed: { at, by } },
    token: undefined,
    put: (body) => {
      const { version, token, anyway } = TelegramChange.parse(body)
      const faults = (...whys: readonly Why[]) => ({ faults: whys.map((why) => ({ path: 'token', why })) })
      if (world.state.from === 'environment') return { status: 409, code: 'environment', more: {} }
      if (version !== world.state.version) return { status: 409, code: 'outdated', more: {} }
      if (token !== null && !/^\d+:[\w-]+$/.test(token))
        return { status: 422, code: 'unfit', more: faults('format') }
      if (token !== null && world.says !== 'good')
        return { status: 422, code: 'unfit', more: faults(world.says as Why) }
      if (token !== null && world.ends.length > 0 && anyway !== true)
        return { status: 409, code: 'confirm', more: faults(...world.ends) }
      world.token = token ?? undefined
      world.state = {
        from: token === null ? 'nowhere' : 'here',
        ...(token === null ? {} : { bot: BOT }),
        version: version + 1,
        changed: { at, by },
      }
      return undefined
    },
    look: () =>
      world.says === 'good' ? { status: 'good', bot: BOT, webhook: false } : { status: world.says },
    test: () => {
      if (world.says !== 'good') return { status: world.says }
      world.state = { ...world.state, test: { askedAt: new Date().toISOString() } }
      return {
        ...world.look(),
        link: `https://t.me/${BOT.name}?start=${CODE}`,
        command: `/start ${CODE}`,
      }
    },
    comes: (answered = true) => {
      const { test = { askedAt: at } } = world.state
      const now = new Date().toISOString()
      world.state = {
        ...world.state,
        test: { ...test, cameAt: now, ...(answered ? { answeredAt: now } : {}) },
      }
    },
    channel: (as) => {
      if (world.state.version === 1) return as
      return world.state.from === 'nowhere' ? { name: 'telegram', status: 'off' } : { ...as, status: 'ready' }
    },
  }
  return world
}
