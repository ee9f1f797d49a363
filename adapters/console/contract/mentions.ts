import { z } from 'zod'

/** Whom a note on a case can name. */
export const CaseColleagues = z
  .object({
    /** Those alone who may be told of the case; a note that names another one is refused. */
    colleagues: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: 'CaseColleagues' })
export type CaseColleagues = z.infer<typeof CaseColleagues>

/** The place of a note, as the case file gives it. */
export const NoteId = z.string().regex(/^\d{1,9}\.\d{1,4}$/)
