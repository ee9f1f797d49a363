import { Alert } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { AgentRow } from '../../contract/people.ts'
import { colleaguesQuery } from '../api/reads.ts'
import { useSpeech } from '../language/language.tsx'

const AGREES: ReadonlySet<AgentRow['role']> = new Set(['supervisor', 'admin'])
const WORKS: ReadonlySet<AgentRow['role']> = new Set(['agent', 'minors-desk', 'supervisor', 'admin'])

/**
 * What this team cannot do as it stands: agree with somebody, or see the cases of a team. Nothing
 * else would say so before it is needed.
 */
export const Agreeing = ({ agents }: { readonly agents: readonly AgentRow[] }): ReactNode => {
  const { t, clock } = useSpeech()
  const { data: colleagues } = useQuery(colleaguesQuery)
  const active = agents.filter(({ state }) => state === 'active')
  const agree = active.filter(({ role }) => AGREES.has(role))
  const now = agree.filter(({ agreesFrom }) => agreesFrom === undefined)
  const next = agree.flatMap(({ agreesFrom }) => (agreesFrom === undefined ? [] : [agreesFrom])).toSorted()[0]
  const unseen = (colleagues?.teams ?? []).filter(
    ({ id }) =>
      !active.some(
        ({ role, teams }) =>
          WORKS.has(role) &&
          (teams === undefined || teams.includes(id) || (id === 'minors' && role === 'minors-desk')),
      ),
  )
  return (
    <>
      {now.length < 2 && (
        <Alert color="yellow" icon={<IconUsersGroup size={18} />} title={t('agreeing-alone')}>
          <p>{t('agreeing-alone-what')}</p>
          <p>
            {agree.length < 2 || next === undefined
              ? t('agreeing-alone-mend')
              : t('agreeing-alone-until', { time: clock.whole(new Date(next)) })}
          </p>
        </Alert>
      )}
      {unseen.length > 0 && (
        <Alert color="red" icon={<IconUsersGroup size={18} />} title={t('agreeing-unseen')}>
          {unseen.map(({ name }) => name).join(t('list-comma'))}
        </Alert>
      )}
    </>
  )
}
