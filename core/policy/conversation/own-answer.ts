import { MOST_RAW } from '../../model/answer.ts'
import { untrusted, type Untrusted } from '../../base/untrusted.ts'
import type { Step } from '../../model/flow.ts'
import { extractIdentifiers } from '../../text/identifiers/extract.ts'
import { tellsOfWish } from './amount-words.ts'
import { hintsIn } from './hints.ts'
import { conclude, pick } from './answering.ts'
import { namesElse } from './beside.ts'
import { consentGiven } from './gates.ts'
import { isQuestion } from './guide-asked.ts'
import { isTelling, prefill, tell } from './tell.ts'
import { give, type Turn } from './turn.ts'
import { foldShort, isNo, isYes } from './words.ts'

/** Words that answer nothing by themselves: a number of no option, a sign, a question back. */
const SAYS_NOTHING = /^[^\p{L}]*$|^(?:\S+\s+){0,3}\S*[?؟]+\s*$/u

/** Words that name somebody and want nothing are about them, and no answer to what they have or want. */
const onlyNames = (turn: Turn, step: Step, text: Untrusted): boolean =>
  !hintsIn(turn.flow, text).has(step.id) &&
  !tellsOfWish(text) &&
  extractIdentifiers(text.slice(0, 1000), turn.context.checks).length > 0

/**
 * An answer in the person's own words to a question of the matter: it stands on the card as it is,
 * and is read for what else it tells. Where a question is about safety, the careful option. False
 * where the question has no such answer.
 */
export const answerInOwnWords = (turn: Turn, step: Step, text: Untrusted): boolean => {
  if (SAYS_NOTHING.test(text.trim()) || !consentGiven(turn.flow, turn.state)) return false
  // Who asks back answered nothing yet: it may be another who reads.
  if (step.otherwise !== undefined)
    return !isQuestion(turn.flow, text) && pick(turn, step, [step.otherwise], true)
  // What asks for something is no answer: "how do I get them down" is not what somebody wants of them.
  const folded = foldShort(text) ?? ''
  if (isYes(turn.flow, folded) || isNo(turn.flow, folded)) return false
  if (step.ownWords !== true || isQuestion(turn.flow, text) || namesElse(turn, step, text)) return false
  if (onlyNames(turn, step, text)) return false
  // What was tapped stands: a sentence after it tells more, and takes nothing away.
  const { open } = turn.state
  if (open?.step === step.id && open.picked) {
    tell(turn, text)
    prefill(turn, text)
    conclude(turn, step)
    return true
  }
  give(turn, step.id, { kind: 'text', text: untrusted(text.slice(0, MOST_RAW)) })
  if (isTelling(turn, text)) tell(turn, text)
  prefill(turn, text)
  conclude(turn, step)
  return true
}
