import { expect, test } from 'vitest'
import type { ChannelParts } from '../../../bots/channels/channel.ts'
import { DEFAULT_LIMITS } from '../../../adapters/channels/webchat/limits.ts'
import { chatStreams } from '../../../bots/channels/webchat/index.ts'
import { CHANNEL } from '../../../bots/channels/registry.ts'
import { readConfig, type Config } from '../../../bots/config.ts'
import { CHANNELS } from '../../../core/base/message.ts'

const read = (env: Readonly<Record<string, string>>): Config => {
  const config = readConfig(env)
  if ('faults' in config) throw new Error(config.faults.join('; '))
  return config
}
/** Asked for nothing where a channel is not set. */
const parts = { config: read({}) } as ChannelParts

test.each(CHANNELS.filter((name) => name !== 'webchat'))(
  '%s without settings is off, needs no server and is not opened',
  async (name) => {
    const { setting, isCalled, open, look } = CHANNEL[name]
    expect([setting({}), isCalled({})]).toEqual(['off', false])
    expect(await open(parts, () => undefined)).toBeUndefined()
    expect(await look?.({}, 0 as never)).toBeUndefined()
  },
)

test('the web chat needs no settings, and browsers call it', () => {
  expect([CHANNEL.webchat.setting({}), CHANNEL.webchat.isCalled({})]).toEqual(['on', true])
})

test('the chat’s pages hold a quarter of what a small machine can have open at most: the rest is for the console', () => {
  expect([1_500, 1_048_576].map((files) => chatStreams(files))).toEqual([
    { ...DEFAULT_LIMITS.streams, all: 375 },
    DEFAULT_LIMITS.streams,
  ])
})

test('WhatsApp needs a server where Meta calls us, and says then that Meta reads along', () => {
  const cloud = read({
    WHATSAPP: 'cloud',
    WHATSAPP_CLOUD_PHONE_ID: '1234567890',
    WHATSAPP_CLOUD_TOKEN: 'a-token-of-a-system-user',
    WHATSAPP_CLOUD_APP_SECRET: '0123456789abcdef0123456789abcdef',
    WHATSAPP_CLOUD_VERIFY_TOKEN: 'a-word-that-nobody-guesses',
    AMIN_PUBLIC_URL: 'https://amin.example.org',
  })
  const linked = read({ WHATSAPP: 'baileys' })
  const { setting, isCalled, capabilities } = CHANNEL.whatsapp
  expect([cloud, linked].map((config) => [setting(config), isCalled(config)])).toEqual([
    ['cloud', true],
    ['baileys', false],
  ])
  expect([cloud, linked].map((config) => capabilities(config).note)).toEqual([
    'channel-note-whatsapp-cloud',
    'channel-note-whatsapp',
  ])
})
