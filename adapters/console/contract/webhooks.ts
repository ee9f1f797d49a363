import { z } from 'zod'
import { WEBHOOK_TYPES } from '../../../core/base/webhook.ts'
import { Time } from './terms.ts'

/** `http-NNN`: the status that was answered. */
const Fault = z.string().regex(/^(http-\d{3}|redirect|timeout|unreachable)$/)

const Delivery = z.object({
  id: z.string(),
  type: z.enum(WEBHOOK_TYPES),
  /** When it happened, and when it was tried last. No tries: it grew too old while all was off. */
  at: Time,
  triedAt: Time,
  tries: z.int(),
  status: z.enum(['delivered', 'waits', 'given-up']),
  fault: Fault.optional(),
  /** When it is tried again. */
  next: Time.optional(),
})

export const WebhooksState = z
  .object({
    webhooks: z.array(
      z.object({
        id: z.string(),
        /** The host alone: an address may hold a secret. */
        host: z.string(),
        events: z.array(z.enum(WEBHOOK_TYPES)),
        /** `failing`: took nothing since; `off`: for so long that nothing is sent any more. */
        status: z.enum(['on', 'failing', 'off']),
        /** A test by hand was taken last. */
        tested: Time.optional(),
        failingSince: Time.optional(),
        off: Time.optional(),
        /** The newest first. */
        last: z.array(Delivery),
      }),
    ),
  })
  .meta({ id: 'WebhooksState' })
export type WebhooksState = z.infer<typeof WebhooksState>

export const WebhookParams = z.object({ id: z.string().regex(/^[\w-]{1,40}$/) })

/** Whether the other side took a message that is about no case. */
export const WebhookTest = z
  .object({ taken: z.boolean(), fault: Fault.optional() })
  .meta({ id: 'WebhookTest' })
export type WebhookTest = z.infer<typeof WebhookTest>
