import { Button, Group, Radio, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Outcome } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { tell } from '../parts/notice.ts'

const OUTCOMES = [
  'resolved',
  'referred',
  'withdrawn',
  'unreachable',
  'duplicate',
  'not_a_case',
] as const satisfies readonly Outcome[]

type Props = {
  readonly code: string
  readonly close: () => void
}

const Form = ({ code, close }: Props): ReactNode => {
  const t = useT()
  const command = useCaseCommand(code)
  const [outcome, setOutcome] = useState<Outcome>()
  const { run, busy, fault } = useAttempt(async () => {
    if (outcome === undefined) return
    await command.mutateAsync({ type: 'close', outcome })
    close()
    tell(t, 'closed-done')
  })
  return (
    <form className="form" onSubmit={run}>
      <Radio.Group label={t('close-how')} value={outcome ?? null} onChange={(value) => setOutcome(value)}>
        <Stack gap="xs" mt="xs">
          {OUTCOMES.map((each) => (
            <Radio key={each} value={each} label={t(`outcome-${each.replaceAll('_', '-')}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <p className="soft">{t('close-note')}</p>
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={outcome === undefined}>
          {t('close-case')}
        </Button>
      </Group>
    </form>
  )
}

export const CloseForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
