import type { ReactNode } from 'react'
import type { CustodyDetail } from '../../contract/evidence.ts'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { Hash } from '../parts/copy.tsx'
import '../styles/evidence.css'

const Detail = ({ detail }: { readonly detail: CustodyDetail }): ReactNode => {
  const t = useT()
  return (
    <>
      {detail.reason !== undefined && (
        <li>
          {detail.what !== undefined && (
            <span className="tag custody-what">{t(`custody-${detail.what}`)}</span>
          )}
          <span className="words" dir="auto">
            <Words text={detail.reason} />
          </span>
        </li>
      )}
      {detail.tools !== undefined && (
        <li>
          {t('custody-tools')}{' '}
          {detail.tools.map((tool, i) => (
            <span key={tool}>
              {i > 0 && t('list-comma')}
              <bdi dir="ltr">{tool}</bdi>
            </span>
          ))}
        </li>
      )}
      {detail.scope !== undefined && <li>{t(`custody-scope-${detail.scope}`)}</li>}
      {detail.recipients !== undefined && (
        <li>
          {detail.recipients === 0
            ? t('custody-left-open')
            : t('custody-sealed-to', { n: String(detail.recipients) })}{' '}
          {detail.sha256 !== undefined && <Hash value={detail.sha256} label={t('copy-hash')} />}
        </li>
      )}
      {detail.form !== undefined && <li>{t(`custody-form-${detail.form}`)}</li>}
    </>
  )
}

/** What an entry says of files and bundles, for those who may open the case. */
export const CustodyDetails = ({ details }: { readonly details: readonly CustodyDetail[] }): ReactNode => {
  const told = details.filter(({ reason, tools, scope, recipients, form }) =>
    [reason, tools, scope, recipients, form].some((each) => each !== undefined),
  )
  if (told.length === 0) return null
  return (
    <ul className="custody-details">
      {told.map((detail, i) => (
        <Detail key={i} detail={detail} />
      ))}
    </ul>
  )
}
