import { useT } from '../language/language.tsx'

/** `2 d 4 h`, `3 h 5 min`, `40 s`: the two largest units. */
export const useLength = (): ((seconds: number) => string) => {
  const t = useT()
  return (seconds) => {
    const parts = [
      ['days', Math.floor(seconds / 86_400)],
      ['hours', Math.floor(seconds / 3600) % 24],
      ['minutes', Math.floor(seconds / 60) % 60],
      ['seconds', Math.floor(seconds) % 60],
    ] as const
    const first = parts.findIndex(([, count]) => count > 0)
    const shown =
      first === -1 ? [parts[3]] : parts.slice(first, first + 2).filter(([, count], i) => i === 0 || count > 0)
    return shown.map(([unit, count]) => t(`length-${unit}`, { count })).join(' ')
  }
}
