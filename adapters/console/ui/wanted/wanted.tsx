import { Button, VisuallyHidden } from '@mantine/core'
import { IconBellRinging, IconHourglassHigh, IconLifebuoy, IconPackageExport, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactNode } from 'react'
import type { WantedLine } from '../../contract/wanted.ts'
import { mayRead, meQuery } from '../api/reads.ts'
import { wantedQuery } from '../api/wanted.ts'
import { Ago } from '../language/ago.tsx'
import { useT } from '../language/language.tsx'
import { SeverityMark } from '../parts/severity-mark.tsx'
import { nameOf } from './fresh.ts'
import { placeOf } from './place.ts'
import '../styles/wanted.css'

/** Lines before somebody asks for all: the queue itself stays in sight. */
const SHOWN = 3

const ICONS = { late: IconHourglassHigh, help: IconLifebuoy, erasure: IconTrash, export: IconPackageExport } as const

/** What waits for this agent's own answer; nothing while it is read for the first time. */
export const useWanted = (): readonly WantedLine[] | undefined => {
  const { data: me } = useQuery(meQuery)
  return useQuery({ ...wantedQuery, enabled: mayRead(me) }).data?.wanted
}

const Line = ({ one }: { readonly one: WantedLine }): ReactNode => {
  const t = useT()
  const Icon = ICONS[one.kind]
  return (
    <li>
      <Link {...placeOf(one)} className="wanted-line" data-kind={one.kind}>
        <Icon size={18} aria-hidden />
        <span>{t(`wanted-${one.kind}`, { name: one.by ?? t('somebody') })}</span>
        <span className="wanted-where">
          <SeverityMark severity={one.severity} />
          <bdi className="code" dir="ltr">
            {one.code}
          </bdi>
          <Ago at={one.at} length className="soft" />
        </span>
      </Link>
    </li>
  )
}

/** Above the queue: what somebody has to answer in person, with the way to where it is answered. */
export const WantedBox = (): ReactNode => {
  const t = useT()
  const title = useId()
  const [all, setAll] = useState(false)
  const wanted = useWanted() ?? []
  if (wanted.length === 0) return null
  return (
    <section className="wanted" aria-labelledby={title}>
      <h2 id={title}>
        <IconBellRinging size={16} aria-hidden /> {t('wanted-title', { count: wanted.length })}
      </h2>
      <ul>
        {(all ? wanted : wanted.slice(0, SHOWN)).map((one) => (
          <Line key={nameOf(one)} one={one} />
        ))}
      </ul>
      {!all && wanted.length > SHOWN && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {t('wanted-all', { count: wanted.length })}
        </Button>
      )}
    </section>
  )
}

/** In the bar of every page: how much waits, and the way to it. */
export const WantedMark = (): ReactNode => {
  const t = useT()
  const count = useWanted()?.length ?? 0
  if (count === 0) return null
  const name = t('wanted-title', { count })
  return (
    <Link to="/" className="wanted-mark" title={name}>
      <IconBellRinging size={18} aria-hidden />
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{name}</VisuallyHidden>
    </Link>
  )
}
