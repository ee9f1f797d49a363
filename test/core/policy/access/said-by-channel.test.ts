import { describe, expect, test } from 'vitest'
import { BOTPRESS_CAPABILITIES } from '../../../../adapters/channels/botpress/capabilities.ts'
import { TELEGRAM_CAPABILITIES } from '../../../../adapters/channels/telegram/capabilities.ts'
import { WEBCHAT_CAPABILITIES } from '../../../../adapters/channels/webchat/limits.ts'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../../../adapters/channels/whatsapp-cloud/capabilities.ts'
import { WHATSAPP_CAPABILITIES } from '../../../../adapters/channels/whatsapp/capabilities.ts'
import { LANGUAGES } from '../../../../core/base/language.ts'
import { minutes, seconds } from '../../../../core/base/units.ts'
import type { Capabilities } from '../../../../core/ports/channel.ts'
import { agent, openStageOn, reachStory, type Stage } from '../../../build/stage.ts'
import { submit } from '../../services/access/people.ts'

const MESSENGERS: readonly (readonly [string, Capabilities])[] = [
  TELEGRAM_CAPABILITIES,
  WHATSAPP_CAPABILITIES,
  WHATSAPP_CLOUD_CAPABILITIES,
  BOTPRESS_CAPABILITIES,
].map((each) => [each.app, each])
const CHANNELS = [...MESSENGERS, [WEBCHAT_CAPABILITIES.app, WEBCHAT_CAPABILITIES] as const]

const wipes = (stage: Stage): number =>
  stage.channel.sent.filter(({ content }) => content.kind === 'wipe').length

describe('what is promised in words of the channel', () => {
  test.each(MESSENGERS)(
    'a file that waits on %s is taken after the answers without being sent again, as it was said',
    async (app, capabilities) => {
      const stage = await openStageOn(capabilities)
      const who = stage.person('1')
      await who.sendsFile(new Uint8Array([1, 2, 3]))
      await stage.sendAll()
      expect(who.heard()).toContain(stage.ports.phrases.say('en', 'file-waits-consent', { app }))
      expect(who.hears()).toContain('There is no need to send it again.')
      for (const text of ['continue', 'skip', 'none', 'me, 18+']) await who.says(text)
      await stage.workAll()
      expect(Object.values((await who.book()).state.evidence).map(({ status }) => status)).toEqual(['sealed'])
      expect(stage.channel.downloads).toHaveLength(1)
    },
  )

  test.each(CHANNELS)(
    'of a case that must be kept for now, the chat loses on %s what its text says, and nothing else',
    async (app, capabilities) => {
      const stage = await openStageOn(capabilities)
      const who = stage.person('1')
      await submit(who)
      expect(await stage.desk.hold(await who.code(), agent('Noor'), 'letter 114')).toMatchObject({
        status: 'done',
      })
      await who.says('erase')
      await who.says('yes')
      await stage.passTime(seconds(5))
      const text = stage.ports.phrases.say('en', 'erase-held', { app })
      expect(who.heard()).toContain(text)
      const before = wipes(stage)
      expect(before > 0).toBe(capabilities.takesBack !== 'nothing')
      await stage.passTime(minutes(2))
      expect(wipes(stage) > before).toBe(/This goes in a minute/.test(text))
    },
  )

  test('nothing is taken out of the window of another bot, and no text says so (botpress)', async () => {
    const stage = await openStageOn(BOTPRESS_CAPABILITIES)
    const who = stage.person('1')
    await reachStory(who)
    await who.says('0')
    await stage.workAll()
    await stage.sendAll()
    expect(wipes(stage)).toBe(0)
    expect(who.hears()).toMatch(/^(?:Tea|Lentil soup|Rice): /)
    const taken = /48|goes in a minute|empties|يُفرغ|تُفرغ|خلال دقيقة|لە ماوەی خولەکێک/
    for (const language of LANGUAGES)
      for (const key of ['consent-more', 'paused-watched', 'exit-note', 'erase-ask', 'erase-held', 'erased'])
        expect(
          stage.ports.phrases.say(language, key, {
            app: 'botpress',
            official: 'none',
            code: 'X',
            time: '',
            hash: '',
          }),
        ).not.toMatch(taken)
  })
})
