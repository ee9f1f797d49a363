import type { CaseState } from '../../model/state.ts'
import { isWritten } from '../../base/message.ts'
import { ageOf } from '../../policy/conversation/gates.ts'
import { ownMinorOption } from '../../policy/conversation/minor.ts'
import { otherHands } from '../../policy/conversation/other-hands.ts'
import { findStep } from '../../policy/conversation/steps.ts'
import { tellsOfChildPictures } from '../../text/danger/past-pictures.ts'
import type { Kept } from './arrival.ts'
import { ownWords } from './notice.ts'

/** Of a longer text only the beginning is read, as ages are. */
const WINDOW = 1500

const sealedIn = ({ evidence }: CaseState): number =>
  Object.values(evidence).filter(({ kind, status }) => status === 'sealed' && !isWritten(kind)).length

/**
 * Law 10, at once and in every state, also where the answer waits or the bot is silent: whoever says in
 * their own words that they are under 18, after an adult's age was given, is; and pictures of when they were
 * a child are a child's. The specialised people are called, and a member of the team decides about what
 * was sealed before. What is forwarded, quoted of others or said of others makes nobody a minor. Where the chat
 * may be in other hands people come, and no answer changes.
 */
export const noteMinors = (kept: Kept): Kept => {
  const { ports, out, item, inbound, hits } = kept
  const words = ownWords(item)?.slice(0, WINDOW)
  if (words === undefined) return kept
  const { conversation } = out.state
  const { minorTold } = conversation
  const step = findStep(ports.flow, ports.flow.adult.step)
  const sealed = sealedIn(out.state)
  const option =
    step === undefined || ageOf(ports.flow, conversation) !== 'adult'
      ? undefined
      : ownMinorOption(ports.flow, step, { text: words, hits, now: out.now })
  const told = { type: 'minor_told', inbound, step: ports.flow.adult.step, sealed } as const
  const isOther = otherHands(conversation, out.state.access.decoy) !== undefined
  if (step !== undefined && option !== undefined && !isOther)
    out.emit(
      { ...told, of: 'self' },
      {
        type: 'answer_given',
        step: step.id,
        answer: { kind: 'choice', option: option.id },
        inbound,
        minor: true,
      },
    )
  const shows = minorTold?.pictures === undefined && tellsOfChildPictures(words)
  if (shows && !isOther) out.emit({ ...told, of: 'pictures' })
  if ((option !== undefined || shows) && !conversation.called.danger)
    out.emit({ type: 'handoff_requested', why: 'danger' })
  return kept
}
