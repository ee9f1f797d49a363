import { z } from 'zod'
import { Code } from './terms.ts'

/** What a member of the team does with an open case. `left`: they closed it. */
export const Beat = z.object({ state: z.enum(['viewing', 'typing', 'left']) })

/** Who has a case open now: the data of `event: presence`, which has no id and is not replayed. */
export const Presence = z
  .object({
    code: Code,
    agents: z.array(z.object({ id: z.string(), name: z.string(), state: z.enum(['viewing', 'typing']) })),
    /** The person types, where their channel tells. */
    person: z.literal('typing').optional(),
  })
  .meta({ id: 'Presence' })

export type Beat = z.infer<typeof Beat>
export type Presence = z.infer<typeof Presence>
