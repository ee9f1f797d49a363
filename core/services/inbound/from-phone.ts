import { routeOf } from '../access/route.ts'
import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseId } from '../../base/ids.ts'
import type { InboxRow } from '../../ports/store/inbox.ts'
import type { Inbound } from '../../base/message.ts'

/**
 * What a member of the team wrote on the linked phone. It belongs to the case of whom it was
 * written to, silences the bot, and asks for whoever wrote it: nobody may take it for the program's
 * word, nor speak over it. In a chat without a case it is none of ours: the phone's owner wrote to
 * somebody, and nothing of it is kept.
 */
export const receiveFromPhone = async (
  ports: Pick<CasePorts, 'store'>,
  casebook: Casebook,
  {
    row,
    item,
    caseId,
  }: { readonly row: InboxRow; readonly item: Inbound; readonly caseId: CaseId | undefined },
): Promise<void> => {
  const written = caseId === undefined ? 'nothing' : await write(casebook, row, item, caseId)
  if (written === 'nothing') await ports.store.inbox.settle([row.id])
}

const write = async (
  casebook: Casebook,
  row: InboxRow,
  item: Inbound,
  caseId: CaseId,
): Promise<'done' | 'repeated' | 'nothing'> => {
  try {
    const { status } = await casebook.append(caseId, (state) => {
      if (state.seq === 0 || routeOf(state, item).go !== 'here') return undefined
      const held = state.hands.status === 'agent'
      return {
        actor: 'system',
        events: [
          { type: 'phone_said', inbound: row.id, message: item },
          ...(held || state.onPhone ? [] : [{ type: 'handoff_requested', why: 'phone' } as const]),
        ],
        silence: true,
        handles: { inbound: row.id },
      }
    })
    return status
  } catch (error) {
    if (isErased(error)) return 'nothing'
    throw error
  }
}
