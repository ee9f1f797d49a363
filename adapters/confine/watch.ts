import { readFile, writeFile } from 'node:fs/promises'
import { setPriority } from 'node:os'

/** Every so often a process's memory is looked at. */
const WATCH_MS = 50
/** Kernels with larger pages (some ARM) make this count too little: the bound is then looser. */
const PAGE = 4_096
/** What holds a reader is its parent, and a program may have helpers; more than this is none of ours. */
const MOST_PROCESSES = 32
/** Behind everything else, yet not so far that a busy machine never comes to it. */
const LOW = 10

export type Bounds = {
  /** Wall clock. */
  readonly ms: number
  /** Resident memory of all its processes together. Checked on Linux only. */
  readonly residentBytes: number
}

const read = (path: string): Promise<string> => readFile(path, 'latin1').catch(() => '')

/** A process and what it started, itself first: what runs inside a namespace is a child of what made it. */
const treeOf = async (pid: number): Promise<readonly number[]> => {
  const tree = [pid]
  for (let at = 0; at < tree.length && tree.length < MOST_PROCESSES; at += 1) {
    const children = await read(`/proc/${tree[at]}/task/${tree[at]}/children`)
    tree.push(
      ...children
        .split(' ')
        .map(Number)
        .filter((child) => child > 0),
    )
  }
  return tree
}

const residentBytes = async (pid: number): Promise<number> => {
  const pages = (await Promise.all((await treeOf(pid)).map((each) => read(`/proc/${each}/statm`)))).map(
    (text) => Number(text.split(' ')[1] ?? 0),
  )
  return pages.reduce((sum, count) => sum + count, 0) * PAGE
}

/** Resolves with 'late' or 'swollen' when a bound is passed; `end` stops the watch. */
export const watch = (
  pid: number,
  bounds: Bounds,
): { readonly passed: Promise<'late' | 'swollen'>; readonly end: () => void } => {
  const { promise, resolve } = Promise.withResolvers<'late' | 'swollen'>()
  const timer = setTimeout(() => resolve('late'), bounds.ms)
  const look = async (): Promise<void> => {
    if ((await residentBytes(pid)) > bounds.residentBytes) resolve('swollen')
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

/**
 * Where memory runs out the kernel takes these processes first, and work for people comes before
 * theirs. Lowering one's own children needs no right.
 */
export const putLast = async (pid: number): Promise<void> => {
  for (const each of await treeOf(pid)) {
    await writeFile(`/proc/${each}/oom_score_adj`, '1000').catch(() => undefined)
    try {
      setPriority(each, LOW)
    } catch {
      // It ended already.
    }
  }
}
