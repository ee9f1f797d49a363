import { Kbd, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { isCovered, isPalettePress, MOD } from '../browser/shortcuts.ts'
import { useStore } from '../browser/store.ts'
import { useT } from '../language/language.tsx'
import { paletteOpen } from './open.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

/** Opens the palette by its keys, from anywhere but an open dialog; the same keys close it. */
export const PaletteDoor = (): ReactNode => {
  const open = useStore(paletteOpen)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!isPalettePress(event) || event.defaultPrevented) return
      event.preventDefault()
      if (!paletteOpen.get() && !isCovered()) paletteOpen.set(true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return open ? (
    <Suspense fallback={null}>
      <Palette />
    </Suspense>
  ) : null
}

/** Says in the bar that there is a palette, and its keys. */
export const PaletteButton = (): ReactNode => {
  const t = useT()
  return (
    <UnstyledButton className="palette-button" onClick={() => paletteOpen.set(true)}>
      <IconSearch size={16} aria-hidden />
      <span className="palette-word">{t('palette-open')}</span>
      <span dir="ltr" aria-hidden>
        <Kbd size="xs">{MOD} K</Kbd>
      </span>
    </UnstyledButton>
  )
}
