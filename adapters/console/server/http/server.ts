import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { FAILURES, Failure, isFailure } from '../../../../core/base/failure.ts'
import type { Log } from '../../../../core/ports/log.ts'
import { guardConnections, USUAL_CONNECTIONS, type ConnectionLimits } from './connections.ts'
import { securityHeaders } from './headers.ts'
import { makeHttpMetrics } from './http-metrics.ts'
import { refuseWrongMethods } from './methods.ts'
import { problem, PROBLEM_TYPE, PROBLEMS, refuse, type ProblemCode, type ProblemDetail } from './problem.ts'

export type HttpParts = {
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
  readonly log: Log
  /** Whose word about the client's address is taken: nobody's by default, or the proxies' addresses. */
  readonly trustProxy: boolean | string
  /** Agents reach it by https: HSTS is sent. */
  readonly https?: boolean
  readonly limits?: Partial<ConnectionLimits>
}

export type HttpServer = {
  readonly app: FastifyInstance
  /**
   * Throws `port_taken`, or `settings_invalid` where the address is not one of this machine's or
   * may not be used.
   */
  readonly listen: () => Promise<{ readonly port: number }>
  /** Prometheus text. */
  readonly metrics: () => string
  /** Lets requests that run finish for a few seconds, then closes every connection. */
  readonly close: () => Promise<void>
}

const BODY_LIMIT = 1_048_576
/** Longer than the idle time of common proxies (60 s), so that it is they who close first. */
const KEEP_ALIVE = 72_000
/** For sending the head of a request; Node's own default is a minute. */
const HEADERS_TIMEOUT = 20_000
/**
 * For sending a file, on routes with `config.longBody`: 20 MB from an old phone at 25 KB/s. Other
 * bodies have far less, see connections.ts.
 */
const REQUEST_TIMEOUT = 900_000
const GRACE = 5_000

/** The pattern of the route, never the address that was asked for. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none'

const failureProblem = (error: Failure): ProblemCode => {
  if (error.code === 'key_destroyed') return 'erased'
  return FAILURES[error.code].retry ? 'unavailable' : 'internal'
}

const problemOf = (
  error: FastifyError | Failure,
): { readonly code: ProblemCode; readonly detail: ProblemDetail } => {
  if (isFailure(error)) return { code: failureProblem(error), detail: {} }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = (error as { readonly validationContext?: string }).validationContext ?? ''
    return {
      code: 'invalid',
      detail: { fields: [...new Set(error.validation.map((issue) => `/${place}${issue.instancePath}`))] },
    }
  }
  const status = error.statusCode ?? 500
  if (status === 413) return { code: 'too_large', detail: {} }
  if (status === 415) return { code: 'unsupported_type', detail: {} }
  if (error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return { code: 'invalid', detail: { detail: 'the body is not JSON', fields: ['/body'] } }
  return { code: status >= 400 && status < 500 ? 'invalid' : 'internal', detail: {} }
}

const listenFailure = (error: unknown, port: number): unknown => {
  const { code } = error as { readonly code?: string }
  if (code === 'EADDRINUSE') return new Failure('port_taken', `port ${port}; set AMIN_PORT to another`, error)
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Failure('settings_invalid', 'AMIN_HOST or AMIN_PORT cannot be listened on', error)
  return error
}

/** The one HTTP server of the process; the console and the web chat register their routes on it. */
export const openHttpServer = ({
  host,
  port,
  log,
  trustProxy,
  https = false,
  limits = {},
}: HttpParts): HttpServer => {
  const metrics = makeHttpMetrics()
  const headers = securityHeaders(https)
  const app = Fastify({
    logger: false,
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT,
    trustProxy,
    keepAliveTimeout: KEEP_ALIVE,
    requestTimeout: REQUEST_TIMEOUT,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    http: { headersTimeout: HEADERS_TIMEOUT },
    // An address that cannot be read never reaches the hooks below, and Fastify's own answer repeats it.
    frameworkErrors: (_error, _request, reply: FastifyReply) =>
      void refuse(reply.headers(headers), 'invalid'),
    clientErrorHandler: (_error, socket) => {
      if (socket.writable)
        socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    },
  })

  // What is no JSON is 415: taken as text it would be refused for its shape, which is not what is wrong.
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', async (_request, reply) => void reply.headers(headers))
  guardConnections(app, { ...USUAL_CONNECTIONS, ...limits }, trustProxy !== false)
  refuseWrongMethods(app)
  app.addHook('onResponse', async (request, reply) => {
    const kind = `${request.method} ${routeOf(request)}`
    metrics.seen(request.method, routeOf(request), reply.statusCode, reply.elapsedTime)
    const fields = { kind, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    if (reply.statusCode < 400) log.debug('a request was answered', fields)
    // Robots knock at doors that are not there, by the thousand.
    else if (reply.statusCode === 404 && /^none$|\*$/.test(routeOf(request)))
      log.debug('a request for nothing was refused', fields)
    else log.info('a request was refused', fields)
  })
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'not_found'))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, detail } = problemOf(error)
    const { status } = PROBLEMS[code]
    if (status >= 500)
      log.error('a request failed', { kind: `${request.method} ${routeOf(request)}`, code, status, error })
    if (code === 'unavailable') void reply.header('retry-after', '2')
    return reply
      .code(status)
      .header('content-type', PROBLEM_TYPE)
      .send(JSON.stringify(problem(code, detail)))
  })

  return {
    app,
    metrics: metrics.text,
    listen: async () => {
      try {
        await app.listen({ host, port })
      } catch (error) {
        throw listenFailure(error, port)
      }
      const address = app.server.address()
      return { port: typeof address === 'object' && address !== null ? address.port : port }
    },
    close: async () => {
      const impatient = setTimeout(() => app.server.closeAllConnections(), GRACE)
      try {
        await app.close()
      } finally {
        clearTimeout(impatient)
      }
    },
  }
}
