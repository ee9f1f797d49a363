import { isolateRuns } from '../../../core/base/bidi.ts'
import { LANGUAGES, type Language } from '../../../core/base/language.ts'
import type { Flow } from '../../../core/model/flow.ts'
import type { Guidance, Guide } from '../../../core/model/guidance.ts'
import {
  guideGroupKey,
  guideLeadKey,
  guideShareKey,
  guideStepKey,
  guideTitleKey,
  guideTopicKey,
  languageKey,
  UNDER_18,
} from '../../../core/model/keys.ts'
import type { Phrases } from '../../../core/ports/phrases.ts'
import { readPageFile } from './folder.ts'
import { escape } from './page.ts'

/** What the pages of advice are made of. */
export type Advice = {
  readonly guidance: Guidance
  readonly say: Phrases['say']
  /** Who runs this, as they state it themselves. */
  readonly operator: () => Flow['operator']
  /** Confirmed numbers for emergencies, at the moment. */
  readonly emergency: (language: Language) => string | undefined
  /** Where these pages are reached from outside, for passing on; none where nobody outside can. */
  readonly address?: string
}

/** Addresses under which the pages and their files lie. */
export type Places = { readonly base: string; readonly assets: string; readonly away: string }

type Words = Readonly<Record<string, string>>

const directionOf = (language: Language): string => (language === 'en' ? 'ltr' : 'rtl')
/** `2026-11-28` as people write it. */
const dayOf = (checked: string): string => checked.split('-').toReversed().join('/')

export type AdviceHtml = {
  /** Every subject; `unknown`: after an address at which there is nothing. */
  readonly index: (language: Language, unknown?: boolean) => string
  readonly guide: (language: Language, id: string) => string | undefined
}

/** Pages that need no script: they are read, ticked off, printed and passed on as they are. */
export const makeAdviceHtml = (advice: Advice, { base, assets, away }: Places): AdviceHtml => {
  const { guidance, say, operator, emergency, address } = advice
  const words = Object.fromEntries(
    LANGUAGES.map((language) => [language, JSON.parse(readPageFile(`advice/${language}.json`)) as Words]),
  )

  const speak = (language: Language) => {
    const raw = (key: string, topic = ''): string =>
      say(language, key, topic === '' ? {} : { topic: say(language, guideTopicKey(topic)) }).replaceAll(
        /[\u2066-\u2069]/g,
        '',
      )
    return {
      word: (key: string): string => escape(words[language]?.[key] ?? ''),
      raw,
      text: (key: string, topic?: string): string => escape(isolateRuns(raw(key, topic))),
    }
  }

  const runBy = (language: Language): string => {
    const { kind = 'none', name } = operator() ?? {}
    return say(language, 'about-us', { kind, organisation: name?.[language] ?? '' })
  }

  const frame = (language: Language, at: string, title: string, body: string): string => {
    const { word, text } = speak(language)
    const numbers = emergency(language)
    const languages = LANGUAGES.map((other) =>
      other === language
        ? `<strong lang="${other}" aria-current="page">${text(languageKey(other))}</strong>`
        : `<a href="${base}/advice/${other}${at}" lang="${other}" hreflang="${other}">${text(languageKey(other))}</a>`,
    ).join('')
    const danger =
      numbers === undefined
        ? ''
        : `<p class="danger" role="note">${word('danger')} <bdi>${escape(isolateRuns(numbers))}</bdi></p>`
    return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no, email=no, address=no">
<title>${title}</title>
<link rel="icon" href="${assets}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${assets}/advice.css">
</head>
<body>
<header><nav class="languages" aria-label="${word('languages')}">${languages}</nav>
<a class="exit" href="${escape(away)}" rel="noreferrer">${word('exit')}</a></header>
<main>
${danger}${body}
<div class="acts"><a class="main" href="${base}">${word('chat')}</a>${at === '' ? '' : `<a href="${base}/advice/${language}">${word('all')}</a>`}</div>
</main>
<footer class="soft"><p class="screen">${word('chat-note')} ${word('exit-note')}</p><p>${escape(isolateRuns(runBy(language).replaceAll(/[\u2066-\u2069]/g, '')))}</p></footer>
</body>
</html>
`
  }

  const index = (language: Language, unknown = false): string => {
    const { word, text } = speak(language)
    const linkTo = (guide: Guide, key: string): string =>
      `<a href="${base}/advice/${language}/${guide.id}">${text(key)}</a>`
    const subject = (topic: string): string => {
      const guides = guidance.guides.filter((guide) => guide.topic === topic)
      const [only] = guides
      if (only !== undefined && guides.length === 1) return `<li>${linkTo(only, guideTopicKey(topic))}</li>`
      const links = guides.map((guide) => linkTo(guide, guideTitleKey(guidance, guide))).join('')
      return `<li><b>${text(guideTopicKey(topic))}</b>${links}</li>`
    }
    const groups = guidance.groups.map((group) => {
      const topics = guidance.topics.filter((topic) => topic.group === group)
      return `<h2>${text(guideGroupKey(group))}</h2><ul class="subjects">${topics.map(({ id }) => subject(id)).join('')}</ul>`
    })
    const notice = unknown ? `<p class="note">${word('unknown')}</p>` : ''
    const body = `${notice}<h1>${word('title')}</h1><p>${word('lead')}</p>\n${groups.join('\n')}`
    return frame(language, '', word('title'), body)
  }

  const sourceOf = (guide: Guide, word: (key: string) => string): string => {
    const links = guide.source.address
      .split(', ')
      .map((one) => `<a href="https://${escape(one)}" rel="noreferrer noopener" dir="ltr">${escape(one)}</a>`)
      .join(' · ')
    return `<p class="soft">${word('source')}: <bdi>${escape(guide.source.name)}</bdi> · ${links}<br>${word('checked')} <bdi dir="ltr">${dayOf(guide.checked)}</bdi>.</p>`
  }

  const shareOf = (language: Language, guide: Guide): string => {
    const { word, raw } = speak(language)
    const text = raw(guideShareKey(guide), guide.topic)
    const link = address === undefined ? undefined : `${address}/advice/${language}/${guide.id}`
    const whole = encodeURIComponent(link === undefined ? text : `${text} ${link}`)
    const telegram = `https://t.me/share/url?url=${encodeURIComponent(link ?? '')}&amp;text=${encodeURIComponent(text)}`
    const acts =
      link === undefined
        ? ''
        : `<div class="acts"><a href="https://wa.me/?text=${whole}" rel="noreferrer noopener">${word('share-whatsapp')}</a><a href="${telegram}" rel="noreferrer noopener">${word('share-telegram')}</a></div>`
    const shown = link === undefined ? '' : `<br><bdi dir="ltr">${escape(link)}</bdi>`
    return `<section class="screen"><h2>${word('share')}</h2><div class="card"><p class="share">${escape(isolateRuns(text))}${shown}</p><p class="soft">${word('share-note')}</p>${acts}</div></section>`
  }

  const guide = (language: Language, id: string): string | undefined => {
    const found = guidance.guides.find((one) => one.id === id)
    if (found === undefined) return undefined
    const { word, text } = speak(language)
    const step = (at: number): string => {
      // Who reads here is of any age: what asks for a picture of the screen says who is to take none.
      const under = found.pictures?.includes(at) === true ? `<br>${text(UNDER_18)}` : ''
      const said = `${text(guideStepKey(found, at))}${under}`
      return found.reading === true
        ? `<li><p><span class="number" aria-hidden="true">${at}</span><span>${said}</span></p></li>`
        : `<li><label><input type="checkbox" autocomplete="off"><span>${said}</span></label></li>`
    }
    const steps = Array.from({ length: found.steps }, (_, at) => step(at + 1)).join('\n')
    const topic = guideTopicKey(found.topic)
    const title = guideTitleKey(guidance, found)
    const of = title === topic ? '' : `<span class="of">${text(topic)}</span> `
    const lawyer = found.lawyer === true ? `<p class="note">${word('lawyer')}</p>` : ''
    const tick = found.reading === true ? '' : `<p class="soft screen">${word('tick')}</p>`
    const body = `<h1>${of}${text(title)}</h1>
<p>${text(guideLeadKey(found), found.topic)}</p>${lawyer}
<h2>${word(found.reading === true ? 'points' : 'steps')}</h2>
<ol class="steps">
${steps}
</ol>
${tick}${sourceOf(found, word)}${shareOf(language, found)}`
    const name = title === topic ? text(title) : `${text(topic)}: ${text(title)}`
    return frame(language, `/${id}`, name, body)
  }

  return { index, guide }
}
