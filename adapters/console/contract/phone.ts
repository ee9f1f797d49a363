import { z } from 'zod'
import { Language, Severity } from './index.ts'
import { Code, Time } from './terms.ts'

const Id = z.string().regex(/^[a-z][a-z0-9-]{0,25}$/)

/** `spoken`: in the caller's language, to be read aloud; `own`: in the language of the console. */
const Both = z.object({ spoken: z.string(), own: z.string() })

export const Question = z
  .object({
    step: Id,
    /** `note`: files, which a call cannot take; `end`: what was noted, and sending it. */
    kind: z.enum(['one', 'several', 'words', 'note', 'end']),
    title: z.string(),
    question: Both,
    options: z.array(Both.extend({ id: Id, alone: z.boolean() })),
    ways: z.array(z.enum(['skip', 'unknown', 'back'])),
    /** What was answered before, where this is asked again. */
    picked: z.array(Id),
    words: z.string().optional(),
    place: z.object({ n: z.int(), of: z.int() }).optional(),
  })
  .meta({ id: 'Question' })

export const Call = z
  .object({
    code: Code,
    /** What the next answer must carry as `expectedVersion`. */
    version: z.int(),
    language: Language,
    severity: Severity,
    team: z.string(),
    /** Danger was found: the urgent questions come first. */
    urgent: z.boolean(),
    submitted: z.boolean(),
    hasPin: z.boolean(),
    /** To be said now, in the caller's language. */
    echo: z.array(z.string()),
    /** Absent: everything was asked. */
    question: Question.optional(),
    /** The sentence about coming back with the code. */
    farewell: Both,
  })
  .meta({ id: 'Call' })

export const GivenAnswer = z.object({
  step: Id,
  expectedVersion: z.int().min(0),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('pick'), options: z.array(Id).min(1).max(20) }),
    z.object({ kind: z.literal('words'), text: z.string().trim().min(1).max(8000) }),
    z.object({ kind: z.literal('pass'), how: z.enum(['skip', 'unknown']) }),
    z.object({ kind: z.literal('back') }),
  ]),
})

export const NewPin = z.object({ pin: z.string().min(1).max(64) })

export const Calls = z
  .object({ calls: z.array(z.object({ code: Code, openedAt: Time, title: z.string().optional() })) })
  .meta({ id: 'Calls' })

export type Call = z.infer<typeof Call>
export type Calls = z.infer<typeof Calls>
export type Question = z.infer<typeof Question>
export type GivenAnswer = z.infer<typeof GivenAnswer>
