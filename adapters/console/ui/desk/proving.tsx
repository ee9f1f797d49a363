import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { offerToAsk } from '../api/asker.ts'

const Prove = lazy(async () => ({ default: (await import('./prove.tsx')).Prove }))

/** Where a call waits for somebody to prove who they are (api/call.ts), they are asked here. */
export const Proving = (): ReactNode => {
  const [asking, setAsking] = useState(false)
  const waits = useRef<((proved: boolean) => void) | undefined>(undefined)
  useEffect(
    () =>
      offerToAsk(
        () =>
          new Promise((resolve) => {
            waits.current = resolve
            setAsking(true)
          }),
      ),
    [],
  )
  const answered = useCallback((proved: boolean): void => {
    setAsking(false)
    waits.current?.(proved)
  }, [])
  return asking ? (
    <Suspense fallback={null}>
      <Prove answered={answered} />
    </Suspense>
  ) : null
}
