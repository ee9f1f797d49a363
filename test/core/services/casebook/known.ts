import { flow } from '../../../../bots/amin/flow.ts'
import { factsOf, type FactSource } from '../../../../core/policy/triage/facts.ts'
import type { Answer } from '../../../../core/model/answer.ts'
import type { CrisisHit } from '../../../../core/base/danger.ts'
import { instant, type Instant } from '../../../../core/base/units.ts'

export const NOW = instant(1_767_225_600_000)

type More = {
  readonly skipped?: readonly string[]
  readonly called?: boolean
  readonly links?: readonly string[]
  readonly at?: Instant
}

/** A case of which this is known, all of it told at `at`. */
export const aKnown = (
  answers: Readonly<Record<string, Answer>> = {},
  hits: readonly CrisisHit[] = [],
  more: More = {},
): FactSource => ({
  conversation: {
    answers,
    skipped: Object.fromEntries((more.skipped ?? []).map((step) => [step, 'skip'])),
    crisis: hits,
    called: { danger: false, person: more.called ?? false },
  },
  answeredAt: Object.fromEntries(Object.keys(answers).map((step) => [step, more.at ?? NOW])),
  crisisAt: Object.fromEntries(hits.map(({ rule }) => [rule, more.at ?? NOW])),
  ...(more.links === undefined ? {} : { links: more.links }),
})

export const factsAt = (known: FactSource, now: Instant = NOW): ReadonlySet<string> =>
  factsOf(flow, known, now)
