import { useState, type ReactNode } from 'react'
import type { Evidence } from '../../contract/index.ts'
import { casePath } from '../api/reads.ts'
import { useT } from '../language/language.tsx'
import { KIND_ICONS, kindKey } from './evidence-kind.tsx'

/**
 * The blurred picture the server made, or the kind's sign where there is none. The clear bytes
 * never come here.
 */
export const Preview = ({ code, item }: { readonly code: string; readonly item: Evidence }): ReactNode => {
  const t = useT()
  const [broken, setBroken] = useState(false)
  const Icon = KIND_ICONS[item.kind]
  if (item.preview === 'ready' && !broken)
    return (
      <img
        className="preview"
        src={casePath(code, `/evidence/${item.id}/preview`)}
        alt={t('preview-alt', { kind: t(kindKey(item.kind)) })}
        loading="lazy"
        decoding="async"
        onError={() => setBroken(true)}
      />
    )
  return (
    <span className="preview preview-none">
      <Icon size={30} aria-hidden />
      {item.preview === 'pending' && item.state === 'pending' && <span>{t('preview-pending')}</span>}
    </span>
  )
}
