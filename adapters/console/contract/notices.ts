import { z } from 'zod'
import { Time } from './terms.ts'

/**
 * What others changed of how I come in or of what I may do. `by`: absent where the operator's own
 * command line did it.
 */
export const Notice = z
  .object({
    no: z.int(),
    at: Time,
    kind: z.enum(['member_invited_again', 'factor_reset', 'member_changed', 'member_slowed']),
    by: z.string().optional(),
    /** Of `member_slowed`: who. */
    about: z.string().optional(),
    /**
     * Of `member_changed`: the role and the teams that were given; `all` for every team. Of
     * `member_slowed`: `what` is `reveal` or `search`.
     */
    detail: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Notice' })

export const NoticeList = z.object({ notices: z.array(Notice) }).meta({ id: 'NoticeList' })
export const NoticesSeen = z.object({ no: z.int().min(0) })

export type Notice = z.infer<typeof Notice>
