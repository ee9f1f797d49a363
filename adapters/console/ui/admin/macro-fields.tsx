import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LONGEST_HOURS } from '../../contract/macro-kinds.ts'
import type { Macro } from '../../contract/macros.ts'
import { colleaguesQuery } from '../api/reads.ts'
import { teamRepliesQuery } from '../api/team-replies.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { slipError } from '../parts/variables.tsx'
import { namedFor } from './named-for.ts'

type Step = Macro['steps'][number]

const SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const

type FieldProps = { readonly step: Step; readonly change: (step: Step) => void }

const Words = ({
  label,
  value,
  most,
  change,
}: {
  readonly label: string
  readonly value: string
  readonly most: number
  readonly change: (text: string) => void
}): ReactNode => {
  const t = useT()
  return (
    <Textarea
      label={label}
      dir="auto"
      autosize
      minRows={1}
      maxRows={6}
      maxLength={most}
      classNames={{ input: 'words' }}
      value={value}
      error={slipError(t, value)}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

const Hours = ({
  label,
  value,
  change,
}: {
  readonly label: string
  readonly value: number | ''
  readonly change: (hours: number | undefined) => void
}): ReactNode => (
  <NumberInput
    label={label}
    min={1}
    max={LONGEST_HOURS}
    allowDecimal={false}
    clampBehavior="strict"
    value={value}
    onChange={(next) => change(typeof next === 'number' && next >= 1 ? next : undefined)}
  />
)

/** What a step of a macro has to be told, by its kind. */
export const MacroFields = ({ step, change }: FieldProps): ReactNode => {
  const { t, language } = useSpeech()
  const { data: colleagues } = useQuery(colleaguesQuery)
  const { data: texts } = useQuery(teamRepliesQuery)
  switch (step.do) {
    case 'note':
      return (
        <Words
          label={t('macro-note-words')}
          value={step.text}
          most={2000}
          change={(text) => change({ ...step, text })}
        />
      )
    case 'task':
      return (
        <>
          <Words
            label={t('macro-task-words')}
            value={step.text}
            most={400}
            change={(text) => change({ ...step, text })}
          />
          <Hours
            label={t('macro-task-hours')}
            value={step.hours ?? ''}
            change={(hours) => {
              const { hours: _, ...rest } = step
              change(hours === undefined ? rest : { ...rest, hours })
            }}
          />
        </>
      )
    case 'severity':
      return (
        <>
          <NativeSelect
            label={t('macro-severity')}
            value={step.severity}
            data={SEVERITIES.map((each) => ({ value: each, label: `${each} ${t(`severity-${each}`)}` }))}
            onChange={(event) =>
              change({
                ...step,
                severity: SEVERITIES.find((each) => each === event.currentTarget.value) ?? step.severity,
              })
            }
          />
          <TextInput
            label={t('macro-reason')}
            dir="auto"
            maxLength={500}
            value={step.reason}
            onChange={(event) => change({ ...step, reason: event.currentTarget.value })}
          />
        </>
      )
    case 'reply':
      return (
        <NativeSelect
          label={t('macro-ready-text')}
          description={t('macro-ready-text-note')}
          value={step.reply}
          data={[
            { value: '', label: t('macro-choose') },
            ...(texts?.replies
              .filter(({ off }) => !off)
              .map(({ id, names }) => ({ value: id, label: namedFor(names, language) ?? id })) ?? []),
          ]}
          onChange={(event) => change({ ...step, reply: event.currentTarget.value })}
        />
      )
    case 'snooze':
      return (
        <Hours
          label={t('macro-snooze-hours')}
          value={step.hours}
          change={(hours) => hours !== undefined && change({ ...step, hours })}
        />
      )
    case 'team':
      return (
        <>
          <NativeSelect
            label={t('macro-team')}
            value={step.team}
            data={[
              { value: '', label: t('macro-choose') },
              ...(colleagues?.teams.map(({ id, name }) => ({ value: id, label: name })) ?? []),
            ]}
            onChange={(event) => change({ ...step, team: event.currentTarget.value })}
          />
          <Words
            label={t('macro-team-note')}
            value={step.note ?? ''}
            most={1000}
            change={(note) => {
              const { note: _, ...rest } = step
              change(note === '' ? rest : { ...rest, note })
            }}
          />
        </>
      )
  }
}
