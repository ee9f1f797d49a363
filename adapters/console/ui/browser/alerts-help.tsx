import { lazy, type ReactNode } from 'react'
import { useT } from '../language/language.tsx'
import { Dialog, type DialogProps } from '../parts/dialog.tsx'

const AlertsSheet = lazy(async () => ({ default: (await import('./alerts-sheet.tsx')).AlertsSheet }))

/** How one is called. */
export const AlertsHelp = (dialog: DialogProps): ReactNode => {
  const t = useT()
  return (
    <Dialog {...dialog} title={t('alerts-title')}>
      <AlertsSheet />
    </Dialog>
  )
}
