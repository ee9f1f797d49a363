import type { ReactNode } from 'react'
import type { Severity } from '../../contract/index.ts'
import { useT } from '../language/language.tsx'

/** P1 to P4, told apart by words and weight as well as by colour. */
export const SeverityMark = ({
  severity,
  long,
}: {
  readonly severity: Severity
  readonly long?: boolean
}): ReactNode => {
  const t = useT()
  return (
    <span className="severity" data-severity={severity} title={t(`severity-${severity}`)}>
      {severity}
      {long === true && ` · ${t(`severity-${severity}`)}`}
    </span>
  )
}
