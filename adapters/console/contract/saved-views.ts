import { z } from 'zod'
import { Language, Severity, Status } from './index.ts'
import { MOST_VIEWS, ORDERS } from './orders.ts'
import { Changed } from './replies.ts'

/** Where a count ends: nobody reads a larger one off a list. */
export const MOST_COUNTED = 99

const Id = z.string().regex(/^[\w-]{1,64}$/)

/**
 * What of the cases is shown, chosen from lists and dates: no word that anybody searched for. `me` as
 * `assignee` is whoever looks. Days are those of Baghdad, and both count.
 */
const SavedFilter = z
  .object({
    team: z.string().max(40).optional(),
    assignee: z.string().max(64).optional(),
    language: Language.optional(),
    status: z.array(Status).min(1).max(5).optional(),
    severity: z.array(Severity).min(1).max(4).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    order: z.enum(ORDERS).optional(),
  })
  .refine((filter) => Object.values(filter).some((part) => part !== undefined))

/** A filter and an order of the queue under a name; how dense its rows are, where it says so. */
export const SavedView = z
  .object({
    id: Id,
    name: z.string().trim().min(1).max(40),
    filter: SavedFilter,
    density: z.enum(['dense', 'normal', 'large']).optional(),
  })
  .meta({ id: 'SavedView' })

const list = { version: z.int().min(0), views: z.array(SavedView).max(MOST_VIEWS) }
/** `chosen`: what the queue shows when it is opened, one's own or the team's. */
const own = { ...list, chosen: Id.optional() }

export const OwnViews = z.object(own).meta({ id: 'OwnViews' })
export const SharedViews = z.object({ ...list, changed: Changed.optional() }).meta({ id: 'SharedViews' })
export const NewOwnViews = z.object(own).meta({ id: 'NewOwnViews' })
export const NewSharedViews = z.object(list).meta({ id: 'NewSharedViews' })

/** `counts`: by id, of those that were asked for, the cases for the caller now. `more`: there are more than that. */
export const SavedViews = z
  .object({
    own: OwnViews,
    shared: SharedViews,
    counts: z.record(z.string(), z.object({ count: z.int(), more: z.literal(true).optional() })),
  })
  .meta({ id: 'SavedViews' })

export type SavedView = z.infer<typeof SavedView>
export type OwnViews = z.infer<typeof OwnViews>
export type SharedViews = z.infer<typeof SharedViews>
export type NewOwnViews = z.infer<typeof NewOwnViews>
export type NewSharedViews = z.infer<typeof NewSharedViews>
export type SavedViews = z.infer<typeof SavedViews>
