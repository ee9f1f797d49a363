import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Built by `.ci/ferretdb`. */
const FERRETDB = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'amin', 'ferretdb-v1.24.2')
const LOOK_MS = 20

export type StandIn = {
  readonly uri: string
  readonly pid: number
  /** Ends it as SIGKILL does. */
  readonly kill: () => Promise<void>
}

export const standInAvailable = (): boolean => existsSync(FERRETDB)

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => (socket.destroy(), resolve(true)))
    socket.once('error', () => resolve(false))
  })

/**
 * A MongoDB-compatible server where there is no engine to run MongoDB itself: FerretDB on loopback
 * over what lies in `folder`. It is one server, no replica set, and gives no transactions and no
 * change streams. `flags`: more of its own, such as a name for a replica set, or users. Throws
 * where it ends at once.
 */
export const startStandIn = async (
  folder: string,
  port: number,
  flags: readonly string[] = [],
): Promise<StandIn> => {
  mkdirSync(join(folder, 'data'), { recursive: true })
  const server = spawn(
    FERRETDB,
    [
      '--handler=sqlite',
      `--sqlite-url=file:${join(folder, 'data')}/`,
      `--state-dir=${folder}`,
      `--listen-addr=127.0.0.1:${port}`,
      '--debug-addr=-',
      '--telemetry=disable',
      '--log-level=ERROR',
      ...flags,
    ],
    { stdio: 'ignore' },
  )
  const ended = once(server, 'exit')
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error('the server ended at once')
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  return {
    uri: `mongodb://127.0.0.1:${port}/`,
    pid: server.pid ?? 0,
    kill: async () => {
      server.kill('SIGKILL')
      await ended
    },
  }
}
