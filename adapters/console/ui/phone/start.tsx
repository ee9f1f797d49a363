import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useKeyFor } from '../api/key-for.ts'
import { callsQuery, openCall } from '../api/phone.ts'
import { Ago } from '../language/ago.tsx'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../language/bundles.ts'
import { MoreTexts, useSpeech, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import './phone.css'

const Unfinished = (): ReactNode => {
  const t = useT()
  const { data: calls } = useQuery(callsQuery)
  if (calls === undefined || calls.length === 0) return null
  return (
    <section className="page-narrow phone-calls" aria-label={t('phone-unfinished')}>
      <h2>{t('phone-unfinished')}</h2>
      <ul>
        {calls.map(({ code, openedAt, title }) => (
          <li key={code}>
            <Link to="/calls/$code" params={{ code }}>
              <bdi className="code" dir="ltr">
                {code}
              </bdi>
              <span className="soft">{title}</span>
              <Ago at={openedAt} className="phone-when soft" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Form = (): ReactNode => {
  const { t, language: spoken } = useSpeech()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [language, setLanguage] = useState<Language>(spoken)
  const [note, setNote] = useState('')
  const keyFor = useKeyFor()
  const { run, busy, fault } = useAttempt(async () => {
    const done = await openCall(language, note, keyFor(`${language} ${note}`))
    void queries.invalidateQueries({ queryKey: ['queue'] })
    await navigate({ to: '/calls/$code', params: { code: done.code } })
  })
  return (
    <form className="form page-narrow" onSubmit={run}>
      <h1>{t('phone-title')}</h1>
      <p className="soft">{t('phone-note')}</p>
      <div className="phone-field">
        <p id="phone-language">{t('phone-language')}</p>
        <SegmentedControl
          fullWidth
          aria-labelledby="phone-language"
          value={language}
          onChange={(value) => setLanguage(value)}
          data={LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_NAMES[each] }))}
        />
      </div>
      <Textarea
        label={t('phone-internal')}
        description={t('phone-internal-note')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        classNames={{ input: 'words' }}
        dir="auto"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FormFault fault={fault} />
      <Button type="submit" loading={busy} leftSection={<IconPhoneCall size={18} aria-hidden />}>
        {t('phone-open')}
      </Button>
    </form>
  )
}

/** Begins a call, or goes on with one that broke off. */
export const StartCall = (): ReactNode => (
  <main className="page phone" id="main" tabIndex={-1}>
    <MoreTexts of="phone">
      <Form />
      <Unfinished />
    </MoreTexts>
  </main>
)
