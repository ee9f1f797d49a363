import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Which sources the console's page was built from, beside the build: in the form of `sha256sum`, by paths from the root of the repository. No file
 * of this ending is served. After `git pull` without `npm ci` the server is new and the page is not, and nothing else would tell.
 */
const STAMP = 'built.stamp'
/** Not in an image: what it pins is built into the page already. */
const LOCK = 'package-lock.json'

/** `older`: a source is another than the one it was built from, or it carries no stamp. */
export type Built = 'current' | 'older' | 'missing'

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

/** The text of the stamp, and its name. */
export const stampOf = (root: string, sources: readonly string[]): { readonly fileName: string; readonly source: string } => {
  const paths = [...new Set([...sources, LOCK])].toSorted()
  return { fileName: STAMP, source: paths.map((path) => `${hashOf(join(root, path))}  ${path}\n`).join('') }
}

export const readBuilt = (uiDir: string, root: string): Built => {
  if (!existsSync(join(uiDir, 'index.html'))) return 'missing'
  try {
    const lines = readFileSync(join(uiDir, STAMP), 'utf8').split('\n').filter(Boolean)
    const isSame = (line: string): boolean => {
      const [hash = '', path = ''] = line.split('  ', 2)
      const file = join(root, path)
      return path === LOCK && !existsSync(file) ? true : hashOf(file) === hash
    }
    return lines.length > 0 && lines.every(isSame) ? 'current' : 'older'
  } catch {
    return 'older'
  }
}
