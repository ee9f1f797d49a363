import type { Api } from 'grammy'
import { MOST_WIPE } from './capabilities.ts'
import { failedCall, type FailedCall } from './outcome.ts'

/** Single messages in a row that are refused, newest first: what is older than them is beyond the 48 h. */
const ENOUGH_REFUSALS = 10

const NUMBER = /^[1-9]\d{0,15}$/

/**
 * Our own and the person's message numbers in what the core knows by name: several are joined by
 * commas, presses have none.
 */
const numbersOf = (messages: readonly string[]): readonly number[] => {
  const numbers = messages
    .flatMap((message) => message.split(','))
    .flatMap((name) => (NUMBER.test(name) ? [Number(name)] : []))
  return [...new Set(numbers)].sort((a, b) => b - a)
}

/**
 * Takes messages back on both sides, newest first. The platform refuses a whole call for one
 * message that it will not delete (older than 48 h, or a thrown die younger than a day), so a
 * refused call is halved until only those are left. Repeating does no harm: what is gone is passed
 * over. Returns nothing when all was taken back that could be.
 */
export const takeBack = async (
  api: Api,
  chat: number,
  messages: readonly string[],
): Promise<FailedCall | undefined> => {
  const numbers = numbersOf(messages)
  const waiting: (readonly number[])[] = []
  for (let start = 0; start < numbers.length; start += MOST_WIPE)
    waiting.push(numbers.slice(start, start + MOST_WIPE))
  let refusals = 0
  while (refusals < ENOUGH_REFUSALS) {
    const ids = waiting.shift()
    if (ids === undefined) return undefined
    try {
      await api.raw.deleteMessages({ chat_id: chat, message_ids: [...ids] })
      refusals = 0
    } catch (error) {
      const failed = failedCall(error)
      if (failed.status !== 'refused' || failed.why !== 'invalid') return failed
      const half = Math.ceil(ids.length / 2)
      if (ids.length === 1) refusals += 1
      else waiting.unshift(ids.slice(0, half), ids.slice(half))
    }
  }
  return undefined
}
