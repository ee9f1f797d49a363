import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { id, words } from './json.ts'
import { record } from '../../kit/json.ts'

/** What a call of the platform says of itself. All of it comes from outside until the key was looked at. */
export type Call = {
  readonly bot: string
  readonly alias: string
  readonly integration: string
  readonly operation: string
  /** Of the bot that calls, from its own settings. */
  readonly key: string
  readonly texts: 'ours' | 'theirs'
}

const one = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}

/** More than the settings of a bot, of which we ask for two, have room for. */
const MOST_SETTINGS = 8_192
const KEY = /^[\w-]{20,200}$/

const settingsIn = (headers: IncomingHttpHeaders) => {
  const written = one(headers, 'x-bp-configuration') ?? ''
  if (written.length > MOST_SETTINGS) return undefined
  try {
    return record(JSON.parse(Buffer.from(written, 'base64').toString('utf8')))
  } catch {
    return undefined
  }
}

/** Nothing where a header is missing that the platform always sends, or is no name that could be one. */
export const readCall = (headers: IncomingHttpHeaders): Call | undefined => {
  const bot = id(one(headers, 'x-bot-id'))
  const alias = id(one(headers, 'x-integration-alias'))
  const integration = id(one(headers, 'x-integration-id'))
  const operation = id(one(headers, 'x-bp-operation'))
  const settings = settingsIn(headers)
  const key = words(settings?.['key'])
  if (
    bot === undefined ||
    alias === undefined ||
    integration === undefined ||
    operation === undefined ||
    key === undefined
  )
    return undefined
  if (
    id(one(headers, 'x-bot-user-id')) === undefined ||
    id(one(headers, 'x-webhook-id')) === undefined ||
    !KEY.test(key)
  )
    return undefined
  return {
    bot,
    alias,
    integration,
    operation,
    key,
    texts: settings?.['textsAreOurs'] === true ? 'ours' : 'theirs',
  }
}

const digest = (value: string): Buffer => createHash('sha256').update(value).digest()

/** In a time that tells nothing of where they differ. */
export const isSame = (given: string, ours: string): boolean => timingSafeEqual(digest(given), digest(ours))
