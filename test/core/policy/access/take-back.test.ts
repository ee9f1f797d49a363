import { describe, expect, test } from 'vitest'
import { TELEGRAM_CAPABILITIES } from '../../../../adapters/channels/telegram/capabilities.ts'
import { WEBCHAT_CAPABILITIES } from '../../../../adapters/channels/webchat/limits.ts'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../../../adapters/channels/whatsapp-cloud/capabilities.ts'
import { WHATSAPP_CAPABILITIES } from '../../../../adapters/channels/whatsapp/capabilities.ts'
import { LANGUAGES } from '../../../../core/base/language.ts'
import type { Capabilities } from '../../../../core/ports/channel.ts'
import { minutes } from '../../../../core/base/units.ts'
import { openStage, openStageOn, reachStory, type Stage } from '../../../build/stage.ts'

const CHANNELS: readonly Capabilities[] = [
  TELEGRAM_CAPABILITIES,
  WHATSAPP_CAPABILITIES,
  WHATSAPP_CLOUD_CAPABILITIES,
  WEBCHAT_CAPABILITIES,
]

const wipes = (stage: Stage): readonly (readonly string[])[] =>
  stage.channel.sent.flatMap(({ content }) => (content.kind === 'wipe' ? [content.messages] : []))

/** Ids of ours begin so in the memory channel; the person's are numbers. */
const isOurs = (message: string): boolean => message.startsWith('ours-')

describe.each([
  ['hidden', async (stage: Stage): Promise<unknown> => stage.person('1').says('0')],
  [
    'erased',
    async (stage: Stage): Promise<unknown> => {
      await stage.person('1').says('erase')
      return stage.person('1').says('yes')
    },
  ],
] as const)('a chat that is %s', (how, leave) => {
  const left = async (capabilities: Capabilities): Promise<Stage> => {
    const stage = await openStageOn(capabilities)
    await reachStory(stage.person('1'))
    await leave(stage)
    await stage.workAll()
    await stage.sendAll()
    return stage
  }

  test('loses what both sides said on Telegram', async () => {
    const [messages = []] = wipes(await left(TELEGRAM_CAPABILITIES))
    expect(messages.some(isOurs)).toBe(true)
    expect(messages.some((message) => !isOurs(message))).toBe(true)
  })

  test('loses what we said on WhatsApp, and nothing of theirs is asked for', async () => {
    const [messages = []] = wipes(await left(WHATSAPP_CAPABILITIES))
    expect(messages.length).toBeGreaterThan(4)
    expect(messages.every(isOurs)).toBe(true)
  })

  test('loses nothing on the Cloud API: no wipe is sent, and none is written down', async () => {
    const stage = await left(WHATSAPP_CLOUD_CAPABILITIES)
    expect(wipes(stage)).toEqual([])
    if (how === 'hidden')
      expect(JSON.stringify((await stage.person('1').book()).lines)).not.toContain('messages_wiped')
  })

  test.each(CHANNELS.map((each) => [each.app, each] as const))(
    'shows an everyday line last on %s',
    async (_, capabilities) => {
      expect((await left(capabilities)).person('1').hears()).toMatch(/^(?:Tea|Lentil soup|Rice): /)
    },
  )
})

test('the proof stays in the chat only where nothing can be taken back, above the everyday line', async () => {
  const stage = await openStageOn(WHATSAPP_CLOUD_CAPABILITIES)
  const person = stage.person('1')
  await reachStory(person)
  const code = await person.code()
  await person.says('erase')
  await person.says('Erase, with proof of it')
  await stage.workAll()
  await stage.sendAll()
  expect(person.heard().at(-2)).toContain(code)
  expect(person.hears()).toMatch(/^(?:Tea|Lentil soup|Rice): /)
  stage.clock.advance(minutes(5))
  await stage.sendAll()
  expect(wipes(stage)).toEqual([])
})

/**
 * What a text about leaving says of this app; a claim that holds on another app alone is in none of
 * the others.
 */
const CLAIMS: Readonly<Record<string, RegExp>> = {
  both: /48/,
  ours: /This message was deleted|a line “deleted”|our messages|رسائلنا|نامەکانی ئێمە/i,
  shown: /this page|هذه الصفحة|ئەم پەڕەیە/i,
}
const TEXTS = ['consent-more', 'paused-watched', 'exit-note', 'erase-ask'] as const

/** What keeps a chat out of sight, as the apps call it in their own menus. */
const NAMED: Readonly<Record<string, RegExp>> = {
  lock: /Chat lock|قفل الدردشة|قفل المحادثة|قوفڵکردنی چات|قوفڵی چات/,
  disappearing: /Disappearing messages|الرسائل ذاتية الاختفاء|الرسائل المختفية|نامەی لەناوچوو|نامە ونبووەکان/,
  mute: /\b[Mm]ute\b|كتم|بێدەنگ/,
  autodelete: /Auto-delete|الحذف التلقائي|حذف تلقائي|سڕینەوەی خۆکار/,
}
const QUIETER: Readonly<Record<string, readonly string[]>> = {
  telegram: ['mute', 'autodelete'],
  whatsapp: ['lock', 'disappearing', 'mute'],
  'whatsapp-cloud': ['lock', 'mute'],
  webchat: [],
}

describe.each(CHANNELS.map((each) => [each.app, each] as const))(
  'what is said of leaving on %s',
  (app, { takesBack }) => {
    test.each(TEXTS)(
      '%s promises what this channel takes back, and nothing that another does',
      async (key) => {
        const { ports } = await openStage()
        for (const language of LANGUAGES) {
          const text = ports.phrases.say(language, key, { app, official: 'none' })
          for (const [reach, claim] of Object.entries(CLAIMS))
            expect(claim.test(text), `${language}: ${text}`).toBe(reach === takesBack)
        }
      },
    )

    test('names no other app than this one', async () => {
      const { ports } = await openStage()
      for (const language of LANGUAGES)
        for (const key of [...TEXTS, 'help', 'urgent-not-safe', 'erased', 'erase-held', 'cmd-exit']) {
          const text = ports.phrases.say(language, key, {
            app,
            emergency: 'none',
            official: 'none',
            code: 'X',
            time: '',
            hash: '',
          })
          if (app !== 'telegram') expect(text).not.toMatch(/Telegram|تلغرام|تێلێگرام/)
          if (!app.startsWith('whatsapp')) expect(text).not.toMatch(/WhatsApp|واتساپ|واتساب/)
          expect(text).not.toMatch(/hides? this chat|إخفاء المحادثة|بشاردرێتەوە|دەشارێتەوە/i)
        }
    })

    test('tells how it is kept quieter from now on, by what this app has and no other', async () => {
      const { ports } = await openStage()
      const has = QUIETER[app] ?? []
      for (const language of LANGUAGES) {
        const text = ports.phrases.say(language, 'consent-more', { app, official: 'none' })
        for (const [what, named] of Object.entries(NAMED))
          expect([language, what, named.test(text)]).toEqual([language, what, has.includes(what)])
      }
    })

    test('tells the few taps to clear the chat, where only the person can', async () => {
      const { ports } = await openStage()
      if (takesBack === 'shown') return
      for (const language of LANGUAGES)
        for (const key of ['consent-more', 'exit-note'])
          expect(ports.phrases.say(language, key, { app, official: 'none' })).toMatch(
            /Clear chat|Delete|مسح محتوى الدردشة|حذف/,
          )
    })
  },
)

test('what proves an erasure has one name on its button, in the question above it and where it is shown', async () => {
  const { ports } = await openStage()
  const NAME = { ar: /إثبات|الإثبات/, ckb: /بەڵگە/, en: /[Pp]roof/ }
  const OTHER = /[Cc]ertificate|شهادة|بڕوانامە/
  for (const language of LANGUAGES)
    for (const app of ['whatsapp-cloud', 'botpress'])
      for (const key of ['access-erase-certificate', 'erase-ask', 'erased']) {
        const text = ports.phrases.say(language, key, { app, code: 'X', time: '', hash: '' })
        expect([text, NAME[language].test(text), OTHER.test(text)]).toEqual([text, true, false])
      }
})

test('who says that the phone is shared is told what leaving takes out here and how to clear the chat', async () => {
  const stage = await openStageOn(WHATSAPP_CLOUD_CAPABILITIES)
  const person = stage.person('1')
  await person.sends({ kind: 'start' })
  for (const text of ['continue', 'skip', 'someone sees this phone', 'shared']) await person.says(text)
  expect(person.heard().join('\n')).toMatch(/Nothing of this chat goes, until you tap ⋮/)
})
