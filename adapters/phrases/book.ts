import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES, type Language } from '../../core/base/language.ts'
import type { PhraseKey } from '../../core/ports/phrases.ts'
import { makeBundle } from './bundle.ts'

export type BookText = { readonly key: PhraseKey; readonly arguments: readonly string[] }
export type BookGroup = { readonly title: string; readonly texts: readonly BookText[] }

/** A heading, or a message at the start of a line; terms are no texts of their own. */
const LINE = /^(?:#{2,3} (?<title>.+)|(?<key>[a-zA-Z][\w-]*)[ ]*=)/gm

/**
 * Names of the variables anywhere in a pattern: Fluent's parts are plain objects, and a variable's
 * is `{ type: 'var', name }`.
 */
const variablesOf = (node: unknown, found: Set<string>): void => {
  if (Array.isArray(node)) for (const part of node) variablesOf(part, found)
  else if (typeof node === 'object' && node !== null) {
    const { type, name } = node as { readonly type?: unknown; readonly name?: unknown }
    if (type === 'var' && typeof name === 'string') found.add(name)
    else for (const part of Object.values(node)) variablesOf(part, found)
  }
}

/**
 * What stands in the catalogue of a folder, in the order and under the headings of its English
 * file. A text's arguments are those of all languages together: one may count where another does
 * not. Throws `text_missing`.
 */
export const openBook = (folder: string): readonly BookGroup[] => {
  const sources = Object.fromEntries(
    LANGUAGES.map((language) => [language, readFileSync(join(folder, `${language}.ftl`), 'utf8')]),
  ) as Record<Language, string>
  const bundles = LANGUAGES.map((language) => makeBundle(language, [sources[language]]).fluent)
  const argumentsOf = (key: PhraseKey): readonly string[] => {
    const found = new Set<string>()
    for (const bundle of bundles) variablesOf(bundle.getMessage(key)?.value, found)
    return [...found].toSorted()
  }
  const groups: { title: string; texts: BookText[] }[] = [{ title: '', texts: [] }]
  for (const { groups: named } of sources.en.matchAll(LINE)) {
    if (named?.['title'] !== undefined) groups.push({ title: named['title'], texts: [] })
    else if (named?.['key'] !== undefined)
      groups.at(-1)?.texts.push({ key: named['key'], arguments: argumentsOf(named['key']) })
  }
  return groups.filter(({ texts }) => texts.length > 0)
}
