import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readBuilt } from '../../adapters/console/server/http/built.ts'
import { ROOT } from '../../bots/built-page.ts'
import { traceSources } from './trace.ts'

/**
 * What the built program begins with. It runs only while every source that it was made from is as
 * it was: after `git pull` without `npm ci` the sources run in its place, which takes seconds
 * longer to start, and that is said.
 */
export const launch = async (entry: string, built: () => Promise<unknown>, source: string): Promise<void> => {
  const dir = import.meta.dirname
  if (readBuilt(dir, ROOT, entry) === 'current') {
    traceSources(dir)
    enableCompileCache({ directory: join(dir, 'cache'), portable: true })
    await built()
    return
  }
  process.stderr.write(
    'amin: the built program is older than its sources, so the sources run, which start slower: give npm ci (or npm run build)\n',
  )
  await import(pathToFileURL(`${ROOT}${source}`).href)
}
