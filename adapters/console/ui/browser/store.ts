import { useSyncExternalStore } from 'react'

/** A value that several parts of the page watch. */
export type Store<T> = {
  readonly get: () => T
  readonly set: (next: T) => void
  readonly watch: (onChange: () => void) => () => void
}

export const makeStore = <T>(first: T): Store<T> => {
  let value = first
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      value = next
      for (const onChange of watchers) onChange()
    },
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
  }
}

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.watch, store.get)
