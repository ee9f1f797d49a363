import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

export type Limits = {
  /** Wall clock for one report. */
  readonly reportMs: number
  /** Resident memory of the child; checked on Linux only. */
  readonly residentBytes: number
  /** Of the PDF. */
  readonly pdfBytes: number
}

export type Setting = { readonly result: Promise<Uint8Array | undefined>; readonly kill: () => void }

const CHILD = fileURLToPath(import.meta.resolve('./child.ts'))
/** Another one in the built program (scripts/build). */
const CHILD_FOLDER = `${dirname(CHILD)}${sep}`
const OWN_FOLDER = fileURLToPath(import.meta.resolve('./'))
const CORE_FOLDER = fileURLToPath(import.meta.resolve('../../core/'))
const PACKAGES = `${sep}node_modules${sep}`
const WATCH_MS = 100
/** Kernels with larger pages (some ARM) make this count too little: the bound is then looser. */
const PAGE = 4_096

/**
 * The `node_modules` that a package really lies in, and those on the way up from here: one may be a
 * link to the other.
 */
const packageFolders = (): readonly string[] => {
  const path = fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-node-compiler'))
  const parts = OWN_FOLDER.split(sep)
  const above = parts
    .map((_, i) => `${parts.slice(0, i).join(sep)}${PACKAGES}`)
    .filter((folder) => existsSync(folder))
  return [...new Set([path.slice(0, path.indexOf(PACKAGES) + PACKAGES.length), ...above])]
}

/**
 * `--allow-addons` because the compiler is one: native code is not held by the permission model,
 * the template is held by the compiler.
 */
const argumentsOf = (): readonly string[] => [
  '--permission',
  '--allow-addons',
  ...[CHILD_FOLDER, OWN_FOLDER, CORE_FOLDER, ...packageFolders()].map(
    (folder) => `--allow-fs-read=${folder}`,
  ),
  '--disallow-code-generation-from-strings',
  CHILD,
]

const residentBytes = async (pid: number): Promise<number> => {
  const text = await readFile(`/proc/${pid}/statm`, 'latin1').catch(() => '')
  return Number(text.split(' ')[1] ?? 0) * PAGE
}

const isPdf = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 5) === '%PDF-' && bytes.subarray(-16).includes('%%EOF')

/**
 * Starts the process over one order. Nothing comes of it where the child does not start, dies, says
 * no, is late or swells.
 */
export const setReport = (order: readonly Uint8Array[], limits: Limits): Setting => {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, argumentsOf(), {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const { promise: gone, resolve } = Promise.withResolvers<number | null>()
  child.once('close', (code) => resolve(code))
  child.once('error', () => resolve(null))
  // A dead child breaks the pipe; its end is told by `gone`.
  child.stdin.on('error', () => undefined)
  child.stdout.on('error', () => undefined)
  const kill = (): void => void child.kill('SIGKILL')

  const pieces: Uint8Array[] = []
  let length = 0
  child.stdout.on('data', (piece: Uint8Array) => {
    length += piece.length
    if (length > limits.pdfBytes) kill()
    else pieces.push(piece)
  })
  const late = setTimeout(kill, limits.reportMs)
  const { pid } = child
  const watch = setInterval(() => {
    if (pid !== undefined)
      void residentBytes(pid).then((bytes) => (bytes > limits.residentBytes ? kill() : undefined))
  }, WATCH_MS)
  // Where memory runs out the kernel takes this process first. Raising one's own child needs no right.
  if (pid !== undefined) void writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => undefined)

  Readable.from(order).pipe(child.stdin)
  const finish = async (): Promise<Uint8Array | undefined> => {
    const code = await gone
    clearTimeout(late)
    clearInterval(watch)
    const pdf = Buffer.concat(pieces)
    return code === 0 && isPdf(pdf) ? pdf : undefined
  }
  return { result: finish(), kill }
}
