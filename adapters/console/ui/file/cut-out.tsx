import { useState, type ReactNode } from 'react'
import type { PictureWords } from '../../contract/evidence.ts'

type Area = PictureWords['bubbles'][number]['area']

const WHOLE = 1_000

/** A part of the opened picture, as wide as there is room: what was read is compared with it. */
export const CutOut = ({
  address,
  area,
  alt,
}: {
  readonly address: string
  readonly area: Area
  readonly alt: string
}): ReactNode => {
  const [ratio, setRatio] = useState<number>()
  const width = Math.max(1, area.right - area.left)
  const height = Math.max(1, area.bottom - area.top)
  return (
    <div
      className="cut-out"
      dir="ltr"
      style={{ aspectRatio: ratio === undefined ? undefined : (ratio * width) / height }}
    >
      <img
        src={address}
        alt={alt}
        onLoad={({ currentTarget }) => setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)}
        style={{
          width: `${(100 * WHOLE) / width}%`,
          left: `${(-100 * area.left) / width}%`,
          top: `${(-100 * area.top) / height}%`,
        }}
      />
    </div>
  )
}
