import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import type { TimelineEntry } from '../../contract/shift.ts'
import type { Colleagues } from '../../contract/people.ts'
import { colleaguesQuery, teamName, timelineQuery } from '../api/reads.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import type { Translate } from '../language/bundles.ts'
import type { Clock } from '../language/clock.ts'
import { MoreTexts, useSpeech } from '../language/language.tsx'
import { whenOf } from '../language/when.ts'
import { Name, Words } from '../language/words.tsx'
import { channelName } from '../parts/channel-mark.tsx'
import { kindKey } from './evidence-kind.tsx'
import { KINDS } from './kinds.ts'
import { Source } from './source.tsx'
import '../styles/work.css'

type Props = { readonly code: string; readonly level: 2 | 3 }

const GRAVE: ReadonlySet<string> = new Set(['crisis_found', 'duress_used', 'decoy_used', 'erase_confirmed'])

/** The fixed word of an entry, in words; nothing where its kind says it all. */
const detailOf = (
  t: Translate,
  clock: Clock,
  colleagues: Colleagues | undefined,
  { kind, detail }: TimelineEntry,
): string | undefined => {
  if (detail === undefined) return undefined
  switch (kind) {
    case 'case_opened':
    case 'chat_attached':
      return channelName(t, detail)
    case 'crisis_found':
    case 'danger_suggested':
    case 'picture_danger_found':
      return t(`danger-${detail.replaceAll('_', '-')}`)
    case 'evidence_announced':
      return t(kindKey(detail))
    case 'evidence_refused':
    case 'evidence_failed':
      return t(`media-state-${detail.replaceAll('_', '-')}`)
    case 'case_closed':
      return t(`outcome-${detail.replaceAll('_', '-')}`)
    case 'case_snoozed':
      return t('timeline-to', { time: whenOf(t, clock, detail) })
    case 'safe_times_set': {
      const [from = '', to = ''] = detail.split('-')
      return t('timeline-times', { from, to })
    }
    case 'case_transferred':
    case 'team_assigned':
      return teamName(t, colleagues, detail)
    case 'severity_judged':
    case 'severity_set':
      return `${detail} · ${t(`severity-${detail}`)}`
    case 'case_linked':
      return t(`timeline-linked-${detail}`)
    case 'link_judged':
      return t(`link-${detail}`)
    case 'danger_reviewed': {
      const [verdict = '', label = ''] = detail.split(' ')
      return `${t(`danger-${label.replaceAll('_', '-')}`)} · ${t(`worry-said-${verdict}`)}`
    }
    case 'identifier_judged':
      return t(`owner-${detail}`)
    case 'consent_given':
    case 'consent_withdrawn':
      return t(`consent-${detail}`)
    case 'case_released':
    case 'release_planned':
      return t(detail === 'bot' ? 'status-bot' : 'status-waiting')
    case 'handoff_requested':
      return t(`event-handoff-${detail}`)
    case 'paged':
      return t(`event-paged-${detail}`)
    case 'case_viewed':
      return detail === 'watch' ? t('timeline-watch') : undefined
    default:
      return undefined
  }
}

const Entry = ({ code, entry }: { readonly code: string; readonly entry: TimelineEntry }): ReactNode => {
  const { t, clock } = useSpeech()
  const { data: colleagues } = useQuery(colleaguesQuery)
  const detail = detailOf(t, clock, colleagues, entry)
  return (
    <li data-grave={GRAVE.has(entry.kind)}>
      <p>
        {KINDS.has(entry.kind) ? t(`kind-${entry.kind.replaceAll('_', '-')}`) : entry.kind}
        {detail !== undefined && ` · ${detail}`}
        {entry.cases !== undefined && (
          <>
            {': '}
            {entry.cases.map((other, i) => (
              <Fragment key={other}>
                {i > 0 && t('list-comma')}
                <Link to="/cases/$code" params={{ code: other }} className="code">
                  <bdi dir="ltr">{other}</bdi>
                </Link>
              </Fragment>
            ))}
          </>
        )}
      </p>
      {entry.words !== undefined && entry.words !== '' && (
        <p className="words soft" dir="auto">
          <Words text={entry.words} />
        </p>
      )}
      <p className="soft">
        {entry.by !== undefined && (
          <>
            <Name text={entry.by} /> ·{' '}
          </>
        )}
        <time dateTime={entry.at}>{clock.whole(new Date(entry.at))}</time>
      </p>
      {entry.message !== undefined && <Source code={code} message={entry.message} />}
    </li>
  )
}

const Tab = ({ code, level }: Props): ReactNode => {
  const { t, clock } = useSpeech()
  const { data, error, refetch } = useQuery(timelineQuery(code))
  const Heading = `h${level}` as const
  if (data === undefined)
    return error === null ? <Pending /> : <PartTrouble error={error} retry={() => void refetch()} />
  return (
    <>
      <section>
        <Heading>{t('timeline-given')}</Heading>
        {data.guidance.length === 0 ? (
          <p className="soft">{t('timeline-given-none')}</p>
        ) : (
          <ul className="timeline">
            {data.guidance.map(({ id, at, title }) => (
              <li key={id}>
                <p className="words" dir="auto">
                  <Words text={title} />
                </p>
                <p className="soft">
                  <time dateTime={at}>{clock.whole(new Date(at))}</time>
                </p>
                <Source code={code} message={id} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <Heading>{t('timeline-happened')}</Heading>
        <ol className="timeline">
          {data.entries.map((entry) => (
            <Entry key={entry.id} code={code} entry={entry} />
          ))}
        </ol>
      </section>
    </>
  )
}

/** What happened and when, newest first, without what was said. */
export const TimelineTab = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <MoreTexts of="kinds">
      <Tab {...props} />
    </MoreTexts>
  </MoreTexts>
)
