import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from './problem.ts'

/** Whatever a browser opens and no other route has: the web app's, and no address of its own. */
const isAnything = (pattern: string): boolean => pattern.endsWith('*')

/** A parameter is one part of a path, as the router takes it. */
const fits = (pattern: readonly string[], path: readonly string[]): boolean =>
  pattern.length === path.length &&
  pattern.every((part, i) => (part.startsWith(':') ? path[i] !== '' : part === path[i]))

/**
 * A known address that is called with a method it does not have is answered 405 and which it has,
 * in place of 404. The patterns of the routes alone say so, and the API's description shows those
 * to everybody: it is told before anybody is asked who they are, and before a byte of a body is
 * read. To be called before any route is registered.
 */
export const refuseWrongMethods = (app: FastifyInstance): void => {
  const known = new Map<string, { readonly parts: readonly string[]; readonly has: ReadonlySet<string> }>()
  app.addHook('onRoute', ({ url, routePath, method }) => {
    if (isAnything(url)) return
    // The root of a prefix answers with a slash and without, and is told of once.
    for (const pattern of routePath === '' ? [url, `${url}/`] : [url]) {
      const before = known.get(pattern)?.has ?? []
      known.set(pattern, { parts: pattern.split('/'), has: new Set([...before, ...[method].flat()]) })
    }
  })

  const methodsAt = (address: string): readonly string[] => {
    const path = (address.split('?', 1)[0] ?? '').split('/')
    const found = [...known.values()].flatMap(({ parts, has }) => (fits(parts, path) ? [...has] : []))
    return [...new Set(found)].toSorted()
  }
  const isNowhere = (request: FastifyRequest): boolean =>
    request.is404 || isAnything(request.routeOptions.url ?? '')

  app.addHook('onRequest', async (request, reply) => {
    // HEAD is there where a route says so, and nowhere else.
    if (request.method === 'HEAD' || !isNowhere(request)) return undefined
    const has = methodsAt(request.url)
    // With its own among them it was something else that did not fit: a parameter that is too long.
    if (has.length === 0 || has.includes(request.method)) return undefined
    return refuse(reply.header('allow', has.join(', ')), 'wrong_method')
  })
}
