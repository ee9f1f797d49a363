import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { ExportRequest } from '../../contract/exports.ts'
import { Ago } from '../language/ago.tsx'
import { useT } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Barred } from './barred.tsx'
import { isReason, ReasonField } from '../parts/reason-field.tsx'

type Props = {
  readonly request: ExportRequest
  readonly answer: (how: 'approve' | 'refuse', reason: string) => Promise<void>
  /** Where it is saved from. */
  readonly url: string
}

/** Of the second person: with a reason, like the first. */
const Answer = ({ request: { barred }, answer }: Pick<Props, 'request' | 'answer'>): ReactNode => {
  const t = useT()
  const [reason, setReason] = useState('')
  const yes = useAttempt(() => answer('approve', reason.trim()))
  const no = useAttempt(() => answer('refuse', reason.trim()))
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

/** What is to leave: who asked, why and for whom, the answer of somebody else, and fetching it. */
export const HandoverRequest = ({ request, answer, url }: Props): ReactNode => {
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
        <Name text={request.by.name} /> · <Ago at={request.at} />
      </p>
      {request.answer !== undefined && (
        <p className="soft">
          {t(request.status === 'refused' ? 'export-refused-by' : 'export-approved-by', {
            name: request.answer.by.name,
          })}{' '}
          · <Ago at={request.answer.at} />
        </p>
      )}
      {request.mayAnswer && <Answer request={request} answer={answer} />}
      {request.mayFetch && (
        <>
          <Button
            component="a"
            href={url}
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
