import type { ReactNode } from 'react'
import type { NetworkPage } from '../../contract/networks.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { Codes } from './parts.tsx'

type Step = NetworkPage['steps'][number]

const StepLine = ({ step }: { readonly step: Step }): ReactNode => {
  const { t, clock } = useSpeech()
  const { at, by, kind, codes, reason, lead, authority, reference, day, source } = step
  const args = {
    ...(authority === undefined ? {} : { authority }),
    ...(reference === undefined ? {} : { reference }),
    ...(day === undefined ? {} : { day }),
    ...(source === undefined ? {} : { source }),
    ...(lead === undefined ? {} : { lead }),
  }
  return (
    <li>
      <p>
        <strong>
          <Words
            text={t(
              kind === 'led' && lead === undefined ? 'network-step-unled' : `network-step-${kind}`,
              args,
            )}
          />
        </strong>{' '}
        {codes.length > 0 && <Codes codes={codes} />}
      </p>
      {reason !== undefined && reason !== '' && (
        <p className="words" dir="auto">
          <Words text={reason} />
        </p>
      )}
      <p className="soft">
        {by === undefined ? t('network-by-itself') : <Name text={by} />} ·{' '}
        <time dateTime={at}>{clock.whole(new Date(at))}</time>
      </p>
    </li>
  )
}

/** What was decided of a network, by whom and why. */
export const Steps = ({ page: { steps, network } }: { readonly page: NetworkPage }): ReactNode => {
  const t = useT()
  return steps.length === 0 ? (
    <p className="soft">{t(network.state === 'suspected' ? 'network-undecided' : 'network-not-told')}</p>
  ) : (
    <ol className="network-steps">
      {steps.map((step, n) => (
        <StepLine key={n} step={step} />
      ))}
    </ol>
  )
}
