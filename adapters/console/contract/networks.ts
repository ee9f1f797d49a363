import { z } from 'zod'
import { Severity } from './index.ts'
import { Code, Time } from './terms.ts'

const Bond = z.enum(['identifier', 'script', 'voice', 'said'])

/** Sums of one currency, in hundredths, over the cases in which one was told. */
const Sum = z.object({ currency: z.string(), hundredths: z.int(), cases: z.int() })

/**
 * Cases that the caller may see and that hang together: by a number or an account, a copied text, a
 * recording, or because a member of the team said so. A suspicion, until people judge it.
 */
export const Network = z.object({
  /** The cases, those opened first first; the first names the network. */
  cases: z
    .array(
      z.object({
        code: Code,
        openedAt: Time,
        status: z.enum(['bot', 'waiting', 'agent', 'closed', 'erased']),
        severity: Severity,
        team: z.string(),
        /** Who holds it, by name. */
        holder: z.string().optional(),
        /** With which other cases of the network it is connected, and by what. */
        bonds: z.array(z.object({ code: Code, by: z.array(Bond) })),
      }),
    )
    .min(2),
  bonds: z.array(Bond),
  /** When something happened last in one of them. */
  lastAt: Time,
  demanded: z.array(Sum),
  paid: z.array(Sum),
  /** Provinces where the people live, as the questions name them, and services on which the others write. */
  provinces: z.array(z.string()),
  services: z.array(z.string()),
})

export const NetworkList = z.object({ networks: z.array(Network) }).meta({ id: 'NetworkList' })

export type Bond = z.infer<typeof Bond>
export type Network = z.infer<typeof Network>
export type NetworkList = z.infer<typeof NetworkList>
