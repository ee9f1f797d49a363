import { z } from 'zod'
import { Agent, Language } from './index.ts'
import { RIGHTS, ROLES, SCOPES } from './rights.ts'
import { Teams, Time } from './terms.ts'

export const Role = z.enum(ROLES)

export const Me = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: Role,
    /** What the role may do; nothing of it while a second factor is missing that is required. */
    rights: z.array(z.enum(RIGHTS)),
    /** Teams whose cases they see; absent: every team's. */
    teams: z.array(z.string()).optional(),
    secondFactor: z.boolean(),
    /** They can do nothing until they set one up. */
    secondFactorRequired: z.boolean(),
    /** Minutes without anything done after which this session ends. */
    idleMinutes: z.int(),
    /** Everything here is invented (operator file, `practice`). */
    practice: z.literal(true).optional(),
    language: Language.optional(),
  })
  .meta({ id: 'Me' })
export const Team = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Team' })
export const Colleagues = z
  .object({ agents: z.array(Agent), teams: z.array(Team) })
  .meta({ id: 'Colleagues' })

/** First administrator, through the one-time link that the start prints. */
export const Setup = z.object({
  token: z.string().max(200),
  email: z.email().max(200),
  name: z.string().trim().min(1).max(60),
  password: z.string().min(12).max(200),
})
export const NewAgent = z.object({
  email: z.email().max(200),
  name: z.string().trim().min(1).max(60),
  role: Role,
  /** Those whose cases they see; absent: none yet. `null`: every team's, also of people under 18. */
  teams: Teams.nullable().optional(),
})
/** The link with which the new agent chooses a password; works once. */
export const Invitation = z.object({ agent: Agent, link: z.string() }).meta({ id: 'Invitation' })

/** `GET /api/v1/agents`, for administrators. `state`: `invited` until the link was used. */
export const AgentRow = Agent.extend({
  email: z.string().optional(),
  role: Me.shape.role.optional(),
  /** Absent where nobody set any: they see every team's cases. */
  teams: z.array(z.string()).optional(),
  secondFactor: z.boolean().optional(),
  /**
   * They agree to nothing that others ask for before: made, invited anew, reset or given a role not
   * long ago.
   */
  agreesFrom: Time.optional(),
  /** After too many wrong passwords. */
  lockedUntil: Time.optional(),
  state: z.enum(['active', 'invited', 'disabled']).optional(),
}).meta({ id: 'AgentRow' })
export const AgentList = z.object({ agents: z.array(AgentRow) }).meta({ id: 'AgentList' })

/** `needed` while no administrator exists; then the one-time link works. */
export const SetupState = z.object({ needed: z.boolean() }).meta({ id: 'SetupState' })
export const Acceptance = z.object({ token: z.string().max(200), password: z.string().min(12).max(200) })

export type Me = z.infer<typeof Me>
export type Colleagues = z.infer<typeof Colleagues>
export type Invitation = z.infer<typeof Invitation>
export type AgentRow = z.infer<typeof AgentRow>

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
