import { z } from 'zod'
import { ChannelName, Time } from './terms.ts'

const Names = z.object({ ar: z.string(), ckb: z.string(), en: z.string() })
const Severities = <T extends z.ZodType>(each: T) => z.object({ P1: each, P2: each, P3: each, P4: each })
const Term = z.union([z.int(), z.literal('never')])

/**
 * `shown`: people get the number. `lapsed`: nobody checked it for too long. `future`: the date of
 * the check is still to come.
 */
const Hotline = z.object({
  id: z.string(),
  name: Names,
  number: z.string(),
  area: Names.optional(),
  for: z.array(z.enum(['emergency', 'suicide', 'children', 'women', 'family', 'cyber', 'legal', 'ngo'])),
  source: z.string(),
  /** The later of the file's date and the day of a call that was confirmed here. */
  lastChecked: z.iso.date(),
  /** Who called it, where that is what counts. */
  confirmed: z.object({ at: Time, by: z.object({ id: z.string(), name: z.string() }) }).optional(),
  state: z.enum(['shown', 'lapsed', 'future']),
  /** Whole days that it is still shown. */
  daysLeft: z.int().min(0),
})

const Target = z.object({
  replyMinutes: z.number(),
  nightReplyMinutes: z.number().optional(),
  pages: z.array(z.object({ afterMinutes: z.number(), to: z.enum(['team', 'supervisor', 'external']) })),
  againMinutes: z.number(),
  againAtMostMinutes: z.number(),
  /** Said by the file, not the usual. */
  stated: z.boolean(),
})

export const HotlineParams = z.object({ id: z.string().regex(/^[\w-]{1,40}$/) })

/** The line as whoever called it had it before them: what stands in the file may be another by now. */
export const CalledHotline = z
  .object({ number: z.string().max(30), name: Names })
  .meta({ id: 'CalledHotline' })
export type CalledHotline = z.infer<typeof CalledHotline>

/**
 * `GET /api/v1/operator`: what holds here, whether the operator file says it or nobody does. No
 * secret, and no address that may hold one.
 */
export const OperatorState = z
  .object({
    organisation: z
      .object({
        name: Names,
        kind: z.enum(['state', 'ngo', 'university', 'company', 'other']),
        readMoreUrl: z.string().optional(),
      })
      .optional(),
    official: z.partialRecord(ChannelName, z.string()),
    exitUrl: z.string().optional(),
    ngoRoute: z.object({ name: Names, url: z.string().optional(), number: z.string().optional() }).optional(),
    hotlines: z.array(Hotline),
    /** How many days after its check a number is shown. */
    hotlineDays: z.int(),
    teams: z.array(
      z.object({
        id: z.string(),
        name: Names,
        /** Nothing: nobody said. */
        languages: z.array(z.enum(['ar', 'ckb', 'en'])).optional(),
        on: z.boolean(),
        stated: z.boolean(),
      }),
    ),
    targets: Severities(Target).extend({
      night: z.object({ from: z.int(), to: z.int(), stated: z.boolean() }),
    }),
    retention: Severities(
      z.object({ draftHours: Term, idleDays: Term, closedDays: Term, stated: z.boolean() }),
    ),
    secondFactor: z.object({ rule: z.enum(['required', 'optional']), stated: z.boolean() }),
    export: z.object({
      twoPersons: z.boolean(),
      onlySealed: z.boolean(),
      /** Public keys; nothing: any may be named. */
      recipients: z.array(z.string()).optional(),
    }),
    /** The host alone: an address may hold a secret. */
    anchors: z.array(z.object({ id: z.string(), host: z.string(), everyHours: z.int() })),
    alarm: z.object({ host: z.string() }).optional(),
    scrubDays: z.object({ days: z.int(), stated: z.boolean() }),
    reserveMegabytes: z.object({ megabytes: z.int(), stated: z.boolean() }),
    /** Above these the next one is slowed. */
    newConversations: z.object({ burst: z.int(), perMinute: z.int(), stated: z.boolean() }),
    /**
     * How many people of the team declared a conflict, and how many are known to be women: how
     * many, not who.
     */
    conflicts: z.int(),
    women: z.int().optional(),
  })
  .meta({ id: 'OperatorState' })

export type OperatorState = z.infer<typeof OperatorState>
