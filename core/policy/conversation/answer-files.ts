import type { EvidenceId } from '../../base/ids.ts'
import { choicesOf } from './ask.ts'
import { silence } from './commands.ts'
import { doorStep } from './gates.ts'
import type { Step } from '../../model/flow.ts'
import { isSpoken, takesVoice } from './steps.ts'
import { advance, ask, give, keepIn, proceed, say, sayAdded, sayOnce, underneath, waiting } from './turn.ts'
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
  if (step === undefined) return sayAdded(turn)
  sayOnce(turn, { key: 'media-noted', choices: choicesOf(turn.flow, turn.state, step) })
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

/** Files that follow each other this closely are sent as one. */
export const BURST = 5_000

/** What comes after the first that waits: a word for all that come together. */
const sayWaitsToo = (turn: Turn): void => {
  if (silence(turn) >= BURST) say(turn, { key: 'file-waits-too', again: 'file-waits-again' })
}

/**
 * Whether a file that waits has its question asked at once: where the age is all that is missing,
 * of somebody in danger and of who has sent their case; of others it comes by itself.
 */
export const asksForFile = (turn: Turn, why: 'age' | 'consent'): boolean =>
  turn.state.urgent ? why === 'age' || waiting(turn) === undefined : turn.state.submitted

/**
 * A file came that waits: the question that it waits for, or a word that it does. Once for all that
 * come together.
 */
export const askForFile = (turn: Turn, why: 'age' | 'consent'): void => {
  const open = waiting(turn)
  const door = doorStep(turn.flow, turn.state)
  if (door === undefined) return turn.says.length === 0 ? proceed(turn) : undefined
  if (asksForFile(turn, why) && open?.id !== door.id) return ask(turn, door)
  // A voice note is an answer though it waits: the talk goes on, to the age that it waits for.
  if (open !== undefined && isSpoken(turn.flow, open, turn.state)) {
    sayOnce(turn, { key: `file-waits-${why}` })
    return advance(turn)
  }
  if (turn.state.said.includes(`file-waits-${why}`)) return sayWaitsToo(turn)
  sayOnce(turn, {
    key: `file-waits-${why}`,
    ...(open === undefined ? {} : underneath(turn, open)),
  })
}
