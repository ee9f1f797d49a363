import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readCode } from '../../../core/policy/access/code.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import type { SecretAsked } from '../../../core/ports/secret-page.ts'
import type { WebchatDesk } from './desk.ts'
import { isOwnOrigin } from './headers.ts'
import { clientOf, type Limiter } from './limiter.ts'
import { refuse } from './problem.ts'
import { fieldOf } from './requests.ts'
import { readSecretLink } from './secret-link.ts'

/** A token, a word and a code, in the longest JSON spelling. */
const MOST_BODY = 2_048
/** More is neither a PIN nor a word. */
const MOST_TEXT = 64

type Found = SecretAsked & { readonly mark: string }

/**
 * The page for one secret of a chat elsewhere. It has no session and sets none. Whether a link
 * opens anything is asked of the case each time; looking uses nothing up, so what opens links by
 * itself (previews, scanners) changes nothing. What is sent goes to the inbox as the next message
 * of that chat, under a name of its own by which it counts once.
 */
export const addOnce = (
  api: FastifyInstance,
  { desk, limiter }: { readonly desk: WebchatDesk; readonly limiter: Limiter },
): void => {
  const { hasher, secrets, sink, clock } = desk

  const find = async (request: FastifyRequest): Promise<Found | undefined> => {
    const link = readSecretLink(hasher, fieldOf(request.body, 'token'))
    const asked = link === undefined ? undefined : await secrets.asked(link.caseId, link.mark)
    return link === undefined || asked === undefined ? undefined : { ...asked, mark: link.mark }
  }

  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (!isOwnOrigin(request) || request.headers['x-chat'] !== '1') return refuse(reply, 'foreign_origin')
    const wait = limiter('once', { address: clientOf(hasher, request) })
    return wait > 0 ? refuse(reply, 'too_many', wait) : undefined
  }

  const post = (
    path: string,
    handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
  ): void => void api.post(path, { onRequest: admit, bodyLimit: MOST_BODY }, handler)

  post('/once/look', async (request, reply) => {
    const found = await find(request)
    return found === undefined ? refuse(reply, 'not_found') : reply.send({ form: found.form })
  })

  post('/once', async (request, reply) => {
    const found = await find(request)
    if (found === undefined) return refuse(reply, 'not_found')
    const text = fieldOf(request.body, 'text')
    const typed = fieldOf(request.body, 'code')
    const code = found.form === 'return' && typeof typed === 'string' ? readCode(typed) : undefined
    if (typeof text !== 'string' || text.trim() === '' || text.length > MOST_TEXT)
      return refuse(reply, 'bad_request')
    if (found.form === 'return' && code === undefined) return refuse(reply, 'bad_request')
    await sink.put([
      {
        v: 1,
        ...found.address,
        message: `page-${found.mark}`,
        edit: 0,
        sentAt: clock.now(),
        from: {},
        body: { kind: 'text', text: untrusted(text.toWellFormed()) },
        page: { mark: found.mark, ...(code === undefined ? {} : { code }) },
      },
    ])
    return reply.code(202).send({})
  })
}
