import { z } from 'zod'
import { FoundIdentifier } from './findings.ts'
import { Time } from './terms.ts'

/**
 * What an agent has to know before the first word, in the reader's language; what a person wrote
 * stays as it was written.
 */
export const Brief = z
  .object({
    severity: z.enum(['P1', 'P2', 'P3', 'P4']),
    reasons: z.array(z.string()),
    answers: z.array(z.object({ title: z.string(), answer: z.string() })),
    /** Asked, and not answered in words. */
    left: z.array(z.object({ title: z.string(), how: z.enum(['skip', 'unknown', 'silent']) })),
    /** Of who does it, and of others; not the person's own. */
    identifiers: z.array(FoundIdentifier),
    promises: z.array(z.object({ text: z.string(), at: Time, until: Time })),
    guidance: z.array(z.object({ title: z.string(), at: Time })),
    held: z.array(z.object({ name: z.string(), at: Time })),
    /** `dangerAt`: when a danger was heard after this was answered: it may be so no more. */
    safe: z.object({ title: z.string(), answer: z.string(), at: Time, dangerAt: Time.optional() }).optional(),
  })
  .meta({ id: 'Brief' })

export type Brief = z.infer<typeof Brief>
