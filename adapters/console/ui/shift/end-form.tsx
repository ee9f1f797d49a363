import { Button, Group, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ShiftEnd } from '../../contract/shift.ts'
import { call } from '../api/call.ts'
import { shiftQuery } from '../api/reads.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { tell } from '../parts/notice.ts'
import { SeverityMark } from '../parts/severity-mark.tsx'
import { afterHeavy } from './rest.ts'
import '../styles/work.css'

type Props = { readonly close: () => void }

const Form = ({ close }: Props): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const { data: shift, error, refetch } = useQuery({ ...shiftQuery, staleTime: 0 })
  const [note, setNote] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    const { handedOver } = await call<ShiftEnd>('POST', '/api/v1/me/shift/end', {
      body: { note: note.trim() },
    })
    await queries.invalidateQueries()
    if (shift?.held.some(({ severity }) => severity === 'P1') === true) afterHeavy.set(true)
    close()
    tell(t, 'shift-ended', { count: handedOver.length })
  })
  if (shift === undefined)
    return error === null ? <Pending /> : <PartTrouble error={error} retry={() => void refetch()} />
  const { held } = shift
  return (
    <form className="form" onSubmit={run}>
      <p>{held.length === 0 ? t('shift-end-none') : t('shift-end-holds', { count: held.length })}</p>
      {held.length > 0 && (
        <>
          <ul className="held">
            {held.map(({ code, severity, unread }) => (
              <li key={code}>
                <SeverityMark severity={severity} />
                <bdi className="code" dir="ltr">
                  {code}
                </bdi>
                {unread > 0 && (
                  <span className="unread" role="img" aria-label={t('row-unread', { count: unread })}>
                    {unread}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <Textarea
            label={t('shift-end-note')}
            description={t('shift-end-note-hint')}
            autosize
            minRows={3}
            maxRows={8}
            maxLength={2000}
            dir="auto"
            classNames={{ input: 'words' }}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-autofocus
          />
        </>
      )}
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t(held.length === 0 ? 'close-dialog' : 'cancel')}
        </Button>
        {held.length > 0 && (
          <Button type="submit" loading={busy}>
            {t('shift-end-do')}
          </Button>
        )}
      </Group>
    </form>
  )
}

/** What the agent holds, one note for all of it, done. */
export const EndForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
