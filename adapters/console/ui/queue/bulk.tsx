import { Button, CloseButton, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { call } from '../api/call.ts'
import { colleaguesQuery, casePath, maySupervise, meQuery } from '../api/reads.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { faultOf } from '../api/fault.ts'
import { BulkAlike, type Seen } from './bulk-alike.tsx'

type Props = {
  readonly codes: readonly string[]
  readonly leave: () => void
  readonly settle: (left: readonly string[]) => void
}

const Bar = ({ codes, leave, settle }: Props): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const { data: colleagues } = useQuery(colleaguesQuery)
  const [team, setTeam] = useState('')
  const [sure, setSure] = useState<'duplicate' | 'not_a_case'>()
  const [reason, setReason] = useState('')
  const [seen, setSeen] = useState<Seen>(new Map())
  const supervises = maySupervise(useQuery(meQuery).data)
  const [result, setResult] = useState<{ readonly done: number; readonly refused: number }>()
  /** One after the other: what was refused stays chosen, and a line that breaks leaves the rest as it was. */
  const forEach = async (path: string, bodyOf: (code: string) => unknown): Promise<void> => {
    const refused: string[] = []
    setResult(undefined)
    try {
      for (const [i, code] of codes.entries())
        try {
          await call('POST', casePath(code, path), { body: bodyOf(code) })
        } catch (error) {
          const { status } = faultOf(error)
          refused.push(code)
          if (status === 401 || status === 0 || status >= 500) {
            refused.push(...codes.slice(i + 1))
            throw error
          }
        }
      setResult({ done: codes.length - refused.length, refused: refused.length })
    } finally {
      setSure(undefined)
      settle(refused)
      await queries.invalidateQueries({ queryKey: ['queue'] })
    }
  }
  const send = useAttempt(() => forEach('/team', () => ({ team })))
  const close = useAttempt(() =>
    forEach('/close', (code) => ({
      outcome: sure,
      ...(supervises ? { reason } : {}),
      ...(seen.has(code) ? { seen: seen.get(code) } : {}),
    })),
  )
  const none = codes.length === 0
  return (
    <section className="bulk" aria-label={t('queue-select')}>
      <div className="bulk-head">
        <p role="status">{t('bulk-picked', { count: codes.length })}</p>
        <CloseButton aria-label={t('bulk-leave')} onClick={leave} />
      </div>
      {sure !== undefined ? (
        <>
          <p>{t('bulk-sure')}</p>
          {supervises && (
            <TextInput
              size="xs"
              label={t(sure === 'not_a_case' ? 'bulk-reason-needed' : 'bulk-reason')}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <Group gap="xs">
            <Button
              size="xs"
              color="red"
              loading={close.busy}
              disabled={sure === 'not_a_case' && reason.trim() === ''}
              onClick={() => close.run()}
            >
              {t('bulk-sure-do')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setSure(undefined)}>
              {t('cancel')}
            </Button>
          </Group>
        </>
      ) : (
        <>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <NativeSelect
              size="xs"
              className="bulk-team"
              label={t('bulk-team')}
              value={team}
              onChange={(event) => setTeam(event.currentTarget.value)}
              data={[
                { value: '', label: t('transfer-choose') },
                ...(colleagues?.teams ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Button size="xs" loading={send.busy} disabled={none || team === ''} onClick={() => send.run()}>
              {t('bulk-assign')}
            </Button>
          </Group>
          <Group gap="xs">
            <Button size="xs" variant="default" disabled={none} onClick={() => setSure('duplicate')}>
              {t('bulk-duplicates')}
            </Button>
            {supervises && (
              <Button size="xs" variant="default" disabled={none} onClick={() => setSure('not_a_case')}>
                {t('bulk-no-cases')}
              </Button>
            )}
          </Group>
          {codes[0] !== undefined && (
            <BulkAlike
              code={codes[0]}
              choose={(found) => {
                setSeen(new Map([...seen, ...found]))
                settle([...new Set([...codes, ...found.keys()])])
              }}
            />
          )}
        </>
      )}
      {result !== undefined && (
        <p role="status">
          {t('bulk-done', { count: result.done })}{' '}
          {result.refused > 0 && t('bulk-refused', { count: result.refused })}
        </p>
      )}
      <FormFault fault={send.fault ?? close.fault} />
    </section>
  )
}

/** What can be done to several waiting cases without harm. */
export const Bulk = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Bar {...props} />
  </MoreTexts>
)
