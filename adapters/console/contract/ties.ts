import { z } from 'zod'
import { Code, Time } from './terms.ts'

/**
 * What a case has in common with others that the reader may see, and why; made when it is asked for, of
 * nothing but those cases.
 */
export const Tie = z.object({
  kind: z.enum(['identifier', 'image', 'script', 'voice']),
  /**
   * Why it joins nobody: more than fifty cases have it (`many`), people call it somebody else's (`words`),
   * or those who have it have nothing else in common (`structure`).
   */
  held: z.enum(['many', 'words', 'structure']).optional(),
  /** Of an identifier, as the list of identifiers has it. */
  type: z.string().optional(),
  value: z.string().optional(),
  /** Of a picture or a recording: the item of this case. */
  evidence: z.string().optional(),
  /** Cases that have it, this one among them, and when the first of them was opened. */
  count: z.int().min(2),
  since: Time,
  /** The others, those in which something happened last first. `evidence`: the item there. */
  cases: z.array(z.object({ code: Code, openedAt: Time, evidence: z.string().optional() })),
})

export const CaseTies = z
  .object({
    ties: z.array(Tie),
    /** What members of the team said of other cases, but for those that they said are another matter. */
    verdicts: z.array(
      z.object({
        code: Code,
        verdict: z.enum(['same', 'unsure']),
        by: z.string(),
        reason: z.string(),
        at: Time,
      }),
    ),
  })
  .meta({ id: 'CaseTies' })

const Text = z.array(z.object({ text: z.string(), common: z.boolean() }))

/** Texts that were copied into both cases, in pieces: `common` ones stand in both. */
export const CommonTexts = z
  .object({ texts: z.array(z.object({ mine: Text, theirs: Text })) })
  .meta({ id: 'CommonTexts' })

export type Tie = z.infer<typeof Tie>
export type CaseTies = z.infer<typeof CaseTies>
export type CommonTexts = z.infer<typeof CommonTexts>
