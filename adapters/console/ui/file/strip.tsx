import { useState, type ReactNode } from 'react'
import type { Evidence } from '../../contract/index.ts'
import type { Derived, Examined } from '../../contract/evidence.ts'
import { casePath } from '../api/reads.ts'
import { useT } from '../language/language.tsx'

const Picture = ({ src, alt }: { readonly src: string; readonly alt: string }): ReactNode => {
  const [broken, setBroken] = useState(false)
  if (broken) return <span className="strip-missing">{alt}</span>
  return <img src={src} alt={alt} loading="lazy" decoding="async" onError={() => setBroken(true)} />
}

/**
 * Frames of a film, or pages of a document: what tells what is in it. A single one is the preview
 * that is there already.
 */
const shownOf = (derived: readonly Derived[]): readonly Derived[] => {
  const shown = derived
    .filter(({ what }) => what === 'frame' || what === 'page')
    .toSorted((a, b) => a.index - b.index)
  return shown.length > 1 ? shown : []
}

/** Blurred, as everything that is shown unasked. */
export const Strip = ({
  code,
  item,
  read,
}: {
  readonly code: string
  readonly item: Evidence
  readonly read: Examined
}): ReactNode => {
  const t = useT()
  const shown = shownOf(read.derived)
  const [first] = shown
  if (first === undefined) return null
  return (
    <div className="strip" role="group" aria-label={t(`strip-${first.what}s`)} tabIndex={0}>
      {shown.map(({ n, what, index }) => (
        <Picture
          key={n}
          src={casePath(code, `/evidence/${item.id}/derived/${n}`)}
          alt={t(`strip-${what}`, { n: String(index + 1) })}
        />
      ))}
    </div>
  )
}
