import type { ReactNode } from 'react'
import type { State } from './state.ts'

export const Line = ({
  state,
  children,
}: {
  readonly state: State
  readonly children: ReactNode
}): ReactNode => (
  <li className="state-line" data-state={state}>
    {children}
  </li>
)
