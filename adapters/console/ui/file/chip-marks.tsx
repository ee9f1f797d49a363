import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Examined } from '../../contract/evidence.ts'
import { useT } from '../language/language.tsx'
import { lengthOf } from './length.ts'
import '../styles/evidence.css'

/**
 * What somebody must know of a file before they open it, in a word or two; the rest stands in the
 * case file.
 */
export const ChipMarks = ({ read }: { readonly read: Examined }): ReactNode => {
  const t = useT()
  const warnings = [
    ...(read.digest.found === 'broken' ? ['mark-broken'] : []),
    ...(read.type.mismatch || read.type.also.length > 0 ? ['mark-type'] : []),
    ...(read.generation.found === 'found' ? ['mark-generation'] : []),
  ]
  return (
    <>
      {read.durationMs !== undefined && (
        <bdi dir="ltr" className="soft">
          {lengthOf(read.durationMs)}
        </bdi>
      )}
      {warnings.map((key) => (
        <span key={key} className="read-warning">
          <IconAlertTriangle size={15} aria-hidden />
          <span>{t(key)}</span>
        </span>
      ))}
      {read.origin.found === 'found' && <span className="tag">{t('mark-origin')}</span>}
    </>
  )
}
