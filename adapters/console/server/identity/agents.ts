import type { AgentId } from '../../../../core/base/ids.ts'
import type { Clock } from '../../../../core/ports/clock.ts'
import type { Hasher } from '../../../../core/ports/hasher.ts'
import type { Random } from '../../../../core/ports/random.ts'
import { accountKey, makeAttempts, type Attempts } from './attempts.ts'
import type { Auth } from './auth.ts'
import { COMMAND, makeDeeds, type Deeds } from '../administration/deeds.ts'
import { makeJoining, type Joining } from './joining.ts'
import { makeKeys, type Keys, type NewKey } from './keys.ts'
import { makeLinks, type Links } from './links.ts'
import { makeNotices, type Notices } from './notices.ts'
import { writeTeams } from './member-teams.ts'
import type { RoleName } from '../../contract/rights.ts'
import { makeRoster, type Member, type Roster } from './roster.ts'
import { makeSessions, type Sessions } from './sessions.ts'

type Changes = { readonly role?: RoleName; readonly teams?: readonly string[] | null }
type Done = { readonly status: 'done'; readonly id: AgentId } | { readonly status: 'unknown' | 'last_admin' }

/**
 * People and machines: what the console's API and the command line do with them. What changes
 * somebody's way in is written down (deeds.ts); `by` is who does it: a member's id, or `command`.
 */
export type Agents = Joining &
  Pick<Roster, 'list' | 'find'> & {
    readonly deeds: Deeds
    readonly attempts: Attempts
    readonly notices: Notices
    readonly sessions: Sessions
    readonly keys: Pick<Keys, 'list' | 'opens'> & {
      readonly end: (id: string, by?: string) => Promise<boolean>
    }
    /** Ends every session at once and keeps out. By id or e-mail address. */
    readonly disable: (who: string, by?: string) => Promise<Done>
    /** Another role, other teams; `teams: null` takes the limit away. What is not named stays. */
    readonly change: (id: string, changes: Changes, by?: string) => Promise<Done>
    /** Takes passwords and codes again at once. */
    readonly unlock: (id: string, by?: string) => Promise<Done>
    /**
     * For a lost telephone: passkeys and codes end, and every session; they set up another when
     * they come back.
     */
    readonly resetFactor: (id: string, by?: string) => Promise<Done>
    readonly endSessions: (id: string, by?: string) => Promise<Done>
    /** The key is shown this once; only its hash is kept. */
    readonly createKey: (
      wanted: NewKey,
      by?: string,
    ) => Promise<{ readonly id: string; readonly key: string }>
  }

export type AgentParts = {
  readonly auth: Auth
  readonly random: Random
  readonly publicUrl: string
  readonly clock: Clock
  readonly hasher: Hasher
}

export const openAgents = async (parts: AgentParts): Promise<Agents> => {
  const { auth, random, hasher } = parts
  const context = await auth.$context
  const links: Links = makeLinks(context.internalAdapter, context.adapter, parts)

  const attempts = makeAttempts(parts.clock)
  const deeds = makeDeeds(context.adapter, parts)
  const sessions = makeSessions(context)
  const keys = makeKeys(auth, context, random)
  const record = deeds.append

  const roster = makeRoster({ context, attempts, hasher })
  const joining = makeJoining({ context, roster, links, sessions, record })
  const { find, byAddress, isLastAdmin } = roster

  const ofPerson = async (id: string, act: (member: Member) => Promise<void>): Promise<Done> => {
    const member = await find(id)
    if (member === undefined || member.role === 'machine') return { status: 'unknown' }
    await act(member)
    return { status: 'done', id: member.id }
  }
  return {
    ...joining,
    list: roster.list,
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
      if (role !== undefined && role !== 'admin' && (await isLastAdmin(member)))
        return { status: 'last_admin' }
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
        for (const model of ['twoFactor', 'passkey'])
          await context.adapter.deleteMany({ model, where: [{ field: 'userId', value: id }] })
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
        detail: {
          scopes: scopes.join(),
          teams: teams?.join() ?? 'all',
          ...(days === undefined ? {} : { days: String(days) }),
        },
      })
      return made
    },
  }
}
