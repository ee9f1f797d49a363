import { z } from 'zod'
import { Time } from './terms.ts'

export const Delivery = z.enum(['queued', 'sending', 'sent', 'delivered', 'read', 'refused', 'unclear'])

const SentKind = z.enum(['photo', 'document', 'voice'])
/** What can be sent to a person beside words: the largest of each kind in bytes; what is missing cannot. */
export const Sends = z.partialRecord(SentKind, z.int()).meta({ id: 'Sends' })
export type Sends = z.infer<typeof Sends>

export const Message = z
  .object({
    id: z.string(),
    at: Time,
    /** `other`: the bot that handed the chat over. */
    from: z.enum(['person', 'bot', 'agent', 'other', 'event']),
    author: z.string().optional(),
    /** Of `agent`: written on the linked phone, by nobody knows whom. */
    onPhone: z.literal(true).optional(),
    /** Of `person`: told to another bot before it handed the chat over; `at` is when it came here. */
    elsewhere: z.literal(true).optional(),
    /**
     * For `event`: which one (`claimed`, `released`, `closed`, `submitted`, `handoff`, `exited`,
     * `blocked`, ...); the app words it.
     */
    event: z.string().optional(),
    /**
     * For `event`: what there is to say more (`bot`, `queue`, an outcome, a severity, a team or a
     * name, a scope, a channel, who was called).
     */
    detail: z.string().optional(),
    /** As it was first sent. */
    text: z.string().optional(),
    /** Later versions, oldest first: the last is what the sender's phone shows now. */
    edits: z.array(z.object({ at: Time, text: z.string() })).optional(),
    /** When it was deleted on the person's phone; what it said stays. */
    deletedAt: Time.optional(),
    /** What it answers: `id` where that stands in the conversation, `ours` where we said it. */
    quote: z
      .object({ id: z.string().optional(), text: z.string().optional(), ours: z.literal(true).optional() })
      .optional(),
    buttons: z.array(z.string()).optional(),
    /**
     * `attested`: the platform itself names the account by its `id`; else it is a name that anybody
     * may take. `link`: of the post, never opened by us.
     */
    forwarded: z
      .object({
        from: z.string().optional(),
        id: z.string().optional(),
        link: z.string().optional(),
        at: Time.optional(),
        hidden: z.boolean(),
        attested: z.boolean(),
      })
      .optional(),
    /**
     * Of `person`: where they are, or a place they named, by the app's own means. Of one that moves the
     * newest, with when it came; `text` and `edits` hold the coordinates as each came. `near`: the
     * nearest town of the bot's list, beyond which it says nothing.
     */
    place: z
      .object({
        latitude: z.number(),
        longitude: z.number(),
        at: Time,
        moves: z.boolean(),
        name: z.string().optional(),
        address: z.string().optional(),
        near: z.object({ ar: z.string(), ckb: z.string(), en: z.string() }).optional(),
      })
      .optional(),
    evidence: z.string().optional(),
    media: z
      .object({
        kind: z.string(),
        state: z.enum([
          'pending',
          'waiting',
          'called',
          'carried',
          'sealed',
          'fingerprint',
          'refused',
          'taken-back',
          'failed',
        ]),
      })
      .optional(),
    /** Of `agent`: sent in the place of words; its bytes are at `/cases/{code}/files/{id}`. */
    file: z.object({ kind: SentKind, name: z.string(), mime: z.string(), size: z.int() }).optional(),
    delivery: Delivery.optional(),
    /** It waits until the person writes. */
    held: z.literal(true).optional(),
  })
  .meta({ id: 'Message' })

export const MessagePage = z
  .object({ messages: z.array(Message), version: z.int(), older: z.string().optional() })
  .meta({ id: 'MessagePage' })
export const MessageQuery = z.object({
  before: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export type Message = z.infer<typeof Message>
export type MessagePage = z.infer<typeof MessagePage>
