import { z } from 'zod'
import { SCOPES } from '../rights.ts'
import { Teams, Time } from './terms.ts'

/** A signed-in browser. `address` without its last part. */
export const SessionRow = z
  .object({
    id: z.string(),
    /** Names of makers, `''` where it does not say. */
    browser: z.string(),
    system: z.string(),
    address: z.string(),
    since: Time,
    /** To five minutes. */
    lastSeen: Time,
    /** The one that asks. */
    current: z.boolean(),
  })
  .meta({ id: 'Session' })
export const SessionList = z.object({ sessions: z.array(SessionRow) }).meta({ id: 'SessionList' })

const Scope = z.enum(SCOPES)

/** Never the key itself: that is shown once, when it is made. */
export const KeyRow = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Its first characters. */
    start: z.string(),
    scopes: z.array(Scope),
    /** Those whose cases it sees; absent: every team's. */
    teams: z.array(z.string()).optional(),
    since: Time,
    until: Time.optional(),
    lastUsed: Time.optional(),
  })
  .meta({ id: 'Key' })
export const KeyList = z.object({ keys: z.array(KeyRow) }).meta({ id: 'KeyList' })
export const NewKey = z.object({
  name: z.string().trim().min(1).max(32),
  scopes: z
    .array(Scope)
    .min(1)
    .max(SCOPES.length)
    .refine((scopes) => new Set(scopes).size === scopes.length),
  /** Those whose cases it sees; absent: none. `null`: every team's, also of people under 18. */
  teams: Teams.nullable().optional(),
  /** Until it ends by itself. */
  days: z.int().min(1).max(365).optional(),
})
export const MadeKey = z.object({ id: z.string(), key: z.string() }).meta({ id: 'MadeKey' })

export type SessionRow = z.infer<typeof SessionRow>
export type KeyRow = z.infer<typeof KeyRow>
export type MadeKey = z.infer<typeof MadeKey>
