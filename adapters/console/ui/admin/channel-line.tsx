import type { ReactNode } from 'react'
import type { HealthState } from '../../contract/health.ts'
import { useSpeech } from '../language/language.tsx'
import { between, useSpan } from './span.ts'
import { Line } from './state-line.tsx'
import type { State } from './state.ts'

type Channel = HealthState['channels'][number]

const OF_CHANNEL: Readonly<Record<Channel['status'], State>> = {
  off: 'none',
  elsewhere: 'none',
  starting: 'odd',
  ready: 'good',
  degraded: 'odd',
  down: 'bad',
}
/** A question for news is held for half a minute; three of them unanswered are odd. */
const SILENT = 90

/** How one channel is, since when, and where its token comes from. */
export const ChannelLine = ({
  channel: { name, status, from, since, reason, silentSeconds },
  at,
}: {
  readonly channel: Channel
  readonly at: string
}): ReactNode => {
  const { t, clock } = useSpeech()
  const span = useSpan()
  const standby = reason === 'standby'
  const silent = silentSeconds !== undefined && silentSeconds > SILENT
  return (
    <Line state={status === 'ready' && silent && !standby ? 'odd' : OF_CHANNEL[status]}>
      <span>
        <strong>{t(`channel-${name}`)}</strong>: {t(`admin-channel-${status}`)}
      </span>
      {reason !== undefined && <p>{t(`admin-reason-${reason}`)}</p>}
      {from !== undefined && <p className="soft">{t(`admin-token-${from}`)}</p>}
      {since !== undefined && (
        <p className="soft" title={clock.whole(new Date(since))}>
          {t('admin-for', { length: span(between(since, at)) })}
        </p>
      )}
      {silentSeconds !== undefined && !standby && (
        <p className="soft">{t('admin-silent', { length: span(silentSeconds) })}</p>
      )}
    </Line>
  )
}
