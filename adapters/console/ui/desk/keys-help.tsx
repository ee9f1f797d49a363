import { lazy, type ReactNode } from 'react'
import { usePreferences } from '../browser/preferences.tsx'
import { useShortcuts } from '../browser/shortcuts.ts'
import { useT } from '../language/language.tsx'
import { Dialog, type DialogProps } from '../parts/dialog.tsx'

const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }))

/** The keys of the console, by their place on the board. */
export const KeysHelp = ({ opened, open, close }: DialogProps & { readonly open: () => void }): ReactNode => {
  const t = useT()
  const { letterKeys } = usePreferences()
  useShortcuts(letterKeys, { 'Shift+Slash': open })
  return (
    <Dialog opened={opened} close={close} title={t('keys-title')}>
      <KeysSheet />
    </Dialog>
  )
}
