import { z } from 'zod'
import { VARIABLES } from './placeholders.ts'
import { Time } from './terms.ts'

const Language = z.enum(['ar', 'ckb', 'en'])
const Text = z.string().trim().min(1).max(2000)

/** A text that is ready to be put into the field, in the language of the person and in no other. */
export const Reply = z
  .object({
    id: z.string(),
    /** In the reader's language. */
    name: z.string(),
    /** Absent where nobody wrote it in the person's language: another one is never sent in its place. */
    text: z.string().optional(),
    /** The person's. */
    language: Language,
    own: z.boolean(),
    /** A part of the text that is a proposal: to be put right before it is sent. */
    fill: z.string().optional(),
    /** What stands in the text as `{name}`, since neither the case nor the installation knows it. */
    missing: z.array(z.enum(VARIABLES)).optional(),
  })
  .meta({ id: 'Reply' })
export const Replies = z.object({ replies: z.array(Reply) }).meta({ id: 'Replies' })

/**
 * A member's own. `{...}` with a name of contract/placeholders in a text is filled in when it is used.
 * At least one language has a text.
 */
export const OwnReply = z
  .object({
    id: z.string().regex(/^[\w-]{1,64}$/),
    name: z.string().trim().min(1).max(60),
    texts: z.object({ ar: Text.optional(), ckb: Text.optional(), en: Text.optional() }),
  })
  .meta({ id: 'OwnReply' })
export const OwnReplies = z.object({ replies: z.array(OwnReply).max(50) }).meta({ id: 'OwnReplies' })

const InSome = <T extends z.ZodType>(text: T) =>
  z.object({ ar: text.optional(), ckb: text.optional(), en: text.optional() })
const Names = InSome(z.string().trim().min(1).max(60))
const Texts = InSome(Text)

/**
 * One of the team's. `built`: it came with the program; `changed`: in other words than it came
 * with; `off`: nobody is offered it.
 */
export const TeamReply = z
  .object({
    id: z.string(),
    names: Names,
    texts: Texts,
    built: z.boolean(),
    changed: z.boolean(),
    off: z.boolean(),
  })
  .meta({ id: 'TeamReply' })
/** Of a list of the team's: when and by whom it was last changed. */
export const Changed = z.object({ at: Time, by: z.object({ id: z.string(), name: z.string() }) })

/** In the order in which they are offered. `version` is for the one who changes them. */
export const TeamReplies = z
  .object({ version: z.int(), replies: z.array(TeamReply), changed: Changed.optional() })
  .meta({ id: 'TeamReplies' })

/**
 * Without `words`: as it came with the program. Names and texts in at least one language, with no
 * `{...}` but those of contract/placeholders.
 */
export const KeptReply = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/),
  off: z.boolean(),
  words: z.object({ names: Names, texts: Texts }).optional(),
})
export const NewTeamReplies = z
  .object({ version: z.int().min(0), replies: z.array(KeptReply).max(100) })
  .meta({ id: 'NewTeamReplies' })

export type TeamReply = z.infer<typeof TeamReply>
export type TeamReplies = z.infer<typeof TeamReplies>
export type KeptReply = z.infer<typeof KeptReply>
export type NewTeamReplies = z.infer<typeof NewTeamReplies>
export type Reply = z.infer<typeof Reply>
export type Replies = z.infer<typeof Replies>
export type OwnReply = z.infer<typeof OwnReply>
export type OwnReplies = z.infer<typeof OwnReplies>
