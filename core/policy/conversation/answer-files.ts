import type { EvidenceId } from '../../base/ids.ts'
import { choicesOf } from './ask.ts'
import type { Step } from '../../model/flow.ts'
import { takesVoice } from './steps.ts'
import type { Say } from './say.ts'
import { give, keepIn, proceed, say, sayOnce, waiting } from './turn.ts'
import type { Turn } from './turn.ts'
import { conclude } from './answering.ts'

/** A voice note as the answer of a step that takes one. */
export const answerVoice = (turn: Turn, step: Step, evidence: EvidenceId): boolean => {
  if (!takesVoice(step)) return false
  const earlier = turn.state.answers[step.id]
  // Words told before are not replaced by a voice note: the note is kept as evidence.
  if (earlier?.kind === 'text' && turn.state.open?.reopened !== true) return false
  give(turn, step.id, { kind: 'voice', evidence })
  conclude(turn, step)
  return true
}

/**
 * A file that is no answer in itself: evidence, whatever the question. At the question for files
 * nothing is said of each: the receipt comes when no more of them do.
 */
export const keepFile = (turn: Turn, evidence: EvidenceId, step: Step | undefined): void => {
  keepIn(turn, evidence)
  // The receipt comes, and the review once more under it.
  if (step?.kind === 'media' || step?.kind === 'review') return
  const choices: Pick<Say, 'choices'> =
    step === undefined ? {} : { choices: choicesOf(turn.flow, turn.state, step) }
  sayOnce(turn, { key: step === undefined ? 'added-to-case' : 'media-noted', ...choices })
}

/**
 * The files that were sent are kept, and their receipt stands. More are taken until the person says
 * that this is all, or none came for a while; a review that stood is shown once more, for the
 * receipt has pushed it away.
 */
export const settleFiles = (turn: Turn, quiet: boolean): void => {
  const step = waiting(turn)
  if (step?.kind === 'review') return quiet ? undefined : proceed(turn)
  if (step?.kind !== 'media' || turn.state.open === undefined) return
  if (turn.state.said.includes('files-wait') || (quiet && turn.state.open.picked)) conclude(turn, step)
  else if (!quiet) say(turn, { key: 'files-more', choices: choicesOf(turn.flow, turn.state, step) })
}
