import { lazy, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useT } from '../language/language.tsx'
import { Dialog, type DialogProps } from '../parts/dialog.tsx'

const Form = lazy(async () => ({ default: (await import('./transfer-form.tsx')).TransferForm }))

export const TransferCase = ({
  file,
  opened,
  close,
}: DialogProps & { readonly file: CaseFile }): ReactNode => (
  <Dialog opened={opened} close={close} title={useT()('transfer')}>
    <Form file={file} close={close} />
  </Dialog>
)
