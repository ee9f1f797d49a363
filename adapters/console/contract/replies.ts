import { z } from 'zod'

const Language = z.enum(['ar', 'ckb', 'en'])
const Text = z.string().trim().min(1).max(2000)

/** A text that is ready to be sent: in the person's language where there is one in it, with everything filled in. */
export const Reply = z
  .object({
    id: z.string(),
    /** In the reader's language. */
    name: z.string(),
    text: z.string(),
    language: Language,
    own: z.boolean(),
    /** A part of the text that is a proposal: to be put right before it is sent. */
    fill: z.string().optional(),
  })
  .meta({ id: 'Reply' })
export const Replies = z.object({ replies: z.array(Reply) }).meta({ id: 'Replies' })

/** A member's own. `{code}`, `{agent}` and `{hours}` in a text are filled in when it is used. At least one language has a text. */
export const OwnReply = z
  .object({
    id: z.string().regex(/^[\w-]{1,64}$/),
    name: z.string().trim().min(1).max(60),
    texts: z.object({ ar: Text.optional(), ckb: Text.optional(), en: Text.optional() }),
  })
  .meta({ id: 'OwnReply' })
export const OwnReplies = z.object({ replies: z.array(OwnReply).max(50) }).meta({ id: 'OwnReplies' })

export type Reply = z.infer<typeof Reply>
export type Replies = z.infer<typeof Replies>
export type OwnReply = z.infer<typeof OwnReply>
export type OwnReplies = z.infer<typeof OwnReplies>
