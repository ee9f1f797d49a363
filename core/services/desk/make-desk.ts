import type { CaseCode } from '../../base/ids.ts'
import type { CaseEvent } from '../../model/events.ts'
import { noteOf } from '../../model/work.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { Decision } from '../casebook/decision.ts'
import { decideAsk } from '../agents/asking.ts'
import type { Desk } from './desk.ts'
import { sayJoined } from '../../policy/access/says.ts'
import type { DeskAgent } from '../../base/member.ts'
import { deedOf, isNoteOf, type Deed } from '../casebook/idempotency.ts'
import { checkInJobs, closingOf } from '../casebook/checkin.ts'
import { GENESIS, verifyChain } from '../../model/entry.ts'
import { eraseCase } from '../erasure/erase.ts'
import { makeErasureDesk } from '../erasure/erasure-desk.ts'
import { handBack } from '../agents/handoff.ts'
import { decideHold } from '../agents/hold.ts'
import { makeCrowdDesk } from './crowd-desk.ts'
import { decideMentionSeen, decideNote } from '../agents/mention.ts'
import { closesUnheld } from '../agents/duties.ts'
import { planLeave, undoLeave } from '../agents/leaving.ts'
import { makeMacroDesk } from '../agents/macro.ts'
import { makeSending } from '../agents/send-file.ts'
import { notHeard, notHolder } from '../agents/speaking.ts'
import { makeShift } from '../agents/shift.ts'
import { makeCount, makeOpenCounts } from '../agents/count.ts'
import { makeOrdered } from '../agents/ordered.ts'
import { showRow, stateOfRow } from '../agents/queue.ts'
import { decideAge, decideSafety } from '../agents/safety.ts'
import { readTrail } from '../agents/audit-trail.ts'
import { makeViewing } from '../agents/viewing.ts'
import { makeWanted } from '../agents/wanted.ts'
import { wishHolds } from '../../policy/visibility/wish.ts'
import { makePhone } from '../phone/phone.ts'
import { makeEvidence } from '../linkage/evidence.ts'
import { makeBound } from '../linkage/networks.ts'
import { makeAlarms } from '../networks/alarms.ts'
import { makeNetworkBook } from '../networks/book.ts'
import { makeNetworkDesk } from '../networks/desk.ts'
import { commonTexts, makeTies } from '../linkage/ties.ts'
import { makeFinder } from '../search/find.ts'
import { done, KEY_REUSED, makeAct, standsIn } from './act.ts'
import { makeBook } from './book.ts'
import { makeSight } from './sight.ts'
import type { OfficePorts } from '../casebook/ports.ts'

/** What members of the team may do with cases, all of it as one service. */
export const makeDesk = (ports: OfficePorts, casebook: Casebook): Desk => {
  const sight = makeSight(ports, casebook)
  const { rowOfCode, isHidden, isHiddenRow, seen, stateSeen, rowSeen } = sight
  const stands = standsIn(casebook)
  const act = makeAct(casebook, sight)
  const book = makeBook(ports, casebook, sight)

  const deed = (
    what: string,
    code: CaseCode,
    key: string | undefined,
    stands: Deed['stands'] = () => true,
  ): Deed | undefined =>
    key === undefined ? undefined : { cause: deedOf(ports.hasher, what, code, key), stands }

  const by = (agent: DeskAgent): Decision['actor'] => `agent:${agent.id}`
  const only = (agent: DeskAgent, event: CaseEvent): Decision => ({ actor: by(agent), events: [event] })

  const claim: Desk['claim'] = (code, agent) =>
    act(code, agent, (state) => {
      const { hands } = state
      if (hands.status === 'agent')
        return hands.agent === agent.id
          ? done(state)
          : { status: 'held', by: hands.agent, alias: hands.alias }
      const until = wishHolds(ports.flow.roles, state, ports.roster?.isWoman(agent), ports.clock.now())
      if (until !== undefined) return { status: 'refused', why: 'wish', until }
      return {
        actor: by(agent),
        events: [{ type: 'case_claimed', agent: agent.id, alias: agent.alias }],
        says: state.address === undefined || state.exited ? [] : [sayJoined(agent)],
        silence: true,
      }
    })

  const networkBook = makeNetworkBook(ports)
  const see = makeBound(ports, casebook, isHiddenRow)
  const alarms = makeAlarms(ports, networkBook, { isHiddenRow, see })
  const wanted = makeWanted({ store: ports.store, casebook, rows: seen, isHiddenRow, alarms })
  const phone = makePhone(ports, casebook, { act, seen: stateSeen })

  return {
    list: async (filter, page, reader) => {
      const { rows, ...rest } = await seen(filter, page, reader)
      return { ...rest, rows: await Promise.all(rows.map((row) => showRow(ports, casebook, row))) }
    },
    ordered: makeOrdered({ seen, show: (row) => showRow(ports, casebook, row), clock: ports.clock }),
    search: makeFinder(ports, casebook, isHiddenRow),
    countOf: makeCount(seen),
    wanted: (reader, may, twoPersons) => wanted(reader, may, { now: ports.clock.now(), twoPersons }),
    ...makeCrowdDesk(ports, isHiddenRow),
    openCounts: makeOpenCounts(ports, seen),
    rowOf: (caseId) => ports.store.views.byId(caseId),
    rowOfCode,
    codesSeen: sight.codesSeen,
    sees: async (row, reader) => !(await isHiddenRow(reader, row)),
    open: book,
    ties: makeTies(ports, casebook, isHiddenRow),
    networks: makeNetworkDesk({
      book: networkBook,
      alarms,
      shared: makeEvidence(ports, casebook),
      see,
      clock: ports.clock,
      caseOf: async (code, reader) => {
        const row = await sight.rowSeen(code, reader)
        return row?.status === 'erased' ? undefined : row?.caseId
      },
    }),
    commonTexts: (one, other) => commonTexts(ports, one, other),

    custody: async (code, reader) => {
      const row = await rowOfCode(code)
      if (row === undefined || (await isHiddenRow(reader, row))) return undefined
      const entries = await ports.store.ledger.read(row.caseId)
      const whole =
        verifyChain(ports.hasher, row.caseId, entries).length === 0 &&
        (entries.at(-1)?.hash ?? GENESIS) === row.hash
      return { entries, intact: whole }
    },

    macros: makeMacroDesk({ act, deed, hides: isHidden, now: () => ports.clock.now() }),

    trail: (asked, reader) => readTrail(ports, asked, reader),

    claim,

    say: (code, agent, text, expectedVersion, { key, helped } = {}) =>
      act(code, agent, async (state) => {
        if (key !== undefined && state.saidKeys.includes(key)) {
          const same = await stands(
            state.caseId,
            (event) => event.type === 'agent_said' && event.key === key && event.text === text,
          )
          return same ? done(state) : KEY_REUSED
        }
        const refused = notHeard(state, agent, expectedVersion)
        if (refused !== undefined) return refused
        return {
          actor: by(agent),
          events: [],
          agentSays: {
            agent: agent.id,
            alias: agent.alias,
            text,
            ...(key === undefined ? {} : { key }),
            ...(helped === undefined ? {} : { helped }),
          },
        }
      }),

    release: (code, agent, to) =>
      act(
        code,
        agent,
        (state) => notHolder(state, agent) ?? handBack(ports, state, { agent, to, now: ports.clock.now() }),
      ),
    leave: (code, agent, to) => act(code, agent, (state) => planLeave(state, agent, to, ports.clock.now())),
    stay: (code, agent) => act(code, agent, (state) => undoLeave(state, agent)),

    transfer: (code, agent, to, over = false, note = '') =>
      act(code, agent, (state) => {
        const refused = over && state.hands.status === 'agent' ? undefined : notHolder(state, agent)
        if (refused !== undefined) return refused
        if (to.agent !== undefined && isHidden(to.agent, { ...state, team: to.team ?? state.team }))
          return { status: 'refused', why: 'conflict' }
        const takes =
          to.agent?.id === agent.id && state.hands.status === 'agent' && state.hands.agent !== agent.id
        if (takes && note.trim() === '') return { status: 'refused', why: 'reason_required' }
        const target = {
          ...(to.agent === undefined ? {} : { agent: to.agent.id, alias: to.agent.alias }),
          ...(to.team === undefined ? {} : { team: to.team }),
        }
        const says = to.agent === undefined || state.address === undefined ? [] : [sayJoined(to.agent)]
        const told = note.trim() === '' ? {} : { note: note.trim() }
        return {
          actor: by(agent),
          events: [{ type: 'case_transferred', agent: agent.id, to: target, ...told }],
          says,
        }
      }),

    close: (code, agent, outcome, unheld = { over: false, why: '' }) =>
      act(code, agent, (state) => {
        if (state.hands.status === 'closed') return { status: 'refused', why: 'already' }
        const free = closesUnheld(state, outcome, unheld)
        const refused = free ? undefined : notHolder(state, agent)
        if (refused !== undefined) return refused
        // The person said something that whoever closes many at once has not seen.
        if (free && unheld.seen !== undefined && state.version > unheld.seen)
          return { status: 'moved', version: state.version }
        const why = free && unheld.why !== '' ? { why: unheld.why } : {}
        const { says, events } = closingOf(ports, state, outcome, ports.clock.now())
        return {
          actor: by(agent),
          events: [{ type: 'case_closed', agent: agent.id, outcome, ...why }, ...events],
          says: says ?? [],
          jobs: checkInJobs(outcome, ports.clock.now()),
        }
      }),

    askSafe: (code, agent, key) =>
      act(
        code,
        agent,
        (state) => decideSafety(ports, state, agent, ports.clock.now()),
        deed('safety', code, key),
      ),
    askAge: (code, agent, key) =>
      act(code, agent, (state) => decideAge(ports, state, agent, ports.clock.now()), deed('age', code, key)),
    ask: (code, agent, text, key) =>
      act(
        code,
        agent,
        (state) => decideAsk(state, agent, text),
        deed('ask', code, key, isNoteOf(agent.id, text)),
      ),
    note: (code, agent, text, key, named = []) =>
      act(
        code,
        agent,
        (state) => decideNote(state, agent, { text, named, hides: isHidden }),
        deed('note', code, key, isNoteOf(agent.id, text)),
      ),
    seeMention: (code, agent, note) => act(code, agent, (state) => decideMentionSeen(state, agent, note)),
    mentioned: async (row, seq) => {
      const state = await stateOfRow(casebook, row)
      const all = typeof state === 'object' ? state.work.mentions : []
      return all.filter(({ note }) => note === noteOf(seq)).map(({ whom }) => whom)
    },

    setSeverity: (code, agent, severity, why) =>
      act(code, agent, (state) => {
        if (severity > state.severity && why.trim() === '')
          return { status: 'refused', why: 'reason_required' }
        if (severity === state.severity) return done(state)
        return only(agent, { type: 'severity_set', severity, agent: agent.id, why })
      }),

    openByPhone: phone.open,
    phone,

    ...makeViewing(ports, { act, open: book, seen: stateSeen }),
    ...makeSending(ports, { act, open: book, stands, done }),

    shift: makeShift(ports, { act, rows: seen, claim, rowSeen }),

    erase: (code, actor, reason) => eraseCase(ports, casebook, code, actor, reason),
    erasure: makeErasureDesk(ports, casebook, act),

    hold: (code, agent, reason) =>
      act(code, agent, (state) =>
        decideHold(state, 'hold_set', { who: agent, reason, now: ports.clock.now() }),
      ),

    liftHold: (code, agent, reason) =>
      act(code, agent, (state) =>
        decideHold(state, 'hold_lifted', { who: agent, reason, now: ports.clock.now() }),
      ),
  }
}
