import type { CaseState } from '../../model/state.ts'
import type { Instant } from '../../base/units.ts'
import { settleWaiting, type Settled, type WaitingPorts } from './waiting.ts'

/**
 * Of the files that wait in a case, those that its person would have to send again: what waits on
 * their device comes from there by itself.
 */
export const sentAndWaiting = ({ waiting }: CaseState): number =>
  waiting.filter(({ onDevice }) => onDevice !== true).length

/**
 * What becomes of files that wait in the case `left` when its person goes back to an older one.
 * Their messages stand in the ledger of `left`, so that nothing is fetched for the older one from
 * there: they go on waiting, and the person is asked for them once more. Where the older case knows
 * that nothing may be taken at this age, they are let go and the person hears why. `events` and
 * `jobs` are for `left`; `says` and `signals` for the chat, which belongs to the older one now. May
 * be asked twice, with the same answer as long as neither case went on.
 */
export const settleLeft = (
  ports: WaitingPorts,
  left: CaseState,
  { conversation }: CaseState,
  now: Instant,
): Settled => {
  // Whoever has the older case does not see these files, so that the bot says it.
  const gone = settleWaiting(ports, { ...left, conversation, hands: { status: 'bot' } }, now)
  if (gone.events.some(({ type }) => type === 'evidence_refused')) return gone
  const count = sentAndWaiting(left)
  return {
    events: [],
    jobs: [],
    signals: [],
    says: count === 0 ? [] : [{ key: 'return-files-left', args: { count } }],
  }
}
