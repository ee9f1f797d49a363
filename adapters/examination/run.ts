import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { putLast, watch } from '../confine/watch.ts'
import type { Bounds } from '../confine/watch.ts'

/**
 * The file is their descriptor 3; on Linux this opens it anew, from its start, for as many readers
 * as like.
 */
export const FILE = '/dev/fd/3'

export type Run = {
  /** Absolute; what holds the program (programs.ts) comes first. */
  readonly command: readonly string[]
  readonly folder: string
  /** The file, opened for reading. Without one the program gets none. */
  readonly descriptor?: number
  readonly bounds: Bounds
  /** More than this on stdout ends the program. */
  readonly most: number
  /** Ends it at once. */
  readonly signal?: AbortSignal
  /** Takes stdout as it comes instead of keeping it. */
  readonly onData?: (piece: Buffer) => void
}

export type Ran =
  | { readonly status: 'ended'; readonly code: number; readonly stdout: Buffer; readonly stderr: string }
  | { readonly status: 'late' | 'swollen' | 'too_much' | 'not_started' | 'stopped' }

const MAX_STDERR = 262_144

const collect = (
  child: ChildProcess,
  { most, onData }: Run,
): { readonly out: Buffer[]; readonly err: Buffer[]; readonly over: Promise<'too_much'> } => {
  const { promise: over, resolve } = Promise.withResolvers<'too_much'>()
  const out: Buffer[] = []
  const err: Buffer[] = []
  let length = 0
  let errors = 0
  child.stdout?.on('data', (piece: Buffer) => {
    length += piece.length
    if (length > most) return resolve('too_much')
    if (onData === undefined) out.push(piece)
    else onData(piece)
  })
  child.stderr?.on('data', (piece: Buffer) => {
    if (errors < MAX_STDERR) err.push(piece)
    errors += piece.length
  })
  return { out, err, over }
}

/**
 * Runs a program on a hostile file: no shell, no environment, no stdin, low priority, ended at any
 * bound. Never throws.
 */
export const run = async (wanted: Run): Promise<Ran> => {
  const [program = '', ...rest] = wanted.command
  const child = spawn(program, rest, {
    cwd: wanted.folder,
    env: {},
    shell: false,
    stdio: ['ignore', 'pipe', 'pipe', ...(wanted.descriptor === undefined ? [] : [wanted.descriptor])],
  })
  const { promise: gone, resolve } = Promise.withResolvers<
    { readonly status: 'ended'; readonly code: number } | { readonly status: 'not_started' }
  >()
  child.once('close', (code) => resolve({ status: 'ended', code: code ?? -1 }))
  child.once('error', () => resolve({ status: 'not_started' }))
  const { pid } = child
  if (pid === undefined) return { status: 'not_started' }
  void putLast(pid)
  const { out, err, over } = collect(child, wanted)
  const { passed, end } = watch(pid, wanted.bounds)
  const { promise: stopped, resolve: stop } = Promise.withResolvers<{ readonly status: 'stopped' }>()
  const onAbort = (): void => stop({ status: 'stopped' })
  if (wanted.signal?.aborted === true) onAbort()
  wanted.signal?.addEventListener('abort', onAbort)
  const result = await Promise.race([
    gone,
    over.then((status) => ({ status })),
    passed.then((status) => ({ status })),
    stopped,
  ])
  wanted.signal?.removeEventListener('abort', onAbort)
  end()
  if (result.status === 'ended') {
    return {
      ...result,
      stdout: Buffer.concat(out),
      stderr: Buffer.concat(err).toString('utf8').slice(0, MAX_STDERR),
    }
  }
  child.kill('SIGKILL')
  await gone
  return { status: result.status }
}
