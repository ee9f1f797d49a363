import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { never } from '../../../../core/base/never.ts'
import { NewProof, PasskeyProof } from '../../contract/proof.ts'
import { answers, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'
import type { Proof, ProofOutcome } from './proof.ts'

const Nothing = z.object({})

/** Says what came of it. Never 401: whoever mistypes here is still signed in. */
const settle = (reply: FastifyReply, outcome: ProofOutcome): FastifyReply => {
  switch (outcome.status) {
    case 'proved':
      return reply.send({})
    case 'wrong_password':
      return refuse(reply, 'invalid_password')
    case 'wrong_code':
    case 'other_member':
      return refuse(reply, 'invalid_code')
    case 'code':
      return refuse(reply, 'code_required')
    case 'passkey':
      return refuse(reply, 'passkey_required')
    case 'wait':
      return refuse(reply.header('retry-after', String(Math.ceil(outcome.wait / 1000))), 'too_many')
    default:
      return never(outcome)
  }
}

/** Proving again who one is, without leaving the page. */
export const proofRoutes =
  ({ gate, proof }: Pick<Office, 'gate'> & { readonly proof: Proof }): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = gate.need('any')

    app.post(
      '/me/proof',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Prove again who I am',
          description:
            'Password, and `code` or `backup` where the member has codes. For 15 minutes then, as after signing in, `proof_required` is not answered. 403 `invalid_password`, `invalid_code`, `code_required`, `passkey_required`; 429 after five wrong ones. For browsers; an API key has none.',
          body: NewProof,
          response: answers(Nothing),
        },
      },
      async (request, reply) => {
        if (gate.callerOf(request).kind !== 'session') return refuse(reply, 'forbidden')
        return settle(reply, await proof.byPassword(request, request.body))
      },
    )

    app.post(
      '/me/proof/passkey',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Prove again who I am, with a passkey',
          description:
            '`response`: what the browser answered to `/api/auth/passkey/generate-authenticate-options`. 403 `invalid_code` where it is none of this member.',
          body: PasskeyProof,
          response: answers(Nothing),
        },
      },
      async (request, reply) => {
        if (gate.callerOf(request).kind !== 'session') return refuse(reply, 'forbidden')
        return settle(reply, await proof.byPasskey(request, request.body.response))
      },
    )
  }
