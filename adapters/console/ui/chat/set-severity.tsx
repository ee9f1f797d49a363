import { lazy, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useT } from '../language/language.tsx'
import { Dialog, type DialogProps } from '../parts/dialog.tsx'

const Form = lazy(async () => ({ default: (await import('./severity-form.tsx')).SeverityForm }))

export const SetSeverity = ({
  file,
  opened,
  close,
}: DialogProps & { readonly file: CaseFile }): ReactNode => (
  <Dialog opened={opened} close={close} title={useT()('set-severity')}>
    <Form file={file} close={close} />
  </Dialog>
)
