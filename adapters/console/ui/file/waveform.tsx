import type { ReactNode } from 'react'
import { useT } from '../language/language.tsx'
import { lengthOf } from './length.ts'

const HEIGHT = 40
const STEP = 3
const WIDTH = 2
/** Silence is a line, not a gap. */
const LEAST = 2

/**
 * How loud a recording is from its beginning to its end. Time runs from left to right in every
 * language, as on every player.
 */
export const Waveform = ({
  bars,
  durationMs,
  passed = 0,
  silent = false,
}: {
  readonly bars: readonly number[]
  readonly durationMs?: number | undefined
  /** How much of it has been played, from 0 to 1. */
  readonly passed?: number
  /** Something around it says what it is. */
  readonly silent?: boolean
}): ReactNode => {
  const t = useT()
  const length = durationMs === undefined ? '' : lengthOf(durationMs)
  return (
    <svg
      className="waveform"
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t('waveform', { length }) })}
      viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {bars.map((bar, i) => {
        const height = Math.max(LEAST, (bar / 100) * HEIGHT)
        return (
          <rect
            key={i}
            x={i * STEP}
            y={(HEIGHT - height) / 2}
            width={WIDTH}
            height={height}
            rx={1}
            data-passed={i < passed * bars.length || undefined}
          />
        )
      })}
    </svg>
  )
}
