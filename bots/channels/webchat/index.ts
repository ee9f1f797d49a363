import type { WebchatSettings } from '../../../adapters/channels/webchat/index.ts'
import { DEFAULT_LIMITS, WEBCHAT_CAPABILITIES } from '../../../adapters/channels/webchat/limits.ts'
import { openFilesLimit } from '../../../adapters/system/open-files.ts'
import type { Guidance } from '../../../core/model/guidance.ts'
import type { ChannelHealth } from '../../../core/ports/channel.ts'
import { makeChatHistory } from '../../../core/services/access/history.ts'
import { makeSecretDoor } from '../../../core/services/access/page.ts'
import { makeSpool } from '../../../core/services/evidence/spool.ts'
import type { Config } from '../../config.ts'
import type { Foundation } from '../../foundation.ts'
import { newConversationsOf } from '../../operator-rules.ts'
import type { Registered } from '../channel.ts'

/**
 * The chat's pages have at most a quarter of the connections that the system gives: the rest is for
 * the console, and for what is sent.
 */
export const chatStreams = (files = openFilesLimit()): typeof DEFAULT_LIMITS.streams => {
  const { streams } = DEFAULT_LIMITS
  return { ...streams, all: Math.min(streams.all, Math.floor((files ?? Number.POSITIVE_INFINITY) / 4)) }
}

/**
 * The guidance as pages, with the address under which others reach them: a loopback address opens
 * nothing on anybody's phone.
 */
const adviceOf = (
  { publicUrl }: Config,
  { phrases, flow, emergency, clock }: Foundation['ports'],
  guidance: Guidance,
): NonNullable<WebchatSettings['advice']> => ({
  guidance,
  say: phrases.say,
  operator: () => flow.operator,
  emergency: (language) => emergency(clock.now(), language),
  ...(publicUrl.startsWith('https:') ? { address: new URL('/chat', publicUrl).href } : {}),
})

/** Our own page: it needs no settings, and its uploads lie in the vault, where any worker finds them. */
export const webchat: Registered = {
  title: 'web chat',
  capabilities: () => WEBCHAT_CAPABILITIES,
  setting: () => 'on',
  isCalled: () => true,
  isFetchedAnywhere: true,
  open: async ({ config, operator, foundation: { ports, casebook, stores }, sink, log }) => {
    const [{ openWebchat }, vault] = await Promise.all([
      import('../../../adapters/channels/webchat/index.ts'),
      stores.openSpool(),
    ])
    const { channel, routes, hearTyping, stop } = openWebchat({
      sink,
      log,
      history: makeChatHistory(ports, casebook),
      spool: makeSpool({ vault, sealer: ports.sealer, random: ports.random }),
      hasher: ports.hasher,
      random: ports.random,
      clock: ports.clock,
      conversations: newConversationsOf(operator),
      limits: { streams: chatStreams() },
      secrets: makeSecretDoor(ports, casebook),
      ...(ports.flow.guidance === undefined ? {} : { advice: adviceOf(config, ports, ports.flow.guidance) }),
      ...(operator.exitUrl === undefined ? {} : { awayUrl: operator.exitUrl }),
      ...(operator.practice === undefined ? {} : { practice: operator.practice }),
    })
    const ready: ChannelHealth = { status: 'ready', since: ports.clock.now() }
    return {
      channel,
      health: () => ready,
      address: { prefix: '/chat', routes: () => routes },
      hearTyping,
      stop,
    }
  },
}
