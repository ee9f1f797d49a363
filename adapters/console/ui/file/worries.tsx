import { IconAlertTriangle, IconHelpCircle, IconShieldQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { meQuery } from '../api/reads.ts'
import { Ago } from '../language/ago.tsx'
import { Due } from '../language/due.tsx'
import { useSpeech, useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { SeverityMark } from '../parts/severity-mark.tsx'
import { Source } from './source.tsx'

type Danger = CaseFile['dangers'][number]

/** Shown before somebody asks for all. */
const SHOWN = 8

type Joined = Danger & { readonly rules: readonly string[] }

const DangerReview = lazy(async () => ({ default: (await import('./danger-review.tsx')).DangerReview }))
const MissedDanger = lazy(async () => ({ default: (await import('./danger-review.tsx')).MissedDanger }))

/** Several rules may fire at the same words: they are read once. */
const joinByRule = (dangers: readonly Danger[]): readonly Joined[] => {
  const joined = new Map<string, Joined>()
  for (const danger of dangers) {
    const { label, sure, about, sentence, at, witness, outcome } = danger
    const key = JSON.stringify([label, sure, about, sentence, at, witness, outcome])
    joined.set(key, { ...danger, rules: [...(joined.get(key)?.rules ?? []), danger.rule] })
  }
  return [...joined.values()]
}

/** Who read it. Names of rules are for who keeps them: they stand in the title for who operates Amin. */
const Witness = ({ danger: { witness, rules } }: { readonly danger: Joined }): ReactNode => {
  const t = useT()
  const operates = useQuery(meQuery).data?.rights.includes('operate') === true
  const named = operates && witness === 'rule' ? { title: rules.join(', ') } : {}
  return (
    <p className="soft danger-witness" {...named}>
      {t(`worry-witness-${witness}`)}
    </p>
  )
}

const DangerItem = ({ code, danger }: { readonly code: string; readonly danger: Joined }): ReactNode => {
  const t = useT()
  const { sure, outcome, about, sentence, message } = danger
  const whole = [danger.before, sentence, danger.after].join('')
  const Icon = sure ? IconAlertTriangle : IconHelpCircle
  return (
    <li
      className="danger"
      data-sure={sure || outcome === 'yes'}
      data-none={danger.review?.verdict === 'none' || undefined}
    >
      <p className="danger-head">
        <Icon size={17} aria-hidden />
        <strong>{t(`danger-${danger.label.replaceAll('_', '-')}`)}</strong>
        <Ago at={danger.at} className="soft" />
      </p>
      {(outcome !== 'sure' || about === 'other') && (
        <p className="evidence-tags">
          {outcome !== 'sure' && <span className="tag">{t(`worry-outcome-${outcome}`)}</span>}
          {about === 'other' && <span className="tag">{t('danger-other')}</span>}
        </p>
      )}
      {sentence !== '' && (
        <blockquote className="words" dir="auto">
          {danger.before !== undefined && <Words text={danger.before} whole={whole} />}
          <mark>
            <Words text={sentence} whole={whole} />
          </mark>
          {danger.after !== undefined && <Words text={danger.after} whole={whole} />}
        </blockquote>
      )}
      <Witness danger={danger} />
      {message !== undefined && (
        <div className="danger-tools">
          <Source code={code} message={message} />
          <Suspense fallback={null}>
            <DangerReview code={code} message={message} label={danger.label} review={danger.review} />
          </Suspense>
        </div>
      )}
    </li>
  )
}

/**
 * Why this case is where it is in the queue: what the person's own words show, and what the rules
 * make of it.
 */
export const Worries = ({ file, level }: { readonly file: CaseFile; readonly level: 2 | 3 }): ReactNode => {
  const t = useT()
  const Heading = `h${level}` as const
  const dangers = joinByRule(file.dangers)
  return (
    <section className="worries" data-severity={file.severity}>
      <Heading>{t('worries-title')}</Heading>
      <p className="worries-how">
        <SeverityMark severity={file.severity} long />
        {file.dueAt !== undefined && <Due at={file.dueAt} />}
      </p>
      {file.reasons.length === 0 ? (
        <p className="soft">{t('file-no-reasons')}</p>
      ) : (
        <ul className="reasons">
          {file.reasons.map((reason) => (
            <li key={reason} className="words" dir="auto">
              <Words text={reason} />
            </li>
          ))}
        </ul>
      )}
      {dangers.length > 0 && (
        <ol className="dangers" aria-label={t('dangers-label')}>
          {dangers.slice(0, SHOWN).map((danger) => (
            <DangerItem
              key={`${danger.at} ${danger.rule} ${danger.message ?? ''}`}
              code={file.code}
              danger={danger}
            />
          ))}
        </ol>
      )}
      {dangers.length > SHOWN && (
        <details className="versions">
          <summary>{t('dangers-earlier', { count: dangers.length - SHOWN })}</summary>
          <ol className="dangers">
            {dangers.slice(SHOWN).map((danger) => (
              <DangerItem
                key={`${danger.at} ${danger.rule} ${danger.message ?? ''}`}
                code={file.code}
                danger={danger}
              />
            ))}
          </ol>
        </details>
      )}
      <Suspense fallback={null}>
        <MissedDanger code={file.code} />
      </Suspense>
    </section>
  )
}

/** The two words that the person reads now. Gone when they are no longer fresh. */
export const CheckWords = ({
  file,
  level,
}: {
  readonly file: CaseFile
  readonly level: 2 | 3
}): ReactNode => {
  const { t, clock } = useSpeech()
  const Heading = `h${level}` as const
  if (file.check === undefined) return null
  return (
    <section className="check">
      <Heading>
        <IconShieldQuestion size={17} aria-hidden />
        {t('check-title')}
      </Heading>
      <p className="check-words words" dir="auto">
        {file.check.words}
      </p>
      <p className="soft">
        {t('check-note')} {t('check-until', { time: clock.time(new Date(file.check.until)) })}
      </p>
    </section>
  )
}
