import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { hours, instant, type Instant } from '../../../../core/base/units.ts'
import { deskAgentOf, may, type Caller, type Gate } from '../identity/caller.ts'
import type { DeskRow } from '../../../../core/services/agents/queue.ts'
import type { ConsoleParts } from '../parts.ts'
import { refuse } from '../http/problem.ts'
import type { Shifts } from '../shift/shifts.ts'

/** A program has no shift: that it reads a case is written down once in this time. */
const SHIFT_OF_KEYS = hours(24)
/** Readings that one process remembers as written; forgotten ones cost a look into the case. */
const REMEMBERED = 20_000

/**
 * Reading cases. Every route that shows something of a case goes through here, so that who reads
 * leaves a trace, whichever page or program asks: one entry in the case's chain a reader, case and
 * shift. Whoever holds the case answers for it, and is not written down.
 */
export type Reading = {
  /** Writes down that the caller reads the case. Nothing is written where they may not see it. */
  readonly note: (request: FastifyRequest, code: CaseCode) => Promise<void>
  /**
   * The same for each row of a list that shows what stands in its case: a sentence that was found in
   * it and, to a program, the last words of the person. Those stand in the queue of the whole team,
   * whose members are not written down for having had it before them.
   */
  readonly noteRows: (
    request: FastifyRequest,
    rows: readonly (DeskRow & { readonly sentence?: string })[],
  ) => Promise<void>
  /** From when on a reading of the caller's is written down once: the beginning of their shift. */
  readonly since: (request: FastifyRequest) => Promise<Instant>
  /** The case as the caller may see it, read and written down; or the refusal that was sent. */
  readonly open: (
    request: FastifyRequest,
    code: CaseCode,
    reply: FastifyReply,
  ) => Promise<CaseBook | FastifyReply>
}

type Parts = {
  readonly parts: Pick<ConsoleParts, 'desk' | 'clock'>
  readonly gate: Gate
  readonly shifts: Shifts
}

export const makeReading = ({ parts: { desk, clock }, gate, shifts }: Parts): Reading => {
  const written = new Map<string, Instant>()

  const sinceOf = async (caller: Caller): Promise<Instant> =>
    caller.kind === 'session' ? shifts.begun(caller.id) : instant(clock.now() - SHIFT_OF_KEYS)

  const note: Reading['note'] = async (request, code) => {
    const caller = gate.callerOf(request)
    const watches = caller.kind === 'session' && may(caller, 'supervise')
    const since = await sinceOf(caller)
    const name = `${caller.id} ${code}`
    if ((written.get(name) ?? -1) >= since) return
    const { status } = await desk.shift.look(code, deskAgentOf(caller), watches, since)
    // Only what was written just now: a holder who lets the case go is written down the next time.
    if (status !== 'done' || watches) return
    if (written.size >= REMEMBERED) written.clear()
    written.set(name, clock.now())
  }

  const noteRows: Reading['noteRows'] = async (request, rows) => {
    const { kind } = gate.callerOf(request)
    const shown = rows.filter(
      ({ sentence, preview }) => sentence !== undefined || (kind === 'key' && preview !== undefined),
    )
    await Promise.all(shown.map(({ code }) => note(request, code)))
  }

  return {
    note,
    noteRows,
    since: (request) => sinceOf(gate.callerOf(request)),
    open: async (request, code, reply) => {
      await note(request, code)
      const book = await desk.open(code, deskAgentOf(gate.callerOf(request)))
      if (book === undefined) return refuse(reply, 'not_found')
      return book === 'erased' ? refuse(reply, 'erased') : book
    },
  }
}

export const isBook = (opened: CaseBook | FastifyReply): opened is CaseBook => 'lines' in opened
