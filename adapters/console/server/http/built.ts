import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Which sources a build was made from (the console's page; the program), beside it: in the form of
 * `sha256sum`, by paths from the root of the repository. No file of this ending is served. After
 * `git pull` without `npm ci` the sources are new and the build is not, and nothing else would
 * tell.
 */
const STAMP = 'built.stamp'
/** Not in an image: what it pins is built into the page already. */
const LOCK = 'package-lock.json'

/** `older`: a source is another than the one it was built from, or it carries no stamp. */
export type Built = 'current' | 'older' | 'missing'

const hashOf = (file: string): string => hash('sha256', readFileSync(file))

/** The text of the stamp, and its name. */
export const stampOf = (
  root: string,
  sources: readonly string[],
): { readonly fileName: string; readonly source: string } => {
  const paths = [...new Set([...sources, LOCK])].toSorted()
  return { fileName: STAMP, source: paths.map((path) => `${hashOf(join(root, path))}  ${path}\n`).join('') }
}

/** `entry`: the file without which there is no build. */
export const readBuilt = (dir: string, root: string, entry: string): Built => {
  if (!existsSync(join(dir, entry))) return 'missing'
  try {
    const lines = readFileSync(join(dir, STAMP), 'utf8').split('\n').filter(Boolean)
    const isSame = (line: string): boolean => {
      const [known = '', path = ''] = line.split('  ', 2)
      const file = join(root, path)
      return path === LOCK && !existsSync(file) ? true : hashOf(file) === known
    }
    return lines.length > 0 && lines.every(isSame) ? 'current' : 'older'
  } catch {
    return 'older'
  }
}
