import type { FastifyInstance } from 'fastify'
import { DEFAULT_LANGUAGE, languageFromHeader, type Language } from '../../../core/base/language.ts'
import { type Advice, makeAdviceHtml, type Places } from './advice-html.ts'
import { sendHtml } from './page.ts'
import { readLanguage } from './requests.ts'

/**
 * The guidance as pages, for whoever only wants to read: no session is looked for or set, nothing
 * is counted, and nothing of who reads what is logged or stored.
 */
export const addAdvice = (app: FastifyInstance, advice: Advice, places: Places): void => {
  const html = makeAdviceHtml(advice, places)
  const hinted = (header: string | undefined): Language => languageFromHeader(header) ?? DEFAULT_LANGUAGE

  app.get('/advice', async (request, reply) =>
    sendHtml(request, reply, html.index(hinted(request.headers['accept-language']))),
  )
  app.get<{ Params: { readonly language: string } }>('/advice/:language', async (request, reply) => {
    const language = readLanguage(request.params.language)
    const known = language ?? hinted(request.headers['accept-language'])
    return sendHtml(
      request,
      language === undefined ? reply.code(404) : reply,
      html.index(known, language === undefined),
    )
  })
  app.get<{ Params: { readonly language: string; readonly guide: string } }>(
    '/advice/:language/:guide',
    async (request, reply) => {
      const language = readLanguage(request.params.language) ?? hinted(request.headers['accept-language'])
      const page = html.guide(language, request.params.guide)
      return page === undefined
        ? sendHtml(request, reply.code(404), html.index(language, true))
        : sendHtml(request, reply, page)
    },
  )
}
