import { IconHourglassHigh, IconPencil, IconZzz } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import type { MyShift } from '../../contract/shift.ts'
import { mayWork, meQuery, shiftQuery } from '../api/reads.ts'
import { useAltShortcuts } from '../browser/shortcuts.ts'
import { useDraftCodes } from '../chat/drafts.tsx'
import { Ago } from '../language/ago.tsx'
import { useT } from '../language/language.tsx'
import { SeverityMark } from '../parts/severity-mark.tsx'
import { useActions } from '../palette/actions.ts'
import { inPlace, longestWaiting, neighbour } from './order.ts'
import '../styles/own.css'

type Held = MyShift['held'][number]

const Chat = ({
  held,
  current,
  draft,
}: {
  readonly held: Held
  readonly current: boolean
  readonly draft: boolean
}): ReactNode => {
  const t = useT()
  const { code, severity, unread, answerSince, snoozedUntil } = held
  const chat = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (current) chat.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <Link
      ref={chat}
      to="/cases/$code"
      params={{ code }}
      className="own-chat"
      data-waits={answerSince !== undefined}
    >
      <SeverityMark severity={severity} />
      <bdi className="code" dir="ltr">
        {code}
      </bdi>
      {unread > 0 && (
        <span className="unread" role="img" aria-label={t('row-unread', { count: unread })}>
          {unread}
        </span>
      )}
      {answerSince !== undefined && (
        <span className="own-clock" title={t('own-waits')}>
          <Ago at={answerSince} length />
        </span>
      )}
      {draft && (
        <span title={t('own-draft')}>
          <IconPencil size={15} role="img" aria-label={t('own-draft')} />
        </span>
      )}
      {snoozedUntil !== undefined && (
        <span title={t('view-snoozed')}>
          <IconZzz size={15} role="img" aria-label={t('view-snoozed')} />
        </span>
      )}
    </Link>
  )
}

/**
 * The agent's own chats, beside every list: who waits for an answer and how long, where something
 * is written and not sent. Their places stay as they are, so that a hand finds them again.
 */
export const OwnStrip = ({ selected }: { readonly selected: string | undefined }): ReactNode => {
  const t = useT()
  const navigate = useNavigate()
  const { data: me } = useQuery(meQuery)
  const { data: shift } = useQuery({ ...shiftQuery, enabled: mayWork(me) })
  const drafts = useDraftCodes()
  const held = inPlace(shift?.held ?? [])
  const go = (code: string | undefined): void => {
    if (code !== undefined) void navigate({ to: '/cases/$code', params: { code } })
  }
  const oldest = longestWaiting(held, selected)
  useActions(
    oldest === undefined
      ? []
      : [
          {
            id: 'own-waits',
            says: (words) => words('keys-own-waits'),
            icon: <IconHourglassHigh size={18} />,
            keys: ['Alt', 'A'],
            run: () => go(oldest),
          },
        ],
  )
  useAltShortcuts(held.length > 0, {
    BracketRight: () => go(neighbour(held, selected, 1)),
    BracketLeft: () => go(neighbour(held, selected, -1)),
    KeyA: () => go(oldest),
  })
  if (held.length === 0) return null
  return (
    <nav className="own-strip" aria-label={t('own-title')}>
      {held.map((each) => (
        <Chat key={each.code} held={each} current={each.code === selected} draft={drafts.has(each.code)} />
      ))}
    </nav>
  )
}
