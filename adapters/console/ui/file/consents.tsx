import { IconCheck, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useSpeech } from '../language/language.tsx'

/** What may be done with the case: each by itself, each as it is now. */
export const Consents = ({ file, level }: { readonly file: CaseFile; readonly level: 2 | 3 }): ReactNode => {
  const { t, clock } = useSpeech()
  const Heading = `h${level}` as const
  return (
    <section>
      <Heading>{t('file-consents')}</Heading>
      <ul className="consents">
        {file.consents.map(({ scope, given, at }) => (
          <li key={scope} data-given={given}>
            {given ? <IconCheck size={17} aria-hidden /> : <IconX size={17} aria-hidden />}
            <span>
              {t(`consent-${scope}`)}
              {' · '}
              <strong>{t(given ? 'agreed-yes' : 'agreed-no')}</strong>
              {at !== undefined && <span className="soft"> · {clock.whole(new Date(at))}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
