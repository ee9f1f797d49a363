import { lazy, type ReactNode } from 'react'
import { useT } from '../language/language.tsx'
import { Dialog, type DialogProps } from '../parts/dialog.tsx'

const Form = lazy(async () => ({ default: (await import('./close-form.tsx')).CloseForm }))

export const CloseCase = ({ code, opened, close }: DialogProps & { readonly code: string }): ReactNode => (
  <Dialog opened={opened} close={close} title={useT()('close-case')}>
    <Form code={code} close={close} />
  </Dialog>
)
