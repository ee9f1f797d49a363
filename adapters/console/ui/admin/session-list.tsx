import { Button } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { SessionRow } from '../../contract/people.ts'
import { useSpeech } from '../language/language.tsx'
import '../styles/entry.css'
import './lines.css'

const HAND_HELD: ReadonlySet<string> = new Set(['Android', 'iOS'])

/** Browsers that are signed in, with what may be done to each. */
export const SessionLines = ({
  sessions,
  end,
}: {
  readonly sessions: readonly SessionRow[]
  readonly end?: (id: string) => void
}): ReactNode => {
  const { t, clock } = useSpeech()
  return (
    <ul className="agent-list">
      {sessions.map(({ id, browser, system, address, since, lastSeen, current }) => (
        <li key={id} className="agent-line agent-line-act">
          <div>
            <p className="agent-line-name">
              {HAND_HELD.has(system) ? (
                <IconDeviceMobile size={18} aria-hidden />
              ) : (
                <IconDeviceDesktop size={18} aria-hidden />
              )}
              <bdi>{browser === '' ? t('session-unknown') : browser}</bdi>
              {system !== '' && <bdi className="soft">{system}</bdi>}
              {current && <span className="tag">{t('session-this')}</span>}
            </p>
            <p className="soft agent-line-when">
              {address !== '' && (
                <>
                  {t('session-from')} <bdi dir="ltr">{address}</bdi> ·{' '}
                </>
              )}
              {t('session-since')} <time dateTime={since}>{clock.whole(new Date(since))}</time> ·{' '}
              {t('session-seen')} <time dateTime={lastSeen}>{clock.whole(new Date(lastSeen))}</time>
            </p>
          </div>
          {end !== undefined && !current && (
            <Button size="xs" variant="default" onClick={() => end(id)}>
              {t('session-end')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
