import { createHash } from 'node:crypto'
import { LANGUAGES, type Language } from '../../../../core/base/language.ts'
import type { Severity } from '../../../../core/base/severity.ts'
import { after, hours, type Instant } from '../../../../core/base/units.ts'
import { MACRO_STEPS } from '../../contract/macro-kinds.ts'
import type { Macro, MacroStep, PlannedMacro, PlannedStep } from '../../contract/macros.ts'
import type { TeamReply } from '../../contract/replies.ts'
import { nameOfTeam } from '../administration/team-name.ts'
import { isoOf } from '../http/iso.ts'
import type { ConsoleParts } from '../parts.ts'
import type { Filled } from '../replies/filled.ts'
import { fill, useTeamReply } from '../replies/ready-texts.ts'

type Parts = Pick<ConsoleParts, 'phrases' | 'replies' | 'teams'>

/** For whom a macro is planned: whose words, what is known of the case, and when. */
export type Planning = {
  readonly reader: Language
  readonly person: Language
  readonly filled: Filled
  /** Those that may be said in the case. */
  readonly replies: readonly TeamReply[]
  readonly now: Instant
  readonly severity: Severity
  /** A time as a person reads it. */
  readonly timeFor: (at: Instant) => string
}

const inHours = (now: Instant, count: number): Instant => after(now, hours(count))

const planStep = (parts: Parts, step: MacroStep, planning: Planning): PlannedStep => {
  const { now, filled, reader, person } = planning
  switch (step.do) {
    case 'note':
      return { do: 'note', text: fill(step.text, filled) }
    case 'task':
      return {
        do: 'task',
        text: fill(step.text, filled),
        ...(step.hours === undefined ? {} : { dueAt: isoOf(inHours(now, step.hours)) }),
      }
    case 'severity':
      return { ...step, ...(step.severity > planning.severity ? { falls: true } : {}) }
    case 'snooze': {
      const until = inHours(now, step.hours)
      return { do: 'snooze', until: isoOf(until), said: planning.timeFor(until) }
    }
    case 'team': {
      const { team, note } = step
      const isTeam = parts.teams.some(({ id }) => id === team)
      return {
        do: 'team',
        team,
        name: isTeam ? nameOfTeam(parts, team, reader) : team,
        ...(note === undefined ? {} : { note: fill(note, filled) }),
        ...(isTeam ? {} : { gone: true }),
      }
    }
    case 'reply': {
      const known = planning.replies.find(({ id }) => id === step.reply)
      if (known === undefined) return { do: 'reply', language: person, gone: true }
      const { text, missing, fill: proposal } = useTeamReply(parts.replies, known, { reader, person, filled })
      return {
        do: 'reply',
        language: person,
        ...(text === undefined ? {} : { text }),
        ...(missing === undefined ? {} : { missing }),
        ...(proposal === undefined ? {} : { fill: proposal }),
      }
    }
  }
}

/** In the order in which a macro does them, whatever order they were put together in. */
export const sortedSteps = (steps: readonly MacroStep[]): readonly MacroStep[] =>
  steps.toSorted((a, b) => MACRO_STEPS.indexOf(a.do) - MACRO_STEPS.indexOf(b.do))

/** The same for the same steps, in whatever language they are read. */
const printOf = (steps: readonly PlannedStep[]): string => {
  const done = steps.map((step) => (step.do === 'team' ? { ...step, name: '' } : step))
  return createHash('sha256').update(JSON.stringify(done)).digest('base64url')
}

/** What a macro would do to a case now. What it sets aside until is known to its own texts. */
export const planMacro = (parts: Parts, macro: Macro, planning: Planning): PlannedMacro => {
  const snooze = macro.steps.find((step) => step.do === 'snooze')
  const until = snooze === undefined ? {} : { until: planning.timeFor(inHours(planning.now, snooze.hours)) }
  const knowing = { ...planning, filled: { ...planning.filled, ...until } }
  const name = [planning.reader, ...LANGUAGES]
    .map((language) => macro.names[language])
    .find((each) => each !== undefined)
  const steps = sortedSteps(macro.steps).map((step) => planStep(parts, step, knowing))
  return { id: macro.id, name: name ?? macro.id, plan: printOf(steps), steps }
}
