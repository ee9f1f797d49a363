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

/** "12 minutes ago", kept true. */
export const Ago = ({ at, className }: { readonly at: string; readonly className?: string }): ReactNode => {
  const { t, clock } = useSpeech()
  const date = new Date(at)
  const span = spanSince(date, useNow())
  return (
    <time dateTime={at} title={clock.whole(date)} className={className}>
      {t(`ago-${span.unit}`, { count: span.count })}
    </time>
  )
}
