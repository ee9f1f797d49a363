import type { ReactNode } from 'react'
import type { Barred as Why } from '../../contract/barred.ts'
import { useSpeech } from '../language/language.tsx'

/** Why the reader cannot be the second of two people, and from when on they can. */
export const Barred = ({ barred }: { readonly barred: Why | undefined }): ReactNode => {
  const { t, clock } = useSpeech()
  if (barred === undefined) return null
  return (
    <p>
      <strong>
        {t(`barred-${barred.why.replaceAll('_', '-')}`, {
          time: barred.until === undefined ? '' : clock.whole(new Date(barred.until)),
        })}
      </strong>
    </p>
  )
}
