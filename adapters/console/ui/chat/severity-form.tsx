import { Button, Group, Radio, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { CaseFile, Severity } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { ReasonField } from '../parts/reason-field.tsx'

const SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const satisfies readonly Severity[]

type Props = { readonly file: CaseFile; readonly close: () => void }

const Form = ({ file, close }: Props): ReactNode => {
  const t = useT()
  const command = useCaseCommand(file.code)
  const [severity, setSeverity] = useState(file.severity)
  const [reason, setReason] = useState('')
  // Law 9: only a person lowers a severity, and says why. P4 is the lowest.
  const lowers = severity > file.severity
  const { run, busy, fault } = useAttempt(async () => {
    await command.mutateAsync({ type: 'severity', severity, reason: reason.trim() })
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <Radio.Group label={t('severity-choose')} value={severity} onChange={(value) => setSeverity(value)}>
        <Stack gap="xs" mt="xs">
          {SEVERITIES.map((each) => (
            <Radio key={each} value={each} label={`${each} · ${t(`severity-${each}`)}`} />
          ))}
        </Stack>
      </Radio.Group>
      <ReasonField
        label={t('severity-reason')}
        description={lowers ? t('severity-reason-needed') : t('severity-reason-free')}
        required={lowers}
        value={reason}
        change={setReason}
      />
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          loading={busy}
          disabled={severity === file.severity || (lowers && reason.trim() === '')}
        >
          {t('severity-do')}
        </Button>
      </Group>
    </form>
  )
}

export const SeverityForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
