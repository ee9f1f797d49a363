import type { AgentId } from '../../../../core/base/ids.ts'
import type { Hasher } from '../../../../core/ports/hasher.ts'
import { instant, type Instant } from '../../../../core/base/units.ts'
import { accountKey, type Attempts } from './attempts.ts'
import type { Auth } from './auth.ts'
import { hasPasskey } from './caller.ts'
import { readTeams } from './member-teams.ts'
import type { RoleName } from '../../contract/rights.ts'
import { isRole } from './roles.ts'

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

/** More than any team has; a list is one query. */
const MOST = 5_000

/** A person or machine as the people's database has them. */
export type Row = { readonly id: string; readonly name: string; readonly email: string } & Readonly<
  Record<string, unknown>
>

const roleOf = (row: Row): Member['role'] => (isRole(row['role']) ? row['role'] : 'machine')

type Known = {
  readonly withPassword: boolean
  readonly withPasskey: boolean
  readonly locked: ReadonlyMap<string, number>
}

/** Who is in the team. */
export type Roster = {
  readonly list: () => Promise<readonly Member[]>
  readonly find: (id: string) => Promise<Member | undefined>
  readonly byAddress: (address: string) => Promise<Member | undefined>
  readonly hasAdmin: () => Promise<boolean>
  /** The last who could let others in stays one. */
  readonly isLastAdmin: (member: Member) => Promise<boolean>
  readonly hasPassword: (id: string) => Promise<boolean>
  /** Of a row that was made just now. */
  readonly invited: (row: Row) => Member
}

type RosterParts = {
  readonly context: Awaited<Auth['$context']>
  readonly attempts: Attempts
  readonly hasher: Hasher
}

export const makeRoster = ({ context, attempts, hasher }: RosterParts): Roster => {
  const hasPassword = async (id: string): Promise<boolean> =>
    (await context.internalAdapter.findCredentialAccount(id)) !== null

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

  const find: Roster['find'] = async (id) => {
    const row = await context.internalAdapter.findUserById(id)
    if (row === null) return undefined
    const [withPassword, withPasskey, locked] = await Promise.all([
      hasPassword(id),
      hasPasskey(context.adapter, id),
      attempts.locked(context.adapter),
    ])
    return memberOf(row, { withPassword, withPasskey, locked })
  }

  const list: Roster['list'] = async () => {
    const rows: readonly Row[] = await context.internalAdapter.listUsers(MOST, 0, {
      field: 'createdAt',
      direction: 'asc',
    })
    const accounts = await context.adapter.findMany<{ readonly userId: string }>({
      model: 'account',
      where: [{ field: 'providerId', value: 'credential' }],
      limit: MOST,
    })
    const withPassword = new Set(accounts.map((account) => account.userId))
    const passkeys = await context.adapter.findMany<{ readonly userId: string }>({
      model: 'passkey',
      limit: MOST,
    })
    const withPasskey = new Set(passkeys.map((passkey) => passkey.userId))
    const locked = await attempts.locked(context.adapter)
    return rows.map((row) =>
      memberOf(row, { withPassword: withPassword.has(row.id), withPasskey: withPasskey.has(row.id), locked }),
    )
  }

  const admins = async (): Promise<readonly Member[]> =>
    (await list()).filter(({ role, state }) => role === 'admin' && state !== 'disabled')
  const hasAdmin = async (): Promise<boolean> => (await admins()).length > 0

  const isLastAdmin: Roster['isLastAdmin'] = async (member) =>
    member.role === 'admin' &&
    !(await admins()).some(({ id, state }) => id !== member.id && state === 'active')

  const byAddress = async (who: string): Promise<Member | undefined> => {
    const found = await context.internalAdapter.findUserByEmail(who.toLowerCase())
    return found === null ? undefined : find(found.user.id)
  }

  return {
    list,
    find,
    byAddress,
    hasAdmin,
    isLastAdmin,
    hasPassword,
    invited: (row) => memberOf(row, { withPassword: false, withPasskey: false, locked: new Map() }),
  }
}
