import { ms, type Ms } from '../../../core/base/units.ts'
import type { Pacing } from './protocol.ts'

/**
 * What a person's hand would do: WhatsApp restricts accounts that answer in no time
 * (adapters/channels/whatsapp/README.md, Pace). One to three seconds a text, sixty texts a minute for the
 * whole account.
 */
export const PACING: Pacing = { characterMs: 20, leastMs: 1_000, mostMs: 3_000, perMinute: 60 }

const MINUTE_MS = 60_000

export type Pacer = {
  /** How long we type before this text goes. */
  readonly typingFor: (characters: number, random: number) => Ms
  /**
   * The pause before the next message is taken back: a hundred of them stay within the sender's
   * claim of two minutes.
   */
  readonly betweenRevokes: (random: number) => Ms
  /** Takes one of the minute's messages; says how long to wait where there is none left. */
  readonly take: (now: number) => Ms | undefined
}

export const makePacer = ({ characterMs, leastMs, mostMs, perMinute }: Pacing): Pacer => {
  let tokens = perMinute
  let filledAt: number | undefined
  return {
    typingFor: (characters, random) =>
      ms(Math.min(mostMs, Math.max(leastMs, characters * characterMs)) * (0.75 + random / 4)),
    betweenRevokes: (random) => ms(leastMs * (0.15 + random * 0.3)),
    take: (now) => {
      const passed = Math.max(0, now - (filledAt ?? now))
      tokens = Math.min(perMinute, tokens + (passed * perMinute) / MINUTE_MS)
      filledAt = now
      if (tokens < 1) return ms(Math.ceil(((1 - tokens) * MINUTE_MS) / perMinute))
      tokens -= 1
      return undefined
    },
  }
}
