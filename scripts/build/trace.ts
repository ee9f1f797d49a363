import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, join } from 'node:path'

/** How a place in the build stands in a line of a stack: file, line, column. */
const PLACE = /(?:file:\/\/)?(\/[^\s()]+\.js):(\d+):(\d+)/g

/**
 * Lets stacks name the lines of the sources. Node's own way reads every map at the start, which
 * takes a tenth of a second and 20 MB; here one is read when the first error is looked at. `dir`:
 * where the build and its maps lie.
 */
export const traceSources = (dir: string): void => {
  const maps = new Map<string, SourceMap | undefined>()
  const mapOf = (file: string): SourceMap | undefined => {
    if (!maps.has(file)) {
      try {
        maps.set(file, new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8'))))
      } catch {
        maps.set(file, undefined)
      }
    }
    return maps.get(file)
  }
  const inSources = (place: string, file: string, line: string, column: string): string => {
    if (dirname(file) !== dir) return place
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1)
    return entry === undefined || !('originalSource' in entry)
      ? place
      : `${join(dir, entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
  }
  Error.prepareStackTrace = (error, sites) =>
    [
      `${error.name}: ${error.message}`,
      ...(sites as readonly { readonly toString: () => string }[]).map(
        (site) => `    at ${site.toString().replaceAll(PLACE, inSources)}`,
      ),
    ].join('\n')
}
