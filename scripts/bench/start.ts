import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort, print, round } from './fake-process.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const ROUNDS = 7
/** Long enough that what reads messages is compiled as well (bots/compose.ts). */
const IDLE_MS = 6_000
/** As the kernel counts processor time in /proc. */
const TICKS_PER_SECOND = 100

/** The least that could do the work: Fastify over SQLite in a file, two routes. */
const EMPTY = `
  import fastify from 'fastify'
  import { DatabaseSync } from 'node:sqlite'
  const db = new DatabaseSync(process.env.AMIN_DATA + '/empty.db')
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS one (a)')
  const app = fastify()
  app.get('/readyz', () => ({ ok: true }))
  await app.listen({ port: Number(process.env.AMIN_PORT), host: '127.0.0.1' })`

type Measured = { readonly readyMs: number; readonly cpuSeconds: number; readonly idleMiB: number }

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** User and system time of a process, without its children. */
const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}
const residentMiB = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1024

type Running = {
  readonly child: ChildProcess
  readonly pid: number
  readonly readyMs: number
  readonly end: (signal: NodeJS.Signals) => Promise<void>
}

const start = async (command: readonly string[], data: string): Promise<Running> => {
  const port = await freePort()
  const env = { PATH: process.env['PATH'], AMIN_DATA: data, AMIN_PORT: String(port), AMIN_LOG_LEVEL: 'error' }
  const before = performance.now()
  const child = spawn(process.execPath, [...command], { cwd: ROOT, env, stdio: 'ignore' })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (;;) {
    const status = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) break
    await pause(5)
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal)
    await gone
  }
  return { child, pid: child.pid ?? 0, readyMs: performance.now() - before, end }
}

const measure = async (command: readonly string[], data: string): Promise<Measured> => {
  const { pid, readyMs, end } = await start(command, data)
  const cpuSeconds = cpuOf(pid)
  await pause(IDLE_MS)
  const idleMiB = residentMiB(pid)
  await end('SIGTERM')
  return { readyMs, cpuSeconds, idleMiB }
}

/** Of one command: processor seconds, as the kernel counted them for children that ended. */
const commandCpu = (file: string, words: readonly string[], data: string): number => {
  const script = `
    const { spawnSync } = require('node:child_process')
    spawnSync(process.execPath, ${JSON.stringify([file, ...words])}, { stdio: 'ignore' })
    const [user, system] = require('node:fs').readFileSync('/proc/self/stat', 'latin1').split(') ')[1].split(' ').slice(13, 15)
    process.stdout.write(String((Number(user) + Number(system)) / ${TICKS_PER_SECOND}))`
  const { stdout } = spawnSync(process.execPath, ['-e', script], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], AMIN_DATA: data },
    encoding: 'utf8',
  })
  return Number(stdout)
}

const summary = (all: readonly Measured[]) => ({
  readyMs: round(median(all.map(({ readyMs }) => readyMs)), 0),
  cpuSeconds: round(median(all.map(({ cpuSeconds }) => cpuSeconds))),
  idleMiB: round(median(all.map(({ idleMiB }) => idleMiB)), 0),
})

/**
 * From the start of the process to the first `/readyz` 200, its processor time until then and what
 * it holds when idle, all roles: an empty server, the built program and its sources by turns, so
 * that what else the machine does befalls all of them. Then the same after SIGKILL, and two
 * commands.
 */
export const benchStart = async (): Promise<void> => {
  const data = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  const built = 'bots/dist/main.js'
  const kinds: Readonly<Record<string, readonly string[]>> = {
    empty: ['--input-type=module', '--eval', EMPTY],
    ...(existsSync(join(ROOT, built)) ? { built: [built] } : {}),
    sources: ['bots/main.ts'],
  }
  const results = new Map(Object.keys(kinds).map((kind) => [kind, [] as Measured[]]))
  try {
    await (await start(['bots/main.ts'], data)).end('SIGTERM')
    for (let i = 0; i < ROUNDS; i += 1)
      for (const [kind, command] of Object.entries(kinds))
        results.get(kind)?.push(await measure(command, data))
    const empty = summary(results.get('empty') ?? [])
    for (const [kind, all] of results) {
      const figures = summary(all)
      print({
        bench: 'start',
        kind,
        ...figures,
        readyRatio: round(figures.readyMs / empty.readyMs),
        cpuRatio: round(figures.cpuSeconds / empty.cpuSeconds),
      })
    }
    for (const [kind, command] of Object.entries(kinds).filter(([kind]) => kind !== 'empty')) {
      const again: number[] = []
      for (let i = 0; i < ROUNDS; i += 1) {
        await (await start(command, data)).end('SIGKILL')
        const back = await start(command, data)
        again.push(back.readyMs)
        await back.end('SIGTERM')
      }
      print({
        bench: 'start',
        kind,
        afterKillMs: round(median(again), 0),
        worstMs: round(Math.max(...again), 0),
      })
    }
    for (const [kind, file] of [
      ['built', 'bots/dist/amin.js'],
      ['sources', 'scripts/amin.ts'],
    ] as const)
      for (const words of [
        ['case', 'list'],
        ['doctor', '--inside'],
      ])
        if (existsSync(join(ROOT, file)))
          print({
            bench: 'start',
            kind,
            command: words.join(' '),
            cpuSeconds: round(median(Array.from({ length: ROUNDS }, () => commandCpu(file, words, data)))),
          })
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
