import { useEffect, useState, type ReactNode } from 'react'
import { spanSince } from './clock.ts'
import { useSpeech } from './language.tsx'

/** Re-renders on every half minute, all users on the same beat. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/**
 * "12 minutes ago", kept true; "12 minutes" where `length` is asked for: beside what goes on, such
 * as waiting.
 */
export const Ago = ({
  at,
  length = false,
  className,
}: {
  readonly at: string
  readonly length?: boolean
  readonly className?: string
}): ReactNode => {
  const { t, clock } = useSpeech()
  const date = new Date(at)
  const { unit, count } = spanSince(date, useNow())
  const span = t(`ago-${unit}`, { count })
  return (
    <time dateTime={at} title={clock.whole(date)} className={className}>
      {length || unit === 'now' ? span : t('ago', { span })}
    </time>
  )
}
