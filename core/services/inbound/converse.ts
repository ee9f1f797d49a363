import { answersToAgent } from '../agents/safety.ts'
import { offerCode } from '../access/way-back.ts'
import { botIsSilent } from '../../policy/access/silent.ts'
import { showsNothing, tellsNothing } from '../../policy/access/quiet.ts'
import { answeredIn } from '../../model/heard.ts'
import type { CaseEvent } from '../../model/events.ts'
import { evolveConversation } from '../../model/evolve-conversation.ts'
import { meaningOf } from '../../model/marks.ts'
import { callsForHelp } from '../../policy/conversation/ask-cry.ts'
import type { CaseState } from '../../model/state.ts'
import { consentGiven, isWatched } from '../../policy/conversation/gates.ts'
import { watchedNow } from '../../policy/conversation/seen.ts'
import type { ConversationInput } from '../../policy/conversation/input.ts'
import { decideInTurn } from '../../policy/conversation/together.ts'
import type { Kept } from './arrival.ts'
import { answerClosed, opensNothing } from './closed.ts'
import { offerFile, takeBackFiles } from './files.ts'
import { sayInLine } from './in-line.ts'
import type { Answered } from './keep.ts'
import { owe, waitsForMore } from './quiet.ts'
import { sharedInput } from './shared.ts'
import { contextOf, withOwed } from './turns.ts'

/** What the bot says over a member of the team, to whom somebody may be looking over the shoulder. */
const WHETHER_SAFE: ReadonlySet<string> = new Set(['watched-ask', 'paused-again'])

/** The chat shows nothing, or somebody looks on and was heard all the same. */
const isCovered = (state: CaseState): boolean => showsNothing(state) || isWatched(state.conversation)

/** What another pressed or commanded elsewhere. */
const PASSED_ON: ConversationInput = { kind: 'unsupported', what: 'forwarded' }

/** The conversation's view of an item; a file is judged here, and announced or refused. */
const admit = ({ ports, out, inbound, item, supplies, isBare }: Kept): ConversationInput => {
  const { body } = item
  switch (body.kind) {
    case 'text':
      return item.forward === undefined
        ? { kind: 'text', text: body.text }
        : sharedInput(ports, item, consentGiven(ports.flow, out.state.conversation))
    case 'press':
      return item.forward === undefined ? { kind: 'press', token: body.token } : PASSED_ON
    case 'start':
      return { kind: 'start' }
    case 'command':
      return item.forward === undefined ? { kind: 'command', command: body.command } : PASSED_ON
    case 'reaction': {
      const means = meaningOf(body.emoji)
      return means === undefined ? { kind: 'unsupported', what: body.kind } : { kind: 'reaction', means }
    }
    case 'unsupported':
      return { kind: 'unsupported', what: body.what }
    case 'media':
      return offerFile(ports, out, { inbound, item, body, evidence: supplies.evidence, isBare })
    case 'contact':
    case 'location':
      return sharedInput(ports, item, consentGiven(ports.flow, out.state.conversation))
    case 'blocked':
    case 'unblocked':
    case 'reopened':
    case 'call':
    case 'handed_over':
    case 'ended':
      return { kind: 'unsupported', what: body.kind }
  }
}

/** The flow's answer to one input. */
const decide = ({ ports, out, inbound, item, hits }: Kept, input: ConversationInput): void => {
  const { state } = out
  const context = { ...contextOf(ports, state, item.channel, out.now), inbound, hits }
  const { events, turns } = withOwed(ports, state, input, context)
  out.emit(...events)
  const decision = decideInTurn(ports.flow, events.reduce(evolveConversation, state.conversation), turns)
  if (decision.events.some((event) => event.type === 'person_exited')) {
    out.silence()
    out.emit(...decision.events)
    out.unsay()
    out.say(...decision.says)
    out.schedule({ kind: 'wipe', dueAt: out.now, payload: {} })
    return
  }
  // While a person has the case the bot is silent and its questions stand still; what was written
  // waits for the agent (core/README.md, Three ways through the house).
  if (botIsSilent(state)) {
    // A cry for help counts whoever has the case, once until they answer: they may be away from it.
    const isCry = (event: CaseEvent): boolean => event.type === 'handoff_requested' && event.why === 'danger'
    const isCalling = input.kind === 'text' && callsForHelp(ports.flow, input.text)
    const isHeld = state.hands.status === 'agent' && state.alarmedAt === undefined
    const cries = isHeld && (isCalling || decision.events.some(isCry))
    // Out of hiding the person comes all the same: what the agent said waits for that.
    out.emit(
      ...decision.events.filter((event) => event.type === 'conversation_resumed'),
      ...(cries ? [{ type: 'handoff_requested', why: 'danger' } as const] : []),
      ...answersToAgent(ports.flow, state, decision.events, input.kind === 'press' || input.kind === 'place'),
    )
    // Who says to the team that somebody looks on reads nothing more of them until it is safe: it waits.
    const watched = input.kind === 'text' ? watchedNow(ports.flow, input.text) : undefined
    if (watched !== undefined && !isCovered(state)) {
      const answer = { kind: 'choice', option: watched.option } as const
      out.emit(
        { type: 'answer_given', step: watched.step, answer, inbound },
        { type: 'conversation_paused', until: 'word' },
      )
      out.say({ key: 'paused-again' })
      return
    }
    // Before anything is shown it is asked whether it is safe, whoever has the case.
    out.say(...decision.says.filter(({ key }) => WHETHER_SAFE.has(key)))
    return
  }
  out.emit(...decision.events)
  out.say(...decision.says)
}

/**
 * What the flow makes of the message: at once, or once no more words come. Of a later version danger is heard,
 * and what it changes of an answer (core/policy/conversation/edited).
 */
export const converse = (answered: Answered): Answered => {
  const { ports, out, inbound, item, hits, supplies, settled } = answered
  if (settled) return answered
  if (item.edit > 0) {
    const { body } = item
    const isWords = body.kind === 'text' && item.forward === undefined && !botIsSilent(out.state)
    // A platform may send a message again that has not changed.
    const isSameWords = body.kind === 'text' && out.before.lately.some(({ text }) => text === body.text)
    // In the place of what was taken back: judged like any other file.
    const isNew = supplies.takenBack?.instead === true
    if (hits.length > 0) decide(answered, { kind: 'alarm' })
    else if (isNew) decide(answered, admit(answered))
    else if (!isSameWords && takeBackFiles(ports, out, item)) return answered
    else if (isWords && !isSameWords)
      decide(answered, {
        kind: 'edited',
        text: body.text,
        steps: answeredIn(out.before, item.message),
      })
    return answered
  }
  if (hits.length === 0 && takeBackFiles(ports, out, item)) return answered
  if (answerClosed(answered)) return answered
  if (out.state.hands.status === 'closed' && !opensNothing(answered)) {
    // People look again at what came; a chat that shows nothing does not tell that there is a case.
    const isHiding = showsNothing(out.state)
    out.emit({ type: 'case_reopened' })
    if (!isHiding) out.say({ key: 'reopened' })
  }
  if (waitsForMore(ports, out, item, hits)) owe(out, inbound)
  else {
    decide(answered, admit(answered))
    if (tellsNothing(ports.flow, out.state)) return answered
    offerCode(ports.flow, out)
    sayInLine(ports.flow, out, supplies.expected)
  }
  return answered
}
