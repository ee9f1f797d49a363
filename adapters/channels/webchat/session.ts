import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ChatAddress } from '../../../core/base/message.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'
import type { Random } from '../../../core/ports/random.ts'

export const ACCOUNT = 'web'

/**
 * A browser's conversation. The cookie holds `<token>.<tag>`: 260 random bits, and a keyed hash by
 * which we know our own tokens again without keeping any. The chat's address is a hash of the
 * token, so that the store never holds what opens a conversation.
 */
export type Sessions = {
  /** The conversation of this browser; nothing where it has none, or has left it. */
  readonly read: (request: FastifyRequest) => ChatAddress | undefined
  /** Begins one and sets its cookie. */
  readonly begin: (request: FastifyRequest, reply: FastifyReply) => ChatAddress
  /**
   * A quick exit that is not durable yet: the page marks it by a cookie of its own (it cannot
   * delete ours), so that a browser that lost its connection in that moment shows nothing of the
   * conversation afterwards.
   */
  readonly leaving: (
    request: FastifyRequest,
  ) => { readonly address: ChatAddress; readonly exit: string } | undefined
  readonly markLeft: (request: FastifyRequest, reply: FastifyReply, exit: string) => void
  readonly forget: (request: FastifyRequest, reply: FastifyReply) => void
}

const COOKIE = 'chat'
const LEFT = 'left'
const TOKEN_LENGTH = 52
const TOKEN = /^([0-9A-Z]{52})\.([\w-]{43})$/
export const MESSAGE_ID = /^[\w-]{8,64}$/

const cookiesOf = (request: FastifyRequest, name: string): readonly string[] =>
  (request.headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1))

export const makeSessions = (ports: {
  readonly hasher: Hasher
  readonly random: Random
  readonly path: string
}): Sessions => {
  const tagOf = (token: string): string => ports.hasher.keyed('session', 'webchat', token)
  const addressOf = (token: string): ChatAddress => ({
    channel: 'webchat',
    account: ACCOUNT,
    chat: ports.hasher.sha256(`webchat:${token}`),
  })
  const cookie = (request: FastifyRequest, name: string, value: string, more: string): string =>
    `${name}=${value}; Path=${ports.path}; SameSite=Strict${more}${request.protocol === 'https' ? '; Secure' : ''}`

  const known = (request: FastifyRequest): ChatAddress | undefined => {
    for (const value of cookiesOf(request, COOKIE)) {
      const [, token, tag] = TOKEN.exec(value) ?? []
      if (
        token !== undefined &&
        tag !== undefined &&
        timingSafeEqual(Buffer.from(tag), Buffer.from(tagOf(token)))
      )
        return addressOf(token)
    }
    return undefined
  }
  const left = (request: FastifyRequest): string | undefined =>
    cookiesOf(request, LEFT).find((value) => MESSAGE_ID.test(value))

  return {
    read: (request) => (left(request) === undefined ? known(request) : undefined),
    begin: (request, reply) => {
      const token = ports.random.code(TOKEN_LENGTH)
      reply.header('set-cookie', [
        cookie(request, COOKIE, `${token}.${tagOf(token)}`, '; HttpOnly'),
        cookie(request, LEFT, '', '; Max-Age=0'),
      ])
      return addressOf(token)
    },
    leaving: (request) => {
      const exit = left(request)
      const address = known(request)
      return exit === undefined || address === undefined ? undefined : { address, exit }
    },
    markLeft: (request, reply, exit) => void reply.header('set-cookie', cookie(request, LEFT, exit, '')),
    forget: (request, reply) =>
      void reply.header('set-cookie', [
        cookie(request, COOKIE, '', '; HttpOnly; Max-Age=0'),
        cookie(request, LEFT, '', '; Max-Age=0'),
      ]),
  }
}
