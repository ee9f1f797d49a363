import { Button, Group } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useCaseCommand } from '../api/commands.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { isReason, ReasonField } from '../parts/reason-field.tsx'

/** Another matter, or not after all; the same matter whatever is shared, or nobody can tell. */
export type Saying = 'wrong' | 'right' | 'same' | 'unsure'

/** `code`: the case whose file is open. `other`: the one that it is linked to. */
type Props = {
  readonly code: string
  readonly other: string
  readonly saying: Saying
  readonly close: () => void
}

const Form = ({ code, other, saying, close }: Props): ReactNode => {
  const t = useT()
  const command = useCaseCommand(code)
  const [reason, setReason] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await command.mutateAsync({
      type: 'links',
      code: other,
      wrong: saying === 'wrong',
      ...(saying === 'same' || saying === 'unsure' ? { verdict: saying } : {}),
      reason: reason.trim(),
    })
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <p>
        <bdi className="code" dir="ltr">
          {other}
        </bdi>
      </p>
      <p className="soft">{t(`link-${saying}-note`)}</p>
      <ReasonField label={t('correct-reason')} required value={reason} change={setReason} />
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={!isReason(reason)}>
          {t(`link-${saying}-do`)}
        </Button>
      </Group>
    </form>
  )
}

/** Says of two cases that they have nothing to do with each other, or that they have, with the reason. */
export const LinkForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
