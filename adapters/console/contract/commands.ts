import { z } from 'zod'
import { Language, Outcome, Severity } from './index.ts'
import { ClockTime, Code } from './terms.ts'

/** What commands to a case carry; see contract/shift.ts for those beyond speaking. */
/** `helped`: it began as a draft of a language model. */
export const Say = z.object({
  text: z.string().trim().min(1).max(4000),
  expectedVersion: z.int().min(0),
  helped: z.literal(true).optional(),
})
/** The file itself is the body of the request. */
export const SendFileQuery = z.object({ expectedVersion: z.coerce.number().int().min(0) })
/** `undo`: it goes after ten seconds, in which that can be taken back. */
export const Release = z.object({ to: z.enum(['bot', 'queue']), undo: z.boolean().default(false) })
export const Transfer = z
  .object({
    agent: z.string().max(64).optional(),
    team: z.string().max(40).optional(),
    note: z.string().trim().max(2000).optional(),
  })
  .refine((to) => (to.agent === undefined) !== (to.team === undefined))
/**
 * `reason`: for who supervises and closes what nobody holds; `seen`: the newest entry that they
 * saw, 409 `moved` where the person spoke since.
 */
export const Close = z.object({
  outcome: Outcome,
  reason: z.string().trim().max(500).default(''),
  seen: z.int().min(0).optional(),
})
export const AlikeCases = z
  .object({
    cases: z.array(
      z.object({ code: Code, severity: Severity, seen: z.int(), by: z.array(z.enum(['words', 'origin'])) }),
    ),
  })
  .meta({ id: 'AlikeCases' })
export type AlikeCases = z.infer<typeof AlikeCases>
export const NewNote = z.object({ text: z.string().trim().min(1).max(4000) })
export const SetSeverity = z.object({ severity: Severity, reason: z.string().trim().max(500).default('') })
/** `to` is not safe any more; it may be after midnight. */
export const SetSafeTimes = z.object({ from: ClockTime, to: ClockTime })
export const NewCase = z.object({
  language: Language.default('ar'),
  story: z.string().trim().max(8000).default(''),
  note: z.string().trim().max(2000).default(''),
})
