import { Button, Group, Radio, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ErasureGround } from '../../contract/erasure.ts'
import { useCaseCommand } from '../api/commands.ts'
import { useT } from '../language/language.tsx'
import { useAttempt } from '../parts/attempt.tsx'
import { isReason, ReasonField } from '../parts/reason-field.tsx'
import { ErasureFault } from './erasure-fault.tsx'

const GROUNDS = ['person', 'law', 'mistake', 'other'] as const satisfies readonly ErasureGround[]
/** Asks that the case be erased. */
export const ErasureAsk = ({
  code,
  close,
}: {
  readonly code: string
  readonly close: () => void
}): ReactNode => {
  const t = useT()
  const command = useCaseCommand(code)
  const [ground, setGround] = useState<ErasureGround>()
  const [reason, setReason] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    if (ground === undefined) return
    await command.mutateAsync({ type: 'erasure', ground, reason: reason.trim() })
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <p>{t('erasure-two')}</p>
      <Radio.Group
        label={t('erasure-ground')}
        required
        value={ground ?? null}
        onChange={(value) => setGround(value)}
      >
        <Stack gap="xs" mt="xs">
          {GROUNDS.map((each) => (
            <Radio key={each} value={each} label={t(`erasure-ground-${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <ReasonField
        label={t('erasure-why')}
        description={t('erasure-why-note')}
        required
        value={reason}
        change={setReason}
      />
      <ErasureFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={ground === undefined || !isReason(reason)}>
          {t('erasure-ask')}
        </Button>
      </Group>
    </form>
  )
}
