import type { ReactNode } from 'react'
import type { OperatorState } from '../../contract/operator.ts'
import { useSpeech } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { Part } from './sheet.tsx'

type Hotline = OperatorState['hotlines'][number]

/** Two weeks: time to dial a few numbers in working hours. */
const SOON = 14

const Line = ({ line }: { readonly line: Hotline }): ReactNode => {
  const { t, language } = useSpeech()
  const state = line.state === 'shown' && line.daysLeft <= SOON ? 'soon' : line.state
  return (
    <li className="hotline" data-state={state}>
      <p className="hotline-head">
        <strong>{line.name[language]}</strong>
        <bdi dir="ltr" className="hotline-number">
          {line.number}
        </bdi>
      </p>
      <p className="tags">
        {line.for.map((purpose) => (
          <span key={purpose} className="tag">
            {t(`admin-for-${purpose}`)}
          </span>
        ))}
      </p>
      {line.area !== undefined && <p className="soft">{t('admin-hotline-area', { area: line.area[language] })}</p>}
      <p className="soft words">
        {t('admin-hotline-source')} <Words text={line.source} />
      </p>
      <p className="hotline-head">
        <span className="soft">
          {t('admin-hotline-checked')} <bdi dir="ltr">{line.lastChecked}</bdi>
        </span>
        <span className="hotline-left">
          {line.state === 'shown' ? t('admin-hotline-left', { count: line.daysLeft }) : t(`admin-hotline-${line.state}`)}
        </span>
      </p>
    </li>
  )
}

/** Each number, with who vouches for it and how long people still get it; what needs somebody first. */
export const Hotlines = ({ hotlines, days }: { readonly hotlines: readonly Hotline[]; readonly days: number }): ReactNode => {
  const { t } = useSpeech()
  return (
    <Part title={t('admin-hotlines')}>
      <p className="soft">{t('admin-hotlines-note', { days })}</p>
      {hotlines.length === 0 && <p>{t('admin-hotlines-none')}</p>}
      <ul className="hotlines">
        {hotlines
          .toSorted((a, b) => a.daysLeft - b.daysLeft)
          .map((line) => (
            <Line key={line.id} line={line} />
          ))}
      </ul>
    </Part>
  )
}
