import type { ReactNode } from 'react'
import type { CaseRow } from '../../contract/index.ts'
import type { Fact } from '../../contract/facts.ts'
import { useNow } from '../language/ago.tsx'
import type { Translate } from '../language/bundles.ts'
import type { Clock } from '../language/clock.ts'
import { useSpeech } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'

const DAY = 24 * 3_600_000

/** A moment as short as a line allows: the time today, with the day otherwise. */
const momentOf = (clock: Clock, now: Date, at: Date): string => {
  const near = Math.abs(at.getTime() - now.getTime()) < DAY && at.getDate() === now.getDate()
  return near ? clock.time(at) : `${clock.day(at)} ${clock.time(at)}`
}

type Speech = { readonly t: Translate; readonly clock: Clock; readonly now: Date }

const endsText = ({ text, exact, at }: Fact, { t, clock, now }: Speech): string => {
  if (at === undefined) return text ?? ''
  const end = new Date(at)
  const time = momentOf(clock, now, end)
  if (end <= now) return t('fact-ended', { time })
  return exact === true || text === undefined
    ? t(exact === true ? 'fact-ends' : 'fact-ends-about', { time })
    : text
}

/** Sums with the digits and the order that everybody of the team reads. */
const sumOf = ({ amount, currency }: Fact): string => `${amount?.toLocaleString('en-US')} ${currency}`

export const factText = (fact: Fact, speech: Speech): string => {
  const { t } = speech
  switch (fact.is) {
    case 'ends':
      return endsText(fact, speech)
    case 'wants':
      return t('fact-wants', { what: fact.amount === undefined ? (fact.text ?? '') : sumOf(fact) })
    case 'paid':
      return t(fact.again === true ? 'fact-paid-again' : 'fact-paid')
    case 'holds':
    case 'weighs':
    case 'region':
      return fact.text ?? ''
  }
}

/** What presses first: danger that is known for sure, then the age, then what was told. */
const pressing = (row: CaseRow, t: Translate): readonly string[] => {
  const danger =
    row.danger === undefined || row.danger.label === 'deadline'
      ? []
      : [
          row.danger.sure
            ? t(`danger-${row.danger.done ?? row.danger.label.replaceAll('_', '-')}`)
            : t('fact-maybe', { what: t(`danger-${row.danger.label.replaceAll('_', '-')}`) }),
        ]
  const child = row.burdens?.includes('minor') === true && row.danger?.label !== 'minor'
  return [...danger, ...(child ? [t('fact-child')] : [])]
}

/**
 * The line by which the next case is chosen: facts that are known, then the last words where there
 * is room. A case of which nothing is known yet has its words alone.
 */
export const FactsLine = ({
  row,
  hidden,
}: {
  readonly row: CaseRow
  readonly hidden: boolean
}): ReactNode => {
  const { t, clock } = useSpeech()
  const now = useNow()
  const dangers = pressing(row, t)
  const facts = row.facts ?? []
  if (hidden || (dangers.length === 0 && facts.length === 0))
    return (
      <span className="row-words words" dir="auto">
        {!hidden && row.preview !== undefined ? (
          <Words text={row.preview} />
        ) : (
          <span className="soft">{t(hidden ? 'row-hidden' : 'row-no-words')}</span>
        )}
      </span>
    )
  return (
    <span className="row-words">
      {dangers.map((text) => (
        <span key={text} className="known" data-fact="danger" data-sure={row.danger?.sure !== false}>
          {text}
        </span>
      ))}
      {facts.map((fact, index) => (
        <span key={index} className="known" data-fact={fact.is}>
          <Words text={factText(fact, { t, clock, now })} />
        </span>
      ))}
      {row.preview !== undefined && (
        <span className="known-words soft">
          <Name text={row.preview} />
        </span>
      )}
    </span>
  )
}

/** All facts, for who asks for them in whole. */
export const useFacts = (): ((row: CaseRow) => readonly string[]) => {
  const { t, clock } = useSpeech()
  const now = useNow()
  return (row) => [...pressing(row, t), ...(row.facts ?? []).map((fact) => factText(fact, { t, clock, now }))]
}
