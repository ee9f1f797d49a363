import type { CaseCode } from '../../base/ids.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { Decision } from '../casebook/decision.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import { readHeader } from '../../model/entry.ts'
import { destroyAgain, eraseAgreed, type Gone } from './erase.ts'
import {
  judgeAgreement,
  judgeErasureAnswer,
  type AgreementFault,
  type ErasureGround,
  type ErasureRequest,
} from '../../model/erasure-request.ts'
import type { OfficePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'

/**
 * Erasing a case from the console: one member of the team asks, another agrees, and then it is
 * gone. The person is told nothing, as where the operator's command line erases: nobody knows who
 * holds their phone by then, and who writes again begins anew.
 */
export type ErasureDesk = {
  /**
   * By who holds the case. `over`: the caller may have any case erased that they see (who may agree
   * to it). A later request takes the place of this one.
   */
  readonly ask: (
    code: CaseCode,
    agent: DeskAgent,
    asked: { readonly ground: ErasureGround; readonly reason: string },
    over?: boolean,
  ) => Promise<DeskOutcome>
  /**
   * Law 7, at once and for ever. `request` is the seq of what is agreed to; nothing else is. Who
   * agreed and asks again is told again what is gone.
   */
  readonly approve: (
    code: CaseCode,
    agent: DeskAgent,
    request: number,
  ) => Promise<DeskOutcome | ({ readonly status: 'gone' } & Gone)>
  readonly refuse: (code: CaseCode, agent: DeskAgent, request: number, reason: string) => Promise<DeskOutcome>
}

type Act = (
  code: CaseCode,
  agent: DeskAgent,
  decide: (state: CaseState) => Decision | DeskOutcome,
) => Promise<DeskOutcome>

const refusal = (why: AgreementFault): DeskOutcome =>
  why === 'unknown' ? { status: 'unknown' } : { status: 'refused', why }

export const makeErasureDesk = (ports: OfficePorts, casebook: Casebook, act: Act): ErasureDesk => {
  /**
   * What is gone because this agent agreed to it, where the answer that said so was lost: what a
   * crash left of the case goes as well.
   */
  const goneBy = async (
    code: CaseCode,
    agent: DeskAgent,
  ): Promise<({ readonly status: 'gone' } & Gone) | undefined> => {
    const row = await ports.store.views.byCode(code)
    const last =
      row === undefined ? undefined : (await ports.store.ledger.read(row.caseId, row.seq - 1)).at(-1)
    const header = last === undefined ? undefined : readHeader(ports.hasher, last.header)
    if (last === undefined || header?.by !== agent.id || !header.kinds.includes('erasure_approved'))
      return undefined
    return {
      status: 'gone',
      seq: last.seq,
      hash: last.hash,
      objects: await destroyAgain(ports, casebook, last.caseId),
    }
  }

  return {
    ask: (code, agent, { ground, reason }, over = false) =>
      act(code, agent, (state) => {
        const holds = state.hands.status === 'agent' && state.hands.agent === agent.id
        if (!holds && !over) return { status: 'not_yours' }
        if (reason.trim() === '') return { status: 'refused', why: 'reason_required' }
        if (state.hold !== undefined) return { status: 'refused', why: 'hold' }
        return {
          actor: `agent:${agent.id}`,
          events: [{ type: 'erasure_requested', by: agent.id, ground, reason: reason.trim() }],
        }
      }),

    approve: async (code, agent, request) => {
      for (;;) {
        let agreed: { readonly state: CaseState; readonly erasure: ErasureRequest } | undefined
        const outcome = await act(code, agent, (state) => {
          const why = judgeAgreement(state, request, agent.id, ports.clock.now())
          if (why !== undefined) return refusal(why)
          if (state.erasure !== undefined) agreed = { state, erasure: state.erasure }
          return { status: 'done', version: state.version, seq: state.seq }
        })
        if (outcome.status === 'erased') return (await goneBy(code, agent)) ?? outcome
        if (outcome.status !== 'done' || agreed === undefined) return outcome
        const { state, erasure } = agreed
        const gone = await eraseAgreed(ports, casebook, state.caseId, state.seq, {
          by: agent.id,
          asked: erasure.by,
          reason: erasure.ground,
        })
        if (gone === 'held') return { status: 'refused', why: 'hold' }
        // Somebody wrote in this moment, and it may be the person: judged anew.
        if (gone !== 'changed') return { status: 'gone', ...gone }
      }
    },

    refuse: (code, agent, request, reason) =>
      act(code, agent, (state) => {
        const why = judgeErasureAnswer(state, request, agent.id, ports.clock.now())
        if (why !== undefined) return refusal(why)
        if (reason.trim() === '') return { status: 'refused', why: 'reason_required' }
        return {
          actor: `agent:${agent.id}`,
          events: [{ type: 'erasure_refused', by: agent.id, request, reason: reason.trim() }],
        }
      }),
  }
}
