import { useSyncExternalStore } from 'react'

/** How many panes fit: queue, chat and file; queue and one of them; or one at a time. */
export type Layout = 'three' | 'two' | 'one'

const THREE = matchMedia('(min-width: 1100px)')
const TWO = matchMedia('(min-width: 720px)')

const watch = (onChange: () => void): (() => void) => {
  THREE.addEventListener('change', onChange)
  TWO.addEventListener('change', onChange)
  return () => {
    THREE.removeEventListener('change', onChange)
    TWO.removeEventListener('change', onChange)
  }
}

const read = (): Layout => (THREE.matches ? 'three' : TWO.matches ? 'two' : 'one')

export const useLayout = (): Layout => useSyncExternalStore(watch, read)
