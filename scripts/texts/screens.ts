import { readFileSync } from 'node:fs'
import type { Language } from '../../core/base/language.ts'
import { openTexts } from '../../bots/texts.ts'
import { LANGUAGE_NAMES, escapeHtml } from './html.ts'
import { MESSENGERS, type Messenger } from './messengers.ts'
import { playScene, type Bubble } from './play.ts'
import type { Scene } from './scenes.ts'

const STYLE = readFileSync(new URL('./screens.css', import.meta.url), 'utf8')

const inSmall = (text: string | undefined): string =>
  text === undefined ? '' : `<small>${escapeHtml(text)}</small>`

const phrases = openTexts()

/** What WhatsApp leaves in the place of a message that was deleted, in the language of the app. */
const DELETED: Readonly<Record<Language, string>> = {
  ar: 'تم حذف هذه الرسالة',
  // The app has no Sorani.
  ckb: 'This message was deleted',
  en: 'This message was deleted',
}

const drawPerson = (
  bubble: Extract<Bubble, { from: 'person' }>,
  gone: string,
  { quietPresses }: Messenger,
): string => {
  if (bubble.is === 'picture') return `<div class="b me${gone}"><div class="photo"></div></div>`
  if (bubble.is === 'place') return `<div class="b me${gone}"><div class="photo map"></div></div>`
  const press = bubble.is === 'press' && quietPresses === true ? ' press' : ''
  return `<div class="b me${press}${gone}" dir="auto">${escapeHtml(bubble.text)}</div>`
}

const drawBubble = (bubble: Bubble, messenger: Messenger, language: Language): string => {
  const gone = bubble.gone === true ? ' gone' : ''
  if (bubble.from === 'person') return drawPerson(bubble, gone, messenger)
  const { rows, list, lines } = messenger.under(bubble.buttons, phrases.say(language, 'choose-answer'))
  const text = lines === undefined ? bubble.text : `${bubble.text.trimEnd()}\n\n${lines}`
  const keys = [...rows, ...(bubble.place === undefined ? [] : [[bubble.place]])].map(
    (row) =>
      `<div class="keys${gone}">${row.map((key) => `<span dir="auto">${escapeHtml(key)}</span>`).join('')}</div>`,
  )
  const entries = (list ?? []).map(
    ({ title, description }) => `<div dir="auto">${escapeHtml(title)}${inSmall(description)}</div>`,
  )
  const opened = entries.length === 0 ? '' : `<div class="list${gone}">${entries.join('')}</div>`
  const who = bubble.alias === undefined ? '' : `<small class="who">${escapeHtml(bubble.alias)}</small>`
  const trace =
    gone !== '' && messenger.capabilities.takesBack === 'ours'
      ? `<div class="b trace" dir="auto">${DELETED[language]}</div>`
      : ''
  return `${who}<div class="b${gone}" dir="auto">${escapeHtml(text)}</div>${keys.join('')}${opened}${trace}`
}

/**
 * Conversations as the apps of the messengers show them, side by side: for who judges the texts in
 * the place where they are read. The bot is the real one, over parts that live in memory; what
 * stands under a message is made by each channel's own code; the colours are like the apps'.
 */
export const drawScreens = async (
  scenes: readonly Scene[],
  languages: readonly Language[],
): Promise<string> => {
  const parts: string[] = []
  for (const scene of scenes)
    for (const language of languages) {
      const phones: string[] = []
      const inLanguage = `lang="${language}" dir="${language === 'en' ? 'ltr' : 'rtl'}"`
      for (const messenger of MESSENGERS) {
        const bubbles = await playScene(scene, language, messenger.capabilities)
        phones.push(
          `<div class="phone ${messenger.id}" id="${scene.id}-${language}-${messenger.id}" ${inLanguage}>`,
          `<b>${messenger.name}</b>`,
          ...bubbles.map((bubble) => drawBubble(bubble, messenger, language)),
          '</div>',
        )
      }
      parts.push(
        `<h2>${escapeHtml(scene.title)}: ${LANGUAGE_NAMES[language]}</h2>\n<div class="row">${phones.join('\n')}</div>`,
      )
    }
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Conversations in the messengers</title><style>${STYLE}</style></head>
<body><h1>Conversations in the messengers</h1>
<p>What is faded was taken out of the chat while it went on: whoever opens it at the end sees the rest. A thin
frame without a ground is a key that was pressed, where that leaves no message.</p>
${parts.join('\n')}
</body></html>
`
}
