import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../core/base/failure.ts'
import { LANGUAGES } from '../../core/base/language.ts'
import type { Language } from '../../core/base/language.ts'
import type { PhraseArgs, Phrases } from '../../core/ports/phrases.ts'
import { makeBundle } from './bundle.ts'
import type { Bundle } from './bundle.ts'
import { formatDate, formatTime } from './time.ts'

/** Fluent sources by language, or the folders that each hold `ar.ftl`, `ckb.ftl` and `en.ftl`. */
export type PhraseResources = Readonly<Record<Language, readonly string[]>> | readonly string[] | string

const readFolder = (folder: string, language: Language): string => {
  try {
    return readFileSync(join(folder, `${language}.ftl`), 'utf8')
  } catch (error) {
    throw new Failure('text_missing', `${language}.ftl cannot be read`, error)
  }
}

const sourcesOf = (resources: PhraseResources, language: Language): readonly string[] => {
  if (typeof resources === 'string') return [readFolder(resources, language)]
  return isFolders(resources) ? resources.map((folder) => readFolder(folder, language)) : resources[language]
}

/** `Array.isArray` narrows no readonly list. */
const isFolders = (resources: PhraseResources): resources is readonly string[] => Array.isArray(resources)

/**
 * Marks that turn the direction of text: one inside an argument (a name, an alias) would reach out
 * of its own place.
 */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

const cleanArgs = (args: PhraseArgs): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(DIRECTION_MARKS, '') : value,
    ]),
  )

const checkComplete = (bundles: Readonly<Record<Language, Bundle>>): void => {
  const every = new Set(LANGUAGES.flatMap((language) => [...bundles[language].keys]))
  for (const language of LANGUAGES) {
    for (const key of every)
      if (!bundles[language].keys.has(key)) throw new Failure('text_missing', `${language} ${key}`)
  }
}

/**
 * The texts of all languages, read once. Arguments are set apart from the text around them (U+2068
 * … U+2069), so that a number or a Latin name does not turn Arabic around it; a text without
 * arguments, such as a button's, has no such marks. Throws `text_missing` where a file, or a key
 * that another language has, is not there.
 */
export const openPhrases = ({ resources }: { readonly resources: PhraseResources }): Phrases => {
  const open = (language: Language): Bundle => makeBundle(language, sourcesOf(resources, language))
  const bundles: Readonly<Record<Language, Bundle>> = { ar: open('ar'), ckb: open('ckb'), en: open('en') }
  checkComplete(bundles)

  return {
    say: (language, key, args) => {
      const { fluent } = bundles[language]
      const pattern = fluent.getMessage(key)?.value
      if (pattern === undefined || pattern === null) throw new Failure('text_missing', `${language} ${key}`)
      if (typeof pattern === 'string') return pattern
      const errors: Error[] = []
      const text = fluent.formatPattern(pattern, args === undefined ? null : cleanArgs(args), errors)
      if (errors.length > 0)
        throw new Failure('text_missing', `${language} ${key} lacks an argument or a term`, errors[0])
      return text
    },
    time: formatTime,
    date: formatDate,
  }
}
