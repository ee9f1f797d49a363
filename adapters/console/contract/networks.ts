import { z } from 'zod'
import { Severity } from './index.ts'
import { Code, Time } from './terms.ts'

/** Of a network its id; of one that is only suspected the code of the case that was opened first. */
export const NetworkKey = z.string().regex(/^(?:[0-9A-HJKMNP-TV-Z]{8}|U[0-9A-HJKMNP-TV-Z]{25})$/)
export const NetworkId = z.string().regex(/^U[0-9A-HJKMNP-TV-Z]{25}$/)
const NetworkState = z.enum(['suspected', 'confirmed', 'investigated', 'given', 'dismantled', 'dissolved'])

const Bond = z.enum(['identifier', 'script', 'voice', 'said'])

/** Sums of one currency, in hundredths, over the cases in which one was told. */
const Sum = z.object({ currency: z.string(), hundredths: z.int(), cases: z.int() })

/**
 * Cases that the caller may see and that hang together: by a number or an account, a copied text, a
 * recording, or because a member of the team said so. A suspicion, until people judge it.
 */
export const Network = z.object({
  key: NetworkKey,
  state: NetworkState,
  /** Who leads the work on it, by name. */
  lead: z.string().optional(),
  /** Cases that hang together with it and that nobody put in. */
  proposed: z.int(),
  /** Cases that came after it was dismantled, which nobody has answered. */
  alarms: z.int(),
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

/** A thing that several of its cases have in common, or what a member of the team said. */
const Shared = z.object({
  kind: z.enum(['identifier', 'image', 'script', 'voice']),
  type: z.string().optional(),
  value: z.string().optional(),
  cases: z.array(Code).min(2),
})

/** What somebody decided. Cases that the caller may not see are in none of it. */
const Step = z.object({
  at: Time,
  /** By name; nobody where the computer did it by itself. */
  by: z.string().optional(),
  kind: z.enum([
    'confirmed',
    'split_off',
    'case_added',
    'case_removed',
    'led',
    'investigated',
    'given',
    'dismantled',
    'dissolved',
    'emptied',
    'split',
    'merged',
    'matched',
    'alarm_answered',
    'dossier_requested',
    'dossier_approved',
    'dossier_refused',
    'dossier_made',
  ]),
  codes: z.array(Code),
  reason: z.string().optional(),
  /** Who leads from then on, by name. */
  lead: z.string().optional(),
  authority: z.string().optional(),
  reference: z.string().optional(),
  day: z.string().optional(),
  source: z.string().optional(),
})

/** One network with all that is known of it; what its cases share is read in them while they open. */
export const NetworkPage = z
  .object({
    network: Network,
    shared: z.array(Shared),
    proposed: z.array(
      z.object({ code: Code, openedAt: Time, bonds: z.array(z.object({ code: Code, by: z.array(Bond) })) }),
    ),
    alarms: z.array(z.object({ code: Code, to: Code, at: Time })),
    steps: z.array(Step),
  })
  .meta({ id: 'NetworkPage' })

const Reason = z.string().trim().min(1).max(500)
const Line = z.string().trim().min(1).max(200)

export const ConfirmNetwork = z.object({ codes: z.array(Code).min(2).max(500), reason: Reason })

/** What a person decides of a network. */
export const NetworkAct = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add'), code: Code, reason: Reason }),
  z.object({ do: z.literal('remove'), code: Code, reason: Reason }),
  z.object({ do: z.literal('answer'), code: Code, reason: Reason }),
  z.object({ do: z.literal('lead'), mine: z.boolean() }),
  z.object({ do: z.literal('investigate'), reason: Reason }),
  z.object({ do: z.literal('dissolve'), reason: Reason }),
  z.object({ do: z.literal('give'), authority: Line, reference: Line }),
  z.object({ do: z.literal('dismantle'), day: z.iso.date(), source: Line }),
  z.object({ do: z.literal('split'), codes: z.array(Code).min(2).max(500), reason: Reason }),
  z.object({ do: z.literal('merge'), other: NetworkId, reason: Reason }),
])

export const NetworkDone = z.object({ key: NetworkKey }).meta({ id: 'NetworkDone' })

export const NetworkList = z.object({ networks: z.array(Network) }).meta({ id: 'NetworkList' })

export type Bond = z.infer<typeof Bond>
export type Network = z.infer<typeof Network>
export type NetworkPage = z.infer<typeof NetworkPage>
export type NetworkDone = z.infer<typeof NetworkDone>
export type NetworkAct = z.infer<typeof NetworkAct>
export type NetworkList = z.infer<typeof NetworkList>
