import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ToChild, ToParent } from './protocol.ts'

const CHILD = fileURLToPath(import.meta.resolve('./child.ts'))
const HARDEN = import.meta.resolve('./harden.ts')

export type Process = {
  readonly pid: number | undefined
  readonly say: (message: ToChild) => void
  /** At once, whatever it does. Resolves when it is gone. */
  readonly kill: () => Promise<void>
  readonly gone: Promise<void>
}

/**
 * Starts the child. It gets no environment (so nobody's `NODE_TLS_REJECT_UNAUTHORIZED` and no
 * secret), no argument, and its output goes to `output`: it is muted, so a byte there is a fault.
 */
export const startProcess = (options: {
  readonly hear: (message: ToParent) => void
  readonly output: (chunk: Uint8Array) => void
  readonly entry?: string
}): Process => {
  const child: ChildProcess = fork(options.entry ?? CHILD, [], {
    execArgv: ['--import', HARDEN],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const { promise: gone, resolve } = Promise.withResolvers<void>()
  child.once('close', () => resolve())
  child.once('error', () => resolve())
  child.stdout?.on('data', options.output)
  child.stderr?.on('data', options.output)
  child.on('message', (message) => options.hear(message as ToParent))
  return {
    pid: child.pid,
    gone,
    say: (message) => {
      // Its death is told by `gone`.
      if (child.connected) child.send(message, () => undefined)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
