import { useEffect, useRef, type ReactNode } from 'react'
import type { Translate } from '../language/bundles.ts'

/** What can be done on the page at hand, for the palette: offered by the part of the page that does it. */
export type Action = {
  readonly id: string
  /** Its name in any language: it is found by the words of all three. */
  readonly says: (t: Translate) => string
  readonly icon: ReactNode
  /** As the sheet of keys writes them. */
  readonly keys?: readonly string[]
  /** Of the case that is open; of the whole console otherwise. */
  readonly ofCase?: true
  readonly run: () => void
}

const offers = new Set<{ readonly current: readonly Action[] }>()

/** Offers `actions` for as long as the part of the page that does them is there. */
export const useActions = (actions: readonly Action[]): void => {
  const offer = useRef(actions)
  useEffect(() => {
    offer.current = actions
  })
  useEffect(() => {
    offers.add(offer)
    return () => void offers.delete(offer)
  }, [])
}

export const offeredActions = (): readonly Action[] => [...offers].flatMap(({ current }) => current)

/** Does the one of this name, where it is offered. */
export const offeredAction = (id: string) => (): void =>
  offeredActions()
    .find((each) => each.id === id)
    ?.run()
