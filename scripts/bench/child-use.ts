import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second, as Linux counts processor time for programs. */
const TICKS = 100

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/**
 * What processes of this user whose command holds `part` took so far; Linux only. A process is counted as it
 * was when it was last looked at.
 */
export const childUse = (
  part: string,
): {
  readonly look: () => void
  readonly processorSeconds: () => number
  readonly peakBytes: () => number
} => {
  const seconds = new Map<string, number>()
  let peak = 0
  return {
    look: () => {
      for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        const [program = ''] = read(`/proc/${pid}/cmdline`).split('\0')
        if (!program.endsWith('node') || !read(`/proc/${pid}/cmdline`).includes(part)) continue
        const stat = read(`/proc/${pid}/stat`)
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        seconds.set(pid, (Number(fields[11]) + Number(fields[12])) / TICKS)
        peak = Math.max(peak, 1_024 * Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0))
      }
    },
    processorSeconds: () => [...seconds.values()].reduce((sum, each) => sum + each, 0),
    peakBytes: () => peak,
  }
}
