import { Component, type ReactNode } from 'react'
import { ApiFault } from '../api/fault.ts'
import { PartTrouble } from './trouble.tsx'

type Props = { readonly children: ReactNode }
type State = { readonly error?: unknown }

/**
 * A part of the page that is fetched when it is wanted: a line that breaks meanwhile takes this
 * part away and no other. What could not be fetched stays so until the page is loaded again; drafts
 * outlive that.
 */
export class PartBoundary extends Component<Props, State> {
  override state: State = {}

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof ApiFault ? error : new ApiFault({ status: 0, code: 'part' }) }
  }

  override render(): ReactNode {
    if (!('error' in this.state)) return this.props.children
    return <PartTrouble error={this.state.error} retry={() => location.reload()} />
  }
}
