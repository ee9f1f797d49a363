import { routeOf } from '../access/route.ts'
import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import type { InboxRow } from '../../ports/store/inbox.ts'
import type { Inbound } from '../../base/message.ts'

/** The end of a session that is over already, or that another one followed. */
export const isLateEnd = ({ relay }: CaseState, { body }: Inbound): boolean =>
  body.kind === 'ended' && (relay === undefined || !relay.open || relay.session !== body.session)

/**
 * What the bot that hands a chat over said to the person, and its notices. They stand in the
 * conversation, so that an answer can be read beside its question, and are nothing else: they are
 * not read for danger, answer nothing, are no evidence, and open no case.
 */
export const receiveFromBot = async (
  ports: Pick<CasePorts, 'store'>,
  casebook: Casebook,
  row: InboxRow,
  message: Inbound,
): Promise<void> => {
  const caseId = await ports.store.chats.find(row.chatKey)
  try {
    const kept =
      caseId !== undefined &&
      (await casebook.append(caseId, (state) =>
        state.seq === 0 || routeOf(state, message).go !== 'here'
          ? undefined
          : {
              actor: 'system',
              events: [{ type: 'other_bot_said', inbound: row.id, message }],
              handles: { inbound: row.id },
            },
      ))
    if (kept !== false && kept.status !== 'nothing') return
  } catch (error) {
    if (!isErased(error)) throw error
  }
  await ports.store.inbox.settle([row.id])
}
