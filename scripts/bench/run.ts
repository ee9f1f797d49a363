import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Given } from './figures.ts'

const CHILD = new URL('child.ts', import.meta.url).pathname

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const secondsSince = (start: number): number => Math.round((performance.now() - start) / 1_000)

/**
 * Runs one bench in a process group and a temporary folder of its own, and says which part of it
 * begins. Where the limit is passed it says which part hung. Whatever the end, the whole group is
 * stopped and its folder removed. Resolves with whether the bench ended well.
 */
export const runBench = async (name: string, given: Given, limitSeconds: number): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  const child = fork(CHILD, [name, JSON.stringify(given)], {
    detached: true,
    env: { ...process.env, TMPDIR: folder },
  })
  const stop = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // Nothing of the group is left.
    }
  }
  const abandon = (): void => {
    stop()
    rmSync(folder, { recursive: true, force: true })
    process.exit(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, abandon)
  const start = performance.now()
  let current = { part: 'its start', since: start }
  child.on('message', (part: string) => {
    current = { part, since: performance.now() }
    say(`bench ${name}, ${secondsSince(start)} s: ${current.part}`)
  })
  let isHung = false
  const limit = setTimeout(() => {
    isHung = true
    say(
      `bench: ${name} is not done after ${limitSeconds} s; it hung for ${secondsSince(current.since)} s in: ${current.part}`,
    )
    stop()
  }, limitSeconds * 1_000)
  try {
    const end = await new Promise<number | string | null>((resolve) =>
      child.once('exit', (code, signal) => resolve(code ?? signal)),
    )
    if (end !== 0 && !isHung) say(`bench: ${name} failed (${end}) in: ${current.part}`)
    return end === 0
  } finally {
    clearTimeout(limit)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, abandon)
    stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
