import { describe, expect, test } from 'vitest'
import { openReplyTexts, openTexts } from '../../bots/texts.ts'
import { LANGUAGES, type Language } from '../../core/base/language.ts'
import { MESSENGERS } from '../../scripts/texts/messengers.ts'
import { playScene, type Bubble } from '../../scripts/texts/play.ts'
import { SCENES, type Scene } from '../../scripts/texts/scenes.ts'
import type { Capabilities } from '../../core/ports/channel.ts'
import { drawScreens } from '../../scripts/texts/screens.ts'

const scene = (id: string) => SCENES.find((one) => one.id === id)!
/** Each scene is played once for all that is asked of it. */
const plays = new Map<string, Promise<readonly Bubble[]>>()
const played = (one: Scene, language: Language, capabilities: Capabilities): Promise<readonly Bubble[]> => {
  const key = `${one.id} ${language} ${capabilities.app}`
  const play = plays.get(key) ?? playScene(one, language, capabilities)
  plays.set(key, play)
  return play
}
const said = (bubbles: readonly Bubble[]): string =>
  bubbles.flatMap((bubble) => (bubble.from === 'bot' ? [bubble.text] : [])).join('\n')

const RECEIVED: Readonly<Record<Language, RegExp>> = {
  ar: /وصل 1 ملف|وصل ملف واحد/,
  ckb: /فایل گەیشت/,
  en: /Received: 1 file/,
}
const BAGHDAD: Readonly<Record<Language, RegExp>> = { ar: /بغداد/, ckb: /بەغدا/, en: /near Baghdad/ }
const phrases = openTexts()
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '')
/** The longest piece of a text that has nothing put in: what it is known by in a conversation. */
const pieceOf = (language: Language, key: string): string =>
  plain(phrases.say(language, key, { app: 'none', alias: 'none' }))
    .split(/[{}\n]/)
    .toSorted((one, other) => other.length - one.length)[0]!
/** Where each of these stands in what was said, one after the other; -1 where it does not. */
const order = (bubbles: readonly Bubble[], language: Language, keys: readonly string[]): readonly number[] =>
  keys.map((key) =>
    bubbles.findIndex(
      (bubble) => bubble.from === 'bot' && plain(bubble.text).includes(pieceOf(language, key)),
    ),
  )
/** What whoever opens the chat at its end reads of us. */
const stands = (bubbles: readonly Bubble[]): string => said(bubbles.filter(({ gone }) => gone !== true))

describe('conversations as the messengers show them, for reviewers', () => {
  test('a whole way is played to its end by the real bot, in every language and messenger', async () => {
    for (const each of MESSENGERS)
      for (const language of LANGUAGES) {
        const whole = await played(scene('whole'), language, each.capabilities)
        // The case was sent: its code was told. What is hidden at the end shows nothing of it.
        const code = said(whole).match(/\b[0-9A-Z]{8}\b/)?.[0]
        expect([each.id, language, code]).toEqual([each.id, language, expect.any(String)])
        const last = said(whole.slice(-2))
        expect([each.id, language, last.includes(code!)]).toEqual([each.id, language, false])
      }
  })

  test('keys, lists or numbers are drawn as the messenger has them', async () => {
    const html = await drawScreens([scene('whole')], ['en'])
    const phone = (id: string): string => html.split(`id="whole-en-${id}"`)[1]!.split('class="phone')[0]!
    expect(phone('telegram')).toContain('class="keys')
    expect(phone('cloud')).toContain('class="list')
    expect(phone('whatsapp')).not.toContain('class="keys')
    expect(phone('whatsapp')).toMatch(/1\. /)
  })
})

/** Texts that a scene is there to show, in their order. */
const SHOWN: readonly (readonly [scene: string, keys: readonly string[]])[] = [
  ['decoy', ['decoy-welcome', 'resumed', 'with-team']],
  ['watched', ['watched-ask', 'resumed']],
  ['agent', ['returned-to-bot', 'saying-thanks']],
  ['closed', ['check-in-ask', 'reopened', 'saying-he-writes-again']],
  ['place', ['ask-fast-where', 'ask-fast-id']],
  ['relative', ['minor-other', 'card-minor-other']],
  ['begun', ['join-agreed', 'ask-fast-where-begun', 'ask-fast-begun']],
  ['early-file', ['story-kept']],
]

describe.each(MESSENGERS)('on $name', ({ id, capabilities }) => {
  test.each(SHOWN)('the scene %s shows what it is there for, in every language', async (name, keys) => {
    for (const language of LANGUAGES) {
      const at = order(await played(scene(name), language, capabilities), language, keys)
      expect([id, language, keys, at], at.join()).toEqual([id, language, keys, at.toSorted((a, b) => a - b)])
      expect(Math.min(...at), `${language} ${at.join()}`).toBeGreaterThanOrEqual(0)
    }
  })

  test('whoever is shown the everyday chat reads nothing of the case, and the person all of it again', async () => {
    for (const language of LANGUAGES) {
      const bubbles = await played(scene('decoy'), language, capabilities)
      const opened = order(bubbles, language, ['decoy-welcome'])[0]!
      const back = order(bubbles, language, ['resumed'])[0]!
      expect(said(bubbles.slice(opened, back))).not.toMatch(/\b[0-9A-Z]{8}\b/)
      expect(bubbles.slice(opened, back).filter(({ from }) => from === 'bot')).toHaveLength(1)
    }
  })

  test('after the word for danger an everyday line stands, and of ours nothing else where it can be taken back', async () => {
    for (const language of LANGUAGES) {
      const bubbles = await played(scene('danger-word'), language, capabilities)
      const last = bubbles.filter((bubble) => bubble.from === 'bot').at(-1)!
      expect(last.gone).toBeUndefined()
      const code = said(bubbles).match(/\b[0-9A-Z]{8}\b/)![0]
      if (capabilities.takesBack === 'nothing') expect(stands(bubbles)).toContain(code)
      else expect(stands(bubbles)).toBe(last.from === 'bot' ? last.text : '')
      // What the person wrote goes where both sides can be taken back.
      const hers = bubbles.filter(({ from, gone }) => from === 'person' && gone === true)
      expect(hers.length > 0).toBe(capabilities.takesBack === 'both' || capabilities.takesBack === 'shown')
    }
  })

  test('whoever looks at a chat that was stopped reads nothing, until it is said that it is safe', async () => {
    for (const language of LANGUAGES) {
      const bubbles = await played(scene('watched'), language, capabilities)
      const stopped = order(bubbles, language, ['watched-ask'])[0]!
      const looked = bubbles.findLastIndex(({ from }, at) => from === 'person' && at < stopped - 1)
      expect(said(bubbles.slice(looked, stopped)).length).toBeLessThan(60)
    }
  })

  test('a file of somebody under 18 is not taken for whoever writes for them, and is for an adult', async () => {
    for (const language of LANGUAGES) {
      const child = await played(scene('relative'), language, capabilities)
      expect(plain(said(child))).not.toMatch(RECEIVED[language])
      const adult = await played(scene('early-file'), language, capabilities)
      expect(plain(said(adult))).toMatch(RECEIVED[language])
    }
  })
})

test('the place is asked for by the app’s own key where there is one, and the answer names what we see', async () => {
  for (const { id, capabilities } of MESSENGERS)
    for (const language of LANGUAGES) {
      const bubbles = await played(scene('place'), language, capabilities)
      const keys = bubbles.filter((bubble) => bubble.from === 'bot' && bubble.place !== undefined)
      expect([id, keys.length > 0]).toEqual([id, capabilities.asksPlace === true])
      expect(plain(said(bubbles))).toMatch(BAGHDAD[language])
    }
})

test('the agent is named when they join, and says the team’s ready texts', async () => {
  const texts = openReplyTexts()
  for (const language of LANGUAGES) {
    const bubbles = await played(scene('agent'), language, MESSENGERS[0]!.capabilities)
    const name = { ar: 'نور', ckb: 'نوور', en: 'Noor' }[language]
    const heard = plain(said(bubbles))
    expect(heard).toContain(plain(texts.say(language, 'hello', { agent: name })))
    expect(heard).toContain(plain(texts.say(language, 'sorry-late')))
    expect(heard).toContain(plain(texts.say(language, 'police')))
  }
})

test('a PIN that is typed stands on the page as dots alone, and is taken out of Telegram', async () => {
  for (const name of ['back', 'decoy', 'danger-word'])
    for (const { id, capabilities } of MESSENGERS) {
      const bubbles = await played(scene(name), 'en', capabilities)
      const pins = bubbles.filter(
        ({ from, text, gone }) => from === 'person' && text === '739164' && gone !== true,
      )
      expect([name, id, pins.length > 0]).toEqual([name, id, id === 'cloud' || id === 'whatsapp'])
    }
})

test('what was taken out of a chat is drawn so, with the line that WhatsApp leaves', async () => {
  const html = await drawScreens([scene('danger-word')], ['en'])
  const phone = (id: string): string => html.split(`id="danger-word-en-${id}"`)[1]!.split('class="phone')[0]!
  for (const id of ['page', 'telegram', 'whatsapp']) expect(phone(id)).toContain('class="b gone"')
  expect(phone('cloud')).not.toContain(' gone"')
  expect(phone('whatsapp').split('class="b trace"').length).toBe(
    phone('whatsapp').split('class="b gone"').length,
  )
  expect(phone('telegram')).not.toContain('trace')
})
