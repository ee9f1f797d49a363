import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { putLast, watch } from '../confine/watch.ts'
import { encodeHead, makeFrameReader, type Frame } from '../confine/frame.ts'
import type { Operation } from './operation.ts'

export type Limits = {
  /** Wall clock for one picture, whatever libvips says of its own. */
  readonly pictureMs: number
  readonly startMs: number
  /**
   * Resident memory of the child while it works; a 100-megapixel progressive JPEG keeps 0.6 GB of
   * coefficients. Checked on Linux only.
   */
  readonly residentBytes: number
}

/** What came of a question: the answer, or how the child ended over it. */
export type Answer =
  | { readonly status: 'answered'; readonly frame: Frame }
  | { readonly status: 'died' | 'late' | 'swollen' | 'broke_rules' }

export type Worker = {
  /** What decodes, with versions. */
  readonly tool: string
  /** One question at a time. After any status but `answered` the worker is gone. */
  readonly ask: (op: Operation, body: Uint8Array) => Promise<Answer>
  readonly alive: () => boolean
  /** Resolves when the process is gone. */
  readonly kill: () => Promise<void>
}

type Child = ChildProcessByStdio<Writable, Readable, null>

const CHILD = fileURLToPath(import.meta.resolve('./child.ts'))
/** A view of 1600 px at its noisiest stays below 3 MB. */
const ANSWER = { head: 1_024, body: 8 * 1_048_576 } as const
const TOOL = /^[\w .,?-]{1,80}$/

/** Another one in the built program (scripts/build). */
const CHILD_FOLDER = `${dirname(CHILD)}${sep}`
const OWN_FOLDER = fileURLToPath(import.meta.resolve('./'))
const FRAME_FOLDER = fileURLToPath(import.meta.resolve('../confine/'))
/** Pure code that the child runs as well. */
const FINGERPRINT_FOLDER = fileURLToPath(import.meta.resolve('../../core/base/fingerprint/'))
const PACKAGES = `${sep}node_modules${sep}`

/**
 * The `node_modules` that a package really lies in, and those on the way up from here: one may be a
 * link to the other.
 */
const packageFolders = (): readonly string[] => {
  const real = ['sharp', 'file-type'].map((name) => {
    const path = fileURLToPath(import.meta.resolve(name))
    return path.slice(0, path.indexOf(PACKAGES) + PACKAGES.length)
  })
  const parts = OWN_FOLDER.split(sep)
  const above = parts
    .map((_, i) => `${parts.slice(0, i).join(sep)}${PACKAGES}`)
    .filter((folder) => existsSync(folder))
  return [...new Set([...real, ...above])]
}

/**
 * `--allow-addons` because sharp is one. Native code is not held by the permission model: whoever
 * takes over a decoder acts as this user, without secrets in the environment or in memory, and sees
 * what the world holds that it runs in (adapters/confine).
 */
const argumentsOf = (): readonly string[] => [
  '--permission',
  '--allow-addons',
  ...[CHILD_FOLDER, OWN_FOLDER, FRAME_FOLDER, FINGERPRINT_FOLDER, ...packageFolders()].map(
    (folder) => `--allow-fs-read=${folder}`,
  ),
  '--max-old-space-size=128',
  '--disallow-code-generation-from-strings',
  CHILD,
]

const readHello = async (
  read: () => Promise<Frame | undefined>,
  startMs: number,
): Promise<string | undefined> => {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), startMs)
  try {
    const frame = await Promise.race([read(), promise])
    const tool = (frame?.head as { readonly tool?: unknown } | undefined)?.tool
    return typeof tool === 'string' && TOOL.test(tool) ? tool : undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Starts the child process; nothing where it does not come up. `before`: what holds it
 * (adapters/confine), to be put before the command.
 */
export const startWorker = async (limits: Limits, before: readonly string[]): Promise<Worker | undefined> => {
  const [command = process.execPath, ...rest] = [...before, process.execPath, ...argumentsOf()]
  const child: Child = spawn(command, rest, { cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'ignore'] })
  let living = true
  const { promise: gone, resolve } = Promise.withResolvers<void>()
  const leave = (): void => {
    living = false
    resolve()
  }
  child.once('close', leave)
  child.once('error', leave)
  // A dead child breaks the pipe; its end is told by `gone`.
  child.stdin.on('error', () => undefined)
  child.stdout.on('error', () => undefined)
  const kill = async (): Promise<void> => {
    living = false
    child.kill('SIGKILL')
    await gone
  }
  const { pid } = child

  const read = makeFrameReader(child.stdout, ANSWER)
  const tool = pid === undefined ? undefined : await readHello(read, limits.startMs)
  if (tool === undefined || pid === undefined) {
    await kill()
    return undefined
  }
  // Now it is there, behind what holds it.
  await putLast(pid)

  const answer = async (): Promise<Answer> => {
    try {
      const frame = await read()
      return frame === undefined ? { status: 'died' } : { status: 'answered', frame }
    } catch {
      return { status: 'broke_rules' }
    }
  }

  return {
    tool,
    ask: async (op, body) => {
      const { passed, end } = watch(pid, { ms: limits.pictureMs, residentBytes: limits.residentBytes })
      child.stdin.write(encodeHead({ op }, body.length))
      child.stdin.write(body)
      const result = await Promise.race([answer(), passed.then((status) => ({ status }))])
      end()
      if (result.status !== 'answered') await kill()
      return result
    },
    alive: () => living,
    kill,
  }
}
