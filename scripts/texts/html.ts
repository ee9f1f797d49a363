import type { Language } from '../../core/base/language.ts'
import type { makeSheet } from './sheet.ts'

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ar: 'العربية',
  ckb: 'کوردی',
  en: 'English',
}
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>]/g, (found) => ESCAPES[found] ?? found).replaceAll('\n', '<br>')

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse;width:100%}
td,th{border:1px solid #888;padding:.4rem .6rem;vertical-align:top;text-align:start}
td.where{width:9rem;color:#444;font-size:.8rem}td.better{width:18rem}tr{break-inside:avoid}`

/**
 * The sheet as one page without anything from outside: to be read, printed, or filled in by hand or
 * in a word processor.
 */
export const sheetAsHtml = (parts: ReturnType<typeof makeSheet>, languages: readonly Language[]): string => {
  const head = languages.map((language) => `<th lang="${language}">${LANGUAGE_NAMES[language]}</th>`).join('')
  const cell = (language: Language, text: string): string =>
    `<td lang="${language}" dir="${language === 'en' ? 'ltr' : 'rtl'}">${escapeHtml(text)}</td>`
  const tables = parts.map(({ title, lines }) => {
    const rows = lines.map(
      ({ place, key, says }) =>
        `<tr><td class="where">${escapeHtml(place)}<br><code>${escapeHtml(key)}</code></td>${languages.map((language) => cell(language, says[language])).join('')}<td class="better"></td></tr>`,
    )
    return `<h2>${escapeHtml(title)}</h2>\n<table><tr><th>Where</th>${head}<th>Better, and why</th></tr>\n${rows.join('\n')}\n</table>`
  })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Texts for review</title><style>${STYLE}</style></head>
<body><h1>Texts for review</h1>
<p>Every text once, in the order in which a person meets it, with made-up names and numbers filled in. Please read aloud: who
speaks here, and what happens after a button is pressed? What sounds like an office, guesses whether a woman or a man reads,
blames, or promises what cannot be kept belongs into the last column. The code word in the first column stays as it is.</p>
${tables.join('\n')}
</body></html>
`
}
