import { queryOptions } from '@tanstack/react-query'
import type { TelegramLook, TelegramState, TelegramTest } from '../../contract/telegram.ts'
import { call } from './call.ts'

/** How long a page waits for a test message with a look every second. */
const WAITS_MS = 15 * 60_000

/** Whether a test message is asked for and nothing is known of its end yet. */
export const isAwaited = ({ test }: Pick<TelegramState, 'test'>, now: number): boolean =>
  test !== undefined && test.cameAt === undefined && now - Date.parse(test.askedAt) < WAITS_MS

export const telegramQuery = queryOptions({
  queryKey: ['telegram'],
  queryFn: ({ signal }) => call<TelegramState>('GET', '/api/v1/telegram', { signal }),
  refetchInterval: ({ state: { data } }) =>
    data !== undefined && isAwaited(data, Date.now()) ? 1_000 : 5_000,
})

/** All throw ApiFault. `token`: `null` takes it away; it is in no answer. */
export const putToken = (change: {
  readonly version: number
  readonly token: string | null
  readonly anyway?: true
}): Promise<TelegramState> => call<TelegramState>('PUT', '/api/v1/telegram', { body: change })
export const lookAtToken = (): Promise<TelegramLook> => call<TelegramLook>('POST', '/api/v1/telegram/look')
export const beginTest = (): Promise<TelegramTest> => call<TelegramTest>('POST', '/api/v1/telegram/test')
