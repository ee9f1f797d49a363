import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Plugin } from 'vite'
import { DEFAULT_LIMITS } from '../../adapters/channels/webchat/limits.ts'
import { loadPage, type Page } from '../../adapters/channels/webchat/page.ts'
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../core/base/language.ts'

const FOLDER = new URL('../../adapters/channels/webchat/page', import.meta.url).pathname
const PREFIX = '/chat'
const TRIES = 50
const PAUSE_MS = 200
/** Vite's own script on the page: reloads it when it is told to. */
const CLIENT = '<script type="module" src="/@vite/client"></script></head>'

const attributeOf = (html: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1]

/**
 * The page as the files of adapters/channels/webchat/page are now, for the person whom the server's own page
 * was made for.
 */
const renewed = (html: string, path: string): string => {
  const awayUrl = attributeOf(html, 'data-away')
  const page = load(awayUrl, html.includes('class="practice"'))
  const language = LANGUAGES.find((each) => each === attributeOf(html, 'lang')) ?? DEFAULT_LANGUAGE
  const is = (name: string): boolean => attributeOf(html, name) === 'yes'
  if (path.startsWith(`${PREFIX}/once/`)) return page.once(language)
  return path === `${PREFIX}/away`
    ? page.away(language)
    : page.html(language, is('data-session'), is('data-guarded'))
}

const load = (awayUrl?: string, practice = false): Page =>
  loadPage({
    prefix: PREFIX,
    limits: DEFAULT_LIMITS,
    practice,
    ...(awayUrl === undefined ? {} : { awayUrl }),
  })

/** The server behind may be on its way up again after a change. */
const fetchPatiently = async (
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> => {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await fetch(address, { headers })
    } catch (error) {
      if (left === 0) throw error
      await pause(PAUSE_MS)
    }
  }
}

const IS_PAGE = new RegExp(`^${PREFIX}(?:/?|/away|/once/\\w+)$`)
const ASSET = new RegExp(`^${PREFIX}/(?:assets/[^/]+/)?([\\w-]+\\.\\w+)$`)

const send = (reply: ServerResponse, type: string, body: Buffer | string): void =>
  void reply.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body)

/**
 * Serves the chat's page from its sources; who the person is, and everything under `/chat/api`, is
 * the business of the server at `target`.
 */
export const chatPage = (target: string): Plugin => {
  const answer = async (request: IncomingMessage, reply: ServerResponse): Promise<boolean> => {
    const { pathname } = new URL(request.url ?? '/', target)
    if (request.method !== 'GET') return false
    const name = ASSET.exec(pathname)?.[1]
    if (name !== undefined) {
      const asset = load().asset(name)
      if (asset === undefined) return false
      send(reply, asset.type, asset.plain)
      return true
    }
    if (!IS_PAGE.test(pathname)) return false
    const { cookie = '', 'accept-language': wanted = '' } = request.headers
    const page = await fetchPatiently(`${target}${pathname}`, { cookie, 'accept-language': wanted })
    if (!page.ok) return false
    for (const set of page.headers.getSetCookie()) reply.appendHeader('set-cookie', set)
    send(reply, 'text/html; charset=utf-8', renewed(await page.text(), pathname).replace('</head>', CLIENT))
    return true
  }
  const pass = async (
    request: IncomingMessage,
    reply: ServerResponse,
    next: (error?: unknown) => void,
  ): Promise<void> => {
    try {
      if (!(await answer(request, reply))) next()
    } catch (error) {
      next(error)
    }
  }
  return {
    name: 'amin-chat-page',
    configureServer(server) {
      server.watcher.add(FOLDER)
      server.watcher.on('change', (file) => {
        if (resolve(file).startsWith(FOLDER)) server.ws.send({ type: 'full-reload' })
      })
      server.middlewares.use((request, reply, next) => void pass(request, reply, next))
    },
  }
}
