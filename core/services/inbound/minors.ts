import type { CaseState } from '../../model/state.ts'
import { isWritten } from '../../base/message.ts'
import { ageOf } from '../../policy/conversation/gates.ts'
import { isMinorOption, minorHits, ownMinorOption } from '../../policy/conversation/minor.ts'
import { otherHands } from '../../policy/conversation/other-hands.ts'
import { findStep, optionsOf } from '../../policy/conversation/steps.ts'
import { pickOptions } from '../../policy/conversation/pick.ts'
import { answeredIn } from '../../model/heard.ts'
import { readToken } from '../../policy/conversation/token.ts'
import { kinTold, mentionsOnly } from '../../policy/conversation/whom.ts'
import { pickedOptions } from '../../policy/conversation/condition.ts'
import type { Option, Step } from '../../model/flow.ts'
import type { CaseEvent } from '../../model/events.ts'
import { takesAgeBack } from '../../text/danger/age-back.ts'
import { anotherIn } from '../../text/danger/kin.ts'
import {
  speaksOfPictures,
  tellsOfChildInPicture,
  tellsOfChildPictures,
} from '../../text/danger/past-pictures.ts'
import type { Kept } from './arrival.ts'
import { ownWords } from './notice.ts'

/** Of a longer text only the beginning is read, as ages are. */
const WINDOW = 1500

const sealedIn = ({ evidence }: CaseState): number =>
  Object.values(evidence).filter(({ kind, status }) => status === 'sealed' && !isWritten(kind)).length

type Told = Omit<Extract<CaseEvent, { type: 'minor_told' }>, 'of'>

/** An age under 18 by a button of the question for it, however old that is; of what another pressed nothing. */
const pressedMinor = ({ ports: { flow }, item }: Kept, step: Step): Option | undefined => {
  const { body } = item
  const pressed = body.kind === 'press' && item.forward === undefined ? readToken(body.token) : undefined
  const option =
    pressed?.kind === 'option' && pressed.step === step.id
      ? optionsOf(step).find(({ id }) => id === pressed.option)
      : undefined
  return option !== undefined && isMinorOption(flow, option) ? option : undefined
}

/** The answer to the question for the age, changed to one under 18: "18" to "16", "1" to "3". */
const editedMinor = ({ ports: { flow }, out, item }: Kept, step: Step): Option | undefined => {
  const { body } = item
  if (item.edit === 0 || body.kind !== 'text' || item.forward !== undefined || !('options' in step))
    return undefined
  if (!answeredIn(out.before, item.message).includes(step.id)) return undefined
  const [picked] = pickOptions(flow, step, body.text)?.options ?? []
  const option = optionsOf(step).find(({ id }) => id === picked)
  return option !== undefined && isMinorOption(flow, option) ? option : undefined
}

/**
 * Whose age was given is open again: the words bring up another who may be a child, or take it back. Who was told
 * of before, and whom the age that was chosen may be of, is nobody new.
 */
const unsettled = (
  { ports: { flow }, out, hits }: Kept,
  words: string,
): 'other' | 'taken_back' | undefined => {
  const { conversation } = out.state
  if (takesAgeBack(words)) return 'taken_back'
  const another = anotherIn(words)
  if (tellsOfChildInPicture(words)) return 'other'
  const isMention = mentionsOnly({ flow, state: conversation }, words)
  const isChild = !isMention && minorHits(hits).some(({ about }) => about === 'other')
  if (isChild && (another.named || speaksOfPictures(words))) return 'other'
  const own = pickedOptions(conversation.answers[flow.adult.step])
  const isOwn = own.some((option) => flow.whom?.own.includes(option) === true)
  const whom = flow.whom === undefined ? undefined : conversation.answers[flow.whom.step]
  const isKnown = whom !== undefined || kinTold({ flow, state: conversation }, '').told === 'target'
  return another.too && isOwn && !isKnown ? 'other' : undefined
}

/**
 * Law 10, at once and in every state, also where the answer waits or the bot is silent: whoever says in
 * their own words or by a button that they are under 18, after an adult's age was given, is; pictures of when
 * they were a child are a child's; and where another comes up who may be one, or the age is taken back, it is
 * unknown again. The specialised people are called, and a member of the team decides about what
 * was sealed before; a child of whom they only speak calls them too. What is forwarded, quoted of others or said of others makes nobody a minor. Where the chat
 * may be in other hands people come, and no answer changes.
 */
export const noteMinors = (kept: Kept): Kept => {
  const { ports, out, item, inbound, hits } = kept
  const { flow } = ports
  const words = ownWords(item)?.slice(0, WINDOW)
  const step = findStep(flow, flow.adult.step)
  const { conversation } = out.state
  const age = ageOf(flow, conversation)
  // Of words that were changed later the questions hear nothing: also an age that was not known yet is noted.
  const isAdult = step !== undefined && (age === 'adult' || (age === 'unknown' && item.edit > 0))
  const told: Told = { type: 'minor_told', inbound, step: flow.adult.step, sealed: sealedIn(out.state) }
  const option = !isAdult
    ? undefined
    : (pressedMinor(kept, step) ??
      editedMinor(kept, step) ??
      (words === undefined ? undefined : ownMinorOption(flow, step, { text: words, hits, now: out.now })))
  const isOther = otherHands(conversation, out.state.access.decoy) !== undefined
  const open =
    age === 'adult' && option === undefined && words !== undefined ? unsettled(kept, words) : undefined
  const shows =
    words !== undefined && conversation.minorTold?.pictures === undefined && tellsOfChildPictures(words)
  if (option !== undefined && !isOther) {
    const isSelf = option.id !== flow.adult.other
    const answer = { kind: 'choice', option: option.id } as const
    if (isSelf) out.emit({ ...told, of: 'self' })
    out.emit({
      type: 'answer_given',
      step: told.step,
      answer,
      inbound,
      ...(isSelf ? { minor: true as const } : {}),
    })
  }
  if (shows && !isOther) out.emit({ ...told, of: 'pictures' })
  if (open !== undefined && !isOther) out.emit({ ...told, type: 'age_unsettled', why: open })
  // Who may be a child and is told of in passing keeps the case graver as well: a person looks whose it is.
  const names = age === 'adult' && minorHits(hits).length > 0
  const calls = option !== undefined || shows || open === 'other' || names
  if (calls && !conversation.called.danger) out.emit({ type: 'handoff_requested', why: 'danger' })
  return kept
}
