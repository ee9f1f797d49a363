import { Button, Group, Radio, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { DossierState } from '../../contract/dossiers.ts'
import { askDossier } from '../api/dossiers.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { isReason, ReasonField } from '../parts/reason-field.tsx'
import { SealKeys } from '../parts/seal-keys.tsx'

/** Fewer cases are no network. */
const LEAST = 2

type Props = { readonly network: string; readonly state: DossierState; readonly close: () => void }

/** For whom a dossier is, why, and to which keys it is sealed. */
export const DossierForm = ({ network, state, close }: Props): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const { rule, scopes } = state
  const [scope, setScope] = useState(() => scopes.find(({ named }) => named >= LEAST)?.scope)
  const [reason, setReason] = useState('')
  const [keys, setKeys] = useState<readonly string[]>([])
  const { run, busy, fault } = useAttempt(async () => {
    if (scope === undefined) return
    await askDossier(network, { reason: reason.trim(), scope, recipients: keys })
    await queries.invalidateQueries({ queryKey: ['networks'] })
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <p className="soft">{t('network-dossier-holds')}</p>
      <Radio.Group label={t('export-for')} value={scope ?? null} onChange={(value) => setScope(value)}>
        <Stack gap="xs" mt="xs">
          {scopes.map(({ scope: each, named, unnamed }) => (
            <Radio
              key={each}
              value={each}
              disabled={named < LEAST}
              label={t(`export-scope-${each}`)}
              description={t('network-dossier-count', { named, unnamed })}
            />
          ))}
        </Stack>
      </Radio.Group>
      <SealKeys rule={rule} keys={keys} change={setKeys} />
      <ReasonField
        label={t('export-why')}
        description={t(rule.twoPersons ? 'export-why-two' : 'export-why-one')}
        required
        value={reason}
        change={setReason}
      />
      <p className="soft">{t('network-name-nobody')}</p>
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          loading={busy}
          disabled={scope === undefined || !isReason(reason) || (rule.onlySealed && keys.length === 0)}
        >
          {t('export-ask')}
        </Button>
      </Group>
    </form>
  )
}
