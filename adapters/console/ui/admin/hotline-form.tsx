import { Button, Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Hotline, SettingsState } from '../../contract/settings.ts'
import { EMERGENCY_SAMPLE } from '../../contract/sample.ts'
import { textsQuery } from '../api/administration.ts'
import { directionOf, LANGUAGES } from '../language/bundles.ts'
import { useT } from '../language/language.tsx'
import { FormEnd, hasWords, NameFields, NO_WORDS, trimmed } from './section-parts.tsx'
import { useSectionForm } from './use-section.ts'

const PURPOSES = ['emergency', 'suicide', 'children', 'women', 'family', 'cyber', 'legal', 'ngo'] as const

/** The text in which a person in danger is given the numbers. */
const READ_IN = 'urgent-called'
/** More than two cannot be taken in (bots/operator-rules.ts). */
const MOST_NAMED = 2

const today = (): string => new Date().toISOString().slice(0, 10)

const blank = (): Hotline => ({
  id: '',
  name: NO_WORDS,
  number: '',
  for: [],
  source: '',
  lastChecked: today(),
})

/** What it is called in addresses and in the log: of its English name, and unlike all others. */
const idOf = (name: string, known: readonly Hotline[]): string => {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 30)
    .replace(/-+$/, '')
  const stem = plain === '' ? 'number' : plain
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? stem : `${stem}-${n}`
    if (!known.some((line) => line.id === id)) return id
  }
}

/** As a person in danger reads it, in the three languages. */
export const Preview = ({ lines }: { readonly lines: readonly Hotline[] }): ReactNode => {
  const t = useT()
  const { data } = useQuery(textsQuery)
  const numbers = [
    ...new Set(lines.filter((line) => line.for.includes('emergency')).map(({ number }) => number)),
  ]
    .filter((number) => number !== '')
    .slice(0, MOST_NAMED)
    .join(' · ')
  const says = data?.groups.flatMap(({ texts }) => texts).find(({ key }) => key === READ_IN)?.says
  if (numbers === '') return <p className="soft">{t('settings-hotline-silent')}</p>
  return says === undefined ? null : (
    <section className="setting-preview" aria-label={t('settings-hotline-preview')}>
      <h3>{t('settings-hotline-preview')}</h3>
      {LANGUAGES.map((language) => (
        <p key={language} lang={language} dir={directionOf(language)} className="words">
          {says[language].replace(EMERGENCY_SAMPLE, numbers)}
        </p>
      ))}
    </section>
  )
}

/** One number, added or changed; the others of the list stay as they are. */
export const HotlineForm = ({
  state,
  id,
  close,
}: {
  readonly state: SettingsState['hotlines']
  /** Nothing: a new one. */
  readonly id?: string
  readonly close: () => void
}): ReactNode => {
  const t = useT()
  const [list] = useState(state.value ?? [])
  const place = list.findIndex((line) => line.id === id)
  const [line, setLine] = useState<Hotline>(() => list[place] ?? blank())
  const [area, setArea] = useState(line.area ?? NO_WORDS)
  const { area: _area, ...rest } = line
  const made: Hotline = {
    ...rest,
    id: line.id === '' ? idOf(line.name.en, list) : line.id,
    name: trimmed(line.name),
    number: line.number.trim(),
    source: line.source.trim(),
    ...(hasWords(area) ? { area: trimmed(area) } : {}),
  }
  const next = place === -1 ? [...list, made] : list.with(place, made)
  const form = useSectionForm('hotlines', state, () => next, close)
  const away = useSectionForm('hotlines', state, () => list.filter((each) => each.id !== id), close)
  const wrong = (path: string): string | undefined =>
    form.wrong(`${place === -1 ? list.length : place}.${path}`)
  const set = (part: Partial<Hotline>): void => setLine({ ...line, ...part })
  return (
    <form className="form" onSubmit={form.run} noValidate>
      <NameFields
        legend={t('settings-hotline-name')}
        words={line.name}
        change={(name) => set({ name })}
        wrong={wrong}
        path="name"
      />
      <TextInput
        label={t('settings-hotline-number')}
        type="tel"
        dir="ltr"
        maxLength={24}
        value={line.number}
        error={wrong('number')}
        onChange={({ currentTarget }) => set({ number: currentTarget.value })}
      />
      <Checkbox.Group
        label={t('settings-hotline-for')}
        value={[...line.for]}
        error={wrong('for')}
        onChange={(chosen) => set({ for: PURPOSES.filter((purpose) => chosen.includes(purpose)) })}
      >
        <div className="setting-choices">
          {PURPOSES.map((purpose) => (
            <Checkbox key={purpose} value={purpose} label={t(`admin-for-${purpose}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        label={t('settings-hotline-source')}
        description={t('settings-hotline-source-note')}
        maxLength={300}
        value={line.source}
        error={wrong('source')}
        onChange={({ currentTarget }) => set({ source: currentTarget.value })}
      />
      <TextInput
        label={t('settings-hotline-checked')}
        description={t('settings-hotline-checked-note')}
        type="date"
        max={today()}
        value={line.lastChecked}
        error={wrong('lastChecked')}
        onChange={({ currentTarget }) => set({ lastChecked: currentTarget.value })}
      />
      <NameFields
        legend={t('settings-hotline-area')}
        words={area}
        change={setArea}
        wrong={wrong}
        path="area"
      />
      <Preview lines={next} />
      <FormEnd form={away.fault === undefined ? form : away} close={close}>
        {place !== -1 && (
          <Button variant="default" color="red" loading={away.busy} onClick={() => away.run()}>
            {t('settings-hotline-remove')}
          </Button>
        )}
      </FormEnd>
    </form>
  )
}
