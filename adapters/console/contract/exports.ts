import { z } from 'zod'
import { Barred } from './barred.ts'
import { Time } from './terms.ts'

/** Bundles of a case for others: who asks, who agrees, and what would be in it. */
export const BundleScope = z.enum(['person', 'share-investigators', 'share-ngo'])

/** Why nothing of a scope leaves now: the person did not agree to it, or asked that everything be erased. */
const Forbidden = z.enum(['consent', 'erasing'])

export const ExportRequest = z
  .object({
    /** Names the request: the seq of its entry. */
    request: z.int(),
    by: z.object({ id: z.string(), name: z.string() }),
    at: Time,
    reason: z.string(),
    scope: BundleScope,
    recipients: z.array(z.string()),
    /** `over`: the 24 hours in which it could be fetched have passed. */
    status: z.enum(['waiting', 'ready', 'refused', 'over']),
    answer: z.object({ by: z.object({ id: z.string(), name: z.string() }), at: Time }).optional(),
    /** What the caller may do with it now. */
    mayAnswer: z.boolean(),
    /** Why they may not approve it; refuse it they may. */
    barred: Barred.optional(),
    mayFetch: z.boolean(),
  })
  .meta({ id: 'ExportRequest' })

/** `GET /api/v1/cases/{code}/exports`. */
export const ExportState = z
  .object({
    rule: z.object({
      twoPersons: z.boolean(),
      onlySealed: z.boolean(),
      recipients: z.array(z.string()).optional(),
    }),
    scopes: z.array(z.object({ scope: BundleScope, forbidden: Forbidden.optional() })),
    /** Files and statements that would be in it, and those that would not. */
    items: z.int(),
    leftOut: z.int(),
    mayAsk: z.boolean(),
    /** The newest. */
    request: ExportRequest.optional(),
  })
  .meta({ id: 'ExportState' })

export const NewExport = z.object({
  reason: z.string().trim().min(3).max(500),
  scope: BundleScope.default('share-investigators'),
  recipients: z.array(z.string().trim().max(100)).max(20).default([]),
})

export type BundleScope = z.infer<typeof BundleScope>
export type ExportRequest = z.infer<typeof ExportRequest>
export type ExportState = z.infer<typeof ExportState>
