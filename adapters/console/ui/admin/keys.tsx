import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { KeyRow } from '../../contract/people.ts'
import { endKey, keysQuery, makeKey } from '../api/people.ts'
import { colleaguesQuery, teamName } from '../api/reads.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { useValidity } from '../entry/fields.tsx'
import { useSpeech, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Copy } from '../parts/copy.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { TeamFields } from './rights-fields.tsx'
import { Name } from '../language/words.tsx'
import '../styles/entry.css'
import './lines.css'

const SCOPES = [
  'read',
  'write',
  'evidence',
  'admin',
  'handover',
] as const satisfies readonly KeyRow['scopes'][number][]
const DAYS = ['30', '90', '365', ''] as const

const Line = ({ row }: { readonly row: KeyRow }): ReactNode => {
  const { t, clock } = useSpeech()
  const queries = useQueryClient()
  const { data: colleagues } = useQuery(colleaguesQuery)
  const [asked, setAsked] = useState(false)
  const { run, busy, fault } = useAttempt(async () => {
    await endKey(row.id)
    await queries.invalidateQueries({ queryKey: keysQuery.queryKey })
  })
  const timeOf = (at: string): ReactNode => <time dateTime={at}>{clock.whole(new Date(at))}</time>
  return (
    <li className="agent-line agent-line-act">
      <div>
        <p className="agent-line-name">
          <Name text={row.name} />
          <bdi dir="ltr" className="code soft">
            {row.start}…
          </bdi>
        </p>
        <p className="soft">{row.scopes.map((scope) => t(`scope-${scope}`)).join(t('list-comma'))}</p>
        <p className="soft">
          {row.teams === undefined
            ? t('field-every-team')
            : row.teams.length === 0
              ? t('agent-no-teams')
              : row.teams.map((id) => teamName(t, colleagues, id)).join(t('list-comma'))}
        </p>
        <p className="soft agent-line-when">
          {t('api-key-since')} {timeOf(row.since)} ·{' '}
          {row.until === undefined ? (
            t('api-key-endless')
          ) : (
            <>
              {t('api-key-until')} {timeOf(row.until)}
            </>
          )}{' '}
          ·{' '}
          {row.lastUsed === undefined ? (
            t('api-key-unused')
          ) : (
            <>
              {t('api-key-used')} {timeOf(row.lastUsed)}
            </>
          )}
        </p>
        <FormFault fault={fault} />
      </div>
      {asked ? (
        <Group gap="xs">
          <Button size="xs" color="red" loading={busy} onClick={() => run()}>
            {t('api-key-end-do')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsked(false)}>
            {t('cancel')}
          </Button>
        </Group>
      ) : (
        <Button
          size="xs"
          variant="default"
          aria-label={t('api-key-end-name', { name: row.name })}
          onClick={() => setAsked(true)}
        >
          {t('api-key-end')}
        </Button>
      )}
    </li>
  )
}

const NewKey = ({ close }: { readonly close: () => void }): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const validity = useValidity()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly string[]>([])
  const [teams, setTeams] = useState<readonly string[] | null>([])
  const [days, setDays] = useState<string>('90')
  const [made, setMade] = useState<string>()
  const { run, busy, fault } = useAttempt(async () => {
    setMade(
      (await makeKey({ name: name.trim(), scopes, teams, ...(days === '' ? {} : { days: Number(days) }) }))
        .key,
    )
    await queries.invalidateQueries({ queryKey: keysQuery.queryKey })
  })
  if (made !== undefined)
    return (
      <div className="form">
        <p>{t('api-key-made')}</p>
        <p className="invite-link">
          <bdi dir="ltr">{made}</bdi>
          <Copy text={made} label={t('api-key-copy')} />
        </p>
        <Button onClick={close}>{t('done')}</Button>
      </div>
    )
  return (
    <form className="form" onSubmit={run}>
      <TextInput
        {...validity}
        label={t('api-key-name')}
        description={t('api-key-name-note')}
        required
        maxLength={32}
        dir="auto"
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group label={t('api-key-scopes')} value={[...scopes]} onChange={setScopes}>
        <Stack gap="xs" mt="xs">
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`scope-${scope}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TeamFields teams={teams} change={setTeams} />
      <NativeSelect
        label={t('api-key-days')}
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
        data={DAYS.map((value) => ({
          value,
          label: value === '' ? t('api-key-endless') : t('api-key-days-count', { count: Number(value) }),
        }))}
      />
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={scopes.length === 0}>
          {t('api-key-do')}
        </Button>
      </Group>
    </form>
  )
}

/** Keys with which other programs come in. */
export const ApiKeys = (): ReactNode => {
  const t = useT()
  const { data, error, refetch } = useQuery(keysQuery)
  const [making, setMaking] = useState(false)
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="page-wide">
        <div className="page-head">
          <h1>{t('api-keys-title')}</h1>
          <Button leftSection={<IconKey size={18} />} onClick={() => setMaking(true)}>
            {t('api-key-new')}
          </Button>
        </div>
        <p className="soft">{t('api-keys-note')}</p>
        {data === undefined ? (
          error === null ? (
            <Pending />
          ) : (
            <PartTrouble error={error} retry={() => void refetch()} />
          )
        ) : data.length === 0 ? (
          <p className="soft">{t('api-keys-none')}</p>
        ) : (
          <ul className="agent-list">
            {data.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </ul>
        )}
      </div>
      <Dialog opened={making} close={() => setMaking(false)} title={t('api-key-new')}>
        <NewKey close={() => setMaking(false)} />
      </Dialog>
    </main>
  )
}
