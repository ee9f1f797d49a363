import type { OperatorState } from '../adapters/console/contract/operator.ts'
import type { Retention } from '../core/model/access-rules.ts'
import type { Severity } from '../core/base/severity.ts'
import type { Targets } from '../core/model/targets.ts'
import { teamKey } from '../core/model/keys.ts'
import { LANGUAGES, type Language } from '../core/base/language.ts'
import type { Phrases } from '../core/ports/phrases.ts'
import { hours, mebibytes, minutes, type Instant } from '../core/base/units.ts'
import type { Operator } from './operator.ts'
import {
  CONFIRMED_DAYS,
  confirmedFor,
  countingOf,
  dayOf,
  exportRuleOf,
  newConversationsOf,
  reserveOf,
  scrubEvery,
  teamsOf,
  type Confirmed,
} from './operator-rules.ts'

/** What holds after the operator's word and our own rules were put together. */
export type InForce = {
  readonly targets: Targets
  readonly retention: Retention
  readonly teams: readonly string[]
  readonly secondFactor: 'required' | 'optional'
}

const inEach = (say: (language: Language) => string): Record<Language, string> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, say(language)])) as Record<Language, string>

const perSeverity = <T>(tell: (severity: Severity) => T): Record<Severity, T> => ({
  P1: tell('P1'),
  P2: tell('P2'),
  P3: tell('P3'),
  P4: tell('P4'),
})

/** Who called which number, and what they are called themselves. */
export type Calls = { readonly of: Confirmed; readonly nameOf: (id: string) => string }
const NOBODY: Calls = { of: () => undefined, nameOf: (id) => id }

const hotlinesOf = (operator: Operator, now: Instant, calls: Calls): OperatorState['hotlines'] =>
  (operator.hotlines ?? []).map((stated) => {
    const called = countingOf(stated, calls.of, now)
    const line = called === undefined ? stated : { ...stated, lastChecked: dayOf(called.at) }
    const left = confirmedFor(line, now)
    return {
      ...line,
      ...(called === undefined
        ? {}
        : {
            confirmed: {
              at: new Date(called.at).toISOString(),
              by: { id: called.by, name: calls.nameOf(called.by) },
            },
          }),
      state: left === 'future' ? left : left > 0 ? 'shown' : 'lapsed',
      daysLeft: left === 'future' ? 0 : left,
    }
  })

const targetsOf = ({ targets: said }: Operator, { targets }: InForce): OperatorState['targets'] => ({
  night: { ...targets.night, stated: said?.night !== undefined },
  ...perSeverity((severity) => {
    const { reply, replyAtNight, pages, again } = targets[severity]
    return {
      replyMinutes: reply / minutes(1),
      ...(replyAtNight === undefined ? {} : { nightReplyMinutes: replyAtNight / minutes(1) }),
      pages: pages.map(({ after, to }) => ({ afterMinutes: after / minutes(1), to })),
      againMinutes: again.every / minutes(1),
      againAtMostMinutes: again.most / minutes(1),
      stated: said?.[severity] !== undefined,
    }
  }),
})

/** A word about all severities is one about each. */
const saysOfTerms = ({ retention: said }: Operator, severity: Severity): boolean =>
  said?.[severity] !== undefined ||
  said?.closedDays !== undefined ||
  (said?.draftHours !== undefined && (severity === 'P3' || severity === 'P4')) ||
  (said?.P4days !== undefined && severity === 'P4')

/**
 * For administrators: what holds, and whether the file says so. Of addresses the host alone, of
 * people how many.
 */
export const describeOperator = (
  operator: Operator,
  inForce: InForce,
  phrases: Pick<Phrases, 'say'>,
  now: Instant,
  calls: Calls = NOBODY,
): OperatorState => {
  const { organisation, official, exitUrl, ngoRoute, anchors = [], alarm, conflicts = [], women } = operator
  const { twoPersons, onlySealed, recipients } = exportRuleOf(operator)
  const on = teamsOf(operator, inForce.teams)
  return {
    ...(organisation === undefined ? {} : { organisation }),
    official,
    ...(exitUrl === undefined ? {} : { exitUrl }),
    ...(ngoRoute === undefined ? {} : { ngoRoute }),
    hotlines: hotlinesOf(operator, now, calls),
    hotlineDays: CONFIRMED_DAYS,
    teams: inForce.teams.map((id) => {
      const stated = operator.teams?.find((team) => team.id === id)
      return {
        id,
        name: stated?.name ?? inEach((language) => phrases.say(language, teamKey(id))),
        ...(stated?.languages === undefined ? {} : { languages: stated.languages }),
        on: on.includes(id),
        stated: stated !== undefined,
      }
    }),
    targets: targetsOf(operator, inForce),
    retention: perSeverity((severity) => ({
      ...inForce.retention[severity],
      stated: saysOfTerms(operator, severity),
    })),
    secondFactor: { rule: inForce.secondFactor, stated: operator.secondFactor !== undefined },
    export: { twoPersons, onlySealed, ...(recipients === undefined ? {} : { recipients: [...recipients] }) },
    anchors: anchors.map(({ id, url, everyHours }) => ({ id, host: new URL(url).host, everyHours })),
    ...(alarm === undefined ? {} : { alarm: { host: new URL(alarm.webhook).host } }),
    scrubDays: { days: scrubEvery(operator) / hours(24), stated: operator.scrubDays !== undefined },
    reserveMegabytes: {
      megabytes: reserveOf(operator) / mebibytes(1),
      stated: operator.reserveMegabytes !== undefined,
    },
    newConversations: { ...newConversationsOf(operator), stated: operator.newConversations !== undefined },
    conflicts: new Set(conflicts.map(({ agent }) => agent)).size,
    ...(women === undefined ? {} : { women: new Set(women).size }),
  }
}
