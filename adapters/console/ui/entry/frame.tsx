import { SegmentedControl, VisuallyHidden } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useChangePreferences, usePreferences } from '../browser/preferences.tsx'
import { LANGUAGE_NAMES, LANGUAGES } from '../language/bundles.ts'
import { useT } from '../language/language.tsx'
import '../styles/entry.css'

/** The card that every page before the sign-in stands in. */
export const Frame = ({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}): ReactNode => {
  const t = useT()
  const { language } = usePreferences()
  const change = useChangePreferences()
  return (
    <main className="entry" id="main">
      <div className="entry-card">
        <p className="entry-brand">
          <IconShieldCheck size={30} aria-hidden />
          {t('brand')}
          <VisuallyHidden>: {t('brand-what')}</VisuallyHidden>
        </p>
        <h1>{title}</h1>
        {children}
      </div>
      <SegmentedControl
        className="entry-languages"
        size="xs"
        aria-label={t('menu-language')}
        value={language}
        onChange={(next) => change({ language: next })}
        data={LANGUAGES.map((each) => ({
          value: each,
          label: <span lang={each}>{LANGUAGE_NAMES[each]}</span>,
        }))}
      />
    </main>
  )
}
