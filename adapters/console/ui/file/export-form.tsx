import { Button, Group, Radio, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { BundleScope, ExportState } from '../../contract/exports.ts'
import { askExport } from '../api/exports.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { isReason, ReasonField } from '../parts/reason-field.tsx'
import { SealKeys } from './seal-keys.tsx'

type Props = { readonly code: string; readonly state: ExportState; readonly close: () => void }

export const ExportForm = ({ code, state, close }: Props): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const [scope, setScope] = useState<BundleScope | undefined>(
    () => state.scopes.findLast(({ forbidden }) => forbidden === undefined)?.scope,
  )
  const [reason, setReason] = useState('')
  const [keys, setKeys] = useState<readonly string[]>([])
  const { onlySealed, twoPersons } = state.rule
  const { run, busy, fault } = useAttempt(async () => {
    if (scope === undefined) return
    await askExport(code, { reason: reason.trim(), scope, recipients: keys })
    await queries.invalidateQueries({ queryKey: ['case', code] })
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <Radio.Group label={t('export-for')} value={scope ?? null} onChange={(value) => setScope(value)}>
        <Stack gap="xs" mt="xs">
          {state.scopes.map(({ scope: each, forbidden }) => (
            <Radio
              key={each}
              value={each}
              disabled={forbidden !== undefined}
              label={t(`export-scope-${each}`)}
              description={t(forbidden === undefined ? `export-holds-${each}` : `export-no-${forbidden}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <p className="soft">{t('export-items', { items: state.items, out: state.leftOut })}</p>
      <SealKeys rule={state.rule} keys={keys} change={setKeys} />
      <ReasonField
        label={t('export-why')}
        description={t(twoPersons ? 'export-why-two' : 'export-why-one')}
        required
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
          disabled={scope === undefined || !isReason(reason) || (onlySealed && keys.length === 0)}
        >
          {t('export-ask')}
        </Button>
      </Group>
    </form>
  )
}
