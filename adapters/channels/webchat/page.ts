import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LANGUAGES, type Language } from '../../../core/base/language.ts'
import { readAssets, type Asset } from './assets.ts'
import { readPageFile as read } from './folder.ts'
import type { WebchatLimits } from './limits.ts'

type Words = Readonly<Record<string, string>>

export type Page = {
  readonly html: (language: Language, session: boolean, guarded: boolean) => string
  readonly away: (language: Language) => string
  /** For one secret of a chat elsewhere. */
  readonly once: (language: Language) => string
  readonly asset: (name: string) => Asset | undefined
  /** Of all assets together; part of their address. */
  readonly version: string
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (found) => ESCAPES[found] ?? found)

/**
 * Puts the texts into the template where `data-t` (content), `data-t-label` (accessible name) and
 * `data-t-hint` (placeholder) name them.
 */
const withWords = (template: string, words: Words): string => {
  const say = (key: string): string => escape(words[key] ?? '')
  return template
    .replaceAll(/ data-t-label="([\w-]+)"/g, (found, key: string) => `${found} aria-label="${say(key)}"`)
    .replaceAll(/ data-t-hint="([\w-]+)"/g, (found, key: string) => `${found} placeholder="${say(key)}"`)
    .replaceAll(/ data-t="([\w-]+)"[^>]*>/g, (found, key: string) => `${found}${say(key)}`)
}

const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{\{([\w-]+)\}\}/g, (_, key: string) => escape(values[key] ?? ''))

type PageSettings = {
  readonly prefix: string
  readonly awayUrl?: string
  readonly limits: WebchatLimits
  /** Whether the chat says above everything that nothing here is real. */
  readonly practice?: boolean
}

/** Absent, not only hidden, where nobody practises: a page tells as little as it can. */
const PRACTICE = '<p class="practice" role="note" data-t="practice"></p>'

export const loadPage = (settings: PageSettings): Page => {
  const { prefix, limits } = settings
  const words = Object.fromEntries(
    LANGUAGES.map((language) => [language, JSON.parse(read(`locales/${language}.json`)) as Words]),
  )
  const assets = readAssets()
  const version = createHash('sha256')
    .update([...assets.values()].map((asset) => asset.etag).join())
    .digest('hex')
    .slice(0, 16)
  const common = {
    base: prefix,
    assets: `${prefix}/assets/${version}`,
    'max-text': String(limits.text),
    'max-file': String(limits.upload),
  }
  const templates = {
    html: settings.practice === true ? read('index.html') : read('index.html').replace(PRACTICE, ''),
    away: read('away.html'),
    once: read('once.html'),
  }
  const direction = (language: Language): string => (language === 'en' ? 'ltr' : 'rtl')
  const render = (template: string, language: Language, values: Readonly<Record<string, string>>): string =>
    filled(withWords(template, words[language] ?? {}), {
      ...common,
      ...values,
      lang: language,
      dir: direction(language),
    })

  return {
    html: (language, session, guarded) =>
      render(templates.html, language, {
        away: settings.awayUrl ?? `${prefix}/away`,
        session: session ? 'yes' : 'no',
        guarded: guarded ? 'yes' : 'no',
      }),
    away: (language) => render(templates.away, language, {}),
    once: (language) => render(templates.once, language, {}),
    asset: (name) => assets.get(name),
    version,
  }
}

const accepts = (request: FastifyRequest, coding: string): boolean =>
  (request.headers['accept-encoding'] ?? '').split(',').some((part) => part.trim().split(';')[0] === coding)

/** `forever` where the address names the content. */
export const sendAsset = (
  request: FastifyRequest,
  reply: FastifyReply,
  asset: Asset,
  forever: boolean,
): FastifyReply => {
  reply.headers({
    'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: asset.etag,
    vary: 'accept-encoding',
  })
  if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send()
  reply.type(asset.type)
  if (accepts(request, 'br')) return reply.header('content-encoding', 'br').send(asset.brotli)
  return accepts(request, 'gzip')
    ? reply.header('content-encoding', 'gzip').send(asset.gzip)
    : reply.send(asset.plain)
}

export const sendHtml = (request: FastifyRequest, reply: FastifyReply, html: string): FastifyReply => {
  reply.headers({ vary: 'accept-encoding, accept-language' }).type('text/html; charset=utf-8')
  return accepts(request, 'gzip')
    ? reply.header('content-encoding', 'gzip').send(gzipSync(html))
    : reply.send(html)
}
