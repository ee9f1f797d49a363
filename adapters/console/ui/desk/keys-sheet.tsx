import { Kbd, Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { useChangePreferences, usePreferences } from '../browser/preferences.tsx'
import { MOD } from '../browser/shortcuts.ts'
import { MoreTexts, useT } from '../language/language.tsx'

const LETTERS = [
  { keys: ['J'], does: 'keys-next' },
  { keys: ['K'], does: 'keys-previous' },
  { keys: ['N'], does: 'keys-take' },
  { keys: ['/'], does: 'keys-search' },
  { keys: ['V'], does: 'keys-views' },
  { keys: ['D'], does: 'density-choose' },
  { keys: ['R'], does: 'keys-reply' },
  { keys: ['T'], does: 'take-over' },
  { keys: ['B'], does: 'hand-back' },
  { keys: ['P'], does: 'transfer' },
  { keys: ['C'], does: 'close-case' },
  { keys: ['?'], does: 'keys-help' },
] as const
const ALWAYS = [
  { keys: [MOD, 'K'], does: 'palette-open' },
  { keys: ['↑', '↓'], does: 'keys-arrows' },
  { keys: ['Enter'], does: 'keys-open' },
  { keys: [MOD, 'Enter'], does: 'keys-send' },
  { keys: ['Alt', 'Enter'], does: 'keys-note' },
  { keys: [MOD, '/'], does: 'keys-replies' },
  { keys: ['Alt', 'M'], does: 'macros' },
  { keys: ['Alt', ']'], does: 'keys-own-next' },
  { keys: ['Alt', '['], does: 'keys-own-previous' },
  { keys: ['Alt', 'A'], does: 'keys-own-waits' },
  { keys: ['Alt', '↑ ↓'], does: 'keys-move' },
  { keys: ['Esc'], does: 'keys-close' },
] as const

const Keys = ({ rows }: { readonly rows: typeof LETTERS | typeof ALWAYS }): ReactNode => {
  const t = useT()
  return (
    <dl className="keys">
      {rows.map(({ keys, does }) => (
        <div key={does}>
          <dt dir="ltr">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{t(does)}</dd>
        </div>
      ))}
    </dl>
  )
}

const Sheet = (): ReactNode => {
  const t = useT()
  const { letterKeys } = usePreferences()
  const change = useChangePreferences()
  return (
    <>
      <Keys rows={ALWAYS} />
      <Switch
        my="md"
        label={t('keys-letters')}
        description={t('keys-letters-note')}
        checked={letterKeys}
        onChange={(event) => change({ letterKeys: event.currentTarget.checked })}
      />
      <Keys rows={LETTERS} />
    </>
  )
}

/** Every key of the console, and the switch for the single ones. */
export const KeysSheet = (): ReactNode => (
  <MoreTexts of="work">
    <Sheet />
  </MoreTexts>
)
