import { Checkbox, Radio, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Me } from '../../contract/people.ts'
import { colleaguesQuery } from '../api/reads.ts'
import { useT } from '../language/language.tsx'
import { Name } from '../language/words.tsx'

const ROLES = [
  'agent',
  'minors-desk',
  'supervisor',
  'analyst',
  'network-analyst',
  'auditor',
  'admin',
] as const satisfies readonly Me['role'][]

export type Rights = { readonly role: Me['role']; readonly teams: readonly string[] | null }

type Teams = Rights['teams']

/**
 * The teams whose cases somebody sees: those that are named, or every one. None is ticked by
 * itself, least of all that of people under 18.
 */
export const TeamFields = ({
  teams,
  change,
  of = 'field',
}: {
  readonly teams: Teams
  readonly change: (teams: Teams) => void
  /** `networks`: of what their cases have in common, and not the cases, is shown. */
  readonly of?: 'field' | 'networks'
}): ReactNode => {
  const t = useT()
  const { data } = useQuery(colleaguesQuery)
  return (
    <>
      {teams !== null && (
        <Checkbox.Group
          label={t('field-teams')}
          description={t(`${of}-teams-note`)}
          value={[...teams]}
          onChange={change}
        >
          <Stack gap="xs" mt="xs">
            {data?.teams.map((team) => (
              <Checkbox key={team.id} value={team.id} label={<Name text={team.name} />} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Checkbox
        label={t('field-every-team')}
        description={t(`${of}-every-team-note`)}
        checked={teams === null}
        onChange={(event) => change(event.currentTarget.checked ? null : [])}
      />
      {teams?.length === 0 && <p className="soft">{t(`${of}-no-teams`)}</p>}
    </>
  )
}

/** A role, and the teams whose cases somebody sees. */
export const RightsFields = ({
  value,
  change,
}: {
  readonly value: Rights
  readonly change: (rights: Rights) => void
}): ReactNode => {
  const t = useT()
  const { role, teams } = value
  return (
    <>
      <Radio.Group label={t('field-role')} value={role} onChange={(next) => change({ ...value, role: next })}>
        <Stack gap="xs" mt="xs">
          {ROLES.map((each) => (
            <Radio key={each} value={each} label={t(`role-${each}`)} description={t(`role-${each}-note`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TeamFields
        teams={teams}
        change={(next) => change({ ...value, teams: next })}
        of={role === 'network-analyst' ? 'networks' : 'field'}
      />
    </>
  )
}
