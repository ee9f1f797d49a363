import { z } from 'zod'
import { CaseRow, Language, Severity, Status } from './index.ts'
import { Time } from './terms.ts'

/**
 * In a body and not in an address: what is looked for may be somebody's number or words. Cases that
 * were opened before `to` and changed since `from`.
 */
export const SearchAsked = z.object({
  q: z.string().max(200).default(''),
  from: Time.optional(),
  to: Time.optional(),
  team: z.string().max(40).optional(),
  assignee: z.string().max(64).optional(),
  language: Language.optional(),
  status: z.array(Status).max(5).optional(),
  severity: z.array(Severity).max(4).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(50).default(20),
})

const SearchRow = CaseRow.extend({
  /** By what the case was found; `filter` where no words were asked for. */
  by: z.enum(['code', 'identifier', 'words', 'filter']),
  /** The sentence that the words stand in; of an identifier how it was written there. */
  sentence: z.string().optional(),
}).meta({ id: 'SearchRow' })

export const SearchPage = z
  .object({
    rows: z.array(SearchRow),
    cursor: z.string().optional(),
    /** False: more cases hold this than were looked through. Say more, or narrow the dates. */
    whole: z.boolean(),
  })
  .meta({ id: 'SearchPage' })

export type SearchPage = z.infer<typeof SearchPage>
export type SearchAsked = z.input<typeof SearchAsked>
