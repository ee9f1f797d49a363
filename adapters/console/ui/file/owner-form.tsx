import { Button, Checkbox, Group, Radio, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { ReasonField } from '../parts/reason-field.tsx'

type Identifier = CaseFile['identifiers'][number]
type Props = {
  readonly code: string
  readonly place: number
  readonly one: Identifier
  readonly close: () => void
}

const OWNERS = ['perpetrator', 'self', 'other'] as const

const Form = ({ code, place, one, close }: Props): ReactNode => {
  const t = useT()
  const command = useCaseCommand(code)
  const [owner, setOwner] = useState(one.owner)
  const [everywhere, setEverywhere] = useState(false)
  const [reason, setReason] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await command.mutateAsync({
      type: 'identifiers/owner',
      place,
      value: one.value,
      owner,
      everywhere: everywhere && owner !== 'self',
      reason: reason.trim(),
    })
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <p className="identifier-value">
        <bdi dir="ltr">{one.value}</bdi>
      </p>
      <Radio.Group aria-label={t('owner-title')} value={owner} onChange={(value) => setOwner(value)}>
        <Stack gap="xs">
          {OWNERS.map((each) => (
            <Radio key={each} value={each} label={t(`owner-${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {owner === 'self' ? (
        <p className="soft">{t('owner-self-note')}</p>
      ) : (
        <Checkbox
          label={t('owner-everywhere')}
          description={t('owner-everywhere-note')}
          checked={everywhere}
          onChange={(event) => setEverywhere(event.currentTarget.checked)}
        />
      )}
      <ReasonField label={t('correct-reason')} required value={reason} change={setReason} />
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          loading={busy}
          disabled={(owner === one.owner && (owner === 'self' || !everywhere)) || reason.trim() === ''}
        >
          {t('owner-do')}
        </Button>
      </Group>
    </form>
  )
}

/** Says whose a number or a name is. */
export const OwnerForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
