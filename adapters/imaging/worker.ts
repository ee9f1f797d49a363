import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { sep } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { encodeHead, makeFrameReader } from './frame.ts'
import type { Frame, Operation } from './frame.ts'

export type Limits = {
  /** Wall clock for one picture, whatever libvips says of its own. */
  readonly pictureMs: number
  readonly startMs: number
  /** Resident memory of the child while it works; a 100-megapixel progressive JPEG keeps 0.6 GB of coefficients. Checked on Linux only. */
  readonly residentBytes: number
}

/** What came of a question: the answer, or how the child ended over it. */
export type Answer =
  { readonly status: 'answered'; readonly frame: Frame } | { readonly status: 'died' | 'late' | 'swollen' | 'broke_rules' }

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
const WATCH_MS = 50
/** Kernels with larger pages (some ARM) make this count too little: the bound is then looser. */
const PAGE = 4_096
const TOOL = /^[\w .,?-]{1,80}$/

const OWN_FOLDER = fileURLToPath(import.meta.resolve('./'))
/** Pure code that the child runs as well. */
const FINGERPRINT_FOLDER = fileURLToPath(import.meta.resolve('../../core/fingerprint/'))
const PACKAGES = `${sep}node_modules${sep}`

/** The `node_modules` that a package really lies in, and those on the way up from here: one may be a link to the other. */
const packageFolders = (): readonly string[] => {
  const real = ['sharp', 'file-type'].map((name) => {
    const path = fileURLToPath(import.meta.resolve(name))
    return path.slice(0, path.indexOf(PACKAGES) + PACKAGES.length)
  })
  const parts = OWN_FOLDER.split(sep)
  const above = parts.map((_, i) => `${parts.slice(0, i).join(sep)}${PACKAGES}`).filter((folder) => existsSync(folder))
  return [...new Set([...real, ...above])]
}

/**
 * `--allow-addons` because sharp is one. Native code is not held by the permission model: whoever takes over a decoder acts as this
 * user, without secrets in the environment or in memory, but able to open what the user can. Only the service manager can hold that.
 */
const argumentsOf = (): readonly string[] => [
  '--permission',
  '--allow-addons',
  ...[OWN_FOLDER, FINGERPRINT_FOLDER, ...packageFolders()].map((folder) => `--allow-fs-read=${folder}`),
  '--max-old-space-size=128',
  '--disallow-code-generation-from-strings',
  CHILD,
]

const residentBytes = async (pid: number): Promise<number> => {
  const text = await readFile(`/proc/${pid}/statm`, 'latin1').catch(() => '')
  return Number(text.split(' ')[1] ?? 0) * PAGE
}

/** Resolves with 'late' or 'swollen' when a limit is passed; `end` stops the watch. */
const watch = (pid: number, limits: Limits): { readonly passed: Promise<'late' | 'swollen'>; readonly end: () => void } => {
  const { promise, resolve } = Promise.withResolvers<'late' | 'swollen'>()
  const timer = setTimeout(() => resolve('late'), limits.pictureMs)
  const look = async (): Promise<void> => {
    if ((await residentBytes(pid)) > limits.residentBytes) resolve('swollen')
  }
  const memory = setInterval(() => void look(), WATCH_MS)
  return {
    passed: promise,
    end: () => {
      clearTimeout(timer)
      clearInterval(memory)
    },
  }
}

const readHello = async (read: () => Promise<Frame | undefined>, startMs: number): Promise<string | undefined> => {
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

/** Starts the child process; nothing where it does not come up. */
export const startWorker = async (limits: Limits): Promise<Worker | undefined> => {
  const child: Child = spawn(process.execPath, argumentsOf(), { cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'ignore'] })
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
  // Where memory runs out the kernel takes the picture's process first. Raising one's own child needs no right.
  if (pid !== undefined) await writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => undefined)

  const read = makeFrameReader(child.stdout, ANSWER)
  const tool = pid === undefined ? undefined : await readHello(read, limits.startMs)
  if (tool === undefined || pid === undefined) {
    await kill()
    return undefined
  }

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
      const { passed, end } = watch(pid, limits)
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
