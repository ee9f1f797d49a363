import { useQuery } from '@tanstack/react-query'
import { healthQuery, operatorQuery } from '../api/administration.ts'
import { modelQuery } from '../api/model.ts'
import { agentsQuery, meQuery } from '../api/reads.ts'
import { checklistOf, type Check } from './checklist.ts'

export type Checklist = {
  /** Nothing until everything is known: half a list would call undone what is done. */
  readonly checks: readonly Check[] | undefined
  readonly error: Error | null
  readonly again: () => void
}

/** The checklist, for who administers; it is looked at anew as often as the parts' health. */
export const useChecklist = (): Checklist => {
  const me = useQuery(meQuery)
  const agents = useQuery(agentsQuery)
  const operator = useQuery(operatorQuery)
  const health = useQuery(healthQuery)
  const model = useQuery(modelQuery)
  const all = [me, agents, operator, health, model]
  const known =
    me.data === undefined ||
    agents.data === undefined ||
    operator.data === undefined ||
    health.data === undefined ||
    model.data === undefined
      ? undefined
      : {
          me: me.data,
          agents: agents.data,
          operator: operator.data,
          health: health.data,
          model: model.data,
          origin: location.origin,
        }
  return {
    checks: known === undefined ? undefined : checklistOf(known),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    again: () => void Promise.all(all.map(({ refetch }) => refetch())),
  }
}
