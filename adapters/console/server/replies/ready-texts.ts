import { LANGUAGES, type Language } from '../../../../core/base/language.ts'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import { isVariable, placeholdersIn, VARIABLES, type Variable } from '../../contract/placeholders.ts'
import type { KeptReply, Reply, TeamReply } from '../../contract/replies.ts'
import type { ConsoleParts } from '../parts.ts'
import type { Filled } from './filled.ts'

type InSome = TeamReply['texts']
type Built = ConsoleParts['replies']

/** A text with what is known filled in; what is not stays as it was written. */
export const fill = (text: string, filled: Filled): string =>
  placeholdersIn(text).reduceRight(
    (whole, { from, to, name }) =>
      whole.slice(0, from) +
      ((isVariable(name) ? filled[name] : undefined) ?? whole.slice(from, to)) +
      whole.slice(to),
    text,
  )

const missingIn = (text: string): readonly Variable[] => {
  const left = new Set(placeholdersIn(text).map(({ name }) => name))
  return VARIABLES.filter((name) => left.has(name))
}

/** What nothing would be filled into: a slip that a person would read. */
export const hasUnknownVariable = (texts: InSome): boolean =>
  LANGUAGES.some((language) => placeholdersIn(texts[language] ?? '').some(({ name }) => !isVariable(name)))

const isSome = (texts: InSome): boolean => LANGUAGES.some((language) => texts[language] !== undefined)
export const hasWords = ({ names, texts }: { readonly names: InSome; readonly texts: InSome }): boolean =>
  isSome(names) && isSome(texts)

/** In whose language it is called, and in whose it is said. */
type Heard = { readonly reader: Language; readonly person: Language; readonly filled: Filled }

const made = (
  said: { readonly id: string; readonly name: string; readonly own: boolean },
  { person, filled }: Heard,
  written: string | undefined,
): Reply => {
  if (written === undefined) return { ...said, language: person }
  const text = fill(written, filled)
  const missing = missingIn(text)
  return {
    ...said,
    text,
    language: person,
    ...(filled.hours !== undefined && placeholdersIn(written).some(({ name }) => name === 'hours')
      ? { fill: filled.hours }
      : {}),
    ...(missing.length === 0 ? {} : { missing: [...missing] }),
  }
}

type Written = { readonly id: string; readonly names: InSome; readonly texts: InSome; readonly own: boolean }

/**
 * A text that somebody here wrote. Nothing of another language takes the place of one that is not
 * there: who reads Sorani alone would be sent what they cannot read.
 */
export const useWritten = ({ id, names, texts, own }: Written, heard: Heard): Reply => {
  const name = [heard.reader, ...LANGUAGES]
    .map((language) => names[language])
    .find((each) => each !== undefined)
  return made({ id, name: name ?? id, own }, heard, texts[heard.person])
}

/** Every variable as one writes it. */
const BARE = Object.fromEntries(VARIABLES.map((name) => [name, `{${name}}`]))
/** With the marks that keep what is filled in apart. */
const builtText = ({ phrases }: Built, id: string, language: Language): string =>
  phrases.say(language, id, BARE)

/** A text as it came with the program. */
const useBuilt = (built: Built, id: string, heard: Heard): Reply =>
  made(
    { id, name: built.phrases.say(heard.reader, `${id}-name`), own: false },
    heard,
    builtText(built, id, heard.person),
  )

/** One of the team's, as it came or as somebody wrote it. */
export const useTeamReply = (built: Built, reply: TeamReply, heard: Heard): Reply =>
  reply.built && !reply.changed
    ? useBuilt(built, reply.id, heard)
    : useWritten({ ...reply, own: false }, heard)

/**
 * With the variables standing in it as one writes them; without the marks that keep what is filled
 * in apart.
 */
const builtWords = (built: Built, id: string): Pick<TeamReply, 'names' | 'texts'> => {
  const inEach = (key: string): InSome =>
    Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        builtText(built, key, language).replaceAll(/[\u2068\u2069]/g, ''),
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

/** What may be said in this case: none that is switched off, and nothing that asks a child for pictures. */
export const offeredIn = (
  { marks }: Pick<CaseBook, 'marks'>,
  built: Built,
  kept: readonly KeptReply[],
): readonly TeamReply[] => {
  const isChild = marks.burdens?.includes('minor') === true
  return teamReplies(built, kept).filter(({ id, off }) => !off && !(isChild && built.notOfChild.includes(id)))
}
