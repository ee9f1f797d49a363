import type { Retention, Terms } from '../core/model/access-rules.ts'
import type { ExportRule } from '../core/custody/bundle/request.ts'
import type { Severity } from '../core/base/severity.ts'
import type { Target, Targets } from '../core/model/targets.ts'
import type { TriageRules } from '../core/policy/triage/triage.ts'
import type { Flow } from '../core/model/flow.ts'
import type { Conflict, Roster } from '../core/ports/roster.ts'
import { USUAL_CONVERSATIONS, type ConversationRule } from '../core/services/limits/conversations.ts'
import type { Language } from '../core/base/language.ts'
import { hours, mebibytes, minutes, type Bytes, type Instant, type Ms } from '../core/base/units.ts'
import type { Operator } from './operator.ts'
import type { Hotline, Purpose } from '../adapters/console/contract/settings.ts'

/**
 * A number that nobody dialled for longer may reach nobody, or somebody else (bots/amin/README.md,
 * First advice).
 */
export const CONFIRMED_DAYS = 90
const DAY = hours(24)

/**
 * For how many more days a number is shown, begun ones counted; 0 where it no longer is. Midnight
 * of a date is told in UTC; a day of slack for whoever checked it further east, none for a date to
 * come.
 */
export const confirmedFor = ({ lastChecked }: Hotline, now: Instant): number | 'future' => {
  const checked = Date.parse(`${lastChecked}T00:00:00Z`)
  return now < checked - DAY
    ? 'future'
    : Math.max(0, Math.ceil((checked + (CONFIRMED_DAYS + 1) * DAY - now) / DAY))
}

const isConfirmed = (line: Hotline, now: Instant): boolean => {
  const left = confirmedFor(line, now)
  return left !== 'future' && left > 0
}

/**
 * When somebody called a line as it stands in the file and said so in the console; nothing where
 * nobody did.
 */
export type Confirmed = (
  line: Pick<Hotline, 'id'>,
) => { readonly at: Instant; readonly by: string } | undefined

/**
 * The confirmation that counts before the date of the file: a later one, or any where that date is
 * still to come and so says nothing yet.
 */
export const countingOf = (line: Hotline, confirmed: Confirmed, now: Instant): ReturnType<Confirmed> => {
  const called = confirmed(line)
  return called !== undefined &&
    (line.lastChecked <= dayOf(called.at) || confirmedFor(line, now) === 'future')
    ? called
    : undefined
}

/** In UTC, as the file tells dates. */
export const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10)

/** What the file says, each number with the date that counts. */
export const withConfirmed = (operator: Operator, confirmed: Confirmed, now: Instant): Operator => {
  if (operator.hotlines === undefined) return operator
  const hotlines = operator.hotlines.map((line) => {
    const called = countingOf(line, confirmed, now)
    return called === undefined ? line : { ...line, lastChecked: dayOf(called.at) }
  })
  return { ...operator, hotlines }
}

/**
 * Numbers for a purpose, in the order of the file; only those that were confirmed within the last
 * 90 days.
 */
export const hotlinesFor = (
  { hotlines = [] }: Operator,
  purpose: Purpose,
  now: Instant,
): readonly Hotline[] => hotlines.filter((line) => line.for.includes(purpose) && isConfirmed(line, now))

/** A space at which no line breaks: half a number is another one. */
const together = (number: string): string => number.replaceAll(' ', '\u00a0')

/**
 * What a text of danger names; more than two cannot be taken in. In a language each has its name
 * before it, the police's and the ambulance's: who is frightened must not try which is which.
 * Nothing where no number is confirmed: the text must do without.
 */
export const emergencyOf = (operator: Operator, now: Instant, language?: Language): string | undefined => {
  const lines = hotlinesFor(operator, 'emergency', now)
  const first = lines.filter(({ number }, n) => lines.findIndex((line) => line.number === number) === n)
  const named = first
    .slice(0, 2)
    .map(
      ({ name, number }) => `${language === undefined ? '' : `${name[language]}\u00a0`}${together(number)}`,
    )
  return named.length === 0 ? undefined : named.join(' · ')
}

type Stated = NonNullable<NonNullable<Operator['targets']>['P1']>

const targetOf = (usual: Target, stated: Stated | undefined): Target => {
  if (stated === undefined) return usual
  const { replyMinutes, nightReplyMinutes, pages, againMinutes, againAtMostMinutes } = stated
  const every = againMinutes === undefined ? usual.again.every : minutes(againMinutes)
  const most = againAtMostMinutes === undefined ? usual.again.most : minutes(againAtMostMinutes)
  // A reply that is due sooner by day is not due later at night than it was: who shortens one says
  // what the other is.
  const { replyAtNight, ...day } = usual
  const night =
    nightReplyMinutes === undefined
      ? replyMinutes === undefined
        ? replyAtNight
        : undefined
      : minutes(nightReplyMinutes)
  return {
    ...day,
    ...(replyMinutes === undefined ? {} : { reply: minutes(replyMinutes) }),
    ...(night === undefined ? {} : { replyAtNight: night }),
    ...(pages === undefined
      ? {}
      : { pages: pages.map(({ afterMinutes, to }) => ({ after: minutes(afterMinutes), to })) }),
    again: { every, most: most < every ? every : most },
  }
}

/** The usual targets where the file says nothing else. */
const targetsOf = ({ targets }: Operator, usual: Targets): Targets => ({
  night: targets?.night ?? usual.night,
  P1: targetOf(usual.P1, targets?.P1),
  P2: targetOf(usual.P2, targets?.P2),
  P3: targetOf(usual.P3, targets?.P3),
  P4: targetOf(usual.P4, targets?.P4),
})

/** The teams that are switched on, in the usual order. */
export const teamsOf = <T extends string>({ teams = [] }: Operator, usual: readonly T[]): readonly T[] =>
  usual.filter((id) => teams.find((team) => team.id === id)?.on !== false)

/**
 * Rules that send nothing to a team that is switched off: the next that fits leads, or else the
 * first team there is.
 */
export const rulesOf = (operator: Operator, rules: TriageRules, usual: readonly string[]): TriageRules => {
  const on = teamsOf(operator, usual)
  const isOn = ({ team }: { readonly team: string }): boolean => on.includes(team)
  return {
    ...rules,
    routes: rules.routes
      .filter(isOn)
      .map((route) => ({ ...route, copies: (route.copies ?? []).filter(isOn) })),
    team: on.includes(rules.team) ? rules.team : (on[0] ?? rules.team),
    targets: targetsOf(operator, rules.targets),
  }
}

/**
 * How long things are kept: what the operator says of a severity, else of all, else the usual. A
 * word about all drafts does not make one of a grave report that is none by our own rules.
 */
export const retentionOf = ({ retention = {} }: Operator, usual: Retention): Retention => {
  const terms = (severity: Severity): Terms => {
    const own = retention[severity]
    const { draftHours, idleDays, closedDays } = usual[severity]
    return {
      draftHours:
        own?.draftHours ?? (draftHours === 'never' ? draftHours : (retention.draftHours ?? draftHours)),
      idleDays: own?.idleDays ?? (severity === 'P4' ? (retention.P4days ?? idleDays) : idleDays),
      closedDays: own?.closedDays ?? retention.closedDays ?? closedDays,
    }
  }
  return { P1: terms('P1'), P2: terms('P2'), P3: terms('P3'), P4: terms('P4') }
}

/** What is asked of bundles; nothing where the file says nothing. */
export const exportRuleOf = ({ export: stated }: Operator): ExportRule => ({
  twoPersons: stated?.twoPersons === true,
  onlySealed: stated?.onlySealed === true,
  ...(stated?.recipients === undefined ? {} : { recipients: stated.recipients }),
})

/** Free for words while files wait: the store of a busy year fits into it (scripts/deploy/README.md). */
const RESERVE_MEGABYTES = 200
/** A bit that turns is found while the backups of that time are still there. */
const SCRUB_DAYS = 30

export const reserveOf = ({ reserveMegabytes = RESERVE_MEGABYTES }: Operator): Bytes =>
  mebibytes(reserveMegabytes)

/** New conversations of one process before the next one is slowed. */
export const newConversationsOf = ({ newConversations }: Operator): ConversationRule =>
  newConversations ?? USUAL_CONVERSATIONS

/** Within this time every sealed object is read again once. */
export const scrubEvery = ({ scrubDays = SCRUB_DAYS }: Operator): Ms => hours(24 * scrubDays)

/** Who must not see what, and who is a woman, by e-mail address. */
export const rosterOf = ({ conflicts = [], women }: Operator): Roster => {
  const declared = new Map<string, Conflict>()
  for (const { agent, governorates, names } of conflicts) {
    const before = declared.get(agent)
    declared.set(agent, {
      governorates: [...(before?.governorates ?? []), ...governorates],
      names: [...(before?.names ?? []), ...names],
    })
  }
  const known = women === undefined ? undefined : new Set(women)
  return {
    conflictOf: ({ email }) => (email === undefined ? undefined : declared.get(email.toLowerCase())),
    isWoman: ({ email }) => (email === undefined ? undefined : known?.has(email.toLowerCase())),
  }
}

/** The flow, saying who runs it where they named themselves. */
export const runBy = ({ organisation }: Operator, flow: Flow): Flow =>
  organisation === undefined
    ? flow
    : { ...flow, operator: { name: organisation.name, kind: organisation.kind } }
