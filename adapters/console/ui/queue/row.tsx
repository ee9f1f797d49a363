import {
  IconAlertTriangle,
  IconChecklist,
  IconEyeExclamation,
  IconGenderFemale,
  IconGenderMale,
  IconHelpCircle,
  IconHourglass,
  IconLifebuoy,
  IconLock,
  IconPaperclip,
  IconRobot,
  IconTrash,
  IconUser,
  IconUsersGroup,
  IconZzz,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CaseRow, Status } from '../../contract/index.ts'
import { colleaguesQuery, teamName } from '../api/reads.ts'
import { Ago } from '../language/ago.tsx'
import { Due } from '../language/due.tsx'
import { LANGUAGE_NAMES, type Language } from '../language/bundles.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { whenOf } from '../language/when.ts'
import { Words } from '../language/words.tsx'
import { ChannelMark } from '../parts/channel-mark.tsx'
import { Here } from '../parts/here.tsx'
import { SeverityMark } from '../parts/severity-mark.tsx'

const STATUS_ICONS: Readonly<Record<Status, typeof IconRobot>> = {
  bot: IconRobot,
  waiting: IconHourglass,
  agent: IconUser,
  closed: IconLock,
  erased: IconTrash,
}

export const StatusMark = ({ row }: { readonly row: Pick<CaseRow, 'status' | 'assignee'> }): ReactNode => {
  const t = useT()
  const Icon = STATUS_ICONS[row.status]
  return (
    <span className="status" data-status={row.status}>
      <Icon size={14} aria-hidden />
      {row.status === 'agent' && row.assignee !== undefined ? (
        <bdi>{row.assignee.name}</bdi>
      ) : (
        t(`status-${row.status}`)
      )}
    </span>
  )
}

const Preview = ({ row, hidden }: { readonly row: CaseRow; readonly hidden: boolean }): ReactNode => {
  const t = useT()
  if (row.preview === undefined) return <span className="soft">{t('row-no-words')}</span>
  if (hidden) return <span className="soft">{t('row-hidden')}</span>
  return <Words text={row.preview} />
}

const DangerMark = ({ row: { danger } }: { readonly row: CaseRow }): ReactNode => {
  const t = useT()
  if (danger === undefined) return null
  const Icon = danger.sure ? IconAlertTriangle : IconHelpCircle
  const name = t(`danger-${danger.label.replaceAll('_', '-')}`)
  return (
    <span className="row-mark" data-danger={danger.sure} title={name}>
      <Icon
        size={16}
        role="img"
        aria-label={danger.sure ? name : `${name}${t('list-comma')}${t('danger-asked')}`}
      />
    </span>
  )
}

/** The language that the person writes in, by its first letters in its own script. */
const LANGUAGE_SIGNS: Readonly<Record<Language, string>> = { ar: 'عر', ckb: 'کو', en: 'EN' }

const WISHES = { woman: IconGenderFemale, man: IconGenderMale } as const

const WishMark = ({ wish }: { readonly wish: NonNullable<CaseRow['wish']> }): ReactNode => {
  const t = useT()
  const Icon = WISHES[wish]
  return (
    <span className="row-mark" title={t(`take-over-wish-${wish}`)}>
      <Icon size={16} role="img" aria-label={t(`take-over-wish-${wish}`)} />
    </span>
  )
}

const CopiesMark = ({ teams }: { readonly teams: readonly string[] }): ReactNode => {
  const t = useT()
  const { data: colleagues } = useQuery(colleaguesQuery)
  const names = t('row-copies', {
    teams: teams.map((team) => teamName(t, colleagues, team)).join(t('list-comma')),
  })
  return (
    <span className="row-mark" title={names}>
      <IconUsersGroup size={15} role="img" aria-label={names} />
    </span>
  )
}

/** What stands in a row of what the team does with the case, and of what to be ready for. */
const WorkMarks = ({ row }: { readonly row: CaseRow }): ReactNode => {
  const { t, clock } = useSpeech()
  const what = row.burdens?.map((burden) => t(`burden-${burden.replaceAll('_', '-')}`)).join(t('list-comma'))
  const aside =
    row.snoozedUntil === undefined
      ? undefined
      : t('row-snoozed', { time: whenOf(t, clock, row.snoozedUntil) })
  return (
    <>
      {row.helpAsked === true && (
        <span className="row-mark" data-danger title={t('row-help')}>
          <IconLifebuoy size={16} role="img" aria-label={t('row-help')} />
        </span>
      )}
      {what !== undefined && (
        <span className="row-mark" title={t('row-expect', { what })}>
          <IconEyeExclamation size={16} role="img" aria-label={t('row-expect', { what })} />
        </span>
      )}
      {aside !== undefined && row.snoozedUntil !== undefined && (
        <span className="row-mark" title={aside}>
          <IconZzz size={15} role="img" aria-label={aside} />
          <bdi aria-hidden>{clock.time(new Date(row.snoozedUntil))}</bdi>
        </span>
      )}
      {row.tasks !== undefined && (
        <span className="row-mark">
          <IconChecklist size={15} role="img" aria-label={t('row-tasks')} />
          {row.tasks}
        </span>
      )}
    </>
  )
}

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
        {row.unread > 0 && (
          <span className="unread" role="img" aria-label={t('row-unread', { count: row.unread })}>
            {row.unread}
          </span>
        )}
        <DangerMark row={row} />
        <Here code={row.code} />
        {row.dueAt === undefined ? (
          <Ago at={row.waitingSince ?? row.lastAt} length className="row-when" />
        ) : (
          <Due at={row.dueAt} className="row-when" />
        )}
      </span>
      <span className="row-words words" dir="auto">
        <Preview row={row} hidden={hidden} />
      </span>
      <span className="row-line soft">
        <ChannelMark channel={row.channel} />
        <StatusMark row={row} />
        {row.dueAt !== undefined && row.waitingSince !== undefined && <Ago at={row.waitingSince} length />}
        <span className="row-language" lang={row.language} title={LANGUAGE_NAMES[row.language]}>
          {LANGUAGE_SIGNS[row.language]}
        </span>
        {row.wish !== undefined && <WishMark wish={row.wish} />}
        <WorkMarks row={row} />
        {row.copies.length > 0 && <CopiesMark teams={row.copies} />}
        {row.evidence > 0 && (
          <span className="row-evidence">
            <IconPaperclip size={14} role="img" aria-label={t('row-evidence')} />
            {row.evidence}
          </span>
        )}
      </span>
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
