import { useT } from '../language/language.tsx'

/** `2 d 4 h`, `3 h 5 min`, `40 s`: the two largest units of a length in seconds. */
export const useSpan = (): ((seconds: number) => string) => {
  const t = useT()
  return (seconds) => {
    const parts = [
      ['days', Math.floor(seconds / 86_400)],
      ['hours', Math.floor(seconds / 3_600) % 24],
      ['minutes', Math.floor(seconds / 60) % 60],
      ['seconds', Math.floor(seconds) % 60],
    ] as const
    const first = parts.findIndex(([, count]) => count > 0)
    const shown =
      first === -1 ? [parts[3]] : parts.slice(first, first + 2).filter(([, count], i) => i === 0 || count > 0)
    return shown.map(([unit, count]) => t(`length-${unit}`, { count })).join(' ')
  }
}

/** Seconds, by the server's clock alone. */
export const between = (from: string, to: string): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / 1_000)
