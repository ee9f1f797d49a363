import { Button, Group, Radio, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { use, useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import type { Language, Translate } from '../language/bundles.ts'
import { makeClock, timeOf } from '../language/clock.ts'
import { loadMore, MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'

const HOUR_MS = 3_600_000
const LONGEST_MS = 31 * 24 * HOUR_MS
const EVENING = 18
const MORNING = 9

type Preset = 'hour' | 'evening' | 'tomorrow' | 'own'

const at = (now: Date, days: number, hour: number): Date =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour)

/** As the field for day and time wants it, in the browser's own time zone. */
const localOf = (date: Date): string => {
  const pad = (n: number): string => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${timeOf(date)}`
}

const promiseOf = (t: Translate, language: Language, preset: Preset, until: Date, now: Date): string => {
  const time = timeOf(until)
  if (preset === 'hour') return t('promise-hour')
  if (until.toDateString() === now.toDateString()) return t('promise-today', { time })
  if (until.toDateString() === at(now, 1, 0).toDateString()) return t('promise-tomorrow', { time })
  return t('promise-day', { time, day: makeClock(language).day(until) })
}

const waitsNote = (t: Translate, { waits, safeTimes, opensAt }: CaseFile['signals']): string => {
  if (waits === 'yes' && safeTimes !== undefined && opensAt !== undefined)
    return t('snooze-waits-until', { time: safeTimes.from })
  return t(waits === 'yes' ? 'snooze-waits' : 'snooze-words-note')
}

const Form = ({ file, close }: { readonly file: CaseFile; readonly close: () => void }): ReactNode => {
  const t = useT()
  // The promise is offered in the language of who reads it, not of who makes it.
  const theirs = use(loadMore('work', file.language))
  const command = useCaseCommand(file.code)
  const [now] = useState(() => new Date())
  const evening = at(now, 0, EVENING)
  const presets: readonly Preset[] = [
    'hour',
    ...(now < evening ? (['evening'] as const) : []),
    'tomorrow',
    'own',
  ]
  const [preset, setPreset] = useState<Preset>('hour')
  const [own, setOwn] = useState(() => localOf(at(now, 2, MORNING)))
  const until = {
    hour: new Date(now.getTime() + HOUR_MS),
    evening,
    tomorrow: at(now, 1, MORNING),
    own: new Date(own),
  }[preset]
  const isTime = until.getTime() > now.getTime() && until.getTime() <= now.getTime() + LONGEST_MS
  const reachable = !file.person.blocked && file.eraseWanted !== true
  const [tells, setTells] = useState(reachable && file.signals.waits === 'no')
  /** Their own words stay when the time is changed. */
  const [written, setWritten] = useState<string>()
  const words = written ?? (isTime ? promiseOf(theirs, file.language, preset, until, now) : '')
  const { run, busy, fault } = useAttempt(async () => {
    await command.mutateAsync({
      type: 'snooze',
      until: until.toISOString(),
      promise: tells ? words.trim() : '',
    })
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <p className="soft">{t('snooze-note')}</p>
      <Radio.Group label={t('snooze-until')} value={preset} onChange={(value) => setPreset(value)}>
        <Stack gap="xs" mt="xs">
          {presets.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`snooze-${each}`, { time: each === 'evening' ? '18:00' : '9:00' })}
            />
          ))}
        </Stack>
      </Radio.Group>
      {preset === 'own' && (
        <TextInput
          type="datetime-local"
          label={t('snooze-at')}
          value={own}
          min={localOf(now)}
          max={localOf(new Date(now.getTime() + LONGEST_MS))}
          error={isTime ? undefined : t('snooze-past')}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
      )}
      {reachable && (
        <Switch
          label={t('snooze-tell')}
          checked={tells}
          onChange={(event) => setTells(event.currentTarget.checked)}
        />
      )}
      {tells && (
        <Textarea
          label={t('snooze-words')}
          description={waitsNote(t, file.signals)}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          dir="auto"
          lang={file.language}
          classNames={{ input: 'words' }}
          value={words}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
      )}
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={!isTime || (tells && words.trim() === '')}>
          {t('snooze-do')}
        </Button>
      </Group>
    </form>
  )
}

/** Until when nothing is to be done, and what the person is promised about it. */
export const SnoozeForm = (props: { readonly file: CaseFile; readonly close: () => void }): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
