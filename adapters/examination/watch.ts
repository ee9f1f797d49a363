import { readFile, writeFile } from 'node:fs/promises'

/** Every so often a process's memory is looked at. */
const WATCH_MS = 50
/** Kernels with larger pages (some ARM) make this count too little: the bound is then looser. */
const PAGE = 4_096

export type Bounds = {
  /** Wall clock. */
  readonly ms: number
  /** Resident memory. Checked on Linux only. */
  readonly residentBytes: number
}

const residentBytes = async (pid: number): Promise<number> => {
  const text = await readFile(`/proc/${pid}/statm`, 'latin1').catch(() => '')
  return Number(text.split(' ')[1] ?? 0) * PAGE
}

/** Resolves with 'late' or 'swollen' when a bound is passed; `end` stops the watch. */
export const watch = (pid: number, bounds: Bounds): { readonly passed: Promise<'late' | 'swollen'>; readonly end: () => void } => {
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

/** Where memory runs out the kernel takes this process first. Raising one's own child needs no right. */
export const offerToKernel = (pid: number): Promise<void> => writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => undefined)
