import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { minutes, type Instant } from '../../../../core/base/units.ts'
import type { Member } from '../identity/roster.ts'
import { may } from '../identity/caller.ts'
import { isoOf } from '../http/iso.ts'
import {
  Acceptance,
  AgentList,
  Colleagues,
  Invitation,
  Me,
  NewAgent,
  Setup,
  SetupState,
  type AgentRow,
} from '../../contract/people.ts'
import { languageOf } from '../http/language.ts'
import { answers, LanguageQuery, type Office } from '../office.ts'
import { sayOrKey } from '../cases/say-or-key.ts'
import { refuse } from '../http/problem.ts'
import { RIGHTS } from '../../contract/rights.ts'
import { roleMay } from '../identity/roles.ts'

const AgentParams = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) })
const Nothing = z.object({})

const isPerson = (member: Member): member is Member & { readonly role: Exclude<Member['role'], 'machine'> } =>
  member.role !== 'machine'

const presentMember = (member: Member, settles: Instant | undefined): AgentRow => ({
  id: member.id,
  name: member.name,
  email: member.email,
  ...(isPerson(member) ? { role: member.role } : {}),
  ...(member.teams === undefined ? {} : { teams: [...member.teams] }),
  secondFactor: member.secondFactor,
  ...(settles === undefined || !isPerson(member) || !roleMay(member.role, 'approve')
    ? {}
    : { agreesFrom: isoOf(settles) }),
  ...(member.lockedUntil === undefined ? {} : { lockedUntil: isoOf(member.lockedUntil) }),
  state: member.state,
})

/** Who is there: the caller, colleagues, and for administrators everybody. */
export const peopleRoutes =
  ({
    parts,
    gate,
    agents,
    streams,
    seconds,
    tellChanged,
    forgetNames,
  }: Office & { readonly forgetNames: () => void }): FastifyPluginAsyncZod =>
  async (app) => {
    const areTeams = (ids: readonly string[]): boolean =>
      ids.every((id) => parts.teams.some((team) => team.id === id))

    app.get(
      '/me',
      {
        onRequest: gate.need('any'),
        schema: {
          tags: ['people'],
          summary: 'Who is signed in',
          description: 'For browsers; an API key is nobody.',
          response: answers(Me),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        if (caller.kind !== 'session') return refuse(reply, 'forbidden')
        const { id, name, email, role, teams, secondFactor, lacksFactor } = caller
        return reply.send({
          id,
          name,
          email,
          role,
          rights: RIGHTS.filter((right) => may(caller, right)),
          ...(teams === undefined ? {} : { teams: [...teams] }),
          secondFactor,
          secondFactorRequired: lacksFactor,
          idleMinutes: Math.round(parts.idle / minutes(1)),
          ...(parts.practice === true ? { practice: true } : {}),
        })
      },
    )

    app.get(
      '/colleagues',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['people'],
          summary: 'Whom a case can be passed to',
          description: 'Active members who work on cases, and the teams in the asked language.',
          querystring: LanguageQuery,
          response: answers(Colleagues),
        },
      },
      async (request, reply) => {
        const language = languageOf(request)
        const members = (await agents.list()).filter(
          (member) => isPerson(member) && member.state === 'active' && roleMay(member.role, 'work'),
        )
        return reply.send({
          agents: members.map(({ id, name }) => ({ id, name })),
          teams: parts.teams.map(({ id, name }) => ({
            id,
            name: typeof name === 'string' ? sayOrKey(parts.phrases, language, name, id) : name[language],
          })),
        })
      },
    )

    app.get(
      '/agents',
      {
        onRequest: gate.need('administer'),
        schema: {
          tags: ['people'],
          summary: 'All members',
          description:
            'With their role, and whether they have a second factor, were invited or are disabled.',
          response: answers(AgentList),
        },
      },
      async (_request, reply) => {
        const [members, settling] = await Promise.all([agents.list(), seconds.settling()])
        return reply.send({
          agents: members.filter(isPerson).map((member) => presentMember(member, settling.get(member.id))),
        })
      },
    )

    app.post(
      '/agents',
      {
        onRequest: gate.needProved('administer'),
        schema: {
          tags: ['people'],
          summary: 'Invite a member',
          description:
            'Gives a link, good once within 72 hours, with which they choose a password. Where `teams` are not named they see no case: `null` says every team. Hand it over yourself; nothing is mailed. For people, never for keys: 403 `proof_required` where the caller did not prove within 15 minutes who they are (`/me/proof`).',
          body: NewAgent,
          response: answers(Invitation, 201),
        },
      },
      async (request, reply) => {
        const { teams, ...member } = request.body
        if (teams !== undefined && teams !== null && !areTeams(teams))
          return refuse(reply, 'invalid', { fields: ['/body/teams'] })
        const invited = await agents.invite(
          { ...member, ...(teams === undefined ? {} : { teams }) },
          gate.callerOf(request).id,
        )
        if (invited.status === 'exists') return refuse(reply, 'exists')
        forgetNames()
        return reply
          .code(201)
          .send({ agent: { id: invited.member.id, name: invited.member.name }, link: invited.link })
      },
    )

    app.post(
      '/agents/:id/invitation',
      {
        onRequest: gate.needProved('administer'),
        schema: {
          tags: ['people'],
          summary: 'A new link for a member',
          description:
            'For a lost password or an expired invitation. Using it ends all sessions of the member, who is told of it and by whom. 403 `proof_required`.',
          params: AgentParams,
          response: answers(Invitation, 201),
        },
      },
      async (request, reply) => {
        const invited = await agents.inviteAgain(request.params.id, gate.callerOf(request).id)
        if (invited === undefined) return refuse(reply, 'not_found')
        await tellChanged(request.params.id)
        return reply
          .code(201)
          .send({ agent: { id: invited.member.id, name: invited.member.name }, link: invited.link })
      },
    )

    app.post(
      '/agents/:id/disable',
      {
        onRequest: gate.needProved('administer'),
        schema: {
          tags: ['people'],
          summary: 'Keep a member out',
          description: 'Ends all their sessions and streams at once. 403 `proof_required`.',
          params: AgentParams,
          response: answers(Nothing),
        },
      },
      async (request, reply) => {
        const outcome = await agents.disable(request.params.id, gate.callerOf(request).id)
        if (outcome.status === 'unknown') return refuse(reply, 'not_found')
        if (outcome.status === 'last_admin') return refuse(reply, 'last_admin')
        await streams.recheck()
        return reply.send({})
      },
    )

    app.get(
      '/setup',
      {
        schema: {
          tags: ['people'],
          summary: 'Whether there is an administrator yet',
          description: 'Open to all: the first page of a new installation asks it.',
          security: [],
          response: answers(SetupState),
        },
      },
      async (_request, reply) => reply.send({ needed: !(await agents.hasAdmin()) }),
    )

    app.post(
      '/setup',
      {
        onRequest: gate.ownPage,
        schema: {
          tags: ['people'],
          summary: 'Create the first administrator',
          description:
            'With the one-time token that the start prints; works once, and only while there is none. 400 `password_weak`: the token stays good.',
          security: [],
          body: Setup,
          response: answers(Nothing, 201),
        },
      },
      async (request, reply) => {
        const { token, ...first } = request.body
        const outcome = await agents.setUp(token, first)
        if (outcome !== 'done') return refuse(reply, outcome === 'weak' ? 'password_weak' : 'token_spent')
        forgetNames()
        return reply.code(201).send({})
      },
    )

    app.post(
      '/invitations/accept',
      {
        onRequest: gate.ownPage,
        schema: {
          tags: ['people'],
          summary: 'Choose a password',
          description:
            'With the token of an invitation; works once. 400 `password_weak`: the token stays good.',
          security: [],
          body: Acceptance,
          response: answers(Nothing),
        },
      },
      async (request, reply) => {
        const { token, password } = request.body
        const outcome = await agents.accept(token, password)
        if (outcome !== 'done') return refuse(reply, outcome === 'weak' ? 'password_weak' : 'token_spent')
        await streams.recheck()
        return reply.send({})
      },
    )
  }
