import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import type { CaseFile, Done, Outcome, Severity } from '../../contract/index.ts'
import type { NewCodeJudgement } from '../../contract/evidence.ts'
import type { NewDangerReview } from '../../contract/findings.ts'
import type { NewErasure } from '../../contract/erasure.ts'
import type { NewAnswer } from '../../contract/shift.ts'
import { afterHeavy } from '../shift/rest.ts'
import { call } from './call.ts'
import { casePath } from './reads.ts'

/** Everything an agent can do to a case. */
export type CaseCommand =
  | { readonly type: 'claim' }
  | { readonly type: 'safety' | 'age'; readonly key: string }
  | {
      readonly type: 'messages'
      readonly text: string
      readonly expectedVersion: number
      readonly key: string
      /** It began as a draft of a machine. */
      readonly helped?: true
    }
  | { readonly type: 'release'; readonly to: 'bot' | 'queue'; readonly undo: true }
  | { readonly type: 'release/undo' }
  | { readonly type: 'transfer'; readonly agent: string; readonly note?: string }
  | { readonly type: 'transfer'; readonly team: string; readonly note?: string }
  | { readonly type: 'close'; readonly outcome: Outcome }
  | { readonly type: 'notes' | 'ask'; readonly text: string; readonly key: string }
  | { readonly type: 'hold' | 'hold/lift'; readonly reason: string }
  | ({ readonly type: 'erasure' } & NewErasure)
  | { readonly type: `erasure/${number}/refuse`; readonly reason: string }
  | { readonly type: 'snooze'; readonly until: string; readonly promise: string }
  | { readonly type: 'safe-times'; readonly from: string; readonly to: string }
  | { readonly type: 'wake' | 'reopen' | 'help/done' | 'safe-times/clear' }
  | { readonly type: 'help'; readonly text: string }
  | { readonly type: 'tasks'; readonly text: string; readonly dueAt?: string }
  | { readonly type: `tasks/${string}`; readonly done: boolean }
  | ({ readonly type: `answers/${string}` } & NewAnswer)
  | {
      readonly type: 'identifiers/owner'
      readonly place: number
      readonly value: string
      readonly owner: 'perpetrator' | 'self' | 'other'
      readonly everywhere: boolean
      readonly reason: string
    }
  | ({ readonly type: `evidence/${string}/codes/${number}` } & NewCodeJudgement)
  | ({ readonly type: 'dangers' } & NewDangerReview)
  | {
      readonly type: 'links'
      readonly code: string
      readonly wrong: boolean
      readonly verdict?: 'same' | 'unsure'
      readonly reason: string
    }
  | { readonly type: 'severity'; readonly severity: Severity; readonly reason: string }

const post = (code: string, command: CaseCommand): Promise<Done> => {
  const { type, ...rest } = command
  if (!('key' in rest)) return call<Done>('POST', casePath(code, `/${type}`), { body: rest })
  const { key, ...body } = rest
  return call<Done>('POST', casePath(code, `/${type}`), { body, key })
}

/** After these the case is somebody else's, or nobody's. */
const LETS_GO: ReadonlySet<string> = new Set(['close', 'transfer', 'release'])

/**
 * A command to one case. Afterwards, done or refused, everything of the case is read anew: a
 * refusal means that it changed.
 */
export const useCaseCommand = (code: string): UseMutationResult<Done, Error, CaseCommand> => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (command: CaseCommand) => {
      const file = queries.getQueryData<CaseFile>(['case', code])
      const done = await post(code, command)
      if (LETS_GO.has(command.type) && file?.mine === true && file.severity === 'P1') afterHeavy.set(true)
      // They go on with it: the card would lie over what they write.
      if (command.type === 'release/undo') afterHeavy.set(false)
      return done
    },
    onSettled: async () => {
      void queries.invalidateQueries({ queryKey: ['queue'] })
      void queries.invalidateQueries({ queryKey: ['custody', code] })
      void queries.invalidateQueries({ queryKey: ['timeline', code] })
      void queries.invalidateQueries({ queryKey: ['reading', code] })
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['case', code] }),
        queries.invalidateQueries({ queryKey: ['thread', code] }),
      ])
    },
  })
}
