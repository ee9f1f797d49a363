import { Button } from '@mantine/core'
import {
  IconArrowForward,
  IconFile,
  IconFingerprint,
  IconHourglass,
  IconLoader2,
  IconX,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Message } from '../../contract/messages.ts'
import { evidenceQuery } from '../api/reads.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { ChipMarks } from './chip-marks.tsx'
import { KIND_ICONS, kindKey } from './evidence-kind.tsx'
import { Preview } from './preview.tsx'
import { Reveal } from './reveal.tsx'

type Media = NonNullable<Message['media']>

const STATE_ICONS = {
  pending: IconLoader2,
  waiting: IconHourglass,
  called: IconHourglass,
  carried: IconArrowForward,
  fingerprint: IconFingerprint,
  refused: IconX,
  'taken-back': IconX,
  failed: IconX,
} as const

type Shown = { readonly code: string; readonly evidence: string | undefined; readonly media: Media }

const Chip = ({ code, evidence, media }: Shown): ReactNode => {
  const t = useT()
  const { data } = useQuery({ ...evidenceQuery(code), enabled: evidence !== undefined })
  const [open, setOpen] = useState(false)
  const item = data?.find((each) => each.id === evidence)
  const Icon =
    media.state === 'sealed' ? (KIND_ICONS[item?.kind ?? 'document'] ?? IconFile) : STATE_ICONS[media.state]
  return (
    <div className="chip" data-state={media.state}>
      {item?.preview === 'ready' && media.state === 'sealed' && <Preview code={code} item={item} />}
      <span className="chip-name">
        <Icon size={16} aria-hidden />
        {t(kindKey(media.kind))}
        {media.state !== 'sealed' && ` · ${t(`media-state-${media.state}`)}`}
      </span>
      {item?.examined !== undefined && <ChipMarks read={item.examined} />}
      {item !== undefined && media.state === 'sealed' && (
        <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
          {t('reveal-open')}
        </Button>
      )}
      {item !== undefined && <Reveal code={code} item={item} opened={open} close={() => setOpen(false)} />}
    </div>
  )
}

/** A file in the conversation: what it is, how far it got, and the way to look at it. */
export const EvidenceChip = (shown: Shown): ReactNode => (
  <MoreTexts of="file">
    <Chip {...shown} />
  </MoreTexts>
)
