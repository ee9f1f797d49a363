import { Button, CloseButton, Group, NativeSelect } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { call } from '../api/call.ts'
import { colleaguesQuery, casePath } from '../api/reads.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { faultOf } from '../api/fault.ts'

type Props = { readonly codes: readonly string[]; readonly leave: () => void; readonly settle: (left: readonly string[]) => void }

const Bar = ({ codes, leave, settle }: Props): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const { data: colleagues } = useQuery(colleaguesQuery)
  const [team, setTeam] = useState('')
  const [sure, setSure] = useState(false)
  const [result, setResult] = useState<{ readonly done: number; readonly refused: number }>()
  /** One after the other: what was refused stays chosen, and a line that breaks leaves the rest as it was. */
  const forEach = async (path: string, body: unknown): Promise<void> => {
    const refused: string[] = []
    setResult(undefined)
    try {
      for (const [i, code] of codes.entries())
        try {
          await call('POST', casePath(code, path), { body })
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
      setSure(false)
      settle(refused)
      await queries.invalidateQueries({ queryKey: ['queue'] })
    }
  }
  const send = useAttempt(() => forEach('/team', { team }))
  const close = useAttempt(() => forEach('/close', { outcome: 'duplicate' }))
  const none = codes.length === 0
  return (
    <section className="bulk" aria-label={t('queue-select')}>
      <div className="bulk-head">
        <p role="status">{t('bulk-picked', { count: codes.length })}</p>
        <CloseButton aria-label={t('bulk-leave')} onClick={leave} />
      </div>
      {sure ? (
        <>
          <p>{t('bulk-sure')}</p>
          <Group gap="xs">
            <Button size="xs" color="red" loading={close.busy} onClick={() => close.run()}>
              {t('bulk-sure-do')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setSure(false)}>
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
          <Button size="xs" variant="default" disabled={none} onClick={() => setSure(true)}>
            {t('bulk-duplicates')}
          </Button>
        </>
      )}
      {result !== undefined && (
        <p role="status">
          {t('bulk-done', { count: result.done })} {result.refused > 0 && t('bulk-refused', { count: result.refused })}
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
