import type { ReactNode } from 'react'

/** How a part is: nothing to do, odd, broken, or not used. */
export type State = 'good' | 'odd' | 'bad' | 'none'

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
