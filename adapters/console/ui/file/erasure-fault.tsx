import type { ReactNode } from 'react'
import { faultOf } from '../api/fault.ts'
import { useT } from '../language/language.tsx'
import { FormFault } from '../parts/attempt.tsx'

/** What only a request to erase is refused for. */
const OWN: ReadonlySet<string> = new Set(['hold', 'lapsed', 'written_since'])

/** Why nothing was asked for, agreed to or refused. */
export const ErasureFault = ({ fault }: { readonly fault: unknown }): ReactNode => {
  const t = useT()
  const code = fault === undefined ? '' : faultOf(fault).code
  return (
    <FormFault
      fault={fault}
      words={OWN.has(code) ? t(`erasure-fault-${code.replace('_', '-')}`) : undefined}
    />
  )
}
