import { LANGUAGES, type Language } from '../../../../core/base/language.ts'
import type { KeptReply, Reply, TeamReply } from '../../contract/replies.ts'
import type { ConsoleParts } from '../parts.ts'

/** A day: a proposal that the agent puts right. */
const HOURS = '24'
/** What a text may name; it is filled in when the text is used. */
const VARIABLES = ['code', 'agent', 'hours'] as const
const NAMED = /\{(\w+)\}/g

type Filled = Readonly<Record<(typeof VARIABLES)[number], string>>
type InSome = TeamReply['texts']
type Built = ConsoleParts['replies']

export const filledFor = (code: string, agent: string): Filled => ({ code, agent, hours: HOURS })

const isVariable = (name: string): name is keyof Filled => VARIABLES.some((each) => each === name)
const fill = (text: string, filled: Filled): string =>
  text.replaceAll(NAMED, (whole, name: string) => (isVariable(name) ? filled[name] : whole))

/** What nothing would be filled into: a slip that a person would read. */
export const hasUnknownVariable = (texts: InSome): boolean =>
  LANGUAGES.some((language) =>
    [...(texts[language] ?? '').matchAll(NAMED)].some(([, name = '']) => !isVariable(name)),
  )

const isSome = (texts: InSome): boolean => LANGUAGES.some((language) => texts[language] !== undefined)
export const hasWords = ({ names, texts }: { readonly names: InSome; readonly texts: InSome }): boolean =>
  isSome(names) && isSome(texts)

/** In the wanted language, or in the first there is. */
const pick = (
  texts: InSome,
  wanted: Language,
): { readonly language: Language; readonly text: string } | undefined => {
  const language = [wanted, ...LANGUAGES].find((each) => texts[each] !== undefined)
  const text = language === undefined ? undefined : texts[language]
  return language === undefined || text === undefined ? undefined : { language, text }
}

type Written = { readonly id: string; readonly names: InSome; readonly texts: InSome; readonly own: boolean }

/** A text that somebody here wrote, for a person who speaks `language` and an agent who reads `reader`. */
export const useWritten = (
  { id, names, texts, own }: Written,
  reader: Language,
  language: Language,
  filled: Filled,
): Reply | undefined => {
  const said = pick(texts, language)
  if (said === undefined) return undefined
  return {
    id,
    name: pick(names, reader)?.text ?? id,
    text: fill(said.text, filled),
    language: said.language,
    own,
    ...(said.text.includes('{hours}') ? { fill: HOURS } : {}),
  }
}

/** A text as it came with the program. */
export const useBuilt = (
  { phrases }: Built,
  id: string,
  reader: Language,
  language: Language,
  filled: Filled,
): Reply => {
  const text = phrases.say(language, id, filled)
  const proposes = text !== phrases.say(language, id, { ...filled, hours: `${HOURS}0` })
  return {
    id,
    name: phrases.say(reader, `${id}-name`),
    text,
    language,
    own: false,
    ...(proposes ? { fill: HOURS } : {}),
  }
}

/**
 * With the variables standing in it as one writes them; without the marks that keep what is filled
 * in apart.
 */
const builtWords = ({ phrases }: Built, id: string): Pick<TeamReply, 'names' | 'texts'> => {
  const bare = { code: '{code}', agent: '{agent}', hours: '{hours}' }
  const inEach = (key: string): InSome =>
    Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        phrases.say(language, key, bare).replaceAll(/[\u2068\u2069]/g, ''),
      ]),
    )
  return { names: inEach(`${id}-name`), texts: inEach(id) }
}

/**
 * The team's list: as it was kept, then what came with the program and nobody has kept. What went
 * away with a new version is left out.
 */
export const teamReplies = (built: Built, kept: readonly KeptReply[]): readonly TeamReply[] => {
  const known = new Set(kept.map(({ id }) => id))
  const all: readonly KeptReply[] = [
    ...kept,
    ...built.ids.filter((id) => !known.has(id)).map((id) => ({ id, off: false })),
  ]
  return all.flatMap(({ id, off, words }) => {
    const isBuilt = built.ids.includes(id)
    const says = words ?? (isBuilt ? builtWords(built, id) : undefined)
    return says === undefined
      ? []
      : [{ id, ...says, built: isBuilt, changed: isBuilt && words !== undefined, off }]
  })
}
