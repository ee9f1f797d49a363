import { lazy, type ReactNode } from 'react'
import { useT } from '../language/language.tsx'
import { Dialog, type DialogProps } from '../parts/dialog.tsx'

const Form = lazy(async () => ({ default: (await import('./end-form.tsx')).EndForm }))

/** The last thing of a working day: nobody's case stays behind with somebody who has gone home. */
export const EndShift = ({ opened, close }: DialogProps): ReactNode => (
  <Dialog opened={opened} close={close} title={useT()('shift-end').replace('…', '')}>
    <Form close={close} />
  </Dialog>
)
