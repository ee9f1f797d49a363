import { Button, Group, NativeSelect } from '@mantine/core'
import { IconReportAnalytics } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { monthsOffered } from '../../contract/months.ts'
import { callBytes } from '../api/call.ts'
import { saveFile } from '../browser/save-file.ts'
import type { Language } from '../language/bundles.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Dialog } from '../parts/dialog.tsx'

/** Three years back: who wants an older one asks the API. */
const MOST = 36
const LANGUAGES = ['ar', 'ckb', 'en'] as const

/** Any day in the middle of the month will do: it names no day. */
const MIDDLE = 15

const MonthlyForm = ({ close }: { readonly close: () => void }): ReactNode => {
  const { t, clock, language: spoken } = useSpeech()
  const months = useMemo(() => monthsOffered(Date.now(), MOST), [])
  // The last that is over: it is what a sheet is mostly made of.
  const [month, setMonth] = useState(() => (months.find(({ over }) => over) ?? months[0])?.month ?? '')
  const [language, setLanguage] = useState<Language>(spoken)
  const { run, busy, fault } = useAttempt(async () => {
    const query = new URLSearchParams({ month, lang: language }).toString()
    const pdf = await callBytes(`/api/v1/statistics.pdf?${query}`, new AbortController().signal)
    saveFile(pdf, `amin-${month}-${language}.pdf`)
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <p className="soft">{t('statistics-month-note')}</p>
      <NativeSelect
        label={t('statistics-month-which')}
        value={month}
        onChange={(event) => setMonth(event.currentTarget.value)}
        data={months.map(({ month: value, year, nth, over }) => {
          const name = clock.month(new Date(year, nth - 1, MIDDLE))
          return { value, label: over ? name : t('statistics-month-running', { month: name }) }
        })}
      />
      <NativeSelect
        label={t('statistics-month-language')}
        value={language}
        onChange={({ currentTarget: { value } }) =>
          setLanguage(LANGUAGES.find((one) => one === value) ?? spoken)
        }
        data={LANGUAGES.map((value) => ({ value, label: t(`language-${value}`) }))}
      />
      <p className="soft">{t('statistics-month-logged')}</p>
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('statistics-month-make')}
        </Button>
      </Group>
    </form>
  )
}

/** The button of the sheet for who decides, and where its month and language are chosen. */
export const Monthly = (): ReactNode => {
  const t = useT()
  const [opened, setOpened] = useState(false)
  const close = (): void => setOpened(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconReportAnalytics size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('statistics-month-open')}
      </Button>
      <Dialog opened={opened} close={close} title={t('statistics-month-open')}>
        <MonthlyForm close={close} />
      </Dialog>
    </>
  )
}
