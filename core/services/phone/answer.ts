import type { Decision } from '../casebook/decision.ts'
import { buildDecision } from '../casebook/decision-builder.ts'
import type { DeskAgent } from '../../base/member.ts'
import { evolve } from '../../model/evolve.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import { answerWords, pick } from '../../policy/conversation/answering.ts'
import { comeBack, obey, pass } from '../../policy/conversation/commands.ts'
import { askCheck, needsPeople, noteMinor, onCrisis } from '../../policy/conversation/danger.ts'
import { noteWhom } from '../../policy/conversation/note-whom.ts'
import { renderSay } from '../../policy/conversation/render.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { ConversationState } from '../../model/conversation.ts'
import type { Step } from '../../model/flow.ts'
import { findStep, nextStep } from '../../policy/conversation/steps.ts'
import { writeToken } from '../../policy/conversation/token.ts'
import { advance, type Turn } from '../../policy/conversation/turn.ts'
import type { CrisisHit } from '../../base/danger.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { InboundId } from '../../base/ids.ts'
import type { Inbound, InboundBody } from '../../base/message.ts'
import { noteDanger, noteIdentifiers, readDanger } from '../inbound/notice.ts'
import { untrusted } from '../../base/untrusted.ts'
import { never } from '../../base/never.ts'
import type { Instant } from '../../base/units.ts'
import { isSpoken } from './question.ts'

/** What the caller said to a question, as the agent put it. */
export type PhoneAnswer =
  | { readonly kind: 'pick'; readonly options: readonly string[] }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'pass'; readonly how: 'skip' | 'unknown' }
  | { readonly kind: 'back' }

/**
 * Without the message an answer came with: what an agent typed is no statement of the person's own,
 * to be sealed as evidence.
 */
const beginTurn = (ports: CasePorts, state: CaseState, now: Instant, hits: readonly CrisisHit[]): Turn => {
  const { conversation } = state
  // Who is in danger has somebody already: after the urgent questions the others follow.
  const asked: ConversationState =
    conversation.urgent &&
    conversation.open?.picked !== false &&
    nextStep(ports.flow, conversation) === undefined
      ? { ...conversation, urgent: false }
      : conversation
  const emergency = ports.emergency(now)
  return {
    flow: ports.flow,
    context: {
      now,
      language: state.language,
      checks: ports.checks,
      facts: ports.facts.read,
      hits,
      ...(emergency === undefined ? {} : { emergency }),
    },
    state: asked,
    events: [],
    says: [],
    muted: false,
  }
}

/** On a call one answer settles a question, files too: they cannot come. */
const openStep = ({ flow, state: { open } }: Turn): Step | undefined =>
  open === undefined || open.picked ? undefined : findStep(flow, open.step)

/** No question waits though some are left: on a call nothing pauses and nobody else is waited for. */
const goOn = (turn: Turn): void => {
  comeBack(turn)
  if (openStep(turn) !== undefined || turn.state.submitted) return
  if (turn.state.urgent && nextStep(turn.flow, turn.state) === undefined)
    turn.state = { ...turn.state, urgent: false }
  advance(turn)
}

/** What was said in it to the person, without what makes sense in a chat only. */
const spokenIn = (turn: Turn): readonly Say[] => turn.says.filter(({ key }) => isSpoken(key))

export const beginOnPhone = (
  ports: CasePorts,
  fresh: CaseState,
  opened: readonly CaseEvent[],
): Pick<Decision, 'events' | 'says'> => {
  const now = ports.clock.now()
  const state = opened.reduce((before, event) => evolve(before, event, { seq: 1, at: now }), fresh)
  const turn = beginTurn(ports, state, now, [])
  advance(turn)
  return { events: [...opened, ...turn.events], says: spokenIn(turn) }
}

const bodiesOf = (state: CaseState, answer: PhoneAnswer): readonly InboundBody[] => {
  const open = state.conversation.open
  if (answer.kind === 'words') return [{ kind: 'text', text: untrusted(answer.text) }]
  if (answer.kind !== 'pick' || open === undefined) return []
  return answer.options.map((option) => ({
    kind: 'press',
    token: writeToken({ kind: 'option', asked: open.asked, step: open.step, option }),
  }))
}

/**
 * One answer on a call, written down as the person's own words with who typed them. Crisis rules
 * and identifiers are read out of it as out of any message (law 9). Nothing where the words answer
 * nothing.
 */
export const answerOnPhone = (
  ports: CasePorts,
  before: CaseState,
  {
    agent,
    answer,
    inbound,
  }: { readonly agent: DeskAgent; readonly answer: PhoneAnswer; readonly inbound: InboundId },
): { readonly decision: Decision; readonly echo: readonly string[] } | undefined => {
  const now = ports.clock.now()
  const out = buildDecision(before, now)
  const bodies = bodiesOf(before, answer)
  const itemOf = (body: InboundBody, n: number): Inbound => ({
    v: 1,
    channel: 'webchat',
    account: 'phone',
    chat: before.caseId,
    message: `${before.seq + 1}.${n}`,
    edit: 0,
    sentAt: now,
    from: {},
    body,
  })
  const items = bodies.map(itemOf)
  items.forEach((message, n) =>
    out.emit({
      type: 'message_received',
      inbound: `${inbound}${n === 0 ? '' : n}` as InboundId,
      message,
      by: agent.id,
    }),
  )
  const [item] = items
  const hits = item === undefined || answer.kind !== 'words' ? [] : readDanger(ports, item, now)
  if (item !== undefined) noteDanger(out, { inbound, item, isWhole: true }, hits)
  if (item !== undefined && answer.kind === 'words') noteIdentifiers(ports, out, { inbound, item })

  const turn = beginTurn(ports, out.state, now, hits)
  const step = openStep(turn)
  if (step === undefined) return undefined
  const take = (): boolean => {
    switch (answer.kind) {
      case 'pick':
        return pick(turn, step, answer.options, true)
      case 'words':
        noteWhom(turn, { kind: 'text', text: untrusted(answer.text) })
        return answerWords(turn, step, untrusted(answer.text))
      case 'pass':
        if (step.required === true || step.kind === 'review') return false
        pass(turn, answer.how)
        return true
      case 'back':
        obey(turn, 'back')
        return true
      default:
        return never(answer)
    }
  }
  let taken = false
  if (needsPeople(hits)) onCrisis(turn, hits, () => (taken = take()))
  else taken = take()
  if (!taken && !needsPeople(hits)) return undefined
  noteMinor(turn, hits)
  goOn(turn)
  askCheck(turn)
  const says = spokenIn(turn)
  const language = turn.state.language ?? before.language
  const caps = { ...ports.capabilities('webchat'), app: 'phone' as const, buttons: true, maxButtons: 0 }
  const echo = says
    .filter(({ key }) => !key.startsWith('ask-'))
    .map((each) => renderSay(ports.phrases, language, caps, { ...each, choices: [] }).text)
  out.emit(...turn.events)
  out.say(...says)
  return { decision: out.build({ actor: `agent:${agent.id}` }), echo }
}
