import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Status } from '../../contract/index.ts'
import { countsQuery } from '../api/reads.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { PartTrouble, Pending } from './trouble.tsx'
import '../styles/file.css'

const STATUSES = ['waiting', 'agent', 'bot', 'closed', 'erased'] as const satisfies readonly Status[]

const Numbers = (): ReactNode => {
  const t = useT()
  const { data, error, refetch } = useQuery(countsQuery)
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="page-narrow">
        <h1>{t('counts-title')}</h1>
        <p className="soft">{t('counts-note')}</p>
        <p className="soft">{t('counts-small')}</p>
        {data !== undefined ? (
          <dl className="facts">
            {STATUSES.map((status) => (
              <div key={status} className="fact">
                <dt>{t(`status-${status}`)}</dt>
                <dd>
                  {data[status] === 'few' ? (
                    <span className="soft">{t('statistics-hidden')}</span>
                  ) : (
                    data[status]
                  )}
                </dd>
              </div>
            ))}
          </dl>
        ) : error === null ? (
          <Pending />
        ) : (
          <PartTrouble error={error} retry={() => void refetch()} />
        )}
      </div>
    </main>
  )
}

/** How many cases stand where: all that an analyst sees of them, and never a small number. */
export const Counts = (): ReactNode => (
  <MoreTexts of="admin">
    <Numbers />
  </MoreTexts>
)
