import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readBuilt } from '../../adapters/console/server/http/built.ts'

export const ROOT = new URL('../../', import.meta.url).pathname
/** The built program. */
export const BUILD = join(ROOT, 'bots/dist')

/** Builds the program anew where what lies there is of other sources. Takes ten seconds. */
export const buildProgram = (): void => {
  if (readBuilt(BUILD, ROOT, 'main.js') === 'current') return
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build/bundle.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the program could not be built: ${stderr}`)
}
