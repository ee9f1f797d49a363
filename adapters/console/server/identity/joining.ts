import type { Auth } from './auth.ts'
import { COMMAND, type Deeds } from '../administration/deeds.ts'
import type { Links } from './links.ts'
import { writeTeams } from './member-teams.ts'
import { isWeak } from './password.ts'
import type { RoleName } from '../../contract/rights.ts'
import type { Member, Roster, Row } from './roster.ts'
import type { Sessions } from './sessions.ts'

type NewMember = {
  readonly email: string
  readonly name: string
  readonly role: RoleName
  readonly teams?: readonly string[] | null
}

/** How somebody comes into the team: the first administrator, everybody else by a link. */
export type Joining = {
  /** `exists` where there is an administrator; then nothing is changed. */
  readonly createFirstAdmin: (first: {
    readonly email: string
    readonly password: string
    readonly name?: string
  }) => Promise<'created' | 'exists' | 'weak'>
  readonly hasAdmin: () => Promise<boolean>
  /**
   * A new one-time link for creating the first administrator, good for 24 h; earlier ones end.
   * Nothing where there is one.
   */
  readonly setupLink: () => Promise<string | undefined>
  readonly setUp: (
    token: string,
    first: { readonly email: string; readonly password: string; readonly name: string },
  ) => Promise<'done' | 'spent' | 'weak'>
  /**
   * A link, good once within 72 h, with which the new member chooses a password. Nobody is of a
   * team that was not named; `teams: null` names all.
   */
  readonly invite: (
    member: NewMember,
    by?: string,
  ) => Promise<
    | { readonly status: 'invited'; readonly member: Member; readonly link: string }
    | { readonly status: 'exists' }
  >
  /**
   * Another link for a member, for a lost password: the old password and all sessions end when it
   * is used.
   */
  readonly inviteAgain: (
    id: string,
    by?: string,
  ) => Promise<{ readonly member: Member; readonly link: string } | undefined>
  /** `weak`: the link stays good, and another password can be chosen. */
  readonly accept: (token: string, password: string) => Promise<'done' | 'spent' | 'weak'>
}

const detailOf = ({ role, teams }: NewMember): Readonly<Record<string, string>> => ({
  role,
  ...(teams === undefined ? {} : { teams: teams?.join() ?? 'all' }),
})

type JoiningParts = {
  readonly context: Awaited<Auth['$context']>
  readonly roster: Roster
  readonly links: Links
  readonly sessions: Sessions
  readonly record: Deeds['append']
}

export const makeJoining = ({ context, roster, links, sessions, record }: JoiningParts): Joining => {
  const { find, hasAdmin, hasPassword } = roster

  const setPassword = async (id: string, password: string): Promise<void> => {
    const hash = await context.password.hash(password)
    if (await hasPassword(id)) await context.internalAdapter.updatePassword(id, hash)
    else
      await context.internalAdapter.linkAccount({
        userId: id,
        providerId: 'credential',
        accountId: id,
        password: hash,
      })
  }

  const create = async ({ teams = [], ...member }: NewMember): Promise<Row> =>
    context.internalAdapter.createUser<Row>(
      {
        ...member,
        teams: writeTeams(teams ?? undefined),
        email: member.email.toLowerCase(),
        emailVerified: true,
      },
      { method: 'admin' },
    )

  const createAdmin = async (first: {
    readonly email: string
    readonly password: string
    readonly name?: string
  }): Promise<void> => {
    // Whoever sets Amin up sees all of it: while they are alone nobody else would. Whoever comes
    // after them is given teams by name.
    const row = await create({ email: first.email, name: first.name ?? 'Admin', role: 'admin', teams: null })
    await setPassword(row.id, first.password)
    await record({ by: 'setup', kind: 'member_joined', subject: row.id, detail: { role: 'admin' } })
  }

  return {
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
      if ((await context.internalAdapter.findUserByEmail(member.email.toLowerCase())) !== null)
        return { status: 'exists' }
      const row = await create(member)
      await record({ by, kind: 'member_invited', subject: row.id, detail: detailOf(member) })
      return { status: 'invited', member: roster.invited(row), link: await links.make('join', row.id) }
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
  }
}
