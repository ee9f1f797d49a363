import type { ViewHead } from '../wire.ts'
import type { Sign } from './sign.ts'
import type { Status } from './status.ts'
import type { Thread } from './thread.ts'

/** Says who is there, by the name of the agent who wrote last, and offers a sign while an answer is waited for. */
export const showPresence = (
  parts: { readonly status: Status; readonly sign: Sign; readonly thread: Thread },
  head: Pick<ViewHead, 'mode'> | undefined,
  isHidden: boolean,
): void => {
  const agents = parts.thread.lines().filter(({ from }) => from === 'agent')
  const last = agents[agents.length - 1]
  parts.status.presence(head === undefined ? 'bot' : head.mode, last === undefined ? undefined : last.alias)
  parts.sign.offer(head !== undefined && !isHidden && (head.mode === 'waiting' || head.mode === 'agent'))
}
