import { Button, Kbd } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Taken } from '../../contract/shift.ts'
import { call } from '../api/call.ts'
import { colleaguesQuery, mayWork, meQuery } from '../api/reads.ts'
import { usePreferences } from '../browser/preferences.tsx'
import { useShortcuts } from '../browser/shortcuts.ts'
import { useT } from '../language/language.tsx'
import { useActions } from '../palette/actions.ts'
import { tell, tellFault } from '../parts/notice.ts'

/** Which team's cases; the agent's own teams where they have any. Nothing to choose where there is one. */
const TeamChoice = ({
  team,
  choose,
}: {
  readonly team: string
  readonly choose: (team: string) => void
}): ReactNode => {
  const t = useT()
  const { data: me } = useQuery(meQuery)
  const { data: colleagues } = useQuery(colleaguesQuery)
  const teams = (colleagues?.teams ?? []).filter(({ id }) => me?.teams?.includes(id) ?? true)
  if (teams.length < 2 && team === '') return <span />
  return (
    <select
      className="queue-team"
      aria-label={t('queue-team')}
      value={team}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{t('queue-team-all')}</option>
      {teams.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** The one press with which work begins: whoever comes first of those the agent can have. */
export const Next = ({
  team,
  choose,
}: {
  readonly team: string
  readonly choose: (team: string) => void
}): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { letterKeys } = usePreferences()
  const { data: me } = useQuery(meQuery)
  const works = mayWork(me)
  const take = useMutation({
    mutationFn: () => call<Taken>('POST', '/api/v1/next', { body: team === '' ? {} : { team } }),
    onSuccess: async ({ code }) => {
      if (code === undefined) return tell(t, 'next-none')
      await navigate({ to: '/cases/$code', params: { code } })
    },
    onError: (fault) => tellFault(t, fault),
    onSettled: () => queries.invalidateQueries({ queryKey: ['queue'] }),
  })
  const run = (): void => {
    if (works && !take.isPending) take.mutate()
  }
  useShortcuts(letterKeys, { KeyN: run })
  useActions(
    works
      ? [
          {
            id: 'next',
            says: (words) => words('next-take'),
            icon: <IconHandStop size={18} />,
            keys: ['N'],
            run,
          },
        ]
      : [],
  )
  return (
    <div className="queue-next">
      <TeamChoice team={team} choose={choose} />
      {works && (
        <Button size="xs" loading={take.isPending} onClick={run} leftSection={<IconHandStop size={16} />}>
          {t('next-take')}
          {letterKeys && (
            <Kbd size="xs" ms={8} aria-hidden>
              N
            </Kbd>
          )}
        </Button>
      )}
    </div>
  )
}
