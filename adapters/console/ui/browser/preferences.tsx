import { createContext, use, type ReactNode } from 'react'
import { LANGUAGES, type Language } from '../language/bundles.ts'
import { makeStore, useStore, type Store } from './store.ts'

export const DENSITIES = ['dense', 'normal', 'large'] as const
export type Density = (typeof DENSITIES)[number]

/** How this browser likes the console. Nothing of a case is kept here. */
export type Preferences = {
  readonly language: Language
  /** Hides what people wrote in the queue, for a desk others can see. */
  readonly discreet: boolean
  /** Sound and tab count for new waiting cases; off until asked for. */
  readonly alerts: boolean
  /** A sound when a colleague calls or something waits for this agent's own answer. */
  readonly callSound: boolean
  /** Single-letter keys; WCAG 2.1.4 wants them switchable. */
  readonly letterKeys: boolean
  /** Others use this machine: the tab keeps no drafts over a reload. */
  readonly sharedMachine: boolean
  /** How much of the queue stands on a screen. */
  readonly density: Density
}

const PLACE = 'amin-preferences'
/** `ku` alone is what browsers of Kurds in Iraq send. */
const fromTag = (tag: string): Language | undefined => {
  const primary = tag.toLowerCase().split('-', 1)[0]
  return LANGUAGES.find((language) => language === (primary === 'ku' ? 'ckb' : primary))
}

/** What the browser is set to, in its own order; Arabic where it names none of ours. */
const spoken = (): Language =>
  navigator.languages.map(fromTag).find((language) => language !== undefined) ?? 'ar'

const DEFAULTS: Omit<Preferences, 'language'> = {
  discreet: false,
  alerts: false,
  callSound: true,
  letterKeys: true,
  sharedMachine: false,
  density: 'normal',
}

const readKept = (): Preferences => {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<
      Record<keyof Preferences, unknown>
    >
    const flag = (key: Exclude<keyof Preferences, 'language' | 'density'>): boolean =>
      typeof kept[key] === 'boolean' ? kept[key] : DEFAULTS[key]
    return {
      language: LANGUAGES.find((language) => language === kept.language) ?? spoken(),
      discreet: flag('discreet'),
      alerts: flag('alerts'),
      callSound: flag('callSound'),
      letterKeys: flag('letterKeys'),
      sharedMachine: flag('sharedMachine'),
      density: DENSITIES.find((each) => each === kept.density) ?? DEFAULTS.density,
    }
  } catch {
    return { ...DEFAULTS, language: spoken() }
  }
}

/** Kept where the browser allows it; where not (private windows, full disk) they last as long as the page. */
export const openPreferences = (): Store<Preferences> => {
  const store = makeStore(readKept())
  return {
    ...store,
    set: (next) => {
      store.set(next)
      try {
        localStorage.setItem(PLACE, JSON.stringify(next))
      } catch {
        return
      }
    },
  }
}

const PreferencesContext = createContext<Store<Preferences> | undefined>(undefined)

export const PreferencesProvider = ({
  store,
  children,
}: {
  readonly store: Store<Preferences>
  readonly children: ReactNode
}): ReactNode => <PreferencesContext value={store}>{children}</PreferencesContext>

const usePreferencesStore = (): Store<Preferences> => {
  const store = use(PreferencesContext)
  if (store === undefined) throw new Error('no preferences around this')
  return store
}

export const usePreferences = (): Preferences => useStore(usePreferencesStore())

export const useChangePreferences = (): ((change: Partial<Preferences>) => void) => {
  const store = usePreferencesStore()
  return (change) => store.set({ ...store.get(), ...change })
}
