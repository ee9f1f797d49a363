import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A start that takes longer comes to nothing; the build is whole without it. */
const PATIENCE_MS = 60_000

/**
 * Runs the built program once on a data folder of its own, so that Node keeps what it compiled
 * beside it: later starts take it from there, also as a user who may not write to the folder.
 * Returns whether it ran.
 */
export const warm = async (dir: string): Promise<boolean> => {
  const data = mkdtempSync(join(tmpdir(), 'amin-build-'))
  const env = {
    PATH: process.env['PATH'],
    HOME: data,
    AMIN_DATA: data,
    AMIN_PORT: '0',
    AMIN_LOG_LEVEL: 'silent',
  }
  const server = spawn(process.execPath, [join(dir, 'main.js')], {
    env,
    cwd: data,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const gone = once(server, 'exit')
  const late = setTimeout(() => server.kill('SIGKILL'), PATIENCE_MS)
  try {
    const { promise: ready, resolve } = Promise.withResolvers<boolean>()
    let said = ''
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('Console:')) resolve(true)
    })
    if (!(await Promise.race([ready, gone.then(() => false)]))) return false
    for (const words of [
      ['case', 'list'],
      ['doctor', '--inside'],
    ])
      spawnSync(process.execPath, [join(dir, 'amin.js'), ...words], {
        env,
        cwd: data,
        stdio: 'ignore',
        timeout: PATIENCE_MS,
      })
    server.kill('SIGTERM')
    const [code] = (await gone) as [number | null]
    return code === 0
  } finally {
    clearTimeout(late)
    rmSync(data, { recursive: true, force: true })
  }
}
