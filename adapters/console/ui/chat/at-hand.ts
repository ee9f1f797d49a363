import { useEffect, useRef, type RefObject } from 'react'

/**
 * For what opens right over the field: on a phone, where the composer scrolls, it is scrolled to,
 * and again when `moved` changes.
 */
export const useAtHand = (moved?: unknown): RefObject<HTMLDivElement | null> => {
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = part.current?.closest('form')
    form?.scrollTo({ top: form.scrollHeight })
  }, [moved])
  return part
}
