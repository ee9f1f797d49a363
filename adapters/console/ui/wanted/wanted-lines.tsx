import { Button } from '@mantine/core'
import {
  IconAt,
  IconBellRinging,
  IconCalendarDue,
  IconChecklist,
  IconGavel,
  IconHourglassHigh,
  IconLifebuoy,
  IconMessageCircle,
  IconPackageExport,
  IconTopologyStar3,
  IconTrash,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactNode } from 'react'
import type { WantedLine } from '../../contract/wanted.ts'
import { Ago } from '../language/ago.tsx'
import { useT } from '../language/language.tsx'
import { SeverityMark } from '../parts/severity-mark.tsx'
import { nameOf } from './fresh.ts'
import { placeOf } from './place.ts'
import '../styles/wanted.css'

/** Lines before somebody asks for all: the queue itself stays in sight. */
const SHOWN = 3

const ICONS = {
  late: IconHourglassHigh,
  help: IconLifebuoy,
  promise: IconCalendarDue,
  back: IconMessageCircle,
  task: IconChecklist,
  mention: IconAt,
  network: IconTopologyStar3,
  hold: IconGavel,
  erasure: IconTrash,
  export: IconPackageExport,
} as const

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

/** What somebody has to answer in person, with the way to where it is answered. */
export const WantedLines = ({ wanted }: { readonly wanted: readonly WantedLine[] }): ReactNode => {
  const t = useT()
  const title = useId()
  const [all, setAll] = useState(false)
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
