import type { SecondLookJob } from '../../model/help-events.ts'
import { after, hours, minutes, ms } from '../../base/units.ts'
import { untrusted } from '../../base/untrusted.ts'
import { mayBeShown } from '../../policy/access/outside.ts'
import type { Helper, Silence } from '../../ports/helper.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import { raise } from '../../text/helper/raise.ts'
import type { Casebook } from '../casebook/casebook.ts'
import { jobContext } from '../casebook/envelope.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { Guard } from './guard.ts'
import { keepSuggestions } from './keep.ts'
import { showLines, toldIn } from './lines.ts'
import type { Stops } from './stops.ts'

/** What may be better later; anything else is not asked again. */
const LATER: ReadonlySet<Silence> = new Set<Silence>(['late', 'unreachable', 'busy', 'budget', 'stopped'])
const MOST_ATTEMPTS = 4
const FIRST_PAUSE = minutes(2)
/** By then an agent has read it, or the rules have heard more: a hint about it says nothing new. */
const STALE = hours(2)
/** Messages before it that tell what it is about. */
const BEFORE = 4

type Ports = Pick<CasePorts, 'store' | 'sealer' | 'clock' | 'flow' | 'checks'>

export type Asking = { readonly helper: Helper; readonly guard: Guard; readonly stops: Stops }

/**
 * Does a `second-look` job: shows a message in which nothing sure was heard to a model, and writes
 * down what that thinks it may mean, as a soft sign with the words that it quotes. The answer to
 * the person has gone out long before; if the model is away, wrong or obeys a blackmailer, the case
 * is as it was.
 */
export const makeSecondLook =
  (ports: Ports, casebook: Casebook, { helper, guard, stops }: Asking) =>
  async (job: JobRow): Promise<void> => {
    const { jobs } = ports.store
    const sealer = await ports.sealer.forCase(job.caseId)
    const { inbound } = sealer.open(jobContext(job.id), job.sealed) as SecondLookJob
    const state = await casebook.load(job.caseId)
    const events = (await casebook.recall(job.caseId)).events.flat()
    const told = toldIn(events).filter(({ who }) => who !== 'team')
    const at = told.findIndex((line) => line.inbound === inbound)
    const line = told[at]
    const isStale = ports.clock.now() > after(job.dueAt, STALE)
    if (line === undefined || isStale || !mayBeShown(ports.flow, state, helper.about.at))
      return jobs.finish(job.id)
    const shown = showLines(ports, state, events, told.slice(Math.max(0, at - BEFORE), at + 1))
    const outcome = await stops.during(job.caseId, (stop) =>
      guard.run(() => helper.danger(shown.lines, stop)),
    )
    if (outcome.kind === 'none') {
      if (!LATER.has(outcome.why) || job.attempts >= MOST_ATTEMPTS) return jobs.finish(job.id)
      return jobs.postpone(job.id, after(ports.clock.now(), ms(FIRST_PAUSE * 2 ** (job.attempts - 1))))
    }
    const last = shown.lines.length
    const claims = outcome.value
      .filter(({ of }) => of === last)
      .map((claim) => ({ ...claim, quotation: shown.restore(claim.quotation) }))
    const heard = events.flatMap((event) =>
      event.type === 'crisis_found' && event.inbound === inbound ? event.hits : [],
    )
    const hits = raise(line.text, claims, new Set(heard.map(({ label }) => label)))
    guard.drop(outcome.value.length - hits.length)
    const { model, prompt } = outcome
    await keepSuggestions(
      casebook,
      jobs,
      job.caseId,
      () =>
        hits.map((hit) => ({
          type: 'danger_suggested',
          inbound,
          hit,
          sentence: untrusted(line.text.slice(hit.start, hit.end)),
          model,
          prompt,
        })),
      job.id,
    )
  }
