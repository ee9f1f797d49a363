import { z } from 'zod'
import { isRecipient } from '../adapters/bundle/age.ts'
import { WEBHOOK_TYPES } from '../core/base/webhook.ts'
import { Https, Id, Names, SECTIONS } from '../adapters/console/contract/settings.ts'

const Email = z.email().transform((email) => email.toLowerCase())

const Hours = z.union([z.int().min(1).max(8760), z.literal('never')], 'hours from 1 to 8760, or never')

/** Up to thirty years. */
const Days = z.union([z.int().min(1).max(10_958), z.literal('never')], 'days from 1 to 10958, or never')

const Terms = z.strictObject({
  draftHours: Hours.optional(),
  idleDays: Days.optional(),
  closedDays: Days.optional(),
})

export const File = z.strictObject({
  organisation: SECTIONS.organisation.optional(),
  official: SECTIONS.official.default({}),
  /** Where the quick exit of the web chat leads: a harmless page elsewhere. Absent: a page of our own. */
  exitUrl: Https.optional(),
  hotlines: SECTIONS.hotlines.optional(),
  teams: SECTIONS.teams.optional(),
  targets: SECTIONS.targets.optional(),
  /** A severity's own terms go before those for all; `never`: kept until somebody erases it. */
  retention: z
    .strictObject({
      draftHours: Hours.optional(),
      P4days: Days.optional(),
      closedDays: Days.optional(),
      P1: Terms.optional(),
      P2: Terms.optional(),
      P3: Terms.optional(),
      P4: Terms.optional(),
    })
    .optional(),
  /** Every sealed object is read again once in so many days. */
  scrubDays: z.int().min(1).max(365).optional(),
  /**
   * Kept free for words: no file is taken below it. The store's write-ahead log alone may take 64
   * (adapters/sqlite/index.ts).
   */
  reserveMegabytes: z.int().min(64).max(1_000_000).optional(),
  /**
   * New conversations of one process: above `burst` at once and `perMinute` after it the next one
   * is slowed, and none refused.
   */
  newConversations: z
    .strictObject({ burst: z.int().min(10).max(100_000), perMinute: z.int().min(1).max(100_000) })
    .optional(),
  alarm: z
    .strictObject({ webhook: z.url({ protocol: /^https?$/ }).max(500), secretFile: z.string().min(1) })
    .optional(),
  /**
   * Authorities (RFC 3161) that vouch for the time of checkpoints; each answer is verified against
   * its certificate. Only hashes leave.
   */
  anchors: z
    .array(
      z.strictObject({
        id: Id,
        url: z.url({ protocol: /^https?$/ }).max(500),
        /** PEM: the authority's own certificate, or that of who certifies it. */
        certificateFile: z.string().min(1),
        everyHours: z.int().min(1).max(8760).default(24),
      }),
    )
    .max(5)
    .refine(
      (anchors) => new Set(anchors.map(({ id }) => id)).size === anchors.length,
      'an anchor stands twice',
    )
    .optional(),
  /** Programs of the agency that are told of what happens to cases (bots/webhooks.ts). */
  webhooks: z
    .array(
      z.strictObject({
        id: Id,
        url: z.url({ protocol: /^https?$/ }).max(500),
        /** Holds `whsec_` and the secret in base64, as of Standard Webhooks. */
        secretFile: z.string().min(1),
        events: z.array(z.enum(WEBHOOK_TYPES)).min(1),
      }),
    )
    .max(5)
    .refine((hooks) => new Set(hooks.map(({ id }) => id)).size === hooks.length, 'a webhook stands twice')
    .optional(),
  /** Bundles for others. `recipients`: the only public keys (age) that they may be sealed to; absent: any. */
  export: z
    .strictObject({
      /** One asks in the console, another agrees. */
      twoPersons: z.boolean().optional(),
      recipients: z
        .array(z.string().refine(isRecipient, 'a public key of age, such as age1...'))
        .min(1)
        .max(100)
        .optional(),
      /** No bundle leaves open. */
      onlySealed: z.boolean().optional(),
    })
    .optional(),
  /** For people who fear the organisation itself. */
  ngoRoute: z
    .strictObject({ name: Names, url: Https.optional(), number: z.string().max(30).optional() })
    .optional(),
  conflicts: z
    .array(
      z.strictObject({
        agent: Email,
        governorates: z.array(Id).default([]),
        names: z.array(z.string().min(2).max(60)).default([]),
      }),
    )
    .optional(),
  /**
   * Whether members of the team need one to do anything; absent: where others than this machine
   * reach the console.
   */
  secondFactor: z.enum(['required', 'optional']).optional(),
  /**
   * Files that a member should open in a shift at most: they are asked to pass on, and nothing is
   * refused. Absent: 20.
   */
  exposurePerShift: z.int().min(1).max(1000).optional(),
  /**
   * Whether who holds a case is told of supervisors who look at it. The chain of custody knows it
   * in any case.
   */
  watchShown: z.boolean().optional(),
  /**
   * Nothing here is real: chat and console say so on every page. For a demonstration and for agents
   * who practise.
   */
  practice: z.boolean().optional(),
  /** Members of the team who are women; absent: nobody knows, and a wish for one holds nobody back. */
  women: z.array(Email).optional(),
})
