import { lazy, type ReactNode } from 'react'
import type { Evidence } from '../../contract/index.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { Dialog, type DialogProps } from '../parts/dialog.tsx'
import { kindKey } from './evidence-kind.tsx'

const Form = lazy(async () => ({ default: (await import('./reveal-form.tsx')).RevealForm }))

/**
 * Looking at evidence: never by accident, always with a reason that goes into the chain, and not
 * for long.
 */
export const Reveal = ({
  code,
  item,
  opened,
  close,
}: DialogProps & { readonly code: string; readonly item: Evidence }): ReactNode => {
  const t = useT()
  return (
    <Dialog
      opened={opened}
      close={close}
      title={t('reveal-title', { kind: t(kindKey(item.kind)) })}
      size="lg"
    >
      <MoreTexts of="work">
        <Form code={code} item={item} close={close} />
      </MoreTexts>
    </Dialog>
  )
}
