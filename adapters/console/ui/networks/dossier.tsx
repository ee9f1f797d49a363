import { Button, Group, Radio, Stack } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState, type ReactNode } from 'react'
import type { DossierState } from '../../contract/dossiers.ts'
import { answerDossier, askDossier, dossierQuery, dossierUrl } from '../api/dossiers.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { HandoverRequest } from '../file/handover-request.tsx'
import { SealKeys } from '../file/seal-keys.tsx'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { isReason, ReasonField } from '../parts/reason-field.tsx'
import { Codes } from './parts.tsx'

/** Fewer cases are no network. */
const LEAST = 2

type FormProps = { readonly network: string; readonly state: DossierState; readonly close: () => void }

/** For whom a dossier is, why, and to which keys it is sealed. */
const DossierForm = ({ network, state, close }: FormProps): ReactNode => {
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

type Props = { readonly network: string }

const Part = ({ network, state }: Props & { readonly state: DossierState }): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const close = (): void => setOpened(false)
  const { request, mayAsk } = state
  return (
    <>
      {request !== undefined && (
        <div className="network-dossier">
          <p>
            {t('network-dossier-of')} <Codes codes={request.cases} />
          </p>
          <HandoverRequest
            request={request}
            url={dossierUrl(network, request.request)}
            answer={async (how, reason) => {
              await answerDossier(network, request.request, how, reason)
              await queries.invalidateQueries({ queryKey: ['networks'] })
            }}
          />
        </div>
      )}
      {mayAsk ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPackageExport size={16} />}
          onClick={() => setOpened(true)}
        >
          {t('network-dossier-begin')}
        </Button>
      ) : (
        request === undefined && <p className="soft">{t('network-dossier-nobody')}</p>
      )}
      <Dialog opened={opened} close={close} title={t('network-dossier')}>
        <DossierForm network={network} state={state} close={close} />
      </Dialog>
    </>
  )
}

const Read = ({ network }: Props): ReactNode => {
  const { data, error, refetch } = useQuery(dossierQuery(network))
  if (data !== undefined) return <Part network={network} state={data} />
  return error === null ? <Pending /> : <PartTrouble error={error} retry={() => void refetch()} />
}

/** The dossier of a network for a prosecutor: what was asked for, agreeing to it, fetching it, and asking. */
export const Dossier = ({ network }: Props): ReactNode => (
  <Suspense fallback={<Pending />}>
    <MoreTexts of="file">
      <Read network={network} />
    </MoreTexts>
  </Suspense>
)
