import { botIsSilent } from '../../policy/access/silent.ts'
import { isHidden, keepsQuiet } from '../../policy/access/quiet.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { Decision } from '../casebook/decision.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { decideConversation } from '../../policy/conversation/decide.ts'
import { isDiscreet } from '../../policy/conversation/steps.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import { after, minutes, type Instant } from '../../base/units.ts'

/**
 * After so long without a word the files that came are taken for all of them: who does not know
 * about "done" must not be left waiting.
 */
export const ENOUGH = minutes(3)

/** Sealed in a job of kind `receipt` that gives no receipt but ends the question for files. */
export type EnoughJob = { readonly do: 'enough' }

/**
 * Goes on from the question for files where nothing more came. Where somebody may look on, the bot
 * begins nothing: the question stays.
 */
export const endFiles = async (ports: CasePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const now = ports.clock.now()
  let again: Instant | undefined
  const { status } = await casebook.append(job.caseId, (state): Decision | undefined => {
    const quietAt = after(state.access.heardAt ?? now, ENOUGH)
    again = quietAt > now ? quietAt : undefined
    if (again !== undefined || botIsSilent(state) || state.receipt.due || isHidden(state)) return undefined
    if (isDiscreet(ports.flow, state.conversation) || keepsQuiet(ports.flow, ports.access, state, now))
      return undefined
    const context = { now, language: state.language, checks: ports.checks }
    const { events, says } = decideConversation(
      ports.flow,
      state.conversation,
      { kind: 'settled', quiet: true },
      context,
    )
    return events.length === 0 ? undefined : { actor: 'bot', events, says, handles: { job: job.id } }
  })
  if (status !== 'nothing') return
  if (again === undefined) await ports.store.jobs.finish(job.id)
  else await ports.store.jobs.postpone(job.id, again)
}
