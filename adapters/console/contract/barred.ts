import { z } from 'zod'
import { Time } from './terms.ts'

/**
 * Why the caller may not agree although their role may. `too_new`: made, invited anew, reset or
 * given a role less than 72 hours ago, by somebody in the console; `asker_too_new`: who asks was,
 * by the caller; both end at `until`. `made_by_asker`: who asks made, invited or reset the caller.
 */
export const Barred = z
  .object({ why: z.enum(['too_new', 'made_by_asker', 'asker_too_new']), until: Time.optional() })
  .meta({ id: 'Barred' })

export type Barred = z.infer<typeof Barred>
