import { openBook } from '../../adapters/phrases/book.ts'
import { readPageFile } from '../../adapters/channels/webchat/folder.ts'
import { flow } from '../../bots/amin/flow.ts'
import { previewTexts } from '../../bots/text-samples.ts'
import { openReplyTexts, openTexts } from '../../bots/texts.ts'
import { LANGUAGES, type Language } from '../../core/base/language.ts'
import type { Effect } from '../../core/model/effect.ts'
import type { Step } from '../../core/model/flow.ts'
import {
  guideGroupKey,
  guideLeadKey,
  guideShareKey,
  guideStepKeys,
  guideTitleKey,
  guideAboutKey,
  guideTopicKey,
  lessonKey,
  lessonTitleKey,
  optionKey,
  questionKey,
  titleKey,
} from '../../core/model/keys.ts'

type Says = Readonly<Record<Language, string>>
/** One text where a person meets it. `place`: what it is there, such as a question or a button. */
type Line = { readonly place: string; readonly key: string; readonly says: Says }
type Part = { readonly title: string; readonly lines: readonly Line[] }

const REPLIES = new URL('../../bots/amin/replies', import.meta.url).pathname
const MARKS = /[\u2066-\u2069]/g

const keysOfEffects = (effects: readonly Effect[] = []): readonly string[] =>
  effects.flatMap((effect) => ('key' in effect && effect.key !== undefined ? [effect.key] : []))

/** What belongs to a question, in the order in which a person meets it. */
const keysOfStep = (step: Step): readonly (readonly [place: string, key: string])[] => {
  const options = 'options' in step ? step.options : []
  return [
    ['question', questionKey(step.id)] as const,
    ...(step.prompts ?? []).map(({ key }) => ['the same question, otherwise', key] as const),
    ...options.flatMap((option) => [
      ['button', optionKey(step.id, option.id)] as const,
      ...keysOfEffects(option.effects).map((key) => ['after this button', key] as const),
    ]),
    ...keysOfEffects([...(step.after ?? []), ...(step.afterSkip ?? [])]).map(
      (key) => ['after the answer', key] as const,
    ),
    ['its name in the summary', titleKey(step.id)] as const,
  ]
}

const keysOfGuidance = (): readonly (readonly [
  title: string,
  rows: readonly (readonly [string, string])[],
])[] => {
  const { guidance } = flow
  if (guidance === undefined) return []
  return guidance.groups.map((group) => [
    `Guidance: ${group}`,
    [
      ['button', guideGroupKey(group)],
      ...guidance.topics
        .filter((topic) => topic.group === group)
        .flatMap(({ id }): (readonly [string, string])[] => [
          ['button', guideTopicKey(id)],
          ...(guidance.guides.filter(({ topic }) => topic === id).length > 1
            ? [['which of its guides', guideAboutKey(id)] as const]
            : []),
          ...guidance.guides
            .filter(({ topic }) => topic === id)
            .flatMap((guide): (readonly [string, string])[] => [
              ['title', guideTitleKey(guidance, guide)],
              ['before its steps', guideLeadKey(guide)],
              ...Array.from({ length: guide.steps }, (_, at) =>
                guideStepKeys(guide, at + 1).map((key) => [`step ${at + 1}`, key] as const),
              ).flat(),
              ['to pass on', guideShareKey(guide)],
            ]),
        ]),
    ],
  ])
}

/** Words of the chat's pages, which lie beside them. */
const pageWords = (title: string, file: (language: Language) => string): Part => {
  const words = Object.fromEntries(
    LANGUAGES.map((language) => [language, JSON.parse(readPageFile(file(language)))]),
  ) as Record<Language, Record<string, string>>
  const says = (key: string): Says => ({
    ar: words.ar[key] ?? '',
    ckb: words.ckb[key] ?? '',
    en: words.en[key] ?? '',
  })
  return { title, lines: Object.keys(words.en).map((key) => ({ place: 'page', key, says: says(key) })) }
}

const replies = (): Part => {
  const phrases = openReplyTexts()
  const lines = openBook(REPLIES)
    .flatMap(({ texts }) => texts)
    .map(({ key, arguments: names }): Line => {
      const args = Object.fromEntries(names.map((name) => [name, `(${name})`]))
      const [ar, ckb, en] = LANGUAGES.map((language) =>
        phrases.say(language, key, args).replaceAll(MARKS, ''),
      )
      return { place: 'ready text', key, says: { ar: ar ?? '', ckb: ckb ?? '', en: en ?? '' } }
    })
  return { title: 'Ready texts of the team', lines }
}

/**
 * Every text that a person may read, once, where they meet it: the conversation, what it advises,
 * what else it says, the pages.
 */
export const makeSheet = (): readonly Part[] => {
  const { groups } = previewTexts(openTexts())
  const left = new Map(groups.flatMap(({ texts }) => texts.map(({ key, says }) => [key, says] as const)))
  const place = (title: string, rows: readonly (readonly [string, string])[]): Part => ({
    title,
    lines: rows.flatMap(([where, key]) => {
      const says = left.get(key)
      if (says === undefined || !left.delete(key)) return []
      const plain = Object.fromEntries(
        LANGUAGES.map((language) => [language, says[language].replaceAll(MARKS, '')]),
      ) as Record<Language, string>
      return [{ place: where, key, says: plain }]
    }),
  })
  return [
    ...flow.steps.map((step) => place(`Question: ${step.id}`, keysOfStep(step))),
    place(
      'Next steps, by what was answered',
      flow.cards.map(({ key }) => ['said by itself', key] as const),
    ),
    place(
      'Short tips',
      flow.lessons.flatMap(
        ({ id }) =>
          [
            ['button', lessonTitleKey(id)],
            ['text', lessonKey(id)],
          ] as const,
      ),
    ),
    ...keysOfGuidance().map(([title, rows]) => place(title, rows)),
    ...groups.map(({ title, texts }) =>
      place(
        title,
        texts.map(({ key }) => ['text', key] as const),
      ),
    ),
    pageWords('The page of the chat', (language) => `locales/${language}.json`),
    pageWords('The pages of advice', (language) => `advice/${language}.json`),
    replies(),
  ].filter(({ lines }) => lines.length > 0)
}
