import { z } from 'zod'
import { Language, Severity } from './index.ts'
import { LONGEST_HOURS, MOST_MACROS, MOST_STEPS } from './macro-kinds.ts'
import { VARIABLES } from './placeholders.ts'
import { Changed } from './replies.ts'
import { Time } from './terms.ts'

const Id = z.string().regex(/^[\w-]{1,64}$/)
const Name = z.string().trim().min(1).max(60)
const Hours = z.int().min(1).max(LONGEST_HOURS)
const Team = z.string().max(40)

/**
 * One step of a macro. Words may hold `{...}` of contract/placeholders. `reply`: the id of a ready text
 * of the team. `hours`: from when it is run.
 */
export const MacroStep = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('note'), text: z.string().trim().min(1).max(2000) }),
    z.object({ do: z.literal('task'), text: z.string().trim().min(1).max(400), hours: Hours.optional() }),
    z.object({ do: z.literal('severity'), severity: Severity, reason: z.string().trim().min(1).max(500) }),
    z.object({ do: z.literal('reply'), reply: Id }),
    z.object({ do: z.literal('snooze'), hours: Hours }),
    z.object({ do: z.literal('team'), team: Team, note: z.string().trim().min(1).max(1000).optional() }),
  ])
  .meta({ id: 'MacroStep' })

/** `off`: nobody is offered it. */
export const Macro = z
  .object({
    id: Id,
    names: z.object({ ar: Name.optional(), ckb: Name.optional(), en: Name.optional() }),
    steps: z.array(MacroStep).min(1).max(MOST_STEPS),
    off: z.boolean(),
  })
  .meta({ id: 'Macro' })

const list = { version: z.int().min(0), macros: z.array(Macro).max(MOST_MACROS) }
export const Macros = z.object({ ...list, changed: Changed.optional() }).meta({ id: 'Macros' })
export const NewMacros = z.object(list).meta({ id: 'NewMacros' })

/** A step as it would be done to a case now. `gone`: what it names is not there any more. */
const gone = z.literal(true).optional()
const PlannedStep = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('note'), text: z.string() }),
    z.object({ do: z.literal('task'), text: z.string(), dueAt: Time.optional() }),
    /** `falls`: from what it is now; then the agent says why in their own words. */
    z.object({
      do: z.literal('severity'),
      severity: Severity,
      reason: z.string(),
      falls: z.literal(true).optional(),
    }),
    z.object({
      do: z.literal('reply'),
      /** In the person's language; absent where nobody wrote it in that one. */
      text: z.string().optional(),
      language: Language,
      /** What stands in it as `{name}`, since nothing is known of it. */
      missing: z.array(z.enum(VARIABLES)).optional(),
      /** A proposal in it that the agent puts right, as in a ready text. */
      fill: z.string().optional(),
      gone,
    }),
    /** `said`: the same time as the person reads it; a reply that says it is kept as the promise. */
    z.object({ do: z.literal('snooze'), until: Time, said: z.string() }),
    z.object({
      do: z.literal('team'),
      team: z.string(),
      name: z.string(),
      note: z.string().optional(),
      gone,
    }),
  ])
  .meta({ id: 'PlannedStep' })

/** `name`: in the reader's language. Steps in the order in which they are done; `plan` stands for them. */
const PlannedMacro = z
  .object({ id: z.string(), name: z.string(), plan: z.string(), steps: z.array(PlannedStep) })
  .meta({ id: 'PlannedMacro' })

/**
 * What each would do to a case as it is: `conversation` is its version of what was said, `at` when it
 * was planned. All of it goes with the run.
 */
export const PlannedMacros = z
  .object({
    version: z.int(),
    conversation: z.int(),
    severity: Severity,
    at: Time,
    macros: z.array(PlannedMacro),
  })
  .meta({ id: 'PlannedMacros' })

/**
 * `version`, `at`, `plan` and `severity`: of the plan that the agent saw; `expectedVersion`: of the
 * conversation as they saw it. `text`: the reply as the agent left it, where the macro has one;
 * `reason`: theirs, where the severity falls.
 */
export const RunMacro = z.object({
  version: z.int().min(0),
  at: Time,
  plan: z.string().max(64),
  severity: Severity,
  expectedVersion: z.int().min(0),
  text: z.string().trim().min(1).max(4000).optional(),
  reason: z.string().trim().min(3).max(500).optional(),
})

export type MacroStep = z.infer<typeof MacroStep>
export type Macro = z.infer<typeof Macro>
export type Macros = z.infer<typeof Macros>
export type NewMacros = z.infer<typeof NewMacros>
export type PlannedStep = z.infer<typeof PlannedStep>
export type PlannedMacro = z.infer<typeof PlannedMacro>
export type PlannedMacros = z.infer<typeof PlannedMacros>
export type RunMacro = z.input<typeof RunMacro>
