import { teams } from '../../bots/amin/teams.ts'
import type { Size } from './console.ts'
import { part, print, quantile, round } from './figures.ts'
import { processorSeconds, type Line, type World } from './console-world.ts'

/**
 * Calls of all agents together, a second: each does something every second, which nobody does for a
 * whole shift.
 */
const PER_SECOND = 50
const GOAL_MS = 50

export const figuresOf = (values: readonly number[]): Readonly<Record<string, number>> => ({
  p50Ms: round(quantile(values, 0.5), 1),
  p95Ms: round(quantile(values, 0.95), 1),
  p99Ms: round(quantile(values, 0.99), 1),
})

type Call = {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
  readonly or?: number
}

type Load = {
  readonly times: readonly number[]
  /**
   * Of the emptiest route, asked in turn with the others: what the machine and the server cost at
   * that moment whatever is asked.
   */
  readonly empty: readonly number[]
  /**
   * Processor time of the server for one call, in milliseconds; other programs on the machine do
   * not change it much.
   */
  readonly cpuMs: number
}

/**
 * Agents do not wait for each other: calls begin at random times, `PER_SECOND` on average, whether
 * the last ones are answered or not; each is measured from the time it was to begin.
 */
const load = async (
  { lines, pid }: Pick<World, 'lines' | 'pid'>,
  callOf: (n: number) => Call,
  count: number,
): Promise<Load> => {
  const measure = async (
    line: Line,
    { method = 'GET', path, body, or }: Call,
    began: number,
    times: number[],
  ): Promise<void> => {
    const answer = await line.ask(method, path, body)
    if (answer.status !== 200 && answer.status !== or)
      throw new Error(`${method} ${path} answered ${answer.status}: ${answer.body}`)
    times.push(performance.now() - began)
  }
  const times: number[] = []
  const empty: number[] = []
  const open: Promise<void>[] = []
  const before = processorSeconds(pid)
  let due = performance.now()
  for (let n = 0; n < count; n += 1) {
    due += (-Math.log(1 - Math.random()) * 1_000) / PER_SECOND
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const line = lines[n % lines.length]!
    open.push(measure(line, callOf(n), due, times), measure(line, { path: '/healthz' }, due, empty))
  }
  await Promise.all(open)
  return { times, empty, cpuMs: ((processorSeconds(pid) - before) * 1_000) / count }
}

/** As many calls as can be answered, all agents asking without a pause. */
const saturate = async (lines: readonly Line[], path: string, seconds: number): Promise<number> => {
  const end = performance.now() + seconds * 1_000
  let count = 0
  await Promise.all(
    lines.map(async (line) => {
      while (performance.now() < end) {
        await line.ask('GET', path)
        count += 1
      }
    }),
  )
  return count / seconds
}

const STATUSES = 'status=waiting&status=agent&status=bot'
const SEVERITIES = ['P1', 'P2', 'P3', 'P4']

/**
 * What agents ask of the API, each kind by itself, beside the emptiest route of the same server
 * under the same load.
 */
export const benchLoad = async (world: World, { calls, saturateSeconds }: Size): Promise<void> => {
  const { lines, filled, thread } = world
  const { codes, rare, common, handles } = filled
  const at = <T>(from: readonly T[], n: number): T => from[(n * 7_919) % from.length]!
  const search = (q: string, more: object = {}): Call => ({
    method: 'POST',
    path: '/api/v1/search',
    body: { q, ...more },
  })
  const seen: string[] = []
  for (const line of lines) {
    const answer = await line.ask('GET', `/api/v1/cases?${STATUSES}&limit=50`)
    seen.push((JSON.parse(answer.body) as { rows: { code: string }[] }).rows.at(-1)?.code ?? '')
  }
  const kinds: Readonly<Record<string, (n: number) => Call>> = {
    'list: waiting': () => ({ path: '/api/v1/cases?status=waiting&limit=50' }),
    'list: all open, 100 rows': () => ({ path: `/api/v1/cases?${STATUSES}&limit=100` }),
    'list: closed, 100 rows': () => ({ path: '/api/v1/cases?status=closed&status=erased&limit=100' }),
    'list: mine': () => ({ path: '/api/v1/cases?assignee=me&status=agent&limit=100' }),
    'filter: team and severity, open': (n) => ({
      path: `/api/v1/cases?${STATUSES}&team=${at(teams, n)}&severity=${at(SEVERITIES, n)}`,
    }),
    'filter: team and severity, every state': (n) => ({
      path: `/api/v1/cases?team=${at(teams, n)}&severity=${at(SEVERITIES, n)}`,
    }),
    'search: code': (n) => ({ path: `/api/v1/cases?q=${at(codes, n)}` }),
    'search: beginning of a code': (n) => ({ path: `/api/v1/cases?q=${at(codes, n).slice(0, 3)}` }),
    'search: a rare word': (n) => search(at(rare, n)),
    'search: a rare and a common word': (n) => search(`${at(rare, n)} ${common}`),
    'search: a word of nearly every case': () => search(common),
    'search: a name': (n) => search(at(handles, n)),
    'search: dates and team': (n) =>
      search('', { team: at(teams, n), from: new Date(Date.now() - 86_400_000).toISOString() }),
    'case file': (n) => ({ path: `/api/v1/cases/${at(seen, n % lines.length)}`, or: 404 }),
    'messages page': (n) => ({
      path: `/api/v1/cases/${at(seen, n % lines.length)}/messages?limit=50`,
      or: 404,
    }),
  }
  const stopped: (() => void)[] = []
  for (const line of lines) {
    const stream = await line.listen(() => undefined)
    stopped.push(() => stream.destroy())
  }
  try {
    const tell = async (
      name: string,
      of: Pick<World, 'lines' | 'pid'>,
      callOf: (n: number) => Call,
      count = calls,
    ): Promise<void> => {
      part(name)
      const { times, empty, cpuMs } = await load(of, callOf, count)
      const figures = figuresOf(times)
      const beside = figuresOf(empty)
      print({
        bench: 'console',
        name,
        ...figures,
        goalP95Ms: GOAL_MS,
        emptyP95Ms: beside['p95Ms'],
        ratioP95: round((figures['p95Ms'] ?? 0) / (beside['p95Ms'] ?? 1), 1),
        serverCpuMs: round(cpuMs, 1),
      })
    }
    await tell('the emptiest route of the server', world, () => ({ path: '/healthz' }))
    for (const [name, callOf] of Object.entries(kinds)) await tell(name, world, callOf)
    const owner = { lines: [lines[0]!], pid: world.pid }
    const path = `/api/v1/cases/${thread}/messages?limit=50`
    await tell('messages page of the long thread', owner, () => ({ path }), Math.ceil(calls / 10))
    part('as many as can be answered')
    print({
      bench: 'console',
      name: 'as many as can be answered, all agents at once',
      listsPerSecond: round(
        await saturate(lines, '/api/v1/cases?status=waiting&limit=50', saturateSeconds),
        0,
      ),
      emptyPerSecond: round(await saturate(lines, '/healthz', saturateSeconds), 0),
    })
  } finally {
    for (const stop of stopped) stop()
  }
}
