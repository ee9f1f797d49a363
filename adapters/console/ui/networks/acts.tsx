import { Button, type ButtonProps } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { NetworkPage } from '../../contract/networks.ts'
import { useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ActForm, type ActKind } from './act-form.tsx'

type Props = { readonly page: NetworkPage; readonly kind: ActKind; readonly code?: string }

/** Beside every case: not to be shouted. */
const QUIET: Partial<Record<ActKind, true>> = { remove: true }

/** A button for one decision, and the dialog in which it is said why. */
export const Act = ({ page, kind, code }: Props): ReactNode => {
  const t = useT()
  const [opened, setOpened] = useState(false)
  const close = (): void => setOpened(false)
  const look: ButtonProps =
    code === undefined
      ? { size: 'compact-sm', variant: kind === 'confirm' ? 'filled' : 'default' }
      : { size: 'compact-xs', variant: QUIET[kind] === true ? 'subtle' : 'default', color: 'gray' }
  return (
    <>
      <Button
        {...look}
        onClick={() => setOpened(true)}
        {...(code === undefined ? {} : { 'aria-label': `${t(`network-do-${kind}`)}: ${code}` })}
      >
        {t(`network-do-${kind}`)}
      </Button>
      <Dialog opened={opened} close={close} title={t(`network-do-${kind}`)}>
        <ActForm page={page} kind={kind} code={code} close={close} />
      </Dialog>
    </>
  )
}

const AFTER: readonly ActKind[] = ['add', 'investigate', 'give', 'dismantle', 'split', 'merge', 'dissolve']

const actsOf = ({ network }: NetworkPage): readonly ActKind[] => {
  if (network.state === 'suspected') return ['confirm']
  if (network.state === 'dissolved') return []
  const lead: ActKind = network.lead === undefined ? 'lead' : 'unlead'
  return [lead, ...AFTER.filter((kind) => kind !== 'investigate' || network.state !== 'investigated')]
}

/** What can be decided of the network as it stands. */
export const Actions = ({ page }: { readonly page: NetworkPage }): ReactNode => {
  const t = useT()
  const kinds = actsOf(page)
  return kinds.length === 0 ? null : (
    <div className="network-actions" role="group" aria-label={t('network-actions')}>
      {kinds.map((kind) => (
        <Act key={kind} page={page} kind={kind} />
      ))}
    </div>
  )
}
