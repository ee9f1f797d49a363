import { useRef } from 'react'

/**
 * The key of one attempt: the same for the same words, so that a repeat after a broken line counts
 * once, and another for others.
 */
export const useKeyFor = (): ((words: string) => string) => {
  const attempt = useRef({ words: '', key: '' })
  return (words) => {
    if (attempt.current.key === '' || attempt.current.words !== words)
      attempt.current = { words, key: crypto.randomUUID() }
    return attempt.current.key
  }
}
