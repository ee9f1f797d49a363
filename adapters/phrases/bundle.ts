import { FluentBundle, FluentResource } from '@fluent/bundle'
import { Failure } from '../../core/base/failure.ts'
import type { Language } from '../../core/base/language.ts'
import { LOCALES } from './locale.ts'

/** A message or a term at the start of a line. */
const ENTRY = /^(-?[a-zA-Z][\w-]*)[ ]*=/gm

export type Bundle = { readonly fluent: FluentBundle; readonly keys: ReadonlySet<string> }

/**
 * Reads one language. Fluent passes over what it cannot read, which here would be a text that
 * nobody misses until a person should get it: so each entry that stands in a source must be in the
 * bundle, once. Throws `text_missing`.
 */
export const makeBundle = (language: Language, sources: readonly string[]): Bundle => {
  const fluent = new FluentBundle(LOCALES[language], { useIsolating: true })
  const keys = new Set<string>()
  for (const source of sources) {
    const resource = new FluentResource(source)
    if (fluent.addResource(resource).length > 0)
      throw new Failure('text_missing', `a key stands twice in ${language}`)
    const read = new Set(resource.body.map(({ id }) => id))
    for (const [, key = ''] of source.matchAll(ENTRY)) {
      if (!read.has(key)) throw new Failure('text_missing', `${language} ${key} cannot be read`)
      if (!key.startsWith('-')) keys.add(key)
    }
  }
  return { fluent, keys }
}
