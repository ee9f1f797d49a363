import type { FastifyRequest } from 'fastify'
import {
  DEFAULT_LANGUAGE,
  LANGUAGES,
  languageFromHeader,
  type Language,
} from '../../../../core/base/language.ts'

/**
 * The language that texts are asked for in: `?lang=`, then what the browser wants most
 * (Accept-Language), then the default.
 */
export const languageOf = (request: Pick<FastifyRequest, 'query' | 'headers'>): Language => {
  const asked = (request.query as { readonly lang?: unknown } | undefined)?.lang
  const named = LANGUAGES.find((language) => language === asked)
  if (named !== undefined) return named
  return languageFromHeader(request.headers['accept-language']) ?? DEFAULT_LANGUAGE
}
