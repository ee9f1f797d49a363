import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeFrameReader, encodeHead, type Frame } from '../confine/frame.ts'
import { PARTS } from './protocol.ts'
import type { Parts, ExaminationQuestion } from './protocol.ts'
import { putLast, watch } from '../confine/watch.ts'
import type { Bounds } from '../confine/watch.ts'

export type WorkerLimits = Bounds & { readonly startMs: number }

/** What came of a question: the answer, or how the child ended over it. */
export type Answer =
  | { readonly status: 'answered'; readonly frame: Frame }
  | { readonly status: 'died' | 'late' | 'swollen' | 'broke_rules' }

export type Worker = {
  readonly parts: Parts
  /** One question at a time. After any status but `answered` the worker is gone. */
  readonly ask: (question: ExaminationQuestion, body?: Uint8Array) => Promise<Answer>
  readonly alive: () => boolean
  /** Resolves when the process is gone. */
  readonly kill: () => Promise<void>
}

const CHILD = fileURLToPath(import.meta.resolve('./child/child.ts'))
/** Another one in the built program (scripts/build). */
const CHILD_FOLDER = `${dirname(CHILD)}${sep}`
const OWN_FOLDER = fileURLToPath(import.meta.resolve('./'))
const FRAME_FOLDER = fileURLToPath(import.meta.resolve('../confine/'))
/** Pure code that the child runs as well. */
const CORE_FOLDER = fileURLToPath(import.meta.resolve('../../core/'))
const PACKAGES = `${sep}node_modules${sep}`
const NAMES = ['sharp', 'file-type', 'exifr', '@contentauth/c2pa-wasm', 'heic-decode', 'mupdf']

/** A hundred facts of 500 characters, some results; eight pictures of 480 px at their noisiest. */
const ANSWER = { head: 1_048_576, body: 4 * 1_048_576 } as const
const PART = /^[\w .,@/+?-]{1,80}$/

/**
 * The `node_modules` that a package really lies in, and those on the way up from here: one may be a
 * link to the other.
 */
const packageFolders = (): readonly string[] => {
  const real = NAMES.map((name) => {
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
 * See adapters/imaging/worker.ts for what this holds and what it cannot: native code is held by the
 * world it runs in alone. WebAssembly is held.
 */
const argumentsOf = (): readonly string[] => [
  '--permission',
  '--allow-addons',
  ...[CHILD_FOLDER, OWN_FOLDER, FRAME_FOLDER, CORE_FOLDER, ...packageFolders()].map(
    (folder) => `--allow-fs-read=${folder}`,
  ),
  '--max-old-space-size=256',
  '--disallow-code-generation-from-strings',
  CHILD,
]

const toParts = (frame: Frame | undefined): Parts | undefined => {
  const said = ((frame?.head ?? {}) as { readonly parts?: Readonly<Record<string, unknown>> }).parts ?? {}
  const parts = PARTS.map((name) => [name, said[name]] as const)
  const isWhole = parts.every(([, tool]) => typeof tool === 'string' && PART.test(tool))
  return isWhole ? (Object.fromEntries(parts) as Parts) : undefined
}

const readHello = async (
  read: () => Promise<Frame | undefined>,
  startMs: number,
): Promise<Parts | undefined> => {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), startMs)
  try {
    return toParts(await Promise.race([read(), promise]))
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Starts the child process; nothing where it does not come up. `before`: what holds it
 * (adapters/confine), to be put before the command. `descriptors` become its 3 and 4.
 */
export const startWorker = async (
  limits: WorkerLimits,
  descriptors: readonly [number, number],
  before: readonly string[],
): Promise<Worker | undefined> => {
  const [command = process.execPath, ...rest] = [...before, process.execPath, ...argumentsOf()]
  const child: ChildProcess = spawn(command, rest, {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'pipe', 'ignore', ...descriptors],
  })
  const { pid, stdin, stdout } = child
  let living = true
  const { promise: gone, resolve } = Promise.withResolvers<void>()
  const leave = (): void => {
    living = false
    resolve()
  }
  child.once('close', leave)
  child.once('error', leave)
  // A dead child breaks the pipe; its end is told by `gone`.
  stdin?.on('error', () => undefined)
  stdout?.on('error', () => undefined)
  const kill = async (): Promise<void> => {
    living = false
    child.kill('SIGKILL')
    await gone
  }
  if (pid === undefined || stdin === null || stdout === null) {
    await kill()
    return undefined
  }
  const read = makeFrameReader(stdout as AsyncIterable<Uint8Array>, ANSWER)
  const parts = await readHello(read, limits.startMs)
  if (parts === undefined) {
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
    parts,
    ask: async (question, body = new Uint8Array()) => {
      const { passed, end } = watch(pid, limits)
      stdin.write(encodeHead(question, body.length))
      stdin.write(body)
      const result = await Promise.race([answer(), passed.then((status) => ({ status }))])
      end()
      if (result.status !== 'answered') await kill()
      return result
    },
    alive: () => living,
    kill,
  }
}
