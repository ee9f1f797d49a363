import type { FastifyRequest } from 'fastify'
import type { Gate } from '../identity/caller.ts'

/** Printable ASCII, as any client makes them. */
const KEY = /^[\x21-\x7e]{1,200}$/

/**
 * The caller's Idempotency-Key, apart from everybody else's; nothing where none was sent, or none
 * that can be one.
 */
export const keyOf = (gate: Gate, request: FastifyRequest): string | undefined => {
  const header = request.headers['idempotency-key']
  return typeof header === 'string' && KEY.test(header) ? `${gate.callerOf(request).id}:${header}` : undefined
}
