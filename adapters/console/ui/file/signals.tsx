import {
  IconBan,
  IconClock,
  IconDoorExit,
  IconEyeExclamation,
  IconHandStop,
  IconKeyOff,
  IconMasksTheater,
  IconMessageCircleUser,
  IconRefreshAlert,
  IconTopologyStar3,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { Ago } from '../language/ago.tsx'
import { useT } from '../language/language.tsx'
import { channelName } from '../parts/channel-mark.tsx'
import '../styles/signals.css'

const Banner = ({
  Icon,
  grave,
  at,
  children,
}: {
  readonly Icon: typeof IconBan
  /** A danger, not only something to know. */
  readonly grave?: boolean
  readonly at?: string
  readonly children: ReactNode
}): ReactNode => (
  <div className="signal" data-grave={grave === true}>
    <Icon size={18} aria-hidden />
    <p>
      {children}
      {at !== undefined && (
        <>
          {' '}
          <Ago at={at} className="soft" />
        </>
      )}
    </p>
  </div>
)

/** What must be before the agent's eyes while they write, whatever pane is open. */
export const Alarms = ({ file }: { readonly file: CaseFile }): ReactNode => {
  const t = useT()
  const { duress, decoy } = file.signals
  const { matches } = file
  return (
    <>
      {duress !== undefined && (
        <Banner Icon={IconHandStop} grave at={duress.at}>
          <strong>{t('signal-duress')}</strong> {t('signal-duress-note')}
        </Banner>
      )}
      {matches !== undefined && (
        <Banner Icon={IconTopologyStar3} grave at={matches.at}>
          <strong>{t('signal-network')}</strong> {t('signal-network-note', { code: matches.to })}{' '}
          {matches.network !== undefined && (
            <Link to="/networks/$network" params={{ network: matches.network }}>
              {t('signal-network-open')}
            </Link>
          )}
        </Banner>
      )}
      {decoy !== undefined && (
        <Banner Icon={IconMasksTheater} grave at={decoy.at}>
          <strong>{t('signal-decoy')}</strong> {t('signal-decoy-note')}
        </Banner>
      )}
    </>
  )
}

/** Everything about the person's chat that an agent must know before they write. */
export const Signals = ({ file }: { readonly file: CaseFile }): ReactNode => {
  const t = useT()
  const { minor, tried, unproven, returned, watched, discreet, afterTheyWrite, safeTimes } = file.signals
  return (
    <>
      <Alarms file={file} />
      {minor !== undefined && (
        <Banner Icon={IconEyeExclamation} at={minor.at}>
          {t(minor.of === 'self' ? 'signal-minor' : 'signal-minor-pictures', { count: minor.sealed })}
        </Banner>
      )}
      {tried !== undefined && (
        <Banner Icon={IconKeyOff} at={tried.at}>
          {t('signal-tried', { count: tried.count })}
        </Banner>
      )}
      {unproven !== undefined && (
        <Banner Icon={IconKeyOff} at={unproven.at}>
          {t(unproven.left === true ? 'signal-left-danger' : 'signal-unproven')}
        </Banner>
      )}
      {returned !== undefined && (
        <Banner Icon={IconRefreshAlert} at={returned.at}>
          {t('signal-returned', { channel: channelName(t, returned.channel) })}
        </Banner>
      )}
      {watched && <Banner Icon={IconEyeExclamation}>{t('signal-watched')}</Banner>}
      {discreet && !watched && <Banner Icon={IconEyeExclamation}>{t('signal-discreet')}</Banner>}
      {afterTheyWrite && <Banner Icon={IconMessageCircleUser}>{t('signal-after')}</Banner>}
      {safeTimes !== undefined && <Banner Icon={IconClock}>{t('signal-safe-times', safeTimes)}</Banner>}
      {file.person.blocked && <Banner Icon={IconBan}>{t('person-blocked')}</Banner>}
      {file.person.exited && <Banner Icon={IconDoorExit}>{t('person-exited')}</Banner>}
    </>
  )
}
