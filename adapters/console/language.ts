import type { FastifyRequest } from 'fastify'
import { DEFAULT_LANGUAGE, LANGUAGES, languageFromTag, type Language } from '../../core/language.ts'

/** The language that texts are asked for in: `?lang=`, then Accept-Language in its own order, then the default. */
export const languageOf = (request: Pick<FastifyRequest, 'query' | 'headers'>): Language => {
  const asked = (request.query as { readonly lang?: unknown } | undefined)?.lang
  const named = LANGUAGES.find((language) => language === asked)
  if (named !== undefined) return named
  const accepted = (request.headers['accept-language'] ?? '').slice(0, 200).split(',')
  const tags = accepted.map((part) => languageFromTag(part.split(';', 1)[0]?.trim()))
  return tags.find((language) => language !== undefined) ?? DEFAULT_LANGUAGE
}
