import { timingSafeEqual } from 'node:crypto'
import type { Conversations } from '../../../core/services/limits/conversations.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'
import type { Random } from '../../../core/ports/random.ts'
import { minutes, seconds } from '../../../core/base/units.ts'
import type { Price } from './wire.ts'

/**
 * Numbers tried at most at the first level, half of them on average; each level doubles it.
 * Chromium on two cores of a server tries 67,000 a second; a phone that is ten times slower needs
 * three seconds at most. A rented machine needs no time, so this slows floods and stops none: those
 * are bounded by where they come from.
 */
const MOST_TRIED = 20_000
/**
 * Who cannot compute waits instead, this long for each level. A phone that is slower than that
 * waits no longer either.
 */
const PATIENCE = seconds(30)
const GOOD_FOR = minutes(10)
/** Tickets that were used and have not ended; the oldest fall out. */
const REMEMBERED = 100_000

const TICKET = /^([0-9a-z]{8,11})\.([1-9])\.([0-9A-Z]{26})\.([\w-]{43})$/
const PROOF = /^([^~]{1,200})(?:~(\d{1,9}))?$/

type Ticket = { readonly text: string; readonly issued: number; readonly level: number }

/**
 * Lets new conversations in. While there is room they enter; above it the next one brings a ticket,
 * with the number that it asks for or after the time that it says. Nothing is kept of tickets
 * before they are used.
 */
export type Door = {
  /** `proof`: what the page sent, `TICKET` or `TICKET~NUMBER`. Whoever enters is counted. */
  readonly knock: (
    proof: string | undefined,
  ) => { readonly status: 'in' } | { readonly status: 'priced'; readonly price: Price }
}

export const makeDoor = (ports: {
  readonly conversations: Conversations
  readonly hasher: Hasher
  readonly random: Random
  readonly clock: Clock
}): Door => {
  const { conversations, hasher, random, clock } = ports
  /** With when they end. */
  const used = new Map<string, number>()

  const tagOf = (head: string): string => hasher.keyed('session', 'ticket', head)
  const mostOf = (level: number): number => MOST_TRIED * 2 ** (level - 1)
  /** Never sent: the page finds it. */
  const numberOf = ({ text, level }: Ticket): number =>
    Number.parseInt(hasher.sha256(hasher.keyed('session', 'number', text)).slice(0, 12), 16) % mostOf(level)
  const ripeAt = ({ issued, level }: Ticket): number => issued + PATIENCE * level

  const issue = (level: number): Ticket => {
    const issued = clock.now()
    const head = `${issued.toString(36)}.${level}.${random.code(26)}`
    return { text: `${head}.${tagOf(head)}`, issued, level }
  }

  const priceOf = (ticket: Ticket): Price => ({
    ticket: ticket.text,
    target: hasher.sha256(`${ticket.text}.${numberOf(ticket)}`),
    most: mostOf(ticket.level),
    after: Math.max(0, ripeAt(ticket) - clock.now()),
  })

  /** One of ours that is still good and was not used. */
  const read = (text: string): Ticket | undefined => {
    const [, time = '', digit = '', salt = '', tag = ''] = TICKET.exec(text) ?? []
    if (tag === '') return undefined
    if (!timingSafeEqual(Buffer.from(tag), Buffer.from(tagOf(`${time}.${digit}.${salt}`)))) return undefined
    const issued = Number.parseInt(time, 36)
    return clock.now() - issued > GOOD_FOR || used.has(text)
      ? undefined
      : { text, issued, level: Number(digit) }
  }

  const use = ({ text, issued }: Ticket): void => {
    used.set(text, issued + GOOD_FOR)
    const now = clock.now()
    for (const [old, end] of used) {
      if (end > now && used.size <= REMEMBERED) break
      used.delete(old)
    }
  }

  return {
    knock: (proof) => {
      const enter = (): { readonly status: 'in' } => {
        conversations.begin()
        return { status: 'in' }
      }
      const level = conversations.level()
      if (level === 0) return enter()
      const [, text = '', number] = PROOF.exec(proof ?? '') ?? []
      const ticket = read(text)
      if (ticket === undefined) return { status: 'priced', price: priceOf(issue(level)) }
      const paid = number !== undefined && Number(number) === numberOf(ticket)
      if (!paid && clock.now() < ripeAt(ticket)) return { status: 'priced', price: priceOf(ticket) }
      use(ticket)
      return enter()
    },
  }
}
