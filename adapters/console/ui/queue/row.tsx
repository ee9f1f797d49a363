import { IconHourglass, IconLock, IconRobot, IconTrash, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CaseRow, Status } from '../../contract/index.ts'
import { colleaguesQuery, teamName } from '../api/reads.ts'
import { usePreferences } from '../browser/preferences.tsx'
import { Ago } from '../language/ago.tsx'
import { Due } from '../language/due.tsx'
import { LANGUAGE_NAMES, type Language } from '../language/bundles.ts'
import { useT } from '../language/language.tsx'
import { ChannelMark } from '../parts/channel-mark.tsx'
import { Here } from '../parts/here.tsx'
import { SeverityMark } from '../parts/severity-mark.tsx'
import { ChangedMark } from './changed.tsx'
import { FactsLine } from './facts.tsx'
import { Marks, useMarks } from './marks.tsx'
import { Name } from '../language/words.tsx'

const STATUS_ICONS: Readonly<Record<Status, typeof IconRobot>> = {
  bot: IconRobot,
  waiting: IconHourglass,
  agent: IconUser,
  closed: IconLock,
  erased: IconTrash,
}

export const StatusMark = ({
  row,
  short = false,
}: {
  readonly row: Pick<CaseRow, 'status' | 'assignee'>
  /** The sign alone where nobody holds it: its word is to be heard. */
  readonly short?: boolean
}): ReactNode => {
  const t = useT()
  const Icon = STATUS_ICONS[row.status]
  if (short && row.assignee === undefined)
    return (
      <span className="status" data-status={row.status}>
        <Icon size={14} role="img" aria-label={t(`status-${row.status}`)} />
      </span>
    )
  return (
    <span className="status" data-status={row.status}>
      <Icon size={14} aria-hidden />
      {row.status === 'agent' && row.assignee !== undefined ? (
        <Name text={row.assignee.name} />
      ) : (
        t(`status-${row.status}`)
      )}
    </span>
  )
}

/** The language that the person writes in, by its first letters in its own script. */
const LANGUAGE_SIGNS: Readonly<Record<Language, string>> = { ar: 'عر', ckb: 'کو', en: 'EN' }

const LanguageSign = ({ language }: { readonly language: Language }): ReactNode => (
  <span className="row-language" lang={language} title={LANGUAGE_NAMES[language]}>
    {LANGUAGE_SIGNS[language]}
  </span>
)

/** Whose it is: who holds it, and the team that leads. */
const Whose = ({ row, short }: { readonly row: CaseRow; readonly short: boolean }): ReactNode => {
  const t = useT()
  const { data: colleagues } = useQuery(colleaguesQuery)
  return (
    <span className="row-whose">
      <StatusMark row={row} short={short} />
      <span className="row-team">
        <Name text={teamName(t, colleagues, row.team)} />
      </span>
    </span>
  )
}

const When = ({ row, short }: { readonly row: CaseRow; readonly short: boolean }): ReactNode =>
  row.dueAt === undefined ? (
    <Ago at={row.waitingSince ?? row.lastAt} length className="row-when" />
  ) : (
    <Due at={row.dueAt} short={short} className="row-when" />
  )

const Unread = ({ count }: { readonly count: number }): ReactNode => {
  const t = useT()
  return count === 0 ? null : (
    <span className="unread" role="img" aria-label={t('row-unread', { count })}>
      {count}
    </span>
  )
}

/** Signs that have room in a dense row; the legend has all of them. */
const PRESSING: readonly string[] = ['danger', 'help', 'wish']

/** One case of the queue. */
export const Row = ({
  row,
  index,
  selected,
  hidden,
  picked,
  pick,
}: {
  readonly row: CaseRow
  readonly index: number
  readonly selected: boolean
  readonly hidden: boolean
  /** Where several are being chosen: whether this one is. */
  readonly picked?: boolean | undefined
  readonly pick?: (() => void) | undefined
}): ReactNode => {
  const t = useT()
  const { density } = usePreferences()
  const marks = useMarks()(row)
  const isDense = density === 'dense'
  const danger = marks.filter(({ key }) => key === 'danger')
  const pressing = marks.filter(({ key }) => PRESSING.includes(key))
  const others = marks.filter(({ key }) => key !== 'danger')
  const link = (
    <Link
      to="/cases/$code"
      params={{ code: row.code }}
      className="queue-row"
      data-index={index}
      data-selected={selected}
      aria-current={selected ? 'true' : undefined}
    >
      <span className="row-line">
        <SeverityMark severity={row.severity} />
        <bdi className="code" dir="ltr">
          {row.code}
        </bdi>
        <Unread count={row.unread} />
        <ChangedMark row={row} />
        <Marks marks={isDense ? pressing : danger} />
        <Here code={row.code} />
        {isDense && <Whose row={row} short />}
        <When row={row} short={isDense} />
      </span>
      <FactsLine row={row} hidden={hidden} />
      {!isDense && (
        <span className="row-line soft">
          <ChannelMark channel={row.channel} />
          <Whose row={row} short={false} />
          <LanguageSign language={row.language} />
          <Marks marks={others} />
        </span>
      )}
    </Link>
  )
  if (picked === undefined) return link
  return (
    <div className="row-choice">
      <input
        type="checkbox"
        aria-label={t('row-pick', { code: row.code })}
        checked={picked}
        onChange={pick}
      />
      {link}
    </div>
  )
}
