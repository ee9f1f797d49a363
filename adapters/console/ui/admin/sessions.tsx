import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { endOtherSessions, endSession, sessionsQuery } from '../api/people.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { useT } from '../language/language.tsx'
import { tell, tellFault } from '../parts/notice.ts'
import { SessionLines } from './session-list.tsx'

/** Where one is signed in, and the way to end it from here. */
export const Sessions = (): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(sessionsQuery)
  const act = async (what: () => Promise<unknown>): Promise<void> => {
    try {
      await what()
      tell(t, 'session-ended')
    } catch (fault) {
      tellFault(t, fault)
    }
    await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey })
  }
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="page-wide">
        <div className="page-head">
          <h1>{t('sessions-title')}</h1>
          {data !== undefined && data.length > 1 && (
            <Button variant="default" onClick={() => void act(endOtherSessions)}>
              {t('session-end-others')}
            </Button>
          )}
        </div>
        <p className="soft">{t('sessions-note')}</p>
        {data !== undefined ? (
          <SessionLines sessions={data} end={(id) => void act(() => endSession(id))} />
        ) : error === null ? (
          <Pending />
        ) : (
          <PartTrouble error={error} retry={() => void refetch()} />
        )}
      </div>
    </main>
  )
}
