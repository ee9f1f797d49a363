import type { Step } from '../../model/flow.ts'
import type { Turn } from './turn.ts'
import type { ButtonRole } from '../../ports/channel.ts'
import type { Choice, Say } from './say.ts'
import { writeToken } from './token.ts'

const choice = (what: string, role: ButtonRole): Choice => ({
  label: `access-${what}`,
  token: writeToken({ kind: 'access', choice: what }),
  role,
})

/** Asked once more before anything goes. What is not undone stands apart from the way out of it. */
export const sayErase = (): Say => ({
  key: 'erase-ask',
  choices: [choice('erase-yes', 'apart'), choice('erase-no', 'main'), choice('erase-certificate', 'apart')],
})

/**
 * Whether a wish to erase that waited is asked about now: alone, never before what is urgent, and
 * never in the breath in which people were called.
 */
export const mayPutErase = (
  { state, muted, events }: Turn,
  check: Step | undefined,
  next: Step | undefined,
): boolean => {
  if (state.erase !== 'waits' || muted || state.locked === true) return false
  const isCalling = events.some(({ type }) => type === 'handoff_requested')
  const isToBeTold = state.urgent && !state.said.includes('urgent-waiting')
  return check === undefined && next?.lane !== 'urgent' && !isCalling && !(isToBeTold && next === undefined)
}
