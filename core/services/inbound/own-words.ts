import { isLearnt, type CrisisHit } from '../../base/danger.ts'
import type { Inbound } from '../../base/message.ts'
import type { Instant } from '../../base/units.ts'
import type { Flow } from '../../model/flow.ts'
import type { CaseState } from '../../model/state.ts'
import { wholeAs } from '../../policy/conversation/together.ts'

/**
 * Whether a message answers the open question in the bot's own words, as where a channel has no
 * buttons: an option's name, a number.
 */
export const isOwnAnswer = (
  flow: Flow,
  { conversation }: CaseState,
  { body }: Inbound,
  now: Instant,
): boolean => body.kind === 'text' && wholeAs(flow, conversation, body.text, now) === 'answer'

/**
 * Such an answer says what the option says ("yes, only mine"): what a learnt reader alone
 * suspects in it is left out, what a rule names stays.
 */
export const byRulesOrSure = (hits: readonly CrisisHit[]): readonly CrisisHit[] =>
  hits.filter((hit) => hit.hard || !isLearnt(hit))
