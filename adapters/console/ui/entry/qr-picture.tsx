import type { ReactNode } from 'react'
import { makeQr } from './qr.ts'

/** Light modules around the code (ISO/IEC 18004 wants four). */
const QUIET = 4

/** The code as one path: dark on white in every colour scheme, or phones do not read it. */
export const QrPicture = ({ text, label }: { readonly text: string; readonly label: string }): ReactNode => {
  const rows = makeQr(text)
  if (rows === undefined) return null
  const size = rows.length + 2 * QUIET
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : [])))
    .join('')
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
