import { VisuallyHidden } from '@mantine/core'
import { IconAlarm, IconClockExclamation } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useNow } from './ago.tsx'
import { spanSince } from './clock.ts'
import { useSpeech } from './language.tsx'

/**
 * How long until somebody must have answered, or how late it is: in words, kept true. `short`: the
 * length alone is to be seen, and the whole to be heard.
 */
export const Due = ({
  at,
  short = false,
  className,
}: {
  readonly at: string
  readonly short?: boolean
  readonly className?: string
}): ReactNode => {
  const { t, clock } = useSpeech()
  const date = new Date(at)
  const now = useNow()
  const late = now.getTime() >= date.getTime()
  const span = late ? spanSince(date, now) : spanSince(now, date)
  const whole =
    span.unit === 'now'
      ? t('due-now')
      : t(late ? `late-${span.unit}` : `due-${span.unit}`, { count: span.count })
  const Icon = late ? IconClockExclamation : IconAlarm
  return (
    <time dateTime={at} title={clock.whole(date)} className={`due ${className ?? ''}`} data-late={late}>
      <Icon size={14} aria-hidden />
      {short && span.unit !== 'now' ? (
        <>
          <span aria-hidden>{t(`ago-${span.unit}`, { count: span.count })}</span>
          <VisuallyHidden>{whole}</VisuallyHidden>
        </>
      ) : (
        whole
      )}
    </time>
  )
}
