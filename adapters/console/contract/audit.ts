import { z } from 'zod'
import { Code, Time } from './terms.ts'

const Who = z.object({ id: z.string(), name: z.string() })

/** Both days are counted, in UTC; at most 92. `code`: one case. */
export const AuditQuery = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  member: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  code: z.string().max(40).optional(),
})

/**
 * What somebody did to a case, from the open header of the entry. `by`: absent where the operator's
 * command line did it.
 */
const Act = z.object({ at: Time, code: Code, seq: z.int(), by: Who.optional(), kinds: z.array(z.string()) })

/**
 * What was done to people, keys and settings. `by`: absent where nobody was signed in, then `how`
 * says `command`, `setup` or `stranger`.
 */
const Deed = z.object({
  no: z.int(),
  at: Time,
  by: Who.optional(),
  how: z.enum(['command', 'setup', 'stranger']).optional(),
  kind: z.string(),
  subject: Who,
  detail: z.record(z.string(), z.string()),
})

export const Audit = z
  .object({
    /** Newest first, both. */
    acts: z.array(Act),
    deeds: z.array(Deed),
    /**
     * What ids in `deeds` are called now (lines of the team's lists, keys), as far as the caller may see
     * these anyway. The log itself holds ids alone.
     */
    names: z.record(z.string(), z.string()),
    /** More was done than is shown at once. */
    cut: z.boolean(),
    /**
     * The log of what was done to people: whether each link holds, how many there are, and the hash
     * of the last.
     */
    log: z.object({ intact: z.boolean(), count: z.int(), head: z.string() }),
  })
  .meta({ id: 'Audit' })

export type Audit = z.infer<typeof Audit>
