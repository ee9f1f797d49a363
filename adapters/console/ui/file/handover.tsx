import { Button, Group } from '@mantine/core'
import { IconDownload, IconPackageExport } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import type { ExportRequest, ExportState } from '../../contract/exports.ts'
import { answerExport, exportsQuery, exportUrl } from '../api/exports.ts'
import { Ago } from '../language/ago.tsx'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { isReason, ReasonField } from '../parts/reason-field.tsx'
import { useArrive } from './arrive.ts'
import { Barred } from './barred.tsx'

const Form = lazy(async () => ({ default: (await import('./export-form.tsx')).ExportForm }))

/** Of the second person: with a reason, like the first. */
const Answer = ({
  code,
  request: { request, barred },
}: {
  readonly code: string
  readonly request: ExportRequest
}): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const send = async (how: 'approve' | 'refuse'): Promise<void> => {
    await answerExport(code, request, how, reason.trim())
    await queries.invalidateQueries({ queryKey: ['case', code] })
  }
  const yes = useAttempt(() => send('approve'))
  const no = useAttempt(() => send('refuse'))
  const short = !isReason(reason)
  return (
    <form className="form" onSubmit={barred === undefined ? yes.run : no.run}>
      <ReasonField label={t('export-answer-why')} required value={reason} change={setReason} />
      <Barred barred={barred} />
      <FormFault fault={yes.fault ?? no.fault} />
      <Group gap="xs">
        {barred === undefined && (
          <Button type="submit" size="xs" loading={yes.busy} disabled={short || no.busy}>
            {t('export-approve')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          loading={no.busy}
          disabled={short || yes.busy}
          onClick={() => no.run()}
        >
          {t('export-refuse')}
        </Button>
      </Group>
    </form>
  )
}

const Request = ({
  code,
  request,
}: {
  readonly code: string
  readonly request: ExportRequest
}): ReactNode => {
  const t = useT()
  return (
    <>
      <p>
        <strong>{t(`export-state-${request.status}`)}</strong> · {t(`export-scope-${request.scope}`)}
        {request.recipients.length > 0 && ` · ${t('export-sealed', { count: request.recipients.length })}`}
      </p>
      <p className="words" dir="auto">
        <Words text={request.reason} />
      </p>
      <p className="soft">
        <bdi>{request.by.name}</bdi> · <Ago at={request.at} />
      </p>
      {request.answer !== undefined && (
        <p className="soft">
          {t(request.status === 'refused' ? 'export-refused-by' : 'export-approved-by', {
            name: request.answer.by.name,
          })}{' '}
          · <Ago at={request.answer.at} />
        </p>
      )}
      {request.mayAnswer && <Answer code={code} request={request} />}
      {request.mayFetch && (
        <>
          <Button
            component="a"
            href={exportUrl(code, request.request)}
            download
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            {t('export-fetch')}
          </Button>
          <p className="soft">{t('export-fetch-note')}</p>
        </>
      )}
    </>
  )
}

type Props = { readonly file: CaseFile; readonly level: 2 | 3 }

const Part = ({ file, level, state }: Props & { readonly state: ExportState }): ReactNode => {
  const t = useT()
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  const part = useArrive('export')
  const Heading = `h${level}` as const
  return (
    <section ref={part} tabIndex={-1}>
      <Heading>{t('export-title')}</Heading>
      {state.request !== undefined && <Request code={file.code} request={state.request} />}
      {state.mayAsk && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPackageExport size={16} />}
          onClick={() => setOpen(true)}
        >
          {t('export-begin')}
        </Button>
      )}
      <Dialog opened={open} close={close} title={t('export-title')}>
        <Form code={file.code} state={state} close={close} />
      </Dialog>
    </section>
  )
}

/** The bundle for others: what was asked for, and asking for one. */
export const Handover = ({ file, level }: Props): ReactNode => {
  const { data: state } = useQuery(exportsQuery(file.code))
  if (state === undefined || (!state.mayAsk && state.request === undefined)) return null
  return <Part file={file} level={level} state={state} />
}
