import type { QueryClient } from '@tanstack/react-query'
import type { Me } from '../contract/people.ts'
import { meQuery } from './api/reads.ts'
import type { Drafts } from './chat/drafts.tsx'

/**
 * Who works in this tab. A session that ran out keeps drafts and pages for the same agent; nothing
 * passes to another one.
 */
export type Session = {
  readonly admit: (me: Me) => void
  readonly forget: () => void
  /** Whether somebody was let in here, so that there is a session that can have ended. */
  readonly isIn: () => boolean
}

export const makeSession = (queries: QueryClient, drafts: Drafts): Session => {
  let last: string | undefined
  const forget = (): void => {
    last = undefined
    drafts.forget()
    queries.clear()
  }
  return {
    admit: (me) => {
      if (last !== undefined && last !== me.id) {
        forget()
        queries.setQueryData(meQuery.queryKey, me)
      }
      last = me.id
      drafts.admit(me.id)
    },
    forget,
    isIn: () => last !== undefined,
  }
}
