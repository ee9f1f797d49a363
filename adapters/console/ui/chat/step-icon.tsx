import {
  IconArrowsExchange,
  IconChecklist,
  IconFlag,
  IconLock,
  IconSend,
  IconZzz,
  type Icon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { MacroDoes } from '../../contract/macro-kinds.ts'
import { useT } from '../language/language.tsx'

const ICONS: Readonly<Record<MacroDoes, Icon>> = {
  note: IconLock,
  task: IconChecklist,
  severity: IconFlag,
  reply: IconSend,
  snooze: IconZzz,
  team: IconArrowsExchange,
}

/** The sign of a step of a macro; `named` where nothing beside it says what it is. */
export const StepIcon = ({
  does,
  named = false,
}: {
  readonly does: MacroDoes
  readonly named?: boolean
}): ReactNode => {
  const t = useT()
  const Sign = ICONS[does]
  return named ? (
    <Sign size={16} role="img" aria-label={t(`macro-step-${does}`)} />
  ) : (
    <Sign size={18} aria-hidden className="macro-sign" />
  )
}
