import { z } from 'zod'
import { Code, Time } from './terms.ts'

/** What agents do beyond speaking: the part of the contract that a shift adds. */
export const Burden = z.enum(['minor', 'self_harm', 'intimate'])

/**
 * Of cases that are still worked on and that the caller may see; of the asked team where one is
 * asked for.
 */
export const OpenCounts = z.object({ bot: z.int(), waiting: z.int(), agent: z.int() })

export const NextCase = z.object({ team: z.string().max(40).optional() })
/** Without a code where nobody waits whom this agent could have. */
export const Taken = z.object({ code: Code.optional() }).meta({ id: 'Taken' })

/** `promise`: what the person is told; nothing is said without one. */
export const NewSnooze = z.object({ until: Time, promise: z.string().trim().max(4000).default('') })
export const Assign = z.object({ team: z.string().max(40) })
export const NewTask = z.object({ text: z.string().trim().min(1).max(500), dueAt: Time.optional() })
export const SetTask = z.object({ done: z.boolean() })
/** As the kind of question needs it, see Question. */
export const NewAnswer = z.object({
  options: z.array(z.string().max(64)).max(50).optional(),
  text: z.string().trim().max(8000).optional(),
  amount: z
    .object({ amount: z.number().min(0).max(1e15), currency: z.string().regex(/^[A-Z]{3,5}$/) })
    .optional(),
  reason: z.string().trim().max(500).default(''),
})
/** `place` in the file's list of identifiers, and the value that stands there for the caller. */
export const NewOwner = z.object({
  place: z.int().min(0).max(1000),
  value: z.string().max(500),
  owner: z.enum(['perpetrator', 'self', 'other']),
  /** In every case that names it; what is the person’s own is so here alone. */
  everywhere: z.boolean().default(false),
  reason: z.string().trim().max(500).default(''),
})
/**
 * `code`: of the other case. `wrong`: it has nothing to do with this one; false where it has after all.
 * `verdict`, only where it is not wrong: they belong together whatever they share, or nobody can tell.
 */
export const NewLinkJudgement = z.object({
  code: Code,
  wrong: z.boolean(),
  verdict: z.enum(['same', 'unsure']).optional(),
  reason: z.string().trim().max(500).default(''),
})
export const NewHelp = z.object({ text: z.string().trim().max(500).default('') })
export const EndShift = z.object({ note: z.string().trim().max(2000).default('') })
/** The cases that went to their teams' queues. */
export const ShiftEnd = z.object({ handedOver: z.array(Code) }).meta({ id: 'ShiftEnd' })

export const MyShift = z
  .object({
    /** Of the shift they are in: the first act after eight hours without any. */
    since: Time.optional(),
    held: z.array(
      z.object({
        code: Code,
        severity: z.enum(['P1', 'P2', 'P3', 'P4']),
        unread: z.int(),
        /** Since when the person waits for an answer. */
        answerSince: Time.optional(),
        snoozedUntil: Time.optional(),
      }),
    ),
    /**
     * Files they opened in this shift, and how many somebody should at most: a hint, and nothing is
     * refused for it.
     */
    exposure: z.object({ seen: z.int(), of: z.int() }),
  })
  .meta({ id: 'MyShift' })

/** What can be said to a question, and what is its answer now. */
export const Question = z
  .object({
    step: z.string(),
    question: z.string(),
    kind: z.enum(['choice', 'choices', 'text', 'amount']),
    options: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
    chosen: z.array(z.string()).optional(),
    text: z.string().optional(),
    amount: z.object({ amount: z.number(), currency: z.string() }).optional(),
  })
  .meta({ id: 'Question' })

export const Task = z
  .object({
    id: z.string(),
    text: z.string(),
    by: z.string(),
    at: Time,
    dueAt: Time.optional(),
    doneAt: Time.optional(),
  })
  .meta({ id: 'Task' })

export const Snoozed = z.object({ until: Time, promise: z.string().optional() })
export const HelpAsked = z.object({ by: z.string(), text: z.string(), at: Time })
/** Left by whoever had the case before. */
export const PassedOn = z.object({ by: z.string(), note: z.string(), at: Time })
/** The caller looks over the holder's shoulder. `shown`: the holder is told. */
export const Watching = z.object({ shown: z.boolean() })
/** Of an answer that a member of the team put right. */
export const Corrected = z.object({ by: z.string(), at: Time, reason: z.string() })

export const TimelineEntry = z
  .object({
    id: z.string(),
    at: Time,
    /** The kind of the event, as in the chain. */
    kind: z.string(),
    /** A member of the team. */
    by: z.string().optional(),
    /**
     * A fixed word that the app has a text for: an outcome, a team, a severity, a label of danger,
     * a kind of file, a moment.
     */
    detail: z.string().optional(),
    /** Other cases that it is about, which the caller may see. */
    cases: z.array(Code).optional(),
    /** What somebody wrote about it. */
    words: z.string().optional(),
    /** The message that it stands in. */
    message: z.string().optional(),
  })
  .meta({ id: 'TimelineEntry' })
/** A text that tells people what to do, by its first line. */
export const Guidance = z.object({ id: z.string(), at: Time, title: z.string() }).meta({ id: 'Guidance' })
/** Newest first. */
export const Timeline = z
  .object({ entries: z.array(TimelineEntry), guidance: z.array(Guidance) })
  .meta({ id: 'Timeline' })

export type Task = z.infer<typeof Task>
export type MyShift = z.infer<typeof MyShift>
export type Question = z.infer<typeof Question>
export type Taken = z.infer<typeof Taken>
export type ShiftEnd = z.infer<typeof ShiftEnd>
export type Timeline = z.infer<typeof Timeline>
export type TimelineEntry = z.infer<typeof TimelineEntry>
export type NewAnswer = z.infer<typeof NewAnswer>
