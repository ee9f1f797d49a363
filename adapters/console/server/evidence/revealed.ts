import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CaseCode, EvidenceId } from '../../../../core/base/ids.ts'
import type { EvidenceState } from '../../../../core/model/exhibits.ts'
import type { DeskAgent } from '../../../../core/base/member.ts'
import { isBook } from '../cases/reading.ts'
import { refuse } from '../http/problem.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { caseCode, type Office } from '../office.ts'
import { reasonOfReveal } from './present-evidence.ts'

/** An item that the caller revealed a little while ago, with the reason that they gave for it. */
export type Revealed = {
  readonly code: CaseCode
  readonly id: EvidenceId
  readonly item: EvidenceState
  readonly agent: DeskAgent
  readonly reason: string
}

/**
 * Opens the item that a request is about for whoever revealed it in the last 15 minutes; or gives the
 * refusal that was sent. Every route that shows or judges more than a blurred preview goes through
 * here.
 */
export const makeRevealed =
  ({ parts: { clock }, gate, reading }: Pick<Office, 'parts' | 'gate' | 'reading'>) =>
  async (
    request: FastifyRequest & { readonly params: { readonly code: string; readonly id: string } },
    reply: FastifyReply,
  ): Promise<Revealed | FastifyReply> => {
    const agent = deskAgentOf(gate.callerOf(request))
    const code = caseCode(request.params)
    const id = request.params.id as EvidenceId
    const book = await reading.open(request, code, reply)
    if (!isBook(book)) return book
    const item = book.state.evidence[id]
    if (item === undefined) return refuse(reply, 'not_found')
    const reason = reasonOfReveal(book, id, agent.id, clock.now())
    return reason === undefined ? refuse(reply, 'reveal_first') : { code, id, item, agent, reason }
  }

export const isRevealed = (found: Revealed | FastifyReply): found is Revealed => 'reason' in found
