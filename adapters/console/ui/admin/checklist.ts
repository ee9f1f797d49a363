import type { HealthState } from '../../contract/health.ts'
import type { ModelState } from '../../contract/model.ts'
import type { OperatorState } from '../../contract/operator.ts'
import type { AgentRow, Me } from '../../contract/people.ts'
import type { State } from './state.ts'

/** What one installation needs before real people write to it. */
export const ITEMS = [
  'factor',
  'second-admin',
  'members',
  'organisation',
  'hotlines',
  'telegram',
  'whatsapp',
  'webchat',
  'backup',
  'teams',
  'targets',
  'model',
] as const
type Name = (typeof ITEMS)[number]

/** Good as it comes: nothing is wrong where nobody touches these. */
export const BY_CHOICE: ReadonlySet<Name> = new Set(['whatsapp', 'teams', 'targets', 'model'])

/**
 * `says`: the key of its text, with `args`; `to`: where it is set or looked at. A state `none` is work to do, of what is by choice something that nobody chose.
 */
export type Check = {
  readonly name: Name
  readonly state: State
  readonly says: string
  readonly args: Readonly<Record<string, number | string>>
  readonly to: string
}

export type Known = {
  readonly me: Pick<Me, 'secondFactor'>
  readonly agents: readonly AgentRow[]
  readonly operator: OperatorState
  readonly health: HealthState
  readonly model: Pick<ModelState, 'uses'>
  /** Where this page was opened. */
  readonly origin: string
}

type Told = Omit<Check, 'name' | 'args'> & Partial<Pick<Check, 'args'>>

/** A copy a night is what is asked for; half a day is left for one that failed. */
const OLD_BACKUP_MS = 36 * 3_600_000
const LOOPBACK = /^https?:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::|$)/

const factor = ({ me, agents }: Known): Told => {
  const without = agents.filter(({ state, secondFactor }) => state === 'active' && secondFactor === false)
  if (!me.secondFactor) return { state: 'bad', says: 'todo-factor-none', to: '/second-factor' }
  return without.length > 0
    ? { state: 'odd', says: 'todo-factor-some', args: { count: without.length }, to: '/agents' }
    : { state: 'good', says: 'todo-factor-all', to: '/agents' }
}

const secondAdmin = ({ agents }: Known): Told => {
  const admins = agents.filter(({ role, state }) => role === 'admin' && state !== 'disabled')
  const active = admins.filter(({ state }) => state === 'active').length
  if (active > 1)
    return { state: 'good', says: 'todo-second-admin-there', args: { count: active }, to: '/agents' }
  return admins.length > 1
    ? { state: 'odd', says: 'todo-second-admin-invited', to: '/agents' }
    : { state: 'none', says: 'todo-second-admin-none', to: '/agents' }
}

const WORKS: ReadonlySet<string> = new Set(['agent', 'minors', 'supervisor'])
const members = ({ agents }: Known): Told => {
  const team = agents.filter(({ role = '', state }) => WORKS.has(role) && state !== 'disabled')
  const active = team.filter(({ state }) => state === 'active').length
  if (active > 0) return { state: 'good', says: 'todo-members-there', args: { count: active }, to: '/agents' }
  return team.length > 0
    ? { state: 'odd', says: 'todo-members-invited', args: { count: team.length }, to: '/agents' }
    : { state: 'none', says: 'todo-members-none', to: '/agents' }
}

const organisation = ({ operator: { organisation: named } }: Known): Told =>
  named === undefined
    ? { state: 'none', says: 'todo-organisation-none', to: '/operator' }
    : { state: 'good', says: 'todo-organisation-there', to: '/operator' }

const hotlines = ({ operator }: Known): Told => {
  const shown = operator.hotlines.filter(({ state }) => state === 'shown')
  const lapsed = operator.hotlines.length - shown.length
  if (!shown.some((line) => line.for.includes('emergency')))
    return { state: 'bad', says: 'todo-hotlines-no-emergency', to: '/operator' }
  return lapsed > 0
    ? { state: 'odd', says: 'todo-hotlines-lapsed', args: { count: lapsed }, to: '/operator' }
    : { state: 'good', says: 'todo-hotlines-there', args: { count: shown.length }, to: '/operator' }
}

const OF_CHANNEL: Readonly<Record<HealthState['channels'][number]['status'], State>> = {
  off: 'none',
  elsewhere: 'good',
  starting: 'odd',
  ready: 'good',
  degraded: 'odd',
  down: 'bad',
}
const OFF: Pick<HealthState['channels'][number], 'status' | 'reason'> = { status: 'off' }
const channel =
  (name: 'telegram' | 'whatsapp', to: string) =>
  ({ health }: Known): Told => {
    const { status, reason } = health.channels.find((each) => each.name === name) ?? OFF
    return {
      state: OF_CHANNEL[status],
      says:
        reason !== undefined
          ? `admin-reason-${reason}`
          : status === 'off'
            ? `todo-${name}-off`
            : `admin-channel-${status}`,
      to,
    }
  }

const webchat = ({ health, origin }: Known): Told => {
  const { status } = health.channels.find(({ name }) => name === 'webchat') ?? OFF
  const args = { address: `${origin}/chat` }
  if (status !== 'ready') return { state: OF_CHANNEL[status], says: `admin-channel-${status}`, to: '/health' }
  return LOOPBACK.test(origin)
    ? { state: 'odd', says: 'todo-webchat-here', args, to: '/health' }
    : { state: 'good', says: 'todo-webchat-ready', args, to: '/health' }
}

const backup = ({ health: { at, backup: copies } }: Known): Told => {
  if (copies === undefined) return { state: 'none', says: 'todo-backup-elsewhere', to: '/health' }
  if (copies.lastAt === undefined) return { state: 'none', says: 'todo-backup-none', to: '/health' }
  const hours = Math.max(0, Math.round((Date.parse(at) - Date.parse(copies.lastAt)) / 3_600_000))
  const old = Date.parse(at) - Date.parse(copies.lastAt) > OLD_BACKUP_MS
  return {
    state: old ? 'odd' : 'good',
    says: old ? 'todo-backup-old' : 'todo-backup-there',
    args: { hours },
    to: '/health',
  }
}

const teams = ({ operator }: Known): Told => {
  const on = operator.teams.filter((team) => team.on)
  const silent = on.filter(({ languages }) => languages === undefined)
  return silent.length === on.length
    ? { state: 'none', says: 'todo-teams-none', args: { count: on.length }, to: '/operator' }
    : silent.length > 0
      ? { state: 'odd', says: 'todo-teams-some', args: { count: silent.length }, to: '/operator' }
      : { state: 'good', says: 'todo-teams-there', args: { count: on.length }, to: '/operator' }
}

const targets = ({ operator: { targets: all } }: Known): Told => {
  const stated = (['P1', 'P2', 'P3', 'P4'] as const).some((severity) => all[severity].stated)
  return {
    state: stated ? 'good' : 'none',
    says: stated ? 'todo-targets-there' : 'todo-targets-none',
    to: '/operator',
  }
}

const model = ({ model: { uses } }: Known): Told =>
  uses.length === 0
    ? { state: 'none', says: 'todo-model-none', to: '/operator' }
    : { state: 'good', says: 'todo-model-there', args: { count: uses.length }, to: '/operator' }

const CHECKS: Readonly<Record<Name, (known: Known) => Told>> = {
  factor,
  'second-admin': secondAdmin,
  members,
  organisation,
  hotlines,
  telegram: channel('telegram', '/channels/telegram'),
  whatsapp: channel('whatsapp', '/channels/whatsapp'),
  webchat,
  backup,
  teams,
  targets,
  model,
}

/** Every item as it is now, by what other pages are told of it: no state is kept anywhere. */
export const checklistOf = (known: Known): readonly Check[] =>
  ITEMS.map((name) => ({ name, args: {}, ...CHECKS[name](known) }))

/** Of what has to be done: how much is, and of how many. */
export const progressOf = (checks: readonly Check[]): { readonly done: number; readonly of: number } => {
  const needed = checks.filter(({ name }) => !BY_CHOICE.has(name))
  return { done: needed.filter(({ state }) => state === 'good').length, of: needed.length }
}
