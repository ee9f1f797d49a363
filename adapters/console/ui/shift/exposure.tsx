import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { shiftQuery } from '../api/reads.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import '../styles/work.css'

/** From this part of the measure on, somebody else is suggested. */
const NEAR = 0.8

const Line = (): ReactNode => {
  const t = useT()
  const { data } = useQuery({ ...shiftQuery, staleTime: 0 })
  if (data === undefined) return null
  const { seen, of } = data.exposure
  const level = seen >= of ? 'full' : seen >= of * NEAR ? 'near' : 'calm'
  return (
    <div className="exposure" data-level={level}>
      <p>{t('exposure', { seen, of })}</p>
      <meter min={0} max={of} value={Math.min(seen, of)} aria-hidden />
      {level !== 'calm' && <p>{t(`exposure-${level}`)}</p>}
    </div>
  )
}

/** How much the agent has seen in this shift: told calmly, never a bar. */
export const Exposure = (): ReactNode => (
  <MoreTexts of="work">
    <Line />
  </MoreTexts>
)
