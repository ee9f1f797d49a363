import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AgentId } from '../../../../core/base/ids.ts'
import type { DeskAgent } from '../../../../core/base/member.ts'
import { minutes, type Ms } from '../../../../core/base/units.ts'
import { originsOf, type Auth } from './auth.ts'
import { isActive, isIdle } from './idle.ts'
import { readTeams, teamsSeen } from './member-teams.ts'
import { refuse } from '../http/problem.ts'
import { isProved } from './proof.ts'
import type { Right, RoleName } from '../../contract/rights.ts'
import { isRole, roleMay, scopesMay } from './roles.ts'

/**
 * `teams`: those whose cases they see; nothing: every team's. `lacksFactor`: they must set up a
 * second factor first, and may nothing until then.
 */
type Limits = { readonly teams?: readonly string[]; readonly lacksFactor: boolean }

/** Who calls. `bound` names the session or the key: what one of them was given, another may not use. */
export type Caller = { readonly id: AgentId; readonly name: string; readonly bound: string } & (
  | ({
      readonly kind: 'session'
      readonly email: string
      readonly role: RoleName
      readonly secondFactor: boolean
      /** Whether they proved lately who they are (proof.ts). */
      readonly proved: boolean
    } & Limits)
  | { readonly kind: 'key'; readonly scopes: readonly string[]; readonly teams?: readonly string[] }
)

export const may = (caller: Caller, right: Right): boolean =>
  caller.kind === 'session'
    ? !caller.lacksFactor && roleMay(caller.role, right)
    : scopesMay(caller.scopes, right)

/** A key has no address: what the operator said of people does not limit a machine. */
export const deskAgentOf = (caller: Caller): DeskAgent => ({
  id: caller.id,
  alias: caller.name,
  ...(caller.kind === 'session' ? { email: caller.email } : {}),
  ...(caller.teams === undefined ? {} : { teams: caller.teams }),
})

export const hasPasskey = async (
  adapter: Awaited<Auth['$context']>['adapter'],
  member: string,
): Promise<boolean> =>
  (await adapter.count({ model: 'passkey', where: [{ field: 'userId', value: member }] })) > 0

type Credentials = { readonly cookie?: string; readonly bearer?: string }

const BEARER = /^Bearer ([\w-]{20,200})$/i

const credentialsOf = ({ headers }: FastifyRequest): Credentials => {
  const bearer =
    headers.authorization === undefined ? undefined : (BEARER.exec(headers.authorization)?.[1] ?? '')
  return {
    ...(bearer === undefined ? {} : { bearer }),
    ...(headers.cookie === undefined ? {} : { cookie: headers.cookie }),
  }
}

/** A write by cookie comes from our own page: the header no form can send, and the page's address. */
const isOwnPage = (request: FastifyRequest, origins: readonly string[]): boolean =>
  request.headers['x-amin'] === '1' &&
  request.headers.origin !== undefined &&
  origins.includes(request.headers.origin)

export type Gate = {
  /**
   * For `onRequest`: lets through who has one of these rights, before a byte of the body is read.
   * `any`: whoever signed in, with a second factor or without.
   */
  readonly need: (
    ...rights: readonly (Right | 'any')[]
  ) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>
  /**
   * As `need`, and only for who proved lately who they are: what a screen left open, or a stolen
   * session, must not do.
   */
  readonly needProved: (
    ...rights: readonly Right[]
  ) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>
  /** Nobody has to be signed in, but a browser's call must come from our own page. */
  readonly ownPage: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>
  readonly callerOf: (request: FastifyRequest) => Caller
  /** As `callerOf`, where a gate may have been passed or not. */
  readonly knownOf: (request: FastifyRequest) => Caller | undefined
  readonly identify: (request: FastifyRequest) => Promise<Caller | undefined>
}

/** `required`: who has no second factor can do nothing but set one up. Keys of programs have none. */
export type FactorRule = 'required' | 'optional'

/** Seen again within this time is not written down again. */
const SEEN_PAUSE = minutes(5)

export const makeGate = (auth: Auth, publicUrl: string, rule: FactorRule, idle: Ms): Gate => {
  const known = new WeakMap<FastifyRequest, Caller>()
  const origins = originsOf(publicUrl)

  const byKey = async (key: string): Promise<Caller | undefined> => {
    const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } })
    if (!valid || found === null) return undefined
    const owner: Readonly<Record<string, unknown>> | null = await (
      await auth.$context
    ).internalAdapter.findUserById(found.referenceId)
    if (owner === null || owner['banned'] === true) return undefined
    const scopes = (found.permissions as Readonly<Record<string, readonly string[]>> | null)?.['scope'] ?? []
    const teams = readTeams(owner['teams'])
    return {
      kind: 'key',
      id: found.referenceId as AgentId,
      name: String(owner['name']),
      bound: found.id,
      scopes,
      ...(teams === undefined ? {} : { teams }),
    }
  }

  const bySession = async (cookie: string, request: FastifyRequest): Promise<Caller | undefined> => {
    const found = await auth.api.getSession({ headers: new Headers({ cookie }) })
    if (found === null || found.user.banned === true || !isRole(found.user.role)) return undefined
    const { user, session } = found
    const context = await auth.$context
    if (isIdle(session, idle)) {
      await context.internalAdapter.deleteSession(session.token)
      return undefined
    }
    if (isActive(request, session))
      await context.internalAdapter.updateSession(session.token, { activeAt: new Date() })
    if (Date.now() - session.updatedAt.getTime() > SEEN_PAUSE)
      await context.internalAdapter.updateSession(session.token, { updatedAt: new Date() })
    const secondFactor = user.twoFactorEnabled === true || (await hasPasskey(context.adapter, user.id))
    const teams = teamsSeen(found.user.role, readTeams(user.teams))
    return {
      kind: 'session',
      id: user.id as AgentId,
      name: user.name,
      bound: session.id,
      email: user.email,
      role: found.user.role,
      secondFactor,
      proved: isProved(session),
      lacksFactor: rule === 'required' && !secondFactor,
      ...(teams === undefined ? {} : { teams }),
    }
  }

  const identify: Gate['identify'] = async (request) => {
    const { bearer, cookie } = credentialsOf(request)
    if (bearer !== undefined) return bearer === '' ? undefined : byKey(bearer)
    return cookie === undefined ? undefined : bySession(cookie, request)
  }

  const need: Gate['need'] =
    (...rights) =>
    async (request, reply) => {
      const caller = await identify(request)
      if (caller === undefined) return refuse(reply, 'unauthenticated')
      if (caller.kind === 'session' && request.method !== 'GET' && !isOwnPage(request, origins))
        return refuse(reply, 'wrong_origin')
      if (!rights.includes('any')) {
        if (caller.kind === 'session' && caller.lacksFactor) return refuse(reply, 'second_factor_required')
        if (!rights.some((right) => right !== 'any' && may(caller, right))) return refuse(reply, 'forbidden')
      }
      known.set(request, caller)
      return undefined
    }

  return {
    identify,
    need,
    needProved:
      (...rights) =>
      async (request, reply) => {
        const refused = await need(...rights)(request, reply)
        if (refused !== undefined) return refused
        const caller = known.get(request)
        return caller?.kind === 'session' && caller.proved ? undefined : refuse(reply, 'proof_required')
      },
    knownOf: (request) => known.get(request),
    callerOf: (request) => {
      const caller = known.get(request)
      if (caller === undefined) throw new Error('a route without a gate asks who calls')
      return caller
    },
    ownPage: async (request, reply) =>
      isOwnPage(request, origins) ? undefined : refuse(reply, 'wrong_origin'),
  }
}
