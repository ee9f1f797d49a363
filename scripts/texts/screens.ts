import type { Language } from '../../core/base/language.ts'
import { LANGUAGE_NAMES, escapeHtml } from './html.ts'
import { MESSENGERS, type Messenger } from './messengers.ts'
import { playScene, type Bubble, type Scene } from './scenes.ts'

const STYLE = `*{box-sizing:border-box}body{font:15px/1.35 system-ui,"Noto Sans","Noto Sans Arabic",sans-serif;margin:1rem;background:Canvas;color:CanvasText;color-scheme:light dark}
.row{display:flex;gap:1rem;align-items:flex-start;flex-wrap:wrap}.phone{width:390px;padding:8px 10px;border-radius:18px;display:flex;flex-direction:column;gap:6px}
.b{max-width:84%;padding:6px 9px;border-radius:10px;white-space:pre-wrap;overflow-wrap:anywhere;align-self:flex-start}.b.me{align-self:flex-end}
.keys{display:flex;gap:4px;width:84%}.keys span{flex:1;text-align:center;padding:8px 6px;border-radius:8px;font-weight:500}
.list{width:84%;border-radius:10px;padding:4px 10px}.list div{padding:5px 0;border-bottom:1px solid #8883}.list div:last-child{border:0}.list small{display:block;opacity:.75}
.photo{width:150px;height:110px;border-radius:8px;background:linear-gradient(135deg,#a86,#68a)}
.telegram{background:light-dark(#cfdcc4,#0e1621)}.telegram .b{background:light-dark(#fff,#182533)}.telegram .me{background:light-dark(#e7fdd0,#2b5278)}.telegram .keys span{background:light-dark(#7d9a72cc,#1f2d3a);color:#fff}
.cloud,.whatsapp{background:light-dark(#efe7dc,#0b141a)}:is(.cloud,.whatsapp) .b{background:light-dark(#fff,#202c33)}:is(.cloud,.whatsapp) .me{background:light-dark(#d9fdd3,#005c4b)}:is(.cloud,.whatsapp) :is(.keys span,.list){background:light-dark(#fff,#202c33)}:is(.cloud,.whatsapp) .keys span{color:light-dark(#027eb5,#53bdeb)}`

const drawBubble = (bubble: Bubble, messenger: Messenger): string => {
  if (bubble.from === 'person')
    return bubble.picture === true
      ? '<div class="b me"><div class="photo"></div></div>'
      : `<div class="b me" dir="auto">${escapeHtml(bubble.text)}</div>`
  const { rows, list, lines } = messenger.under(bubble.buttons)
  const text = lines === undefined ? bubble.text : `${bubble.text.trimEnd()}\n\n${lines}`
  const keys = rows.map(
    (row) =>
      `<div class="keys">${row.map((key) => `<span dir="auto">${escapeHtml(key)}</span>`).join('')}</div>`,
  )
  const entries = (list ?? []).map(
    ({ title, description }) =>
      `<div dir="auto">${escapeHtml(title)}${description === undefined ? '' : `<small>${escapeHtml(description)}</small>`}</div>`,
  )
  const opened = entries.length === 0 ? '' : `<div class="list">${entries.join('')}</div>`
  return `<div class="b" dir="auto">${escapeHtml(text)}</div>${keys.join('')}${opened}`
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
      for (const messenger of MESSENGERS) {
        const bubbles = await playScene(scene, language, messenger.capabilities)
        phones.push(
          `<div class="phone ${messenger.id}" id="${scene.id}-${language}-${messenger.id}" lang="${language}" dir="${language === 'en' ? 'ltr' : 'rtl'}"><b>${messenger.name}</b>${bubbles.map((bubble) => drawBubble(bubble, messenger)).join('\n')}</div>`,
        )
      }
      parts.push(
        `<h2>${escapeHtml(scene.title)}: ${LANGUAGE_NAMES[language]}</h2>\n<div class="row">${phones.join('\n')}</div>`,
      )
    }
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Conversations in the messengers</title><style>${STYLE}</style></head>
<body><h1>Conversations in the messengers</h1>
${parts.join('\n')}
</body></html>
`
}
