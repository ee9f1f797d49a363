import { beginAct, type Act } from '../access/act.ts'
import { askingNow } from '../../policy/access/asking.ts'
import { decideAccess, toKeep } from '../access/dialogue.ts'
import { isGuarded, isShut } from '../../policy/access/lock.ts'
import { isHidden } from '../../policy/access/quiet.ts'
import type { AccessReading } from '../../policy/access/reading.ts'
import { offerCode } from '../access/way-back.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { answersToAgent } from '../agents/safety.ts'
import { botIsSilent } from '../../policy/access/silent.ts'
import type { Decision } from '../casebook/decision.ts'
import { evolve } from '../../model/evolve.ts'
import type { CaseState, Told } from '../../model/state.ts'
import { needsPeople } from '../../policy/conversation/danger.ts'
import { evolveConversation } from '../../model/evolve-conversation.ts'
import { decideInTurn } from '../../policy/conversation/together.ts'
import { consentGiven } from '../../policy/conversation/gates.ts'
import { meaningOf } from '../../model/marks.ts'
import type { ConversationInput } from '../../policy/conversation/input.ts'
import type { CrisisHit } from '../../base/danger.ts'
import type { CaseCode, EvidenceId, InboundId } from '../../base/ids.ts'
import { DEFAULT_LANGUAGE, languageFromTag } from '../../base/language.ts'
import type { SecretPage } from '../../ports/secret-page.ts'
import type { Instant } from '../../base/units.ts'
import { decideHandedOver } from './handed-over.ts'
import { announce, offerFile, scheduleReceipt, settleFiles, withoutPrint, type Source } from './files.ts'
import { sayInLine, type Expected } from './in-line.ts'
import { readAside } from './aside.ts'
import type { Inbound } from '../../base/message.ts'
import { announceShared, sharedInput, whereNow } from './shared.ts'
import { contextOf, withOwed, type TurnPorts } from './turns.ts'
import type { Draft } from './draft.ts'
import { owe, waitsForMore } from './quiet.ts'
import { saidLately } from '../../model/heard.ts'
import { noteDanger, noteIdentifiers, readDanger } from './notice.ts'
import { byRulesOrSure, isOwnAnswer } from './own-words.ts'

/** What a decision may need of the outside, fetched before deciding (law 11). `expected`: how long who is in line may have to wait. */
export type Supplies = {
  readonly now: Instant
  readonly code: CaseCode
  readonly evidence: readonly EvidenceId[]
  readonly expected?: Expected
  readonly access: AccessReading
  /** Where a secret can be asked for that must not stay in this chat. */
  readonly page?: SecretPage
  /** The item is a mark under the message that asks the open question. */
  readonly underQuestion?: boolean
  /** Random characters of Crockford's alphabet. */
  readonly dice: string
}

/** What one inbound item means for its case (core/README.md, Three ways through the house). Pure. */
export const respond = (
  ports: Pick<
    CasePorts,
    | 'flow'
    | 'access'
    | 'phrases'
    | 'capabilities'
    | 'official'
    | 'crisis'
    | 'emergency'
    | 'checks'
    | 'hasher'
    | 'printPage'
  >,
  before: CaseState,
  inbound: InboundId,
  arrived: Inbound,
  supplies: Supplies,
): Decision => {
  const draft: Draft = { events: [], says: [], jobs: [], signals: [], silence: false, releases: false }
  const place = { seq: before.seq + 1, at: supplies.now }
  let known = before
  let counted = 0
  /** The state after what was decided so far. */
  const reached = (): CaseState => {
    for (const event of draft.events.slice(counted)) known = evolve(known, event, place)
    counted = draft.events.length
    return known
  }

  openWhereNew(draft, before, arrived, supplies)
  const decided = (): Decision => ({
    actor: 'person',
    events: draft.events,
    says: draft.says,
    jobs: draft.jobs,
    signals: draft.signals,
    silence: draft.silence,
    ...(draft.releases ? { releases: true as const } : {}),
    handles: { inbound },
  })
  if (decideHandedOver(ports, draft, reached, { inbound, item: arrived, supplies })) return decided()
  const { now, dice, access: reading, page } = supplies
  const act = beginAct(ports, reached(), inbound, arrived, {
    now,
    reading,
    dice,
    ...(page === undefined ? {} : { page }),
  })
  // A word that is nothing but a command is the bot's own, and what a page took is a secret: no rule has to read it.
  const read =
    act.command === undefined && arrived.page === undefined
      ? readDanger(ports, arrived, supplies.now, saidLately(reached(), supplies.now))
      : []
  const hits = isOwnAnswer(ports.flow, reached(), arrived, now) ? byRulesOrSure(read) : read
  // From here on nothing sees what the person keeps secret.
  const danger = hits.length === 0 ? 'none' : needsPeople(hits) ? 'urgent' : 'hint'
  const { item: given, redacted } = toKeep(act, danger)
  const item = withoutPrint(ports.flow, reached(), given)
  const hidden = redacted ? { redacted } : {}
  const { body } = item
  const aside = readAside(reached(), item, hits.length > 0, supplies.now, ports.emergency(supplies.now))
  if (body.kind === 'blocked') draft.events.push({ type: 'person_blocked' })
  else if (body.kind === 'unblocked') draft.events.push({ type: 'person_unblocked' })
  else if (body.kind === 'reopened') {
    if (isGuarded(ports.flow, reached())) draft.events.push({ type: 'person_exited', reopened: true })
  } else if (item.edit > 0) {
    draft.events.push({ type: 'message_edited', inbound, message: item, ...hidden })
    noteDanger(draft, inbound, arrived, item, hits)
    draft.events.push(...whereNow(ports.flow, reached(), item))
    const settled = decideAccess(act, danger)
    take(draft, act)
    if (!settled && hits.length > 0)
      converse(ports, draft, reached(), { kind: 'alarm' }, inbound, item, supplies, hits)
    settleFiles(ports, draft, reached(), supplies)
    scheduleReceipt(draft, reached(), supplies)
  } else if (aside !== undefined) {
    draft.events.push({ type: 'message_received', inbound, message: item, ...hidden }, ...aside.events)
    draft.says.push(...aside.says)
  } else {
    draft.events.push({ type: 'message_received', inbound, message: item, ...hidden })
    noteDanger(draft, inbound, arrived, item, hits)
    if (body.kind === 'press') draft.signals.push({ kind: 'pressed', press: item.message })
    // A mark under a message is kept; it is heard where it answers the open question or is a cry for help, and is no word to anything else.
    const isMark = body.kind === 'reaction' && act.command === undefined
    const settled = isMark ? !answersByMark(before, body.emoji, supplies) : decideAccess(act, danger)
    take(draft, act)
    if (!settled || act.statement) noteIdentifiers(ports, draft, reached(), inbound, item, supplies.now)
    if (!settled) {
      reopenWhereClosed(draft, reached())
      if (waitsForMore(ports, reached(), item, hits, supplies.now))
        owe(draft, reached(), inbound, supplies.now)
      else {
        const input = admit(ports, draft, reached(), inbound, item, supplies, item !== given)
        converse(ports, draft, reached(), input, inbound, item, supplies, hits)
        offerCode(ports.flow, draft, reached())
        const inLine = isShut(reached())
          ? undefined
          : sayInLine(ports.flow, before, reached(), draft, supplies.expected)
        if (inLine !== undefined) draft.says.push(inLine)
      }
    }
    settleFiles(ports, draft, reached(), supplies)
    sealStatements(ports, draft, reached(), item, supplies, act.statement ? inbound : undefined)
    scheduleReceipt(draft, reached(), supplies)
    draft.releases = IN_HAND.has(body.kind) && !isHidden(reached()) && !isShut(reached())
  }
  return decided()
}

/** Not in a chat that shows nothing, nor of a case that is closed, nor while something else is asked than the flow's own question. */
const answersByMark = (state: CaseState, emoji: string, { underQuestion, now }: Supplies): boolean =>
  underQuestion === true &&
  meaningOf(emoji) !== undefined &&
  !isShut(state) &&
  !state.access.decoy &&
  state.hands.status !== 'closed' &&
  askingNow(state.access, now) === undefined

const openWhereNew = (draft: Draft, state: CaseState, item: Inbound, supplies: Supplies): void => {
  if (state.seq === 0) {
    const language = languageFromTag(item.from.language) ?? DEFAULT_LANGUAGE
    const { origin } = item.from
    const from = origin === undefined ? {} : { origin }
    draft.events.push({ type: 'case_opened', code: supplies.code, channel: item.channel, language, ...from })
  }
  if (state.address === undefined) {
    const { channel, account, chat, from } = item
    const who = {
      ...(from.name === undefined ? {} : { name: from.name }),
      ...(from.handle === undefined ? {} : { handle: from.handle }),
    }
    draft.events.push({ type: 'chat_attached', address: { channel, account, chat }, ...who })
  }
}

const reopenWhereClosed = (draft: Draft, state: CaseState): void => {
  if (state.hands.status !== 'closed') return
  draft.events.push({ type: 'case_reopened' })
  draft.says.push({ key: 'reopened' })
}

/** What another pressed or commanded elsewhere. */
const PASSED_ON: ConversationInput = { kind: 'unsupported', what: 'forwarded' }

/** The conversation's view of an item; a file is judged here, and announced or refused. */
const admit = (
  ports: Pick<CasePorts, 'flow' | 'capabilities' | 'checks' | 'printPage'>,
  draft: Draft,
  state: CaseState,
  inbound: InboundId,
  item: Inbound,
  supplies: Supplies,
  /** A fingerprint came that may not be kept. */
  isBare: boolean,
): ConversationInput => {
  const { body } = item
  switch (body.kind) {
    case 'text':
      return item.forward === undefined
        ? { kind: 'text', text: body.text }
        : sharedInput(ports, item, consentGiven(ports.flow, state.conversation))
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
      return offerFile(ports, draft, { state, inbound, item, body, supplies, isBare })
    case 'contact':
    case 'location':
      return sharedInput(ports, item, consentGiven(ports.flow, state.conversation))
    case 'blocked':
    case 'unblocked':
    case 'reopened':
    case 'call':
    case 'handed_over':
    case 'ended':
      return { kind: 'unsupported', what: body.kind }
  }
}

/** What only somebody who has the phone in their hands sends. */
const IN_HAND: ReadonlySet<Inbound['body']['kind']> = new Set([
  'text',
  'press',
  'media',
  'contact',
  'location',
])

/** What core/services/access decided. */
const take = (draft: Draft, act: Act): void => {
  draft.events.push(...act.events)
  draft.says.push(...act.says)
  draft.jobs.push(...act.jobs)
  draft.signals.push(...act.signals)
  if (act.silence) draft.silence = true
}

const converse = (
  ports: TurnPorts,
  draft: Draft,
  state: CaseState,
  input: ConversationInput,
  inbound: InboundId,
  item: Inbound,
  supplies: Supplies,
  hits: readonly CrisisHit[],
): void => {
  const context = { ...contextOf(ports, state, item.channel, supplies.now), inbound, hits }
  const { events, turns } = withOwed(ports, state, input, context)
  draft.events.push(...events)
  const decision = decideInTurn(ports.flow, events.reduce(evolveConversation, state.conversation), turns)
  const leaves = decision.events.some((event) => event.type === 'person_exited')
  if (leaves) {
    draft.silence = true
    draft.events.push(...decision.events)
    draft.says = [...decision.says]
    draft.jobs.push({ kind: 'wipe', dueAt: supplies.now, payload: {} })
    return
  }
  // While a person has the case the bot is silent and its questions stand still; what was written waits for the agent (core/README.md,
  // Three ways through the house).
  if (botIsSilent(state)) {
    // Out of hiding the person comes all the same: what the agent said waits for that.
    draft.events.push(
      ...decision.events.filter((event) => event.type === 'conversation_resumed'),
      ...answersToAgent(ports.flow, state, decision.events, input.kind === 'press'),
    )
    return
  }
  draft.events.push(...decision.events)
  draft.says.push(...decision.says)
}

/** `now`: of the message at hand, where it is not known any more when the first was sent. */
const originOfTold = ({ sentAt, forwarded }: Told, now: Instant): Source => ({
  sentAt: sentAt ?? now,
  ...(forwarded === true ? { forward: true } : {}),
})

/**
 * The person's own account, every forwarded text, contact cards and places are evidence: sealed as the bytes that came. What came before consent
 * waits for it.
 */
export const sealStatements = (
  ports: Pick<CasePorts, 'flow'>,
  draft: Draft,
  state: CaseState,
  item: Pick<Inbound, 'forward' | 'sentAt'>,
  supplies: Pick<Supplies, 'now' | 'evidence'>,
  statement?: InboundId,
): void => {
  const [, ...free] = supplies.evidence
  if (!consentGiven(ports.flow, state.conversation)) return
  const steps = new Set(
    ports.flow.steps.filter((step) => step.kind === 'text' && step.statement === true).map((step) => step.id),
  )
  const sealed = new Set(
    Object.values(state.evidence).flatMap((known) => (known.kind === 'statement' ? [known.inbound] : [])),
  )
  const told = state.told.find((one) => steps.has(one.step) && !sealed.has(one.inbound))
  const source = statement ?? told?.inbound
  const lines = source === told?.inbound ? told?.together : undefined
  const what = { kind: 'statement', capture: 'as_sent', ...(lines === undefined ? {} : { lines }) } as const
  const evidence = source === undefined ? undefined : free.shift()
  // What was told earlier is announced as of then, whatever is sent or forwarded now.
  const origin = statement === undefined && told !== undefined ? originOfTold(told, item.sentAt) : item
  if (source !== undefined && evidence !== undefined)
    announce(draft, evidence, source, origin, what, supplies)
  announceShared(draft, state, free, supplies.now)
}
