import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { DeskOutcome } from '../../../core/model/outcome.ts'
import type { DeskAgent } from '../../../core/base/member.ts'
import type { Barred } from '../../../core/services/agents/second-person.ts'
import type { CaseCode } from '../../../core/base/ids.ts'
import { never } from '../../../core/base/never.ts'
import type { Agents } from './identity/agents.ts'
import { may, type Caller, type Gate } from './identity/caller.ts'
import { Done, Problem } from '../contract/index.ts'
import type { HotlineChecks } from './administration/hotline-checks.ts'
import { isoOf } from './http/iso.ts'
import type { ConsoleParts } from './parts.ts'
import type { MacrosStore } from './macros/macros.ts'
import type { OwnRepliesStore } from './replies/own-replies.ts'
import type { Presences } from './shift/presence.ts'
import type { Shifts } from './shift/shifts.ts'
import type { SavedViewsStore } from './views/saved-views.ts'
import type { TeamRepliesStore } from './replies/team-replies.ts'
import type { Names } from './cases/present-case.ts'
import type { Paced } from './http/pace.ts'
import { refuse, type ProblemDetail } from './http/problem.ts'
import type { Reading } from './cases/reading.ts'
import type { Seconds } from './http/seconds.ts'
import type { Streams } from './shift/stream-parts.ts'
import { Code } from '../contract/terms.ts'
import type { Views } from './http/views.ts'

/** What the routes share. */
export type Office = {
  readonly parts: ConsoleParts
  readonly gate: Gate
  readonly agents: Agents
  readonly names: () => Promise<Names>
  readonly streams: Streams
  readonly presences: Presences
  readonly ownReplies: OwnRepliesStore
  readonly teamReplies: TeamRepliesStore
  readonly savedViews: SavedViewsStore
  readonly macros: MacrosStore
  readonly hotlineChecks: HotlineChecks
  /** Tells a member whose stream has just begun who is at which case. */
  readonly greet: (reader: DeskAgent) => void
  readonly views: Views
  readonly shifts: Shifts
  readonly reading: Reading
  readonly seconds: Seconds
  /**
   * Wakes the browsers of a member whose way in or rights were changed; at the next sign-in they
   * are told more (notices.ts).
   */
  readonly tellChanged: (member: string) => Promise<void>
  /**
   * Counts one more of what the caller does in an hour; the refusal that was sent where it is too
   * much, and supervisors are told (pace.ts).
   */
  readonly slow: (
    request: FastifyRequest,
    reply: FastifyReply,
    what: Paced,
  ) => Promise<FastifyReply | undefined>
}

/** A route's answers: what it gives, and that it may refuse. */
export const answers = <T extends z.ZodType>(given: T, status: 200 | 201 = 200) =>
  ({ [status]: given, '4xx': Problem, '5xx': Problem }) as {
    200: T
    201: T
    '4xx': typeof Problem
    '5xx': typeof Problem
  }

export const CaseParams = z.object({ code: Code })

/** How the description of the API tells of a command to one case, or to the caller's shift. */
export const command = (summary: string, description: string) => ({
  tags: ['commands'],
  summary,
  description,
  params: CaseParams,
  response: answers(Done),
})

export const EvidenceParams = CaseParams.extend({ id: z.string().regex(/^[\w-]{1,64}$/) })
export const LanguageQuery = z.object({
  lang: z.enum(['ar', 'ckb', 'en']).optional().describe('Language of the texts; Accept-Language otherwise'),
})

/** Bytes, for the description only: they are sent as they are. */
export const Bytes = z.unknown().meta({ type: 'string', format: 'binary' })

export const caseCode = (params: { readonly code: string }): CaseCode => params.code as CaseCode

/** The same for who only looks: nothing where nobody asked, or the caller could not agree anyhow. */
export const barredOf = async (
  seconds: Seconds,
  caller: Caller,
  asker: string | undefined,
): Promise<Barred | undefined> =>
  asker === undefined || asker === caller.id || !may(caller, 'approve')
    ? undefined
    : seconds.judge(caller.id, asker)

/** Why the caller may not be the second of two people. */
export const refuseBarred = (reply: FastifyReply, barred: Barred): FastifyReply =>
  refuse(reply, barred.why, barred.why === 'made_by_asker' ? {} : { until: isoOf(barred.until) })

/** What came of a command, as HTTP; `detail` is said with a refusal. */
export const settle = (
  reply: FastifyReply,
  code: string,
  outcome: DeskOutcome,
  detail: ProblemDetail = {},
): FastifyReply => {
  switch (outcome.status) {
    case 'done': {
      const done: Done = { code, version: outcome.version, seq: outcome.seq }
      return reply.send(done)
    }
    case 'unknown':
      return refuse(reply, 'not_found', detail)
    case 'erased':
      return refuse(reply, 'erased', detail)
    case 'held':
      return refuse(reply, 'held', { ...detail, holder: outcome.alias })
    case 'not_yours':
      return refuse(reply, 'not_yours', detail)
    case 'moved':
      return refuse(reply, 'moved', { ...detail, version: outcome.version })
    case 'refused':
      if (outcome.why === 'wish') return refuse(reply, 'wish', { ...detail, until: isoOf(outcome.until) })
      if (outcome.why === 'unseen')
        return refuse(reply, 'unseen', { ...detail, holder: outcome.names.join(', ') })
      return refuse(reply, outcome.why, detail)
    default:
      return never(outcome)
  }
}
