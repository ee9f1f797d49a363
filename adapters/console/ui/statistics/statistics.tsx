import { Button, SegmentedControl } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Statistics as Figures } from '../../contract/statistics.ts'
import { call } from '../api/call.ts'
import { colleaguesQuery, countsQuery, mayRead, meQuery, teamName, waitingQuery } from '../api/reads.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { useSpeech, useT } from '../language/language.tsx'
import { Bars, Hidden, type Line } from './bars.tsx'
import { useSpan } from '../admin/span.ts'
import { Monthly } from './monthly.tsx'
import { RegionMap } from './region-map.tsx'
import { Replies } from './replies.tsx'
import './statistics.css'

const SPANS = ['4', '13', '52', '260'] as const
type Weeks = (typeof SPANS)[number]

const DAY = 86_400_000
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const queryOf = (weeks: Weeks): string => {
  const now = Date.now()
  return new URLSearchParams({ from: dayOf(now - (Number(weeks) - 1) * 7 * DAY), to: dayOf(now) }).toString()
}

const statisticsQuery = (weeks: Weeks, language: string) =>
  queryOptions({
    queryKey: ['statistics', weeks, language],
    queryFn: ({ signal }) =>
      call<Figures>('GET', `/api/v1/statistics?${queryOf(weeks)}&lang=${language}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

const Tile = ({
  label,
  children,
  note,
}: {
  readonly label: string
  readonly children: ReactNode
  readonly note?: ReactNode
}): ReactNode => (
  <div className="statistics-tile">
    <dt>{label}</dt>
    <dd>{children}</dd>
    {note !== undefined && <dd className="soft">{note}</dd>}
  </div>
)

const Length = ({ of, label }: { readonly of: Figures['firstReply']; readonly label: string }): ReactNode => {
  const t = useT()
  const length = useSpan()
  const late =
    of.within === undefined || of.within === 'few' || of.of === 'few'
      ? undefined
      : t('statistics-within', { count: of.within, all: of.of })
  return (
    <Tile
      label={label}
      note={
        of.p90Seconds === undefined
          ? t('statistics-too-few')
          : `${t('statistics-most', { length: length(of.p90Seconds) })} ${late ?? ''}`
      }
    >
      {of.medianSeconds === undefined ? <Hidden /> : length(of.medianSeconds)}
    </Tile>
  )
}

const Sums = ({ title, sums }: { readonly title: string; readonly sums: Figures['money'] }): ReactNode => {
  const t = useT()
  return (
    <section className="statistics-part">
      <h2>{title}</h2>
      {sums.length === 0 && <p className="soft">{t('statistics-nothing')}</p>}
      <ul className="plain">
        {sums.map(({ currency, hundredths, cases }) => (
          <li key={currency}>
            <bdi dir="ltr">{`${new Intl.NumberFormat('en').format(hundredths / 100)} ${currency}`}</bdi>{' '}
            <span className="soft">{t('statistics-named-by', { count: cases })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Tables = ({ figures }: { readonly figures: Figures }): ReactNode => {
  const { t, clock } = useSpeech()
  const colleagues = useQuery({ ...colleaguesQuery, retry: false }).data
  const worded = (prefix: string, lines: readonly Line[]): readonly Line[] =>
    lines.map((line) => ({ ...line, name: t(`${prefix}-${line.key.replaceAll('_', '-')}`) }))
  const { by } = figures
  const states = (lines: Figures['networks']['cases']): readonly Line[] =>
    lines.map((line) => ({ ...line, name: t(`network-state-${line.key}`) }))
  const weeks = by.week
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((week) => ({ ...week, name: clock.day(new Date(`${week.key}T12:00:00Z`)) }))
  return (
    <div className="statistics-parts">
      <Bars title={t('statistics-week')} lines={weeks} />
      <Bars
        title={t('statistics-severity')}
        lines={by.severity
          .toSorted((a, b) => (a.key < b.key ? -1 : 1))
          .map((line) => ({ ...line, name: line.key }))}
      />
      <Replies lines={figures.firstReplyBy} />
      <Bars
        title={t('statistics-team')}
        lines={by.team.map((line) => ({
          ...line,
          name: line.name === line.key ? teamName(t, colleagues, line.key) : line.name,
        }))}
      />
      <Bars title={t('statistics-material')} lines={by.material} note={t('statistics-several')} />
      <Bars title={t('statistics-demand')} lines={by.demand} note={t('statistics-several')} />
      <Bars title={t('statistics-paid')} lines={by.paid} />
      {figures.map.length > 0 && <RegionMap tiles={figures.map} lines={by.governorate} />}
      <Bars title={t('statistics-governorate')} lines={by.governorate} />
      <Bars title={t('statistics-channel')} lines={worded('channel', by.channel)} />
      <Bars title={t('statistics-language')} lines={worded('language', by.language)} />
      <Bars title={t('statistics-status')} lines={worded('status', by.status)} />
      <Bars title={t('statistics-outcome')} lines={worded('outcome', by.outcome)} />
      <Bars title={t('statistics-stopped')} lines={figures.stopped} note={t('statistics-stopped-note')} />
      <Bars title={t('statistics-networks')} lines={states(figures.networks.networks)} />
      <Bars title={t('statistics-network-cases')} lines={states(figures.networks.cases)} />
      <Sums title={t('statistics-network-money')} sums={figures.networks.money} />
      <Sums title={t('statistics-network-paid')} sums={figures.networks.moneyPaid} />
      <Sums title={t('statistics-money')} sums={figures.money} />
      <Sums title={t('statistics-money-paid')} sums={figures.moneyPaid} />
    </div>
  )
}

/**
 * Who reads cases is told how many of theirs wait, as their queue says; who reads none, of all, unless
 * the whole would give away the line of the table that is hidden.
 */
const Waiting = ({ figures }: { readonly figures: Figures }): ReactNode => {
  const t = useT()
  const reads = mayRead(useQuery(meQuery).data)
  const seen = useQuery({ ...waitingQuery, enabled: reads }).data?.counts.waiting
  const all = useQuery({ ...countsQuery, enabled: !reads }).data?.waiting
  if (reads) return <Tile label={t('statistics-waiting-seen')}>{seen ?? '–'}</Tile>
  const isHidden = figures.by.status.some(({ key, cases }) => key === 'waiting' && cases === 'few')
  return <Tile label={t('statistics-waiting')}>{isHidden || all === 'few' ? <Hidden /> : (all ?? '–')}</Tile>
}

/** Numbers about all cases, for those who answer for the work; nothing in them tells of one person. */
export const Statistics = (): ReactNode => {
  const { t, language } = useSpeech()
  const [weeks, setWeeks] = useState<Weeks>('13')
  const { data, error, refetch } = useQuery(statisticsQuery(weeks, language))
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="page-wide">
        <div className="page-head statistics-head">
          <h1>{t('statistics-title')}</h1>
          <SegmentedControl
            aria-label={t('statistics-span')}
            value={weeks}
            onChange={setWeeks}
            data={SPANS.map((value) => ({ value, label: t(`statistics-span-${value}`) }))}
          />
          <Monthly />
          <Button
            component="a"
            variant="default"
            href={`/api/v1/statistics.csv?${queryOf(weeks)}&lang=${language}`}
            download
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('statistics-csv')}
          </Button>
        </div>
        <p className="soft">{t('statistics-note')}</p>
        {data !== undefined ? (
          <>
            <dl className="statistics-tiles">
              <Tile label={t('statistics-cases')}>{data.cases === 'few' ? <Hidden /> : data.cases}</Tile>
              <Waiting figures={data} />
              <Length of={data.firstReply} label={t('statistics-first-reply')} />
              <Length of={data.resolution} label={t('statistics-resolution')} />
            </dl>
            <Tables figures={data} />
          </>
        ) : error === null ? (
          <Pending />
        ) : (
          <PartTrouble error={error} retry={() => void refetch()} />
        )}
      </div>
    </main>
  )
}
