import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, type RefObject } from 'react'

/**
 * Parts of the case file to which an address may lead, by what stands after its `#`. All of them
 * stand on its first page.
 */
export const ARRIVALS = ['erasure', 'export'] as const
export type Arrival = (typeof ARRIVALS)[number]

export const isArrival = (hash: string): hash is Arrival => ARRIVALS.some((one) => one === hash)

const NOTE = 'note-'
/** What stands after the address of a case file that leads to one of its notes. */
export const noteHash = (note: string): string => `${NOTE}${note}`
/** The note that an address leads to. */
export const noteIn = (hash: string): string | undefined =>
  hash.startsWith(NOTE) ? hash.slice(NOTE.length) : undefined

/** For a part that may come later than the address that leads to it: it is scrolled to, and has the focus. */
export const useArrive = (name: Arrival): RefObject<HTMLElement | null> => {
  const part = useRef<HTMLElement>(null)
  const { hash, state } = useLocation()
  useEffect(() => {
    if (hash !== name) return
    part.current?.scrollIntoView({ block: 'start' })
    part.current?.focus({ preventScroll: true })
  }, [hash, state, name])
  return part
}
