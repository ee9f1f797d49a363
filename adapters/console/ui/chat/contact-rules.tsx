import { IconClock, IconEyeExclamation, IconHourglass } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useT } from '../language/language.tsx'

/**
 * How the person may be reached, and what happens with what is sent now: before the agent's eyes
 * while they write.
 */
export const ContactRules = ({ signals }: { readonly signals: CaseFile['signals'] }): ReactNode => {
  const t = useT()
  const { watched, discreet, afterTheyWrite, waits, safeTimes, opensAt } = signals
  if (!watched && !discreet && !afterTheyWrite && waits === 'no' && safeTimes === undefined) return null
  return (
    <div className="composer-waits">
      {watched && (
        <p>
          <IconEyeExclamation size={15} aria-hidden />
          {t('signal-watched')}
        </p>
      )}
      {discreet && !watched && (
        <p>
          <IconEyeExclamation size={15} aria-hidden />
          {t('signal-discreet')}
        </p>
      )}
      {afterTheyWrite && (
        <p>
          <IconEyeExclamation size={15} aria-hidden />
          {t('signal-after')}
        </p>
      )}
      {safeTimes !== undefined && (
        <p>
          <IconClock size={15} aria-hidden />
          {t('signal-safe-times', safeTimes)}
        </p>
      )}
      {waits !== 'no' && (
        <p>
          <IconHourglass size={15} aria-hidden />
          {t(`compose-waits${waits === 'soon' ? '-soon' : ''}${opensAt === undefined ? '' : '-until'}`, {
            time: safeTimes?.from ?? '',
          })}
        </p>
      )}
    </div>
  )
}
