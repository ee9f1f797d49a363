import { Button, Group, TextInput } from '@mantine/core'
import { IconFileText, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { SectionName, SettingsState } from '../../contract/settings.ts'
import { faultOf } from '../api/fault.ts'
import { settingsQuery } from '../api/settings.ts'
import { directionOf, LANGUAGE_NAMES, LANGUAGES, type Language } from '../language/bundles.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { FormFault } from '../parts/attempt.tsx'
import { Dialog } from '../parts/dialog.tsx'
import type { SectionForm } from './use-section.ts'
import { Name } from '../language/words.tsx'

export type InEach = Readonly<Record<Language, string>>
export const NO_WORDS: InEach = { ar: '', ckb: '', en: '' }
export const hasWords = (words: InEach): boolean =>
  LANGUAGES.some((language) => words[language].trim() !== '')
export const trimmed = (words: InEach): InEach => ({
  ar: words.ar.trim(),
  ckb: words.ckb.trim(),
  en: words.en.trim(),
})

type ChangeProps<N extends SectionName> = {
  readonly section: N
  readonly label: string
  readonly title: string
  readonly children: (state: SettingsState[N], close: () => void) => ReactNode
}

/** The way into a form; where the operator file states the section, the word that it leads. */
export const Change = <N extends SectionName>({
  section,
  label,
  title,
  children,
}: ChangeProps<N>): ReactNode => {
  const { t, clock } = useSpeech()
  const { data } = useQuery(settingsQuery)
  const [opened, setOpened] = useState(false)
  const close = (): void => setOpened(false)
  const state = data?.[section]
  if (state === undefined) return null
  if (state.from === 'file')
    return (
      <p className="soft setting-file">
        <IconFileText size={16} aria-hidden />
        {t('settings-from-file')}
      </p>
    )
  const { changed } = state
  return (
    <div className="setting-change">
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPencil size={16} />}
        onClick={() => setOpened(true)}
      >
        {label}
      </Button>
      {changed !== undefined && (
        <span className="soft">
          {t('settings-changed-by')} <Name text={changed.by.name === '' ? t('somebody') : changed.by.name} />
          {t('list-comma')}
          <time dateTime={changed.at}>{clock.whole(new Date(changed.at))}</time>
        </span>
      )}
      <Dialog opened={opened} close={close} title={title} size="lg">
        {children(state, close)}
      </Dialog>
    </div>
  )
}

/** A name in the three languages, each field with its own fault. */
export const NameFields = ({
  legend,
  words,
  change,
  wrong,
  path,
}: {
  readonly legend: string
  readonly words: InEach
  readonly change: (words: InEach) => void
  readonly wrong: SectionForm['wrong']
  readonly path: string
}): ReactNode => (
  <fieldset className="setting-names">
    <legend>{legend}</legend>
    {LANGUAGES.map((language) => (
      <TextInput
        key={language}
        label={<span lang={language}>{LANGUAGE_NAMES[language]}</span>}
        aria-label={`${legend} · ${LANGUAGE_NAMES[language]}`}
        lang={language}
        dir={directionOf(language)}
        maxLength={80}
        value={words[language]}
        error={wrong(`${path}.${language}`)}
        onChange={({ currentTarget }) => change({ ...words, [language]: currentTarget.value })}
      />
    ))}
  </fieldset>
)

/** The end of a form: what is wrong as a whole, and the buttons. */
export const FormEnd = ({
  form,
  close,
  children,
}: {
  readonly form: SectionForm
  readonly close: () => void
  readonly children?: ReactNode
}): ReactNode => {
  const t = useT()
  const faults = faultOf(form.fault).faults
  const end = useRef<HTMLDivElement>(null)
  // To the first field that is wrong: a form is longer than a phone.
  useEffect(() => {
    if (faults !== undefined)
      end.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [faults])
  return (
    <>
      {form.isOutdated ? (
        <p className="sheet-alert" role="alert">
          {t('settings-outdated')}
        </p>
      ) : (
        <FormFault
          fault={form.fault}
          words={
            faults === undefined
              ? undefined
              : t(faults.some(({ why }) => why === 'last') ? 'settings-why-last' : 'settings-unfit')
          }
        />
      )}
      <Group ref={end} justify="space-between">
        {children ?? <span />}
        <Group ms="auto">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={form.busy}>
            {t('settings-keep')}
          </Button>
        </Group>
      </Group>
    </>
  )
}
