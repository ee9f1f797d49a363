import type { FastifyInstance, FastifyRequest } from 'fastify'
import { may, type Gate } from '../identity/caller.ts'
import type { ConsoleParts } from '../parts.ts'
import { refuse } from '../http/problem.ts'

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/

/** Asked from this machine itself, and not for somebody behind a proxy that runs here. */
const isLocal = (request: FastifyRequest): boolean =>
  LOOPBACK.test(request.socket.remoteAddress ?? '') &&
  LOOPBACK.test(request.ip) &&
  request.headers['x-forwarded-for'] === undefined &&
  request.headers.forwarded === undefined

/** What machines that watch over this one ask. */
export const routeHealth = (
  app: FastifyInstance,
  parts: Pick<ConsoleParts, 'readiness' | 'metrics' | 'log'> & {
    readonly gate: Gate
    readonly streams: () => number
  },
): void => {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/healthz',
    schema: { hide: true },
    handler: async (_request, reply) => reply.send({ ok: true }),
  })
  app.route({
    method: ['GET', 'HEAD'],
    url: '/readyz',
    schema: { hide: true },
    handler: async (_request, reply) => {
      try {
        const { ok, parts: states } = await parts.readiness()
        return await reply.code(ok ? 200 : 503).send({ ok, parts: states })
      } catch (error) {
        parts.log.error('readiness could not be told', { error })
        return reply.code(503).send({ ok: false, parts: {} })
      }
    },
  })
  app.route({
    method: ['GET', 'HEAD'],
    url: '/metrics',
    schema: { hide: true },
    handler: async (request, reply) => {
      if (!isLocal(request)) {
        const caller = await parts.gate.identify(request)
        if (caller === undefined) return refuse(reply, 'unauthenticated')
        if (caller.kind === 'session' && !may(caller, 'operate')) return refuse(reply, 'forbidden')
      }
      const own = `# TYPE amin_console_streams gauge\namin_console_streams ${parts.streams()}\n`
      return reply
        .header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
        .send(`${(await parts.metrics()).trimEnd()}\n${own}`)
    },
  })
}
