import { Button } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState, type ReactNode } from 'react'
import type { DossierState } from '../../contract/dossiers.ts'
import { answerDossier, dossierQuery, dossierUrl } from '../api/dossiers.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { MoreTexts, useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { HandoverRequest } from '../parts/handover-request.tsx'
import { DossierForm } from './dossier-form.tsx'
import { Codes } from './parts.tsx'

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
