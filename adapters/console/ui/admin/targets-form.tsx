import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { OperatorState } from '../../contract/operator.ts'
import type { SettingsState } from '../../contract/settings.ts'
import { useT } from '../language/language.tsx'
import { CallFields, newCall, type TypedCall } from './call-fields.tsx'
import { FormEnd } from './section-parts.tsx'
import { useSectionForm } from './use-section.ts'

const SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const
type Severity = (typeof SEVERITIES)[number]
const TIMES = ['replyMinutes', 'nightReplyMinutes'] as const
const AGAIN = ['againMinutes', 'againAtMostMinutes'] as const
const LABELS = {
  replyMinutes: 'settings-target-day',
  nightReplyMinutes: 'settings-target-night',
  againMinutes: 'settings-again-first',
  againAtMostMinutes: 'settings-again-most',
} as const
type Time = keyof typeof LABELS
type TypedCalls = Readonly<Record<Severity, readonly TypedCall[]>>

/** As it is typed: nothing is said where a field is empty. */
type Typed = Readonly<Record<string, string>>

const typedOf = (value: SettingsState['targets']['value']): Typed => ({
  from: String(value?.night?.from ?? ''),
  to: String(value?.night?.to ?? ''),
  ...Object.fromEntries(
    SEVERITIES.flatMap((severity) =>
      [...TIMES, ...AGAIN].map((time) => [`${severity}.${time}`, String(value?.[severity]?.[time] ?? '')]),
    ),
  ),
})

const callsOf = (value: SettingsState['targets']['value']): TypedCalls => {
  const of = (severity: Severity): readonly TypedCall[] =>
    (value?.[severity]?.pages ?? []).map(({ afterMinutes, to }) => newCall(String(afterMinutes), to))
  return { P1: of('P1'), P2: of('P2'), P3: of('P3'), P4: of('P4') }
}

const numberOf = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed))

const madeOf = (typed: Typed, calls: TypedCalls): Record<string, unknown> => {
  const targets = SEVERITIES.flatMap((severity) => {
    const times = [...TIMES, ...AGAIN]
      .filter((time) => (typed[`${severity}.${time}`] ?? '').trim() !== '')
      .map((time) => [time, numberOf(typed[`${severity}.${time}`] ?? '')] as const)
    const pages = calls[severity].map(({ minutes, to }) => ({ afterMinutes: numberOf(minutes), to }))
    const made = { ...Object.fromEntries(times), ...(pages.length === 0 ? {} : { pages }) }
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

/** How soon somebody answers, by severity, and who is called meanwhile; where nothing is said the usual holds. */
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
  const [calls, setCalls] = useState(() => callsOf(state.value))
  const form = useSectionForm('targets', state, () => madeOf(typed, calls), close)
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
  const timeOf = (severity: Severity, time: Time): ReactNode =>
    field(
      `${severity}.${time}`,
      t(LABELS[time]),
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
          <CallFields
            severity={severity}
            calls={calls[severity]}
            change={(next) => setCalls({ ...calls, [severity]: next })}
            usual={state.value?.[severity]?.pages === undefined ? inForce[severity].pages : undefined}
            wrong={form.wrong}
          />
          <div className="setting-times">{AGAIN.map((time) => timeOf(severity, time))}</div>
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
