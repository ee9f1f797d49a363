import { mkdirSync, realpathSync } from 'node:fs'
import { relative, isAbsolute } from 'node:path'

const isInside = (inner: string, outer: string): boolean => {
  const way = relative(outer, inner)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

/** The folder, made where it is not there (0700), by its real name. */
export const makePlace = (dir: string): string => {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  return realpathSync(dir)
}

/** Whether neither lies in the other, whatever links lead there: who takes one of them does not have both. */
export const areApart = (a: string, b: string): boolean => !isInside(a, b) && !isInside(b, a)
