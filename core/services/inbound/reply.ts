import { isLeft } from '../../policy/access/lock.ts'
import { isHidden, tellsNothing } from '../../policy/access/quiet.ts'
import { offerCode } from '../access/way-back.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { Decision } from '../casebook/decision.ts'
import { buildDecision } from '../casebook/decision-builder.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { withOpinions } from '../casebook/second-opinion.ts'
import { botIsSilent } from '../../policy/access/silent.ts'
import type { CaseState } from '../../model/state.ts'
import { evolveConversation } from '../../model/evolve-conversation.ts'
import { decideInTurn, isLate } from '../../policy/conversation/together.ts'
import type { Owed } from '../../model/owed.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { EvidenceId } from '../../base/ids.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import type { Instant } from '../../base/units.ts'
import { scheduleReceipt, settleFiles } from './files.ts'
import { makeExpectation, sayInLine, type Expected } from './in-line.ts'
import { replyDueAt } from './quiet.ts'
import { sealStatements } from './statements.ts'
import { contextOf, noteWhole, turnsOf } from './turns.ts'

/**
 * What is kept of words to which the bot says nothing any more: somebody of the team came, or the
 * chat was hidden.
 */
const KEPT: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>(['answer_given', 'language_chosen'])

type Supplies = {
  readonly job: JobRow
  readonly now: Instant
  readonly evidence: readonly EvidenceId[]
  readonly expected?: Expected
}

/** Whether nothing is said to this chat: the team is there, or it is to show nothing. */
export const isSilent = (state: CaseState): boolean =>
  botIsSilent(state) ||
  state.hands.status === 'closed' ||
  isHidden(state) ||
  isLeft(state) ||
  state.access.decoy ||
  state.access.erasing

/** One answer to everything that waited. Pure. */
const decideReply = (ports: CasePorts, before: CaseState, owed: Owed, supplies: Supplies): Decision => {
  const out = buildDecision(before, supplies.now)
  const silent = isSilent(before)

  const { paused: _, locked: __, ...open } = before.conversation
  // What came before a chat was left was said in it open; what came after a word alone opened it never was.
  const wasOpen = silent && open.unproven !== true
  const conversation = wasOpen ? { ...open, exited: false } : before.conversation
  const turns = turnsOf(
    ports,
    { ...before, conversation },
    owed,
    contextOf(ports, before, before.channel, supplies.now),
  )
  const found = noteWhole(before, turns)
  out.emit({ type: 'reply_settled', inbounds: owed.lines.map(({ inbound }) => inbound) }, ...found)
  const decision = decideInTurn(ports.flow, found.reduce(evolveConversation, conversation), turns)
  if (silent) out.emit(...decision.events.filter(({ type }) => KEPT.has(type)))
  else {
    out.emit(...decision.events)
    if (owed.lines.some(isLate)) out.say({ key: 'late-answer' })
    out.say(...decision.says)
    if (!tellsNothing(ports.flow, out.state)) {
      offerCode(ports.flow, out)
      sayInLine(ports.flow, out, supplies.expected)
    }
  }
  // An age that was told in these words decides about files that waited for it; who is not to hear
  // from us is told nothing of it.
  settleFiles(ports, out)
  if (silent) out.unsay()
  const [first] = owed.lines
  if (first !== undefined)
    sealStatements(ports, out, { item: { sentAt: first.sentAt }, evidence: supplies.evidence })
  scheduleReceipt(out)
  return out.build({ actor: 'bot', handles: { job: supplies.job.id } })
}

/**
 * Answers what a person wrote in several messages once they write no more, or after a while where
 * they go on.
 */
export const makeReplier = (ports: CasePorts, casebook: Casebook): ((job: JobRow) => Promise<void>) => {
  const expect = makeExpectation(ports)
  return async (job) => {
    const now = ports.clock.now()
    const evidence = [ports.random.id(), ports.random.id()] as EvidenceId[]
    const { status, state } = await casebook.append(job.caseId, async (state) => {
      const { owed } = state
      if (owed === undefined || replyDueAt(owed) > now) return undefined
      const expected = state.hands.status === 'waiting' ? await expect(state.severity) : undefined
      const supplies = { job, now, evidence, ...(expected === undefined ? {} : { expected }) }
      return withOpinions(ports, (crisis) => decideReply({ ...ports, crisis }, state, owed, supplies))
    })
    if (status !== 'nothing') return
    if (state.owed === undefined) await ports.store.jobs.finish(job.id)
    else await ports.store.jobs.postpone(job.id, replyDueAt(state.owed))
  }
}
