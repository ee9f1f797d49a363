import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { OperatorState } from '../../contract/operator.ts'
import type { SettingsState } from '../../contract/settings.ts'
import { useT } from '../language/language.tsx'
import { FormEnd } from './section-parts.tsx'
import { useSectionForm } from './use-section.ts'

const SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const
type Severity = (typeof SEVERITIES)[number]
const TIMES = ['replyMinutes', 'nightReplyMinutes'] as const

/** As it is typed: nothing is said where a field is empty. */
type Typed = Readonly<Record<string, string>>

const typedOf = (value: SettingsState['targets']['value']): Typed => ({
  from: String(value?.night?.from ?? ''),
  to: String(value?.night?.to ?? ''),
  ...Object.fromEntries(
    SEVERITIES.flatMap((severity) =>
      TIMES.map((time) => [`${severity}.${time}`, String(value?.[severity]?.[time] ?? '')]),
    ),
  ),
})

const numberOf = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed))

/** Who is called meanwhile, and how often, is kept as it was. */
const madeOf = (value: SettingsState['targets']['value'], typed: Typed): Record<string, unknown> => {
  const { night: _night, ...rest } = value ?? {}
  const targets = SEVERITIES.flatMap((severity) => {
    const { replyMinutes: _reply, nightReplyMinutes: _atNight, ...others } = rest[severity] ?? {}
    const times = TIMES.filter((time) => (typed[`${severity}.${time}`] ?? '').trim() !== '').map(
      (time) => [time, numberOf(typed[`${severity}.${time}`] ?? '')] as const,
    )
    const made = { ...others, ...Object.fromEntries(times) }
    return Object.keys(made).length === 0 ? [] : [[severity, made] as const]
  })
  const isNightSaid = (typed['from'] ?? '') !== '' || (typed['to'] ?? '') !== ''
  const hourOf = (name: string): number | undefined => {
    const hour = numberOf(typed[name] ?? '')
    return Number.isNaN(hour) ? undefined : hour
  }
  return {
    ...(isNightSaid ? { night: { from: hourOf('from'), to: hourOf('to') } } : {}),
    ...Object.fromEntries(targets),
  }
}

/** How soon somebody answers, by severity; where a field is empty the usual holds. */
export const TargetsForm = ({
  state,
  inForce,
  close,
}: {
  readonly state: SettingsState['targets']
  readonly inForce: OperatorState['targets']
  readonly close: () => void
}): ReactNode => {
  const t = useT()
  const [typed, setTyped] = useState(() => typedOf(state.value))
  const form = useSectionForm('targets', state, () => madeOf(state.value, typed), close)
  const field = (name: string, label: string, path: string, usual: number | undefined): ReactNode => (
    <TextInput
      key={name}
      label={label}
      type="number"
      inputMode="numeric"
      dir="ltr"
      min={0}
      placeholder={usual === undefined ? '' : String(usual)}
      value={typed[name] ?? ''}
      error={form.wrong(path)}
      onChange={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value })}
    />
  )
  const timeOf = (severity: Severity, time: (typeof TIMES)[number]): ReactNode =>
    field(
      `${severity}.${time}`,
      t(time === 'replyMinutes' ? 'settings-target-day' : 'settings-target-night'),
      `${severity}.${time}`,
      // At night as by day, where nobody says otherwise.
      inForce[severity][time] ?? inForce[severity].replyMinutes,
    )
  return (
    <form className="form" onSubmit={form.run} noValidate>
      <p className="soft">{t('settings-targets-note')}</p>
      {SEVERITIES.map((severity) => (
        <fieldset key={severity} className="setting-names">
          <legend>
            <bdi>{severity}</bdi> {t(`severity-${severity}`)}
          </legend>
          <div className="setting-times">{TIMES.map((time) => timeOf(severity, time))}</div>
        </fieldset>
      ))}
      <fieldset className="setting-names">
        <legend>{t('settings-night')}</legend>
        <div className="setting-times">
          {field('from', t('settings-night-from'), 'night.from', inForce.night.from)}
          {field('to', t('settings-night-to'), 'night.to', inForce.night.to)}
        </div>
      </fieldset>
      <FormEnd form={form} close={close} />
    </form>
  )
}
