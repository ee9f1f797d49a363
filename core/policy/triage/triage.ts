import { holds, type Answers } from '../conversation/condition.ts'
import type { Condition } from '../../model/condition.ts'
import type { PhraseKey } from '../../ports/phrases.ts'
import { SEVERITIES, moreUrgent } from '../../base/severity.ts'
import type { Severity } from '../../base/severity.ts'
import type { Targets } from '../../model/targets.ts'

/**
 * How urgent a case is, who should have it and how soon, as data (bots/amin/README.md, Urgency).
 * Severity is the more urgent of the points' band and every floor that holds.
 */
export type TriageRules = {
  readonly rules: readonly TriageRule[]
  /** At least this where the person, or an answer, called for help at once. */
  readonly called: Severity
  /** The first that holds leads. */
  readonly routes: readonly Route[]
  /** Where rules hold but no route does. */
  readonly team: string
  /** While no rule holds: nothing has happened that a team should have. */
  readonly unrouted: string
  /** Points from which a severity is reached; P4 needs none. */
  readonly bands: Readonly<Record<'P1' | 'P2' | 'P3', number>>
  readonly targets: Targets
}

export type TriageRule = {
  /**
   * Nothing: it holds for every case. No rule is about what is not so, or order and time would
   * count: see core/policy/triage/facts.ts.
   */
  readonly when?: Condition
  readonly points?: number
  /** Of the points within one group only the largest count. */
  readonly group?: string
  readonly floor?: Severity
  /** Shown to agents and told in exports: every severity can be explained. */
  readonly reason: PhraseKey
}

export type Route = {
  readonly team: string
  readonly when: Condition
  /** Teams that see the case as well while this one leads. */
  readonly copies?: readonly { readonly team: string; readonly when: Condition }[]
}

export type TriageFacts = Pick<Answers, 'answers' | 'facts'> & { readonly skipped?: Answers['skipped'] }

export type Judgement = {
  readonly severity: Severity
  readonly points: number
  readonly team: string
  readonly copies: readonly string[]
  readonly reasons: readonly PhraseKey[]
}

/** Groups sum; within one the largest counts. A rule without a group is a group of its own. */
const sumOf = (rules: readonly TriageRule[]): number => {
  const groups = new Map<string, number>()
  rules.forEach((rule, index) => {
    const group = rule.group ?? `#${index}`
    groups.set(group, Math.max(groups.get(group) ?? 0, rule.points ?? 0))
  })
  return [...groups.values()].reduce((sum, points) => sum + points, 0)
}

const holding = (rules: TriageRules, facts: Answers): readonly TriageRule[] =>
  rules.rules.filter((rule) => rule.when === undefined || holds(rule.when, facts))

const worstFloor = (rules: readonly TriageRule[], from: Severity): Severity =>
  rules.reduce((worst, rule) => (rule.floor === undefined ? worst : moreUrgent(worst, rule.floor)), from)

/**
 * Pure, and the same for the same facts in whatever order they came. Reasons stand in the order of
 * the rules, each once.
 */
export const judge = (rules: TriageRules, facts: TriageFacts): Judgement => {
  const known: Answers = { ...facts, skipped: facts.skipped ?? {} }
  const found = holding(rules, known)
  const points = sumOf(found)
  const band: Severity =
    SEVERITIES.find((severity) => severity !== 'P4' && points >= rules.bands[severity]) ?? 'P4'
  const route = rules.routes.find(({ when }) => holds(when, known))
  const copies = (route?.copies ?? []).flatMap(({ team, when }) => (holds(when, known) ? [team] : []))
  return {
    severity: worstFloor(found, band),
    points,
    team: route?.team ?? (found.length === 0 ? rules.unrouted : rules.team),
    copies: [...new Set(copies)].filter((team) => team !== route?.team),
    reasons: [...new Set(found.map((rule) => rule.reason))],
  }
}

/**
 * The floor alone of what just came to be known: what a person lowered before is raised again by no
 * more than this.
 */
export const floorOf = (
  rules: TriageRules,
  facts: TriageFacts,
  reasons: (reason: PhraseKey) => boolean,
): Severity =>
  worstFloor(
    holding(rules, { ...facts, skipped: facts.skipped ?? {} }).filter((rule) => reasons(rule.reason)),
    'P4',
  )
