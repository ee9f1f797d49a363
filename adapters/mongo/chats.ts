import type { CaseId, ChatKey } from '../../core/base/ids.ts'
import type { Chats } from '../../core/ports/store/chats.ts'
import type { Mongo } from './connection.ts'
import type { ChatDoc } from './shapes.ts'
import type { Table } from './table.ts'

type Bond = { readonly times: number; readonly caseId: CaseId }

/** Chats whose number of bonds is remembered: where the look for the newest begins. */
const REMEMBERED = 20_000
const DIGITS = 6

const chatId = (chatKey: ChatKey, times: number): string =>
  `${chatKey}#${String(times).padStart(DIGITS, '0')}`

/**
 * Every bond of a chat is a document of its own, numbered from 0 without gaps and never removed: so
 * who binds anew is decided by an insert.
 */
export const makeChats = ({ server }: Mongo, table: Table<ChatDoc>): Chats => {
  const known = new Map<ChatKey, number>()

  const remember = (chatKey: ChatKey, bond: Bond): Bond => {
    known.delete(chatKey)
    known.set(chatKey, bond.times)
    const [oldest] = known.keys()
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
    return bond
  }

  const newestByIndex = async (chatKey: ChatKey): Promise<Bond | undefined> => {
    const [doc] = await table.find(
      { _id: { $gte: `${chatKey}#`, $lt: `${chatKey}$` } },
      { sort: { _id: -1 }, limit: 1 },
    )
    return doc === undefined ? undefined : { times: Number(doc._id.slice(-DIGITS)), caseId: doc.caseId }
  }

  const newestOneByOne = async (chatKey: ChatKey): Promise<Bond | undefined> => {
    let newest: Bond | undefined
    for (let times = known.get(chatKey) ?? 0; ; times++) {
      const doc = await table.byId(chatId(chatKey, times))
      if (doc === undefined) return newest
      newest = remember(chatKey, { times, caseId: doc.caseId })
    }
  }

  const newest = server.indexed ? newestByIndex : newestOneByOne

  const bind = async (chatKey: ChatKey, caseId: CaseId, instead: CaseId | undefined): Promise<CaseId> => {
    for (;;) {
      const bond = await newest(chatKey)
      if (bond !== undefined && bond.caseId !== instead) return bond.caseId
      const refused = await table.insert([
        { _id: chatId(chatKey, bond === undefined ? 0 : bond.times + 1), caseId },
      ])
      if (refused.size === 0) return caseId
    }
  }

  return { find: async (chatKey) => (await newest(chatKey))?.caseId, bind }
}
