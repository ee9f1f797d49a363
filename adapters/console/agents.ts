import type { AgentId } from '../../core/base/ids.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Hasher } from '../../core/ports/hasher.ts'
import type { Random } from '../../core/ports/random.ts'
import { instant, type Instant } from '../../core/base/units.ts'
import { accountKey, makeAttempts, type Attempts } from './attempts.ts'
import type { Auth } from './auth.ts'
import { hasPasskey } from './caller.ts'
import { makeDeeds, type Deeds } from './deeds.ts'
import { makeKeys, type Keys, type NewKey } from './keys.ts'
import { makeLinks, type Links } from './links.ts'
import { makeNotices, type Notices } from './notices.ts'
import { readTeams, writeTeams } from './member-teams.ts'
import { isWeak } from './password.ts'
import type { RoleName } from './rights.ts'
import { isRole } from './roles.ts'
import { makeSessions, type Sessions } from './sessions.ts'

/** A member of the team. `machine` owns an API key. */
export type Member = {
  readonly id: AgentId
  readonly name: string
  readonly email: string
  readonly role: RoleName | 'machine'
  /** Teams that were set; nothing where nobody set any. What of them is seen: see teamsSeen. */
  readonly teams?: readonly string[]
  readonly secondFactor: boolean
  readonly state: 'active' | 'invited' | 'disabled'
  /** After many wrong passwords from unknown browsers: until when none is taken from such. */
  readonly lockedUntil?: Instant
}

type NewMember = { readonly email: string; readonly name: string; readonly role: RoleName; readonly teams?: readonly string[] | null }
type Changes = { readonly role?: RoleName; readonly teams?: readonly string[] | null }
type Done = { readonly status: 'done'; readonly id: AgentId } | { readonly status: 'unknown' | 'last_admin' }

/**
 * People and machines: what the console's API and the command line do with them. What changes somebody's way in is written down (deeds.ts); `by`
 * is who does it: a member's id, or `command`.
 */
export type Agents = {
  readonly deeds: Deeds
  readonly attempts: Attempts
  readonly notices: Notices
  readonly sessions: Sessions
  readonly keys: Pick<Keys, 'list' | 'opens'> & { readonly end: (id: string, by?: string) => Promise<boolean> }
  readonly list: () => Promise<readonly Member[]>
  readonly find: (id: string) => Promise<Member | undefined>
  /** `exists` where there is an administrator; then nothing is changed. */
  readonly createFirstAdmin: (first: {
    readonly email: string
    readonly password: string
    readonly name?: string
  }) => Promise<'created' | 'exists' | 'weak'>
  readonly hasAdmin: () => Promise<boolean>
  /** A new one-time link for creating the first administrator, good for 24 h; earlier ones end. Nothing where there is one. */
  readonly setupLink: () => Promise<string | undefined>
  readonly setUp: (
    token: string,
    first: { readonly email: string; readonly password: string; readonly name: string },
  ) => Promise<'done' | 'spent' | 'weak'>
  /** A link, good once within 72 h, with which the new member chooses a password. Nobody is of a team that was not named; `teams: null` names all. */
  readonly invite: (
    member: NewMember,
    by?: string,
  ) => Promise<{ readonly status: 'invited'; readonly member: Member; readonly link: string } | { readonly status: 'exists' }>
  /** Another link for a member, for a lost password: the old password and all sessions end when it is used. */
  readonly inviteAgain: (id: string, by?: string) => Promise<{ readonly member: Member; readonly link: string } | undefined>
  /** `weak`: the link stays good, and another password can be chosen. */
  readonly accept: (token: string, password: string) => Promise<'done' | 'spent' | 'weak'>
  /** Ends every session at once and keeps out. By id or e-mail address. */
  readonly disable: (who: string, by?: string) => Promise<Done>
  /** Another role, other teams; `teams: null` takes the limit away. What is not named stays. */
  readonly change: (id: string, changes: Changes, by?: string) => Promise<Done>
  /** Takes passwords and codes again at once. */
  readonly unlock: (id: string, by?: string) => Promise<Done>
  /** For a lost telephone: passkeys and codes end, and every session; they set up another when they come back. */
  readonly resetFactor: (id: string, by?: string) => Promise<Done>
  readonly endSessions: (id: string, by?: string) => Promise<Done>
  /** The key is shown this once; only its hash is kept. */
  readonly createKey: (wanted: NewKey, by?: string) => Promise<{ readonly id: string; readonly key: string }>
}

/** More than any team has; a list is one query. */
const MOST = 5_000

const detailOf = ({ role, teams }: Changes): Readonly<Record<string, string>> => ({
  ...(role === undefined ? {} : { role }),
  ...(teams === undefined ? {} : { teams: teams?.join() ?? 'all' }),
})

type Row = { readonly id: string; readonly name: string; readonly email: string } & Readonly<Record<string, unknown>>

const roleOf = (row: Row): Member['role'] => (isRole(row['role']) ? row['role'] : 'machine')

export type AgentParts = {
  readonly auth: Auth
  readonly random: Random
  readonly publicUrl: string
  readonly clock: Clock
  readonly hasher: Hasher
}

/** Who does it where nobody says: only the operator's own command line does not. */
const COMMAND = 'command'

export const openAgents = async (parts: AgentParts): Promise<Agents> => {
  const { auth, random, hasher } = parts
  const context = await auth.$context
  const links: Links = makeLinks(context.internalAdapter, context.adapter, parts)

  const attempts = makeAttempts(parts.clock)
  const deeds = makeDeeds(context.adapter, parts)
  const sessions = makeSessions(context)
  const keys = makeKeys(auth, context, random)
  const record = deeds.append

  const hasPassword = async (id: string): Promise<boolean> => (await context.internalAdapter.findCredentialAccount(id)) !== null

  type Known = { readonly withPassword: boolean; readonly withPasskey: boolean; readonly locked: ReadonlyMap<string, number> }
  const memberOf = (row: Row, { withPassword, withPasskey, locked }: Known): Member => {
    const present = withPassword || roleOf(row) === 'machine' ? 'active' : 'invited'
    const teams = readTeams(row['teams'])
    const until = locked.get(accountKey(hasher, row.email))
    return {
      id: row.id as AgentId,
      name: row.name,
      email: row.email,
      role: roleOf(row),
      secondFactor: row['twoFactorEnabled'] === true || withPasskey,
      ...(teams === undefined ? {} : { teams }),
      ...(until === undefined ? {} : { lockedUntil: instant(until) }),
      state: row['banned'] === true ? 'disabled' : present,
    }
  }

  const find: Agents['find'] = async (id) => {
    const row = await context.internalAdapter.findUserById(id)
    if (row === null) return undefined
    const [withPassword, withPasskey, locked] = await Promise.all([
      hasPassword(id),
      hasPasskey(context.adapter, id),
      attempts.locked(context.adapter),
    ])
    return memberOf(row, { withPassword, withPasskey, locked })
  }

  const list: Agents['list'] = async () => {
    const rows: readonly Row[] = await context.internalAdapter.listUsers(MOST, 0, { field: 'createdAt', direction: 'asc' })
    const accounts = await context.adapter.findMany<{ readonly userId: string }>({
      model: 'account',
      where: [{ field: 'providerId', value: 'credential' }],
      limit: MOST,
    })
    const withPassword = new Set(accounts.map((account) => account.userId))
    const passkeys = await context.adapter.findMany<{ readonly userId: string }>({ model: 'passkey', limit: MOST })
    const withPasskey = new Set(passkeys.map((passkey) => passkey.userId))
    const locked = await attempts.locked(context.adapter)
    return rows.map((row) => memberOf(row, { withPassword: withPassword.has(row.id), withPasskey: withPasskey.has(row.id), locked }))
  }

  const admins = async (): Promise<readonly Member[]> =>
    (await list()).filter(({ role, state }) => role === 'admin' && state !== 'disabled')
  const hasAdmin = async (): Promise<boolean> => (await admins()).length > 0

  const setPassword = async (id: string, password: string): Promise<void> => {
    const hash = await context.password.hash(password)
    if (await hasPassword(id)) await context.internalAdapter.updatePassword(id, hash)
    else await context.internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash })
  }

  const create = async ({ teams = [], ...member }: NewMember): Promise<Row> =>
    context.internalAdapter.createUser<Row>(
      { ...member, teams: writeTeams(teams ?? undefined), email: member.email.toLowerCase(), emailVerified: true },
      { method: 'admin' },
    )

  const createAdmin = async (first: { readonly email: string; readonly password: string; readonly name?: string }): Promise<void> => {
    // Whoever sets Amin up sees all of it: while they are alone nobody else would. Whoever comes after them is given teams by name.
    const row = await create({ email: first.email, name: first.name ?? 'Admin', role: 'admin', teams: null })
    await setPassword(row.id, first.password)
    await record({ by: 'setup', kind: 'member_joined', subject: row.id, detail: { role: 'admin' } })
  }

  const ofPerson = async (id: string, act: (member: Member) => Promise<void>): Promise<Done> => {
    const member = await find(id)
    if (member === undefined || member.role === 'machine') return { status: 'unknown' }
    await act(member)
    return { status: 'done', id: member.id }
  }
  /** The last who could let others in stays one. */
  const isLastAdmin = async (member: Member): Promise<boolean> =>
    member.role === 'admin' && !(await admins()).some(({ id, state }) => id !== member.id && state === 'active')

  const byAddress = async (who: string): Promise<Member | undefined> => {
    const found = await context.internalAdapter.findUserByEmail(who.toLowerCase())
    return found === null ? undefined : find(found.user.id)
  }

  return {
    list,
    find,
    deeds,
    attempts,
    notices: makeNotices(context, deeds),
    sessions,
    keys: {
      list: keys.list,
      opens: keys.opens,
      end: async (id, by = COMMAND) => {
        const ended = await keys.end(id)
        if (ended) await record({ by, kind: 'key_ended', subject: id })
        return ended
      },
    },
    hasAdmin,
    createFirstAdmin: async (first) => {
      if (await hasAdmin()) return 'exists'
      if (await isWeak(first.password, { name: '', ...first })) return 'weak'
      try {
        await createAdmin(first)
        return 'created'
      } catch (error) {
        // Another process started at the same moment, and its insert came first.
        if (await hasAdmin()) return 'exists'
        throw error
      }
    },
    setupLink: async () => ((await hasAdmin()) ? undefined : links.make('setup', 'first')),
    setUp: async (token, first) => {
      if ((await hasAdmin()) || (await links.peek('setup', token)) === undefined) return 'spent'
      if (await isWeak(first.password, first)) return 'weak'
      if ((await links.use('setup', token)) === undefined) return 'spent'
      await createAdmin(first)
      return 'done'
    },
    invite: async (member, by = COMMAND) => {
      if ((await context.internalAdapter.findUserByEmail(member.email.toLowerCase())) !== null) return { status: 'exists' }
      const row = await create(member)
      await record({ by, kind: 'member_invited', subject: row.id, detail: detailOf(member) })
      const known = { withPassword: false, withPasskey: false, locked: new Map<string, number>() }
      return { status: 'invited', member: memberOf(row, known), link: await links.make('join', row.id) }
    },
    inviteAgain: async (id, by = COMMAND) => {
      const member = await find(id)
      if (member === undefined || member.role === 'machine' || member.state === 'disabled') return undefined
      await record({ by, kind: 'member_invited_again', subject: id })
      return { member, link: await links.make('join', id) }
    },
    accept: async (token, password) => {
      const id = await links.peek('join', token)
      const member = id === undefined ? undefined : await find(id)
      if (member === undefined || member.state === 'disabled') return 'spent'
      if (await isWeak(password, member)) return 'weak'
      if ((await links.use('join', token)) !== member.id) return 'spent'
      await setPassword(member.id, password)
      await sessions.endAll(member.id)
      await record({ by: member.id, kind: 'member_joined', subject: member.id })
      return 'done'
    },
    disable: async (who, by = COMMAND) => {
      const member = (await find(who)) ?? (await byAddress(who))
      if (member === undefined) return { status: 'unknown' }
      if (await isLastAdmin(member)) return { status: 'last_admin' }
      await context.internalAdapter.updateUser(member.id, { banned: true })
      await sessions.endAll(member.id)
      await record({ by, kind: 'member_disabled', subject: member.id })
      return { status: 'done', id: member.id }
    },
    change: async (id, { role, teams }, by = COMMAND) => {
      const member = await find(id)
      if (member === undefined || member.role === 'machine') return { status: 'unknown' }
      if (role !== undefined && role !== 'admin' && (await isLastAdmin(member))) return { status: 'last_admin' }
      await context.internalAdapter.updateUser(id, {
        ...(role === undefined ? {} : { role }),
        ...(teams === undefined ? {} : { teams: writeTeams(teams ?? undefined) }),
      })
      const detail = {
        // Saved again without another role, it is none that was given.
        ...(role === undefined || role === member.role ? {} : { role }),
        ...(teams === undefined ? {} : { teams: teams?.join() ?? 'all' }),
      }
      await record({ by, kind: 'member_changed', subject: id, detail })
      return { status: 'done', id: member.id }
    },
    unlock: (id, by = COMMAND) =>
      ofPerson(id, async ({ email }) => {
        await attempts.forget(context.adapter, accountKey(hasher, email))
        await context.adapter.updateMany({
          model: 'twoFactor',
          where: [{ field: 'userId', value: id }],
          update: { failedVerificationCount: 0, lockedUntil: null },
        })
        await record({ by, kind: 'member_unlocked', subject: id })
      }),
    resetFactor: (id, by = COMMAND) =>
      ofPerson(id, async () => {
        for (const model of ['twoFactor', 'passkey']) await context.adapter.deleteMany({ model, where: [{ field: 'userId', value: id }] })
        await context.internalAdapter.updateUser(id, { twoFactorEnabled: false })
        await sessions.endAll(id)
        await record({ by, kind: 'factor_reset', subject: id })
      }),
    endSessions: (id, by = COMMAND) =>
      ofPerson(id, async () => {
        await sessions.endAll(id)
        await record({ by, kind: 'sessions_ended', subject: id })
      }),
    createKey: async (wanted, by = COMMAND) => {
      const { scopes, teams = [], days } = wanted
      const made = await keys.make(wanted)
      await record({
        by,
        kind: 'key_made',
        subject: made.id,
        detail: { scopes: scopes.join(), teams: teams?.join() ?? 'all', ...(days === undefined ? {} : { days: String(days) }) },
      })
      return made
    },
  }
}
