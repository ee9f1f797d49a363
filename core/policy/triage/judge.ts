import { outcomeOf, withoutYes, worryOf, worryStep } from '../../model/worry.ts'
import type { CrisisHit } from '../../base/danger.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { Instant } from '../../base/units.ts'
import { factsOf, LINKED, type Meanings } from './facts.ts'
import type { CaseState } from '../../model/state.ts'
import { moreUrgent, type Severity } from '../../base/severity.ts'
import { floorOf, judge, type TriageFacts, type TriageRules } from './triage.ts'

/** The rules, and what the answers of the flow mean to them. */
type Judging = { readonly flow: Meanings; readonly triage: TriageRules }

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i])

/**
 * What the rules make of a case now, as events, where that differs from what is known. Rules raise
 * and never lower; what a person lowered they raise again only for something new (law 9): more than
 * they ever found, or, each by its own floor, a reason that did not hold before, danger in words
 * that just came and a call for help (`news`: the events that led to this state). A team that a
 * person chose stays. One thing lowers: a link that turned out to be wrong takes back what it alone
 * had raised.
 */
export const judgeAgain = (
  { flow, triage: rules }: Judging,
  state: CaseState,
  now: Instant,
  news: readonly CaseEvent[] = [],
): readonly CaseEvent[] => {
  if (state.hands.status === 'erased') return []
  const { answers, skipped, called } = state.conversation
  const facts = { answers, skipped, facts: factsOf(flow, state, now) }
  const found = judge(rules, facts)
  const present = moreUrgent(found.severity, called.danger ? rules.called : 'P4')
  const undone = isUndone(rules, state, facts, news)
  const ruled = undone ? present : moreUrgent(present, state.ruled)
  const grown: Severity = ruled === state.ruled ? 'P4' : ruled
  const fresh = floorOf(rules, facts, (reason) => !state.reasons.includes(reason))
  const cried = news.some((event) => event.type === 'handoff_requested' && event.why === 'danger')
    ? rules.called
    : 'P4'
  const heard = floorOfHits(
    { flow, triage: rules },
    state,
    now,
    news.flatMap((event) => (event.type === 'crisis_found' ? event.hits : [])),
  )
  // What a person said of the severity stands, whatever raised it before.
  const standing = undone && state.severity === state.ruled ? ruled : state.severity
  const severity = [grown, fresh, cried, heard].reduce(moreUrgent, standing)
  const events: CaseEvent[] = []
  if (ruled !== state.ruled || severity !== state.severity || !same(found.reasons, state.reasons))
    events.push({ type: 'severity_judged', severity, reasons: found.reasons, ruled })
  if (state.teamBy === 'rules' && (found.team !== state.team || !same(found.copies, state.copies)))
    events.push({
      type: 'team_assigned',
      team: found.team,
      ...(found.copies.length === 0 ? {} : { copies: found.copies }),
    })
  return events
}

/**
 * What asks for by itself what words told and answers said after `since`; of the whole case where
 * nothing is given.
 */
const severitySince = (
  { flow, triage: rules }: Judging,
  state: CaseState,
  now: Instant,
  since: Instant | undefined,
): Severity => {
  const isNew = (at: Instant | undefined): boolean => at !== undefined && (since === undefined || at > since)
  const { answers: given, crisis, worries = {} } = state.conversation
  const answers = Object.fromEntries(Object.entries(given).filter(([step]) => isNew(state.answeredAt[step])))
  const conversation = {
    answers,
    skipped: {},
    crisis: crisis.filter(({ rule }) => isNew(state.crisisAt[rule])),
    called: { danger: false, person: false },
    worries,
  }
  const { answeredAt, crisisAt } = state
  return floorOf(
    rules,
    { answers, facts: factsOf(flow, { conversation, answeredAt, crisisAt }, now) },
    () => true,
  )
}

/** Whether they were asked what a hint meant, and said no after it. */
const isDenied = (state: CaseState, label: CrisisHit['label'], rule: string): boolean =>
  outcomeOf(state.conversation, label) === 'no' &&
  (state.answeredAt[worryStep(label)] ?? 0) >= (state.crisisAt[rule] ?? 0)

/** Dangers that a hint of is enough for, where it cannot be asked about. */
const TO_LIFE: ReadonlySet<CrisisHit['label']> = new Set(['self_harm', 'violence', 'sexual_abuse', 'meeting'])

/**
 * Whether the person told or answered something that endangers them since the team last wrote to them
 * or judged it less urgent. A hint counts as well: nobody asks what it means while a member holds the
 * case.
 */
export const isDangerUnanswered = (judging: Judging, state: CaseState, now: Instant): boolean =>
  severitySince(judging, state, now, state.spokenAt) === 'P1' ||
  state.conversation.crisis.some(
    ({ label, rule, hard }) =>
      TO_LIFE.has(label) &&
      (state.crisisAt[rule] ?? 0) > (state.spokenAt ?? 0) &&
      (hard || !isDenied(state, label, rule)),
  )

/**
 * People are called where a danger to life came to a member who holds the case: they may be away from
 * it. Whoever was called finds it as one that waits, until that member answers or somebody takes it over.
 */
export const callOthers = (
  judging: Judging,
  state: CaseState,
  now: Instant,
  news: readonly CaseEvent[],
): readonly CaseEvent[] =>
  state.hands.status === 'agent' &&
  state.alarmedAt === undefined &&
  news.some(({ type }) => type === 'crisis_found' || type === 'answer_given') &&
  isDangerUnanswered(judging, state, now)
    ? [{ type: 'handoff_requested', why: 'danger' }]
    : []

/** Whether a link that is gone now had alone raised what rules found. */
const isUndone = (
  rules: TriageRules,
  state: CaseState,
  facts: TriageFacts,
  news: readonly CaseEvent[],
): boolean => {
  const ends = news.some(
    (event) =>
      (event.type === 'link_judged' && event.wrong) ||
      (event.type === 'links_lapsed' && event.reason === undefined),
  )
  if (!ends || state.links.length > 0) return false
  const then = judge(rules, { ...facts, facts: new Set([...(facts.facts ?? []), LINKED]) }).severity
  return moreUrgent(then, state.conversation.called.danger ? rules.called : 'P4') === state.ruled
}

/**
 * What the words of one message alone ask for. Who the case is about still counts, and what was
 * asked and answered of what they may mean.
 */
const floorOfHits = (
  { flow, triage: rules }: Judging,
  state: CaseState,
  now: Instant,
  heard: readonly CrisisHit[],
): Severity => {
  if (heard.length === 0) return 'P4'
  const { answers: given, skipped, worries = {} } = withoutYes(state.conversation)
  const kept = ([step]: readonly [string, unknown]): boolean =>
    step === flow.adult.step || worryOf(step) !== undefined
  const crisisAt = Object.fromEntries(heard.map(({ rule }) => [rule, now]))
  const called = { danger: false, person: false }
  const conversation = {
    answers: Object.fromEntries(Object.entries(given).filter(kept)),
    skipped: Object.fromEntries(Object.entries(skipped).filter(kept)),
    crisis: heard,
    called,
    worries,
  }
  return floorOf(
    rules,
    { answers: {}, facts: factsOf(flow, { conversation, answeredAt: {}, crisisAt }, now) },
    () => true,
  )
}
