import { Button, FileButton } from '@mantine/core'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { SettingsPreview, SettingsState } from '../../contract/settings.ts'
import { operatorQuery } from '../api/administration.ts'
import { previewFile, putSection, settingsQuery } from '../api/settings.ts'
import { useT } from '../language/language.tsx'
import { saveFile } from '../browser/save-file.ts'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { tell } from '../parts/notice.ts'
import { Part } from './sheet.tsx'
import { Words } from '../language/words.tsx'

const SECTIONS = ['organisation', 'official', 'hotlines', 'teams', 'targets'] as const

type Asked = { readonly file: Record<string, unknown>; readonly preview: SettingsPreview }

/** What holds of these sections, as the operator file would say it. */
const writeFile = (state: SettingsState): string =>
  `${JSON.stringify(
    Object.fromEntries(
      SECTIONS.flatMap((name) => (state[name].value === undefined ? [] : [[name, state[name].value]])),
    ),
    null,
    2,
  )}\n`

const save = (text: string): void => saveFile(new Blob([text], { type: 'application/json' }), 'operator.json')

const readFile = async (file: File): Promise<Record<string, unknown> | undefined> => {
  try {
    const value: unknown = JSON.parse(await file.text())
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

const Found = ({ section, outcome, changes, faults }: SettingsPreview['sections'][number]): ReactNode => {
  const t = useT()
  const named = (how: keyof typeof changes): ReactNode =>
    changes[how].length > 0 && (
      <>
        {' '}
        {t(`settings-${how}`)} <bdi dir="ltr">{changes[how].join(', ')}</bdi>
      </>
    )
  return (
    <li>
      <strong>{t(`settings-${section}`)}</strong> {t(`settings-file-${outcome}`)}
      {outcome === 'changes' && (
        <>
          {named('added')}
          {named('removed')}
          {named('changed')}
        </>
      )}
      {faults.map(({ path, why }) => (
        <p key={`${path} ${why}`} className="soft">
          <bdi dir="ltr">{path}</bdi> · {t(`settings-why-${why}`)}
        </p>
      ))}
    </li>
  )
}

const TakeOver = ({ asked, close }: { readonly asked: Asked; readonly close: () => void }): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const { data } = useQuery(settingsQuery)
  const wanted = asked.preview.sections.filter(({ outcome }) => outcome === 'changes')
  const { run, busy, fault } = useAttempt(async () => {
    if (data === undefined) return
    try {
      for (const { section } of wanted)
        queries.setQueryData(
          settingsQuery.queryKey,
          await putSection(section, { version: data[section].version, value: asked.file[section] }),
        )
    } finally {
      await queries.invalidateQueries({ queryKey: operatorQuery.queryKey })
    }
    tell(t, 'settings-kept')
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      {asked.preview.sections.length === 0 && <p>{t('settings-file-nothing')}</p>}
      <ul className="setting-found">
        {asked.preview.sections.map((found) => (
          <Found key={found.section} {...found} />
        ))}
      </ul>
      {asked.preview.left.length > 0 && (
        <p className="soft">
          {t('settings-file-left')} <bdi dir="ltr">{asked.preview.left.join(', ')}</bdi>
        </p>
      )}
      <FormFault fault={fault} />
      <div className="setting-change">
        <Button type="submit" loading={busy} disabled={wanted.length === 0}>
          {t('settings-file-take')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

/** As an operator file out of here, and from one into here: looked through first. */
export const FilePart = (): ReactNode => {
  const t = useT()
  const { data } = useQuery(settingsQuery)
  const [asked, setAsked] = useState<Asked>()
  const [isNoFile, setIsNoFile] = useState(false)
  const [chosen, setChosen] = useState<File | null>(null)
  const look = useAttempt(async () => {
    if (chosen === null) return
    const file = await readFile(chosen)
    setIsNoFile(file === undefined)
    if (file !== undefined) setAsked({ file, preview: await previewFile(file) })
  })
  const close = (): void => setAsked(undefined)
  return (
    <Part title={t('settings-file')}>
      <p className="soft">{t('settings-file-note')}</p>
      <div className="setting-change">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} />}
          disabled={data === undefined}
          onClick={() => data !== undefined && save(writeFile(data))}
        >
          {t('settings-file-export')}
        </Button>
        <FileButton accept="application/json,.json" onChange={setChosen}>
          {(props) => (
            <Button {...props} size="xs" variant="default" leftSection={<IconUpload size={16} />}>
              {t('settings-file-import')}
            </Button>
          )}
        </FileButton>
        {chosen !== null && (
          <Button size="xs" loading={look.busy} onClick={() => look.run()}>
            <Words text={t('settings-file-look', { name: chosen.name })} />
          </Button>
        )}
      </div>
      {isNoFile && <p role="alert">{t('settings-file-none')}</p>}
      <FormFault fault={look.fault} />
      <Dialog opened={asked !== undefined} close={close} title={t('settings-file-title')} size="lg">
        {asked !== undefined && <TakeOver asked={asked} close={close} />}
      </Dialog>
    </Part>
  )
}
