import { IconEyeExclamation } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import '../styles/work.css'

type Props = { readonly burdens: NonNullable<CaseFile['burdens']> }

const Lines = ({ burdens }: Props): ReactNode => {
  const t = useT()
  return (
    <div className="expect">
      <p>
        <IconEyeExclamation size={17} aria-hidden /> <strong>{t('expect-title')}</strong>
      </p>
      <ul>
        {burdens.map((burden) => (
          <li key={burden}>{t(`expect-${burden.replaceAll('_', '-')}`)}</li>
        ))}
      </ul>
      <p className="soft">{t('expect-advice')}</p>
    </div>
  )
}

/** What to be ready for, before the case or its files are opened. */
export const Expect = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Lines {...props} />
  </MoreTexts>
)
