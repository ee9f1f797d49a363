import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { isFailure, type FailureCode } from '../../base/failure.ts'
import type { InboxRow } from '../../ports/store/inbox.ts'
import { isSilent } from './reply.ts'

/** What fails for every message alike, and passes or is mended: no message is given up for it. */
const OF_THE_STORE: ReadonlySet<FailureCode> = new Set([
  'store_unavailable',
  'store_broken',
  'store_busy',
  'disk_full',
  'data_unwritable',
])

export const isOfStore = (error: unknown): boolean => isFailure(error) && OF_THE_STORE.has(error.code)

/**
 * Gives up a message that failed each time: it is kept nowhere. The team reads in the case that
 * there was one, and its person is asked to send it once more, unless somebody of the team is there
 * or the chat is to show nothing. Throws only what `isOfStore`: then nothing is given up.
 */
export const setAside = async (ports: CasePorts, casebook: Casebook, row: InboxRow): Promise<void> => {
  const handled = await tell(ports, casebook, row)
  if (!handled) await ports.store.inbox.settle([row.id])
}

const tell = async (ports: CasePorts, casebook: Casebook, row: InboxRow): Promise<boolean> => {
  try {
    const caseId = await ports.store.chats.find(row.chatKey)
    if (caseId === undefined) return false
    const { status } = await casebook.append(caseId, (state) => {
      // It was to open the case, or its chat went on to another one: nothing that the person reads
      // here is of it.
      if (state.seq === 0 || state.address === undefined) return undefined
      return {
        actor: 'system',
        events: [{ type: 'message_lost', inbound: row.id, arrivedAt: row.receivedAt }],
        says: isSilent(state) ? [] : [{ key: 'message-lost' }],
        handles: { inbound: row.id },
      }
    })
    return status !== 'nothing'
  } catch (error) {
    if (isOfStore(error)) throw error
    // The case itself cannot be read, which may be why its message could not be handled.
    if (!isErased(error))
      ports.log.error('the loss of an inbound item could not be told', { inboundId: row.id, error })
    return false
  }
}
