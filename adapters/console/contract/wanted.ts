import { z } from 'zod'
import { Code, Time } from './terms.ts'

/** What waits for the caller to answer it: nothing that others have to. */
export const WantedLine = z.object({
  /**
   * `late`: somebody in danger waits longer than was promised. `help`: a colleague calls.
   * `promise`: the time came that a person was told. `back`: a person wrote after a silence. `task`:
   * something was to be done by now. `network`: a case came that hangs together with a network that
   * was dismantled. `hold`: a person wants everything erased, and a hold keeps it: lift it, or set it
   * anew. `mention`: a note names the caller, and they have not seen it. The others: somebody asked,
   * and a second person has to agree.
   */
  kind: z.enum([
    'late',
    'help',
    'promise',
    'back',
    'task',
    'mention',
    'network',
    'hold',
    'erasure',
    'export',
  ]),
  code: Code,
  severity: z.enum(['P1', 'P2', 'P3', 'P4']),
  /** Since when it waits; of `late`, when somebody should have come. */
  at: Time,
  /** Who asks. */
  by: z.string().optional(),
  /** Of a mention: the note's id in the case file. */
  note: z.string().optional(),
})

export const WantedList = z
  .object({
    wanted: z.array(WantedLine),
    /** When time alone adds something. */
    next: Time.optional(),
  })
  .meta({ id: 'WantedList' })

export type WantedLine = z.infer<typeof WantedLine>
export type WantedList = z.infer<typeof WantedList>
