import { Button, Group } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useCaseCommand } from '../api/commands.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { isReason, ReasonField } from '../parts/reason-field.tsx'

/** `code`: the case whose file is open. `other`: the one that it is linked to. */
type Props = {
  readonly code: string
  readonly other: string
  readonly wrong: boolean
  readonly close: () => void
}

const Form = ({ code, other, wrong, close }: Props): ReactNode => {
  const t = useT()
  const command = useCaseCommand(code)
  const [reason, setReason] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await command.mutateAsync({ type: 'links', code: other, wrong, reason: reason.trim() })
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <p>
        <bdi className="code" dir="ltr">
          {other}
        </bdi>
      </p>
      <p className="soft">{t(wrong ? 'link-wrong-note' : 'link-right-note')}</p>
      <ReasonField label={t('correct-reason')} required value={reason} change={setReason} />
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={!isReason(reason)}>
          {t(wrong ? 'link-wrong-do' : 'link-right-do')}
        </Button>
      </Group>
    </form>
  )
}

/** Says that two cases have nothing to do with each other, or that they have after all. */
export const LinkForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
