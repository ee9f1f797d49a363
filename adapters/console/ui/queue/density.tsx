import { ActionIcon, Menu } from '@mantine/core'
import { IconBaselineDensityMedium, IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { DENSITIES, useChangePreferences, usePreferences } from '../browser/preferences.tsx'
import { useShortcuts } from '../browser/shortcuts.ts'
import { useT } from '../language/language.tsx'

/** How much of the queue stands on a screen; its key goes from one to the next. */
export const DensityMenu = (): ReactNode => {
  const t = useT()
  const { density, letterKeys } = usePreferences()
  const change = useChangePreferences()
  const next = DENSITIES[(DENSITIES.indexOf(density) + 1) % DENSITIES.length]
  useShortcuts(letterKeys, { KeyD: () => next !== undefined && change({ density: next }) })
  const name = t('density', { name: t(`density-${density}`) })
  return (
    <Menu position="bottom-end" width={200} trapFocus>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={name} title={name}>
          <IconBaselineDensityMedium size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('density-choose')}</Menu.Label>
        {DENSITIES.map((each) => (
          <Menu.Item
            key={each}
            onClick={() => change({ density: each })}
            rightSection={each === density ? <IconCheck size={16} aria-label={t('chosen')} /> : null}
          >
            {t(`density-${each}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
