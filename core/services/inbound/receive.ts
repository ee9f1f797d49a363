import { arrive } from '../access/arrive.ts'
import { isHeardHere } from '../access/page.ts'
import { makeAccessReader } from '../access/read.ts'
import { takenBackBy } from '../evidence/taken-back.ts'
import { routeOf, type Route } from '../access/route.ts'
import { keepsWhatIsWritten } from '../../policy/access/take-back.ts'
import { freshCode, isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { withOpinions } from '../casebook/second-opinion.ts'
import type { CaseCode, CaseId, ChatKey, EvidenceId } from '../../base/ids.ts'
import type { TestMessages } from '../../ports/test-message.ts'
import type { InboxRow } from '../../ports/store/inbox.ts'
import { makeExpectation } from './in-line.ts'
import { receiveFromBot, isLateEnd } from './from-bot.ts'
import { receiveFromPhone } from './from-phone.ts'
import { isIdle, isUnderQuestion } from './reaction.ts'
import { respond } from './respond.ts'
import { editedAway } from './withdrawn.ts'
import type { Inbound } from '../../base/message.ts'

/**
 * An item that failed this often is set aside (kept nowhere, counted, logged by id): one poisoned
 * message must not mute a chat for ever.
 */
export const MAX_ATTEMPTS = 5
const KNOWN_CHATS = 20_000
/**
 * Items of evidence that one message may announce: itself, and what waited for consent. What is
 * left comes with the next.
 */
const MOST_ITEMS = 8
/**
 * Cases that a chat may be led through for one message: back to an older one, from there to a new
 * one, and some that were erased meanwhile.
 */
const MOST_HOPS = 8

export type Receiver = {
  /**
   * Handles one inbox row to its end: its entry is written and the row is handled when this
   * resolves. Throws where it must be tried again.
   */
  readonly receive: (row: InboxRow) => Promise<void>
}

/** `tests`: what an administrator tries a channel with, where that can be (core/ports/test-message). */
export const makeReceiver = (ports: CasePorts, casebook: Casebook, tests?: TestMessages): Receiver => {
  const known = new Map<ChatKey, CaseId>()
  const readAccess = makeAccessReader(ports, casebook)
  const expect = makeExpectation(ports)

  const remember = (chatKey: ChatKey, caseId: CaseId): CaseId => {
    if (known.size >= KNOWN_CHATS) known.clear()
    known.set(chatKey, caseId)
    return caseId
  }

  const caseOf = async (chatKey: ChatKey, instead?: CaseId): Promise<CaseId> => {
    const cached = known.get(chatKey)
    if (cached !== undefined && instead === undefined) return cached
    const found = instead === undefined ? await ports.store.chats.find(chatKey) : undefined
    const caseId = found ?? (await ports.store.chats.bind(chatKey, ports.random.id() as CaseId, instead))
    return remember(chatKey, caseId)
  }

  /** Writes the item into this case, or says which case it is for. */
  const write = async (row: InboxRow, item: Inbound, caseId: CaseId): Promise<Route> => {
    const evidence = Array.from({ length: MOST_ITEMS }, () => ports.random.id()) as EvidenceId[]
    const dice = ports.random.code(4)
    let route: Route = { go: 'here' }
    const { status } = await casebook.append(caseId, async (state) => {
      route = routeOf(state, item)
      if (
        route.go !== 'here' ||
        isIdle(state, item) ||
        isLateEnd(state, item) ||
        !isHeardHere(state, item, ports.clock.now())
      )
        return undefined
      const code = state.seq === 0 ? await freshCode(ports) : ('' as CaseCode)
      const expected = state.hands.status === 'waiting' ? await expect(state.severity) : undefined
      const access = await readAccess(state, row.id, item)
      const page = keepsWhatIsWritten(ports.capabilities(item.channel))
        ? ports.secretPages?.mint(caseId)
        : undefined
      const underQuestion = await isUnderQuestion(ports, casebook, state, item)
      const takenBack = await takenBackBy(casebook, state, item)
      const gone = await editedAway(ports, casebook, state, item)
      const supplies = {
        now: ports.clock.now(),
        code,
        evidence,
        access,
        dice,
        ...(expected === undefined ? {} : { expected }),
        ...(page === undefined ? {} : { page }),
        ...(underQuestion ? { underQuestion } : {}),
        ...(takenBack === undefined ? {} : { takenBack }),
        ...(gone.length === 0 ? {} : { editedAway: gone }),
      }
      return withOpinions(ports, (crisis) =>
        respond({ ...ports, crisis }, state, { inbound: row.id, item, supplies }),
      )
    })
    if (status === 'nothing' && route.go === 'here') await ports.store.inbox.settle([row.id])
    return route
  }

  /**
   * The chat's case was erased, or let it go: who writes again starts anew, and nothing ties the
   * two together.
   */
  const writeOrLeave = async (row: InboxRow, item: Inbound, caseId: CaseId): Promise<Route> => {
    try {
      return await write(row, item, caseId)
    } catch (error) {
      if (!isErased(error)) throw error
      return { go: 'anew' }
    }
  }

  return {
    receive: async (row) => {
      const item = ports.sealer.transit.open(`inbox:${row.id}`, row.sealed) as Inbound
      if (item.by === 'phone') {
        const caseId = known.get(row.chatKey) ?? (await ports.store.chats.find(row.chatKey))
        return receiveFromPhone(ports, casebook, { row, item, caseId })
      }
      if (item.by === 'bot') return receiveFromBot(ports, casebook, row, item)
      // Before anything is bound or opened for its chat.
      if ((await tests?.take(item)) === true) return ports.store.inbox.settle([row.id])
      let caseId = await caseOf(row.chatKey)
      for (let hops = 0; hops < MOST_HOPS; hops += 1) {
        const route = await writeOrLeave(row, item, caseId)
        if (route.go === 'here') return
        // A secret is for the case that asked for it and for no other: that one is gone, or the chat left it.
        if (item.page !== undefined) return ports.store.inbox.settle([row.id])
        // A return that was granted is finished before anything else is heard from its chat.
        const arrived = route.go === 'to' ? await arrive(ports, casebook, caseId) : undefined
        caseId = arrived === undefined ? await caseOf(row.chatKey, caseId) : remember(row.chatKey, arrived)
      }
      throw new Error('a chat is led from case to case without an end')
    },
  }
}
