import { IconPencil } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { usePreferences } from '../browser/preferences.tsx'
import { useShortcuts } from '../browser/shortcuts.ts'
import { useActions } from '../palette/actions.ts'

/** The field that is written in, by its key and from the palette. */
export const useWriteKey = (input: RefObject<HTMLTextAreaElement | null>): void => {
  const { letterKeys } = usePreferences()
  const run = (): void => input.current?.focus()
  useShortcuts(letterKeys, { KeyR: run })
  useActions([
    {
      id: 'write',
      says: (t) => t('keys-reply'),
      icon: <IconPencil size={18} />,
      keys: ['R'],
      ofCase: true,
      run,
    },
  ])
}
