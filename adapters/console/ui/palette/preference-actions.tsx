import { useMantineColorScheme } from '@mantine/core'
import {
  IconBaselineDensityMedium,
  IconBell,
  IconBellOff,
  IconDevicesPc,
  IconEye,
  IconEyeOff,
  IconLanguage,
  IconMoon,
} from '@tabler/icons-react'
import { DENSITIES, useChangePreferences, usePreferences } from '../browser/preferences.tsx'
import { SCHEMES } from '../desk/schemes.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../language/bundles.ts'
import type { Action } from './actions.ts'

/** How this browser likes the console, each liking one press away. */
export const usePreferenceActions = (): readonly Action[] => {
  const { language, discreet, alerts, sharedMachine, density } = usePreferences()
  const change = useChangePreferences()
  const next = DENSITIES[(DENSITIES.indexOf(density) + 1) % DENSITIES.length]
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return [
    {
      id: 'discreet',
      says: (t) => t('discreet'),
      icon: discreet ? <IconEye size={18} /> : <IconEyeOff size={18} />,
      run: () => change({ discreet: !discreet }),
    },
    {
      id: 'alerts',
      says: (t) => t('alerts'),
      icon: alerts ? <IconBellOff size={18} /> : <IconBell size={18} />,
      run: () => change({ alerts: !alerts }),
    },
    ...LANGUAGES.filter((each) => each !== language).map((each): Action => ({
      id: `speak-${each}`,
      says: (t) => `${t('menu-language')}: ${LANGUAGE_NAMES[each]}`,
      icon: <IconLanguage size={18} />,
      run: () => change({ language: each }),
    })),
    ...DENSITIES.filter((each) => each !== density).map((each): Action => ({
      id: `density-${each}`,
      says: (t) => t('density', { name: t(`density-${each}`) }),
      icon: <IconBaselineDensityMedium size={18} />,
      ...(each === next ? { keys: ['D'] } : {}),
      run: () => change({ density: each }),
    })),
    ...SCHEMES.filter((each) => each !== colorScheme).map((each): Action => ({
      id: `colours-${each}`,
      says: (t) => `${t('menu-colours')}: ${t(`colours-${each}`)}`,
      icon: <IconMoon size={18} />,
      run: () => setColorScheme(each),
    })),
    {
      id: 'shared-machine',
      says: (t) => t('shared-machine'),
      icon: <IconDevicesPc size={18} />,
      run: () => change({ sharedMachine: !sharedMachine }),
    },
  ]
}
