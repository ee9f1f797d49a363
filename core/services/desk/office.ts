import { expiresAt } from '../../policy/access/expiry.ts'
import type { CaseCode, CaseId } from '../../base/ids.ts'
import type { CaseEvent } from '../../model/events.ts'
import { markedLines } from '../agents/marked.ts'
import type { Appended, Casebook, Decision } from '../casebook/casebook.ts'
import { decideAsk } from '../agents/asking.ts'
import { briefOf } from '../agents/brief.ts'
import { isErased } from '../casebook/casebook.ts'
import { consentGiven } from '../../policy/conversation/gates.ts'
import type { CaseBook, Desk } from './desk.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import { consentList, contactOf, guidanceOf } from '../casebook/dossier.ts'
import { deedOf, isNoteOf, type Deed } from '../casebook/idempotency.ts'
import { checkInJobs } from '../casebook/checkin.ts'
import { GENESIS, verifyChain } from '../../model/entry.ts'
import { conflicts } from '../../policy/visibility/conflict.ts'
import { eraseCase } from '../erasure/erase.ts'
import { makeErasureDesk } from '../erasure/erasure-desk.ts'
import { handBack } from '../agents/handoff.ts'
import { decideHold } from '../agents/hold.ts'
import { makeCrowdDesk } from './crowd-desk.ts'
import { closesUnheld } from '../agents/duties.ts'
import { planLeave, undoLeave } from '../agents/leaving.ts'
import { isCutOff } from '../../model/relay.ts'
import { makeShift } from '../agents/shift.ts'
import { showRow, stateOfRow } from '../agents/queue.ts'
import { decideAge, decideSafety } from '../agents/safety.ts'
import { isInSight, isOutOfSight, sightOf } from '../../policy/visibility/sight.ts'
import { readTrail } from '../agents/audit-trail.ts'
import { makeTeller } from '../casebook/told.ts'
import { makeViewing } from '../agents/viewing.ts'
import { makeWanted } from '../agents/wanted.ts'
import { wishHolds } from '../../policy/visibility/wish.ts'
import type { CaseState } from '../../model/state.ts'
import { makePhone } from '../phone/phone.ts'
import { makeFinder } from '../search/find.ts'
import type { CaseFilter, CaseRow } from '../../ports/store/views.ts'
import type { OutboxRow } from '../../ports/store/outbox.ts'
import type { OfficePorts } from '../casebook/ports.ts'

const KEY_REUSED: DeskOutcome = { status: 'refused', why: 'key_reused' }

/** Shared by more cases than this, a number says who the blackmailer is and not which case to read next. */
const MOST_LINKS = 50

const done = (state: CaseState): DeskOutcome => ({ status: 'done', version: state.version, seq: state.seq })

/** Why an agent may not act on a case that another holds, or nobody. Nothing where they may. */
const notHolder = (state: CaseState, agent: DeskAgent): DeskOutcome | undefined =>
  state.hands.status === 'agent' && state.hands.agent === agent.id ? undefined : { status: 'not_yours' }

export const makeDesk = (ports: OfficePorts, casebook: Casebook): Desk => {
  const rowOfCode = (code: CaseCode): Promise<CaseRow | undefined> => ports.store.views.byCode(code)
  const tell = makeTeller(ports.hasher)

  const waitOf = ({ waiting, conversation, access }: CaseState): NonNullable<CaseBook['filesWait']> => ({
    ...(access.moved === undefined ? {} : { left: true }),
    count: waiting.length,
    why: consentGiven(ports.flow, conversation) ? 'age' : 'consent',
    step: ports.flow.adult.step,
  })

  const isHidden = (agent: DeskAgent | undefined, state: CaseState): boolean => {
    if (isOutOfSight(agent, state)) return true
    const conflict = agent === undefined ? undefined : ports.roster?.conflictOf(agent)
    return conflict !== undefined && conflicts(conflict, state)
  }

  const stands = async (caseId: CaseId, is: Deed['stands']): Promise<boolean> => (await casebook.recall(caseId)).events.flat().some(is)

  /**
   * Loads, lets `decide` choose a decision or an outcome, appends. A lost race decides anew, so a check is never stale. What was done as this `deed` before
   * is not done again, and what was not is not dropped in silence.
   */
  const act = async (
    code: CaseCode,
    agent: DeskAgent | undefined,
    decide: (state: CaseState) => Decision | DeskOutcome | Promise<Decision | DeskOutcome>,
    deed?: Deed,
  ): Promise<DeskOutcome> => {
    const row = await rowOfCode(code)
    const sight = sightOf(agent)
    if (row === undefined || (row.status === 'erased' && sight !== undefined && !isInSight(sight, row))) return { status: 'unknown' }
    if (row.status === 'erased') return { status: 'erased' }
    let verdict: DeskOutcome | undefined
    let appended: Appended
    try {
      appended = await casebook.append(row.caseId, async (state) => {
        const chosen: Decision | DeskOutcome = isHidden(agent, state) ? { status: 'unknown' } : await decide(state)
        verdict = 'status' in chosen ? chosen : undefined
        if ('status' in chosen) return undefined
        return deed === undefined ? chosen : { ...chosen, cause: deed.cause }
      })
      if (appended.status === 'repeated' && deed !== undefined && !(await stands(row.caseId, deed.stands))) return KEY_REUSED
    } catch (error) {
      if (isErased(error)) return { status: 'erased' }
      throw error
    }
    return verdict ?? done(appended.state)
  }

  const deed = (what: string, code: CaseCode, key: string | undefined, stands: Deed['stands'] = () => true): Deed | undefined =>
    key === undefined ? undefined : { cause: deedOf(ports.hasher, what, code, key), stands }

  const by = (agent: DeskAgent): Decision['actor'] => `agent:${agent.id}`
  const only = (agent: DeskAgent, event: CaseEvent): Decision => ({ actor: by(agent), events: [event] })

  const book: Desk['open'] = async (code, reader) => {
    const row = await rowOfCode(code)
    const sight = sightOf(reader)
    if (row === undefined || (row.status === 'erased' && sight !== undefined && !isInSight(sight, row))) return undefined
    if (row.status === 'erased') return 'erased'
    try {
      const [{ opened, state }, rows] = await Promise.all([casebook.show(row.caseId), ports.store.outbox.ofCase(row.caseId)])
      const { placed, lines } = tell(opened, row.lastAt)
      if (isHidden(reader, state)) return undefined
      const delivery = new Map<string, OutboxRow['status']>(rows.map((sent) => [`${sent.seq}.${sent.n}`, sent.status]))
      const endsAt = expiresAt(ports.access.retention, state)
      const sameFile = state.sameFile.filter((one) => !state.links.includes(one))
      // What waited for the person is looked up where it was said.
      for (const line of lines) {
        const sent = line.from === 'bot' || line.from === 'agent' ? line.sent : undefined
        const status = sent === undefined ? undefined : delivery.get(`${sent.seq}.${sent.row}`)
        if (status !== undefined && (line.from === 'bot' || line.from === 'agent')) delivery.set(`${line.seq}.${line.row}`, status)
      }
      return {
        row,
        state,
        lines,
        events: placed,
        delivery,
        marked: await markedLines(ports, row.caseId, lines, rows),
        links: await codesOf(state.links.slice(-MOST_LINKS), reader),
        sameFile: await codesOf(sameFile.slice(-MOST_LINKS), reader),
        alike: await codesOf(state.alike.filter((one) => ![...state.links, ...sameFile].includes(one)).slice(-MOST_LINKS), reader),
        apart: await apartOf(state, reader),
        consents: consentList(ports.flow, state, placed),
        guidance: guidanceOf(ports.flow, placed),
        contact: contactOf(ports, state, ports.clock.now()),
        brief: briefOf(ports.flow, state, placed),
        ...(state.waiting.length === 0 ? {} : { filesWait: waitOf(state) }),
        ...(endsAt === undefined ? {} : { endsAt }),
      }
    } catch (error) {
      if (isErased(error)) return 'erased'
      throw error
    }
  }

  /** An erased case shows nothing of anybody; of one that does not open nobody knows whose it is. */
  const isHiddenRow = async (reader: DeskAgent | undefined, row: CaseRow): Promise<boolean> => {
    const sight = sightOf(reader)
    if (sight !== undefined && !isInSight(sight, row)) return true
    if (reader === undefined || ports.roster?.conflictOf(reader) === undefined) return false
    const state = await stateOfRow(casebook, row)
    return typeof state === 'object' ? isHidden(reader, state) : state === 'broken'
  }

  const codesOf = async (cases: readonly CaseId[], reader: DeskAgent | undefined): Promise<readonly CaseCode[]> => {
    const rows = await Promise.all(cases.map((caseId) => ports.store.views.byId(caseId)))
    const codes = rows.map(async (row) =>
      row === undefined || row.status === 'erased' || (await isHiddenRow(reader, row)) ? [] : [row.code],
    )
    return (await Promise.all(codes)).flat()
  }

  const apartOf = async ({ apart }: CaseState, reader: DeskAgent | undefined): Promise<CaseBook['apart']> => {
    const known = Object.entries(apart).slice(-MOST_LINKS)
    const told = known.map(async ([caseId, { agent, reason, at }]) => {
      const [code] = await codesOf([caseId as CaseId], reader)
      return code === undefined ? [] : [{ code, agent, reason, at }]
    })
    return (await Promise.all(told)).flat()
  }

  /** A page without what the reader must not see; the first that has something, or the last. */
  const seen = async (
    filter: CaseFilter,
    page: { readonly limit: number; readonly cursor?: string },
    reader: DeskAgent | undefined,
  ): ReturnType<typeof ports.store.views.list> => {
    const sight = sightOf(reader)
    const found = await ports.store.views.list(sight === undefined ? filter : { ...filter, sight }, page)
    if (reader === undefined || ports.roster?.conflictOf(reader) === undefined) return found
    const hidden = await Promise.all(found.rows.map((row) => isHiddenRow(reader, row)))
    const rows = found.rows.filter((_, i) => hidden[i] === false)
    return rows.length === 0 && found.cursor !== undefined ? seen(filter, { ...page, cursor: found.cursor }, reader) : { ...found, rows }
  }

  const claim: Desk['claim'] = (code, agent) =>
    act(code, agent, (state) => {
      const { hands } = state
      if (hands.status === 'agent') return hands.agent === agent.id ? done(state) : { status: 'held', by: hands.agent, alias: hands.alias }
      const until = wishHolds(state, ports.roster?.isWoman(agent), ports.clock.now())
      if (until !== undefined) return { status: 'refused', why: 'wish', until }
      return {
        actor: by(agent),
        events: [{ type: 'case_claimed', agent: agent.id, alias: agent.alias }],
        says: state.address === undefined || state.exited ? [] : [{ key: 'agent-joined', args: { alias: agent.alias } }],
        silence: true,
      }
    })

  const stateSeen = async (code: CaseCode, reader: DeskAgent | undefined): Promise<CaseState | undefined> => {
    const row = await rowOfCode(code)
    const state = row === undefined ? undefined : await stateOfRow(casebook, row)
    return typeof state !== 'object' || isHidden(reader, state) ? undefined : state
  }
  const rowSeen = async (code: CaseCode, agent: DeskAgent): Promise<CaseRow | undefined> => {
    const row = await rowOfCode(code)
    return row === undefined || (await isHiddenRow(agent, row)) ? undefined : row
  }
  const wanted = makeWanted({ store: ports.store, casebook, rows: seen, isHiddenRow })
  const phone = makePhone(ports, casebook, { act, seen: stateSeen })

  return {
    list: async (filter, page, reader) => {
      const { rows, ...rest } = await seen(filter, page, reader)
      return { ...rest, rows: await Promise.all(rows.map((row) => showRow(ports, casebook, row))) }
    },
    search: makeFinder(ports, casebook, isHiddenRow),
    wanted: (reader, may, twoPersons) => wanted(reader, may, { now: ports.clock.now(), twoPersons }),
    ...makeCrowdDesk(ports, isHiddenRow),
    counts: () => ports.store.views.counts(),
    openCounts: (reader, team) => {
      const sight = sightOf(reader)
      return ports.store.views.openCounts({ ...(team === undefined ? {} : { team }), ...(sight === undefined ? {} : { sight }) })
    },
    rowOf: (caseId) => ports.store.views.byId(caseId),
    rowOfCode,
    sees: async (row, reader) => !(await isHiddenRow(reader, row)),
    open: book,

    custody: async (code, reader) => {
      const row = await rowOfCode(code)
      if (row === undefined || (await isHiddenRow(reader, row))) return undefined
      const entries = await ports.store.ledger.read(row.caseId)
      const whole = verifyChain(ports.hasher, row.caseId, entries).length === 0 && (entries.at(-1)?.hash ?? GENESIS) === row.hash
      return { entries, intact: whole }
    },

    trail: (asked, reader) => readTrail(ports, asked, reader),

    claim,

    say: (code, agent, text, expectedVersion, key) =>
      act(code, agent, async (state) => {
        if (key !== undefined && state.saidKeys.includes(key)) {
          const same = await stands(state.caseId, (event) => event.type === 'agent_said' && event.key === key && event.text === text)
          return same ? done(state) : KEY_REUSED
        }
        const refused = notHolder(state, agent)
        if (refused !== undefined) return refused
        if (state.version !== expectedVersion) return { status: 'moved', version: state.version }
        // Who wanted everything erased is spoken to no more, also while a hold keeps the case.
        // Nor here, where they went back to another case: the chat is that one's now.
        if (state.address === undefined || isCutOff(state) || state.access.erasing || state.access.moved !== undefined)
          return { status: 'refused', why: 'no_chat' }
        if (state.blocked) return { status: 'refused', why: 'blocked' }
        return {
          actor: by(agent),
          events: [],
          agentSays: { agent: agent.id, alias: agent.alias, text, ...(key === undefined ? {} : { key }) },
        }
      }),

    release: (code, agent, to) =>
      act(code, agent, (state) => notHolder(state, agent) ?? handBack(ports, state, agent, to, ports.clock.now())),
    leave: (code, agent, to) => act(code, agent, (state) => planLeave(state, agent, to, ports.clock.now())),
    stay: (code, agent) => act(code, agent, (state) => undoLeave(state, agent)),

    transfer: (code, agent, to, over = false, note = '') =>
      act(code, agent, (state) => {
        const refused = over && state.hands.status === 'agent' ? undefined : notHolder(state, agent)
        if (refused !== undefined) return refused
        if (to.agent !== undefined && isHidden(to.agent, { ...state, team: to.team ?? state.team }))
          return { status: 'refused', why: 'conflict' }
        const takes = to.agent?.id === agent.id && state.hands.status === 'agent' && state.hands.agent !== agent.id
        if (takes && note.trim() === '') return { status: 'refused', why: 'reason_required' }
        const target = {
          ...(to.agent === undefined ? {} : { agent: to.agent.id, alias: to.agent.alias }),
          ...(to.team === undefined ? {} : { team: to.team }),
        }
        const says = to.agent === undefined || state.address === undefined ? [] : [{ key: 'agent-joined', args: { alias: to.agent.alias } }]
        const told = note.trim() === '' ? {} : { note: note.trim() }
        return { actor: by(agent), events: [{ type: 'case_transferred', agent: agent.id, to: target, ...told }], says }
      }),

    close: (code, agent, outcome, unheld = { over: false, why: '' }) =>
      act(code, agent, (state) => {
        if (state.hands.status === 'closed') return { status: 'refused', why: 'already' }
        const free = closesUnheld(state, outcome, unheld)
        const refused = free ? undefined : notHolder(state, agent)
        if (refused !== undefined) return refused
        // The person said something that whoever closes many at once has not seen.
        if (free && unheld.seen !== undefined && state.version > unheld.seen) return { status: 'moved', version: state.version }
        const why = free && unheld.why !== '' ? { why: unheld.why } : {}
        const says = state.address === undefined || state.exited ? [] : [{ key: 'closing' }]
        const jobs = checkInJobs(outcome, ports.clock.now())
        return { actor: by(agent), events: [{ type: 'case_closed', agent: agent.id, outcome, ...why }], says, jobs }
      }),

    askSafe: (code, agent, key) =>
      act(code, agent, (state) => decideSafety(ports, state, agent, ports.clock.now()), deed('safety', code, key)),
    askAge: (code, agent, key) => act(code, agent, (state) => decideAge(ports, state, agent, ports.clock.now()), deed('age', code, key)),
    ask: (code, agent, text, key) =>
      act(code, agent, (state) => decideAsk(state, agent, text), deed('ask', code, key, isNoteOf(agent.id, text))),
    note: (code, agent, text, key) => {
      const note: CaseEvent = { type: 'note_added', agent: agent.id, alias: agent.alias, text }
      return act(code, agent, () => only(agent, note), deed('note', code, key, isNoteOf(agent.id, text)))
    },

    setSeverity: (code, agent, severity, why) =>
      act(code, agent, (state) => {
        if (severity > state.severity && why.trim() === '') return { status: 'refused', why: 'reason_required' }
        if (severity === state.severity) return done(state)
        return only(agent, { type: 'severity_set', severity, agent: agent.id, why })
      }),

    openByPhone: phone.open,
    phone,

    ...makeViewing(ports, { act, open: book, seen: stateSeen }),

    shift: makeShift(ports, { act, rows: seen, claim, rowSeen }),

    erase: (code, actor, reason) => eraseCase(ports, casebook, code, actor, reason),
    erasure: makeErasureDesk(ports, casebook, act),

    hold: (code, agent, reason) => act(code, agent, (state) => decideHold(state, 'hold_set', agent, reason, ports.clock.now())),

    liftHold: (code, agent, reason) => act(code, agent, (state) => decideHold(state, 'hold_lifted', agent, reason, ports.clock.now())),
  }
}
