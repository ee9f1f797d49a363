import type { Botpress } from '../adapters/channels/botpress/index.ts'
import type { InboundSink } from '../core/services/inbound/sink.ts'
import type { Log } from '../core/ports/log.ts'
import type { BotpressConfig } from './botpress-config.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'
import type { Operator } from './operator.ts'

type Parts = {
  readonly config: Pick<Config, 'publicUrl'>
  readonly operator: Pick<Operator, 'official'>
  readonly foundation: Pick<Foundation, 'ports'>
  readonly sink: InboundSink
  readonly log: Log
}

/**
 * Where somebody goes on without the other bot: our own page, and the official account on Telegram
 * where one is named.
 */
const linksOf = ({ config, operator }: Parts): { readonly webchat?: string; readonly telegram?: string } => {
  const [, name] = /^@?([A-Za-z][A-Za-z0-9_]{4,31})$/.exec(operator.official.telegram ?? '') ?? []
  return {
    ...(config.publicUrl.startsWith('https:') ? { webchat: new URL('/chat', config.publicUrl).href } : {}),
    ...(name === undefined ? {} : { telegram: `https://t.me/${name}?start=handover` }),
  }
}

/**
 * The channel of the bots that hand people over. Its code, and the SDK behind it, is loaded by
 * whoever asks for it and by nobody else.
 */
export const openBotpressChannel = async (parts: Parts, botpress: BotpressConfig): Promise<Botpress> => {
  const { openBotpress } = await import('../adapters/channels/botpress/index.ts')
  const { clock, hasher, random } = parts.foundation.ports
  return openBotpress({
    ...botpress,
    links: linksOf(parts),
    sink: parts.sink,
    clock,
    hasher,
    random,
    log: parts.log,
  })
}
