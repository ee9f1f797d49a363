import { useT } from '../language/language.tsx'

/** A size in the largest unit that keeps it above one, one decimal below ten. */
export const useSize = (): ((bytes: number) => string) => {
  const t = useT()
  return (bytes) => {
    if (bytes < 1024) return t('size-bytes', { n: String(bytes) })
    const [unit, value] =
      bytes < 1024 ** 2
        ? ['kb', bytes / 1024]
        : bytes < 1024 ** 3
          ? ['mb', bytes / 1024 ** 2]
          : ['gb', bytes / 1024 ** 3]
    return t(`size-${unit}`, { n: value.toFixed(value < 10 ? 1 : 0) })
  }
}
