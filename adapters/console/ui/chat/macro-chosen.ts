import type { QueryClient } from '@tanstack/react-query'
import type { Message } from '../../contract/messages.ts'
import type { PlannedMacro, PlannedMacros } from '../../contract/macros.ts'
import { plannedQuery } from '../api/macros.ts'
import { threadQuery } from '../api/reads.ts'
import type { Thread } from '../api/thread.ts'

/**
 * A macro as it was when it was chosen: nothing of it changes under the eyes of who reads it.
 * `version`: of the conversation that stood behind it; `last`: its last message.
 */
export type Chosen = {
  readonly plan: PlannedMacros
  readonly macro: PlannedMacro
  readonly version: number
  readonly last: string | undefined
}

const chosenFrom = (plan: PlannedMacros, macro: PlannedMacro, thread: Thread | undefined): Chosen => ({
  plan,
  macro,
  // What was planned on more than was shown is not answered yet.
  version: Math.min(plan.conversation, thread?.version ?? plan.conversation),
  last: thread?.messages.at(-1)?.id,
})

export const chooseMacro = (
  queries: QueryClient,
  code: string,
  plan: PlannedMacros,
  macro: PlannedMacro,
): Chosen => chosenFrom(plan, macro, queries.getQueryData(threadQuery(code, queries).queryKey))

/** What is so now: the same macro, if there still is one, and what was said since it was chosen. */
export const renewChosen = async (
  queries: QueryClient,
  code: string,
  { macro, last }: Chosen,
): Promise<{ readonly chosen: Chosen | undefined; readonly fresh: readonly Message[] }> => {
  const plan = await queries.fetchQuery(plannedQuery(code))
  const thread = await queries.fetchQuery({ ...threadQuery(code, queries), staleTime: 0 })
  const now = plan.macros.find(({ id }) => id === macro.id)
  const from = thread.messages.findIndex(({ id }) => id === last) + 1
  return {
    chosen: now === undefined ? undefined : chosenFrom(plan, now, thread),
    fresh: thread.messages.slice(from).filter((message) => message.from !== 'event'),
  }
}
