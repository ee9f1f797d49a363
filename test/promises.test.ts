import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../core/base/language.ts'
import { TELEGRAM_CAPABILITIES } from '../adapters/channels/telegram/capabilities.ts'
import { WEBCHAT_CAPABILITIES } from '../adapters/channels/webchat/limits.ts'
import { keepsWhatIsWritten } from '../core/policy/access/take-back.ts'
import type { App, Capabilities } from '../core/ports/channel.ts'
import { isNoPromise, noPromises } from './promises-none.ts'
import { APPS, allTexts, soundsLikePromise, type Read } from './promises-rule.ts'
import { PROMISES } from './promises.ts'

/*
 * What people are promised, and where that is shown true (test/promises.ts). A text that promises
 * on a channel, in any language, and is not in the table for it fails here, and so does a line of
 * the table whose test is gone or plays another channel.
 */

/** Buttons, titles and what the team or an administrator reads: no sentence that promises. */
const LABEL =
  /^(?:option|step|reason|team|cmd|weighs|control|scope|whatsapp-advice|access|month)-|-title$|^reply:(?:.*-name|platform-.*)$/
const GUIDE = /^(?:guide-|lesson)/
/** What a guide would say of us, if it promised. */
const OF_US =
  /\b(?:we|our team) (?:will|never|always|call|keep|erase|hide|answer|tell)\b|(?:^|[^\p{L}])(?:لن ن\p{L}+|نمحو\p{L}*|ننادي|سنتصل|سنحفظ|سنخبر)(?=$|[^\p{L}])|بانگ دەکەین|دەیسڕینەوە/iu

const texts = allTexts()
const listed = PROMISES.flatMap(({ keys }) => keys)
const sounds = (text: Read, app: App): boolean =>
  LANGUAGES.some((language) => soundsLikePromise(language, text.says(language, app)))
const heard = texts.filter(
  (text) => !LABEL.test(text.key) && !GUIDE.test(text.key) && APPS.some((app) => sounds(text, app)),
)

test('every text that promises something, in any language, stands in the table of promises', () => {
  expect(heard.map(({ key }) => key).filter((key) => !listed.includes(key) && !isNoPromise(key))).toEqual([])
})

test('the rule hears every promise of the table in each language', () => {
  const named = texts.filter(({ key }) => listed.includes(key))
  expect(
    named.flatMap((text) =>
      LANGUAGES.flatMap((language) =>
        APPS.some((app) => soundsLikePromise(language, text.says(language, app)))
          ? []
          : [`${text.key} (${language})`],
      ),
    ),
  ).toEqual([])
})

const CAPABILITIES: Readonly<Partial<Record<App, Capabilities>>> = {
  telegram: TELEGRAM_CAPABILITIES,
  webchat: WEBCHAT_CAPABILITIES,
}
/** Said only where a chat keeps what is written in it: elsewhere its words are those of no channel. */
const isSaid = (key: string, app: App): boolean => {
  const capabilities = CAPABILITIES[app]
  if (!/^secret-(?:stays|typed)$/.test(key)) return true
  return app !== 'phone' && (capabilities === undefined || keepsWhatIsWritten(capabilities))
}

test('a text that is worded for channels stands in the table for each on which it promises', () => {
  expect(
    PROMISES.filter(({ on }) => on !== 'every').flatMap(({ keys, on }) =>
      texts
        .filter(({ key, byApp }) => byApp && keys.includes(key))
        .flatMap((text) =>
          APPS.filter((app) => !on.includes(app) && isSaid(text.key, app) && sounds(text, app)).map(
            (app) => `${text.key} on ${app}`,
          ),
        ),
    ),
  ).toEqual([])
})

/** What is said of a chat of which nothing is to be seen any more, or of words in it that nobody sees. */
const UNSEEN: Readonly<Record<Language, RegExp>> = {
  en: /\bempt(?:y|ied|ies)\b|nobody (?:can )?sees? (?:it|them)\b|(?:chat|page) shows nothing|(?:is|are) shown here|hides? this/i,
  ar: /فارغة|تُفرغ|لا يمكن لأحد رؤيته|لا يظهر هنا شيء/,
  ckb: /بەتاڵ|کەس نایبینێت|پێشوو لێرە نیشان نادرێت/,
}

test('where what was written stays in the chat, no text says that nothing of it is to be seen', () => {
  expect(
    heard.flatMap((text) =>
      LANGUAGES.flatMap((language) =>
        (['whatsapp', 'whatsapp-cloud', 'botpress'] as const)
          .filter(
            (app) =>
              !text.key.startsWith('page:') &&
              isSaid(text.key, app) &&
              UNSEEN[language].test(text.says(language, app)),
          )
          .map((app) => `${text.key} on ${app} (${language})`),
      ),
    ),
  ).toEqual([])
})

test('no guide promises anything of ours', () => {
  expect(
    texts
      .filter(({ key }) => GUIDE.test(key))
      .filter(({ says }) => LANGUAGES.some((language) => OF_US.test(says(language, 'webchat'))))
      .map(({ key }) => key),
  ).toEqual([])
})

test('the table names texts that exist, each once, and each with a test that shows it', () => {
  const known = new Set(texts.map(({ key }) => key))
  expect(listed.filter((key) => !known.has(key))).toEqual([])
  expect(listed.filter((key, at) => listed.indexOf(key) !== at)).toEqual([])
  expect(PROMISES.filter(({ shows }) => shows.length === 0)).toEqual([])
  const all = new Set(heard.map(({ key }) => key))
  expect(noPromises().filter((key) => !all.has(key) || listed.includes(key))).toEqual([])
})

const sourceOf = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

test('what is promised on one channel in words of its own is shown true there', () => {
  const byApp = new Set(texts.filter((text) => text.byApp).map(({ key }) => key))
  expect(
    PROMISES.flatMap(({ keys, on, shows }) => {
      const shown = new Set(shows.flatMap(([, , ...apps]) => apps))
      const own = keys.filter((key) => on !== 'every' || byApp.has(key))
      return own.flatMap((key) =>
        APPS.filter((app) => app !== 'phone' && (on === 'every' || on.includes(app)))
          .filter((app) => texts.some((text) => text.key === key && isSaid(key, app) && sounds(text, app)))
          .filter((app) => !shown.has(app))
          .map((app) => `${key} on ${app}`),
      )
    }),
  ).toEqual([])
})

test.each(
  [
    ...new Set(PROMISES.flatMap(({ shows }) => shows.map(([file, sentence]) => `${file}: ${sentence}`))),
  ].toSorted(),
)('the test of a promise is there: %s', (named) => {
  const [file = '', ...sentence] = named.split(': ')
  expect(
    sourceOf(file)
      .split('\n')
      .some((line) => line.includes(`'${sentence.join(': ')}'`)),
  ).toBe(true)
})
