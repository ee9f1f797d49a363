import { useSyncExternalStore } from 'react'

const watch = (onChange: () => void): (() => void) => {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}

export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine)
