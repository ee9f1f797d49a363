import { z } from 'zod'
import { Time } from './terms.ts'

/**
 * One thing that is known of a case, in the reader's language. `ends`: a time limit, `at` its end;
 * `exact` where a moment was named, `text` what was chosen where none was. `wants`: what is
 * demanded. `paid`: `text` is absent; `again` says that more is asked for. `holds`: what the other
 * side has. `weighs`: what else makes it grave. `region`: where the person lives.
 */
export const Fact = z
  .object({
    is: z.enum(['ends', 'wants', 'paid', 'holds', 'weighs', 'region']),
    text: z.string().optional(),
    at: Time.optional(),
    exact: z.literal(true).optional(),
    again: z.literal(true).optional(),
    amount: z.number().optional(),
    currency: z.string().optional(),
  })
  .meta({ id: 'Fact' })

export type Fact = z.infer<typeof Fact>
