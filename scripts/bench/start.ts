import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './fake-process.ts'
import { median, part, print, round, type Given } from './figures.ts'

const ROOT = new URL('../../', import.meta.url).pathname
type Size = {
  readonly rounds: number
  /** Long enough that what reads messages is compiled as well (bots/compose.ts). */
  readonly idleMs: number
  readonly commands: readonly (readonly string[])[]
}
const FULL: Size = {
  rounds: 7,
  idleMs: 6_000,
  commands: [
    ['case', 'list'],
    ['doctor', '--inside'],
  ],
}
const SMALLEST: Size = { rounds: 1, idleMs: 0, commands: [['case', 'list']] }
/** As the kernel counts processor time in /proc. */
const TICKS_PER_SECOND = 100

const PROGRAMS = {
  built: { main: 'bots/dist/main.js', amin: 'bots/dist/amin.js' },
  sources: { main: 'bots/main.ts', amin: 'scripts/amin.ts' },
}

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

const measure = async (command: readonly string[], data: string, idleMs: number): Promise<Measured> => {
  const { pid, readyMs, end } = await start(command, data)
  const cpuSeconds = cpuOf(pid)
  await pause(idleMs)
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
export const benchStart = async ({ smallest }: Given): Promise<void> => {
  const { rounds, idleMs, commands } = smallest ? SMALLEST : FULL
  const data = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  const there = Object.entries(PROGRAMS).filter(([, { main }]) => existsSync(join(ROOT, main)))
  const programs = smallest ? there.slice(0, 1) : there
  const kinds: Readonly<Record<string, readonly string[]>> = {
    empty: ['--input-type=module', '--eval', EMPTY],
    ...Object.fromEntries(programs.map(([kind, { main }]) => [kind, [main]])),
  }
  const results = new Map(Object.keys(kinds).map((kind) => [kind, [] as Measured[]]))
  try {
    // So that every start finds a folder with data.
    if (!smallest) await (await start([programs[0]?.[1].main ?? ''], data)).end('SIGTERM')
    for (let i = 0; i < rounds; i += 1)
      for (const [kind, command] of Object.entries(kinds)) {
        part(`start of ${kind}, round ${i + 1} of ${rounds}`)
        results.get(kind)?.push(await measure(command, data, idleMs))
      }
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
      part(`${kind} killed`)
      const again: number[] = []
      for (let i = 0; i < rounds; i += 1) {
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
    for (const [kind, { amin }] of programs)
      for (const words of commands) {
        part(`${words.join(' ')} of ${kind}`)
        print({
          bench: 'start',
          kind,
          command: words.join(' '),
          cpuSeconds: round(median(Array.from({ length: rounds }, () => commandCpu(amin, words, data)))),
        })
      }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
