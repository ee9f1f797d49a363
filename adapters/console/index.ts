import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { webhookRoutes } from './server/administration/webhook-routes.ts'
import { administrationRoutes } from './server/administration/administration-routes.ts'
import { openAgents, type Agents } from './server/identity/agents.ts'
import { auditRoutes } from './server/administration/audit-routes.ts'
import { isLoopback, openAuth } from './server/identity/auth.ts'
import { routeAuth } from './server/identity/auth-routes.ts'
import { makeGate, may } from './server/identity/caller.ts'
import { modelRoutes } from './server/cases/model-routes.ts'
import { briefRoutes } from './server/cases/brief-routes.ts'
import { networkRoutes } from './server/cases/network-routes.ts'
import { tiesRoutes } from './server/cases/ties-routes.ts'
import { caseRoutes } from './server/cases/case-routes.ts'
import { careRoutes } from './server/cases/care-routes.ts'
import { commandRoutes } from './server/cases/command-routes.ts'
import { fileRoutes } from './server/cases/file-routes.ts'
import { custodyRoutes } from './server/evidence/custody-routes.ts'
import { erasureRoutes } from './server/evidence/erasure-routes.ts'
import { holdRoutes } from './server/evidence/hold-routes.ts'
import { readingRoutes } from './server/evidence/reading-routes.ts'
import { eventRoutes } from './server/shift/event-routes.ts'
import { findingRoutes } from './server/cases/finding-routes.ts'
import { evidenceRoutes } from './server/evidence/evidence-routes.ts'
import { dossierRoutes } from './server/evidence/dossier-routes.ts'
import { exportRoutes } from './server/evidence/export-routes.ts'
import { makeHotlineChecks } from './server/administration/hotline-checks.ts'
import { routeHealth } from './server/administration/health.ts'
import { keyRoutes } from './server/identity/key-routes.ts'
import { memberRoutes } from './server/identity/member-routes.ts'
import type { Office } from './server/office.ts'
import { openapi } from './server/http/openapi.ts'
import { routePages } from './server/http/pages.ts'
import type { ConsoleParts } from './server/parts.ts'
import { peopleRoutes } from './server/administration/people-routes.ts'
import { noticeRoutes } from './server/identity/notice-routes.ts'
import { makeOwnReplies } from './server/replies/own-replies.ts'
import { makePresences, PERSON } from './server/shift/presence.ts'
import { presenceRoutes, tellPresence } from './server/shift/presence-routes.ts'
import { replyRoutes } from './server/replies/reply-routes.ts'
import { makeTeamReplies } from './server/replies/team-replies.ts'
import { teamReplyRoutes } from './server/replies/team-reply-routes.ts'
import { caseMacroRoutes } from './server/macros/case-macro-routes.ts'
import { macroRoutes } from './server/macros/macro-routes.ts'
import { makeMacros } from './server/macros/macros.ts'
import { savedViewRoutes } from './server/views/saved-view-routes.ts'
import { makeSavedViews } from './server/views/saved-views.ts'
import type { Names } from './server/cases/present-case.ts'
import { searchRoutes } from './server/cases/search-routes.ts'
import { makePushBook, type PushBook } from './server/shift/push-book.ts'
import { pushRoutes } from './server/shift/push-routes.ts'
import { startWaker, wakeMember } from './server/shift/push-waker.ts'
import { makeSlow } from './server/shift/slow.ts'
import { monthlyRoutes } from './server/administration/monthly-routes.ts'
import { statisticsRoutes } from './server/administration/statistics-routes.ts'
import { openStreams } from './server/shift/streams.ts'
import { phoneRoutes } from './server/cases/phone-routes.ts'
import { makeProof, type Proof } from './server/identity/proof.ts'
import { proofRoutes } from './server/identity/proof-routes.ts'
import { makeSeconds } from './server/http/seconds.ts'
import { sessionRoutes } from './server/identity/session-routes.ts'
import { shiftRoutes } from './server/shift/shift-routes.ts'
import { workRoutes } from './server/shift/work-routes.ts'
import { makeReading } from './server/cases/reading.ts'
import { makeShifts } from './server/shift/shifts.ts'
import type { AgentId, CaseCode } from '../../core/base/ids.ts'
import { seconds, type Instant } from '../../core/base/units.ts'
import { makeViews } from './server/http/views.ts'
import { mentionRoutes } from './server/cases/mention-routes.ts'
import { wantedRoutes } from './server/cases/wanted-routes.ts'
import { settingsRoutes } from './server/administration/settings-routes.ts'
import { telegramRoutes } from './server/administration/telegram-routes.ts'
import { whatsappRoutes } from './server/administration/whatsapp-routes.ts'

export type Console = {
  /** To be registered once on the HTTP server; takes `/`, `/api`, `/healthz`, `/readyz` and `/metrics`. */
  readonly routes: FastifyPluginAsync
  readonly agents: Agents
  /** The person of a case types: who has it open is shown so for a moment. */
  readonly personTypes: (code: CaseCode) => Promise<void>
  /**
   * Closes every stream and lets go of files that wait to be fetched. The server is closed by
   * whoever opened it.
   */
  readonly stop: () => Promise<void>
}

/** A list of names serves everybody for this long: another process may have invited somebody. */
const NAMES_LAST = seconds(10)

const routeApi = async (
  app: FastifyInstance,
  office: Office,
  forgetNames: () => void,
  book: PushBook,
  proof: Proof,
): Promise<void> => {
  await app.register(async (scope) => {
    scope.setValidatorCompiler(validatorCompiler)
    scope.setSerializerCompiler(serializerCompiler)
    await scope.register(swagger, openapi)
    const prefix = '/api/v1'
    // What somebody does counts for their shift; that a page of theirs is open somewhere does not.
    scope.addHook('preHandler', async (request) => {
      const caller = office.gate.knownOf(request)
      if (request.method === 'POST' && caller?.kind === 'session' && may(caller, 'work'))
        await office.shifts.act(caller.id)
    })
    await scope.register(caseRoutes(office), { prefix })
    await scope.register(briefRoutes(office), { prefix })
    await scope.register(tiesRoutes(office), { prefix })
    await scope.register(settingsRoutes(office), { prefix })
    await scope.register(networkRoutes(office), { prefix })
    await scope.register(modelRoutes(office), { prefix })
    await scope.register(mentionRoutes(office), { prefix })
    await scope.register(wantedRoutes(office), { prefix })
    await scope.register(findingRoutes(office), { prefix })
    await scope.register(searchRoutes(office), { prefix })
    await scope.register(savedViewRoutes(office), { prefix })
    await scope.register(commandRoutes(office), { prefix })
    await scope.register(fileRoutes(office), { prefix })
    await scope.register(careRoutes(office), { prefix })
    await scope.register(phoneRoutes(office), { prefix })
    await scope.register(shiftRoutes(office), { prefix })
    await scope.register(workRoutes(office), { prefix })
    await scope.register(holdRoutes(office), { prefix })
    await scope.register(readingRoutes(office), { prefix })
    await scope.register(erasureRoutes(office), { prefix })
    await scope.register(evidenceRoutes(office), { prefix })
    await scope.register(exportRoutes(office), { prefix })
    await scope.register(dossierRoutes(office), { prefix })
    await scope.register(custodyRoutes(office), { prefix })
    await scope.register(eventRoutes(office), { prefix })
    await scope.register(presenceRoutes(office), { prefix })
    await scope.register(replyRoutes(office), { prefix })
    await scope.register(teamReplyRoutes(office), { prefix })
    await scope.register(macroRoutes(office), { prefix })
    await scope.register(caseMacroRoutes(office), { prefix })
    await scope.register(statisticsRoutes(office), { prefix })
    await scope.register(monthlyRoutes(office), { prefix })
    await scope.register(peopleRoutes({ ...office, forgetNames }), { prefix })
    await scope.register(memberRoutes(office), { prefix })
    await scope.register(sessionRoutes(office), { prefix })
    await scope.register(proofRoutes({ ...office, proof }), { prefix })
    await scope.register(noticeRoutes({ ...office, notices: office.agents.notices }), { prefix })
    await scope.register(keyRoutes({ ...office, forgetNames }), { prefix })
    await scope.register(auditRoutes(office), { prefix })
    await scope.register(whatsappRoutes(office), { prefix })
    await scope.register(telegramRoutes(office), { prefix })
    await scope.register(administrationRoutes(office), { prefix })
    await scope.register(webhookRoutes(office), { prefix })
    await scope.register(pushRoutes({ ...office, book }), { prefix })
    scope.route({
      method: ['GET', 'HEAD'],
      url: '/api/v1/openapi.json',
      schema: { hide: true },
      handler: async (_request, reply) => reply.send(scope.swagger()),
    })
  })
}

/** The agents' API and web app. Throws `store_broken` where the people's database cannot be used. */
export const openConsole = async (parts: ConsoleParts): Promise<Console> => {
  const { desk, feed, clock, log, publicUrl } = parts
  const auth = await openAuth(parts)
  const agents = await openAgents({ ...parts, auth })
  const gate = makeGate(
    auth,
    publicUrl,
    parts.secondFactor ?? (isLoopback(publicUrl) ? 'optional' : 'required'),
    parts.idle,
  )
  // What they were writing has come: "writes…" below it would have an agent wait for more.
  const onWord = (code: CaseCode): void => {
    if (presences.of(code).has(PERSON)) void presences.note(code, PERSON, 'left').catch(unheard)
  }
  const streams = openStreams({ feed, rowOf: desk.rowOf, mayHear: desk.sees, onWord, clock, log })
  const views = makeViews(parts)

  let named: { readonly names: Promise<Names>; readonly at: Instant } | undefined
  const forgetNames = (): void => (named = undefined)
  const names = async (): Promise<Names> => {
    const now = clock.now()
    if (named === undefined || now - named.at > NAMES_LAST || now < named.at)
      named = {
        names: agents.list().then((members) => new Map(members.map(({ id, name }) => [id, name]))),
        at: now,
      }
    return named.names.catch((error: unknown) => {
      forgetNames()
      throw error
    })
  }
  const unheard = (error: unknown): void => log.warn('consoles could not be told who is at a case', { error })
  const tell = tellPresence({ parts, names, streams })
  const people = async () => (await auth.$context).adapter
  const presences = makePresences({
    database: people,
    clock,
    log,
    onChange: (code, here) => void tell(code, here).catch(unheard),
  })
  presences.watch(() => streams.count() > 0)
  const greet: Office['greet'] = (reader) => {
    for (const code of presences.cases()) void tell(code, presences.of(code), reader).catch(unheard)
  }
  const shifts = makeShifts(async () => (await auth.$context).adapter, clock)
  const book = makePushBook(people, clock)
  const office: Office = {
    parts,
    gate,
    agents,
    names,
    streams,
    presences,
    greet,
    ownReplies: makeOwnReplies(people, parts.authSecret),
    teamReplies: makeTeamReplies(people, parts.authSecret),
    macros: makeMacros(people, parts.authSecret),
    savedViews: makeSavedViews(people, parts.authSecret),
    hotlineChecks: makeHotlineChecks(people),
    views,
    shifts,
    reading: makeReading({ parts, gate, shifts }),
    seconds: makeSeconds({ deeds: agents.deeds, clock }),
    slow: makeSlow({ agents, gate, clock, log, book, line: parts.push }),
    tellChanged: async (member) => {
      if (parts.push !== undefined)
        await wakeMember({ book, line: parts.push, log }, member as AgentId, 'account')
    },
  }
  const waker =
    parts.push === undefined ? undefined : startWaker({ ...parts, agents, book, line: parts.push })
  const stop = async (): Promise<void> => {
    await waker?.stop()
    presences.stop()
    streams.stop()
    views.stop()
  }

  return {
    agents,
    personTypes: (code) => presences.note(code, PERSON, 'typing'),
    stop,
    routes: async (app) => {
      // Streams never end by themselves: a closing server would wait for them.
      app.addHook('preClose', stop)
      routeHealth(app, { ...parts, gate, streams: streams.count })
      await routeAuth(app, { auth, publicUrl, clock: parts.clock, sessionsEnded: streams.recheck })
      await routeApi(app, office, forgetNames, book, makeProof(auth, agents.attempts, parts.hasher))
      routePages(app, parts.uiDir)
    },
  }
}
