import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent as Lines, request, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAgents } from '../../adapters/console/server/identity/agents.ts'
import { openAuth } from '../../adapters/console/server/identity/auth.ts'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { openTeam } from '../../bots/team.ts'
import { teams } from '../../bots/amin/teams.ts'
import type { AgentId, CaseCode } from '../../core/base/ids.ts'
import { fillCases, fillThread, type Filled } from './console-fill.ts'
import type { Size } from './console.ts'
import { part, print, round } from './figures.ts'
import { startProgram } from './program.ts'

/** Of ten agents, those who see every team; the others see one or two. */
const UNLIMITED = 2
const PASSWORD = 'correct horse battery'
const EMAIL = (n: number): string => `agent${n}@example.org`
/** The program may catch up with what fell due while nothing ran. */
const PATIENCE_MS = 180_000

export type Member = { readonly id: AgentId; readonly name: string; readonly email: string }
export type Answer = { readonly status: number; readonly body: string; readonly ms: number }

/** One signed-in browser's line to the server. */
export type Line = {
  readonly ask: (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer>
  /** Holds the stream open; `heard` counts its frames. */
  readonly listen: (heard: () => void) => Promise<IncomingMessage>
}

export type World = {
  readonly url: string
  readonly pid: number
  readonly filled: Filled
  /** The case with very many messages; the first member holds it. */
  readonly thread: CaseCode
  readonly members: readonly Member[]
  readonly password: string
  readonly lines: readonly Line[]
  readonly stop: () => Promise<void>
}

const makeMembers = async (
  foundation: Foundation,
  config: Config,
  count: number,
): Promise<readonly Member[]> => {
  const team = await openTeam(config, foundation)
  try {
    const agents = await openAgents({
      ...foundation.ports,
      auth: await openAuth(team.parts),
      publicUrl: config.publicUrl,
    })
    await agents.createFirstAdmin({ email: 'admin@example.org', password: PASSWORD })
    const members: Member[] = []
    for (let n = 0; n < count; n += 1) {
      const own =
        n % 10 < UNLIMITED
          ? { teams: null }
          : { teams: n % 3 === 0 ? [teams[n % teams.length]!, 'account'] : [teams[n % teams.length]!] }
      const email = EMAIL(n)
      const invited = await agents.invite({
        email,
        name: `Agent ${n}`,
        role: n % 10 === 0 ? 'supervisor' : 'agent',
        ...own,
      })
      if (invited.status === 'exists') throw new Error('the bench invites twice')
      await agents.accept(new URL(invited.link).hash.slice(1), PASSWORD)
      members.push({ id: invited.member.id, name: invited.member.name, email })
    }
    return members
  } finally {
    team.close()
  }
}

/** `from`: an address of its own, as if behind a proxy: limits count addresses. */
const makeLine = async (url: string, email: string, from: string): Promise<Line> => {
  const agent = new Lines({ keepAlive: true })
  const send = (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string | undefined,
    lines: Lines | undefined,
  ): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      // A line that the server closed while it lay idle is taken anew, as browsers do.
      const fail = (error: Error): void => {
        if (call.reusedSocket && (error as { readonly code?: string }).code === 'ECONNRESET')
          resolve(send(method, path, headers, body, undefined))
        else reject(error)
      }
      const call = request(`${url}${path}`, {
        method,
        ...(lines === undefined ? { agent: false } : { agent: lines }),
        headers: {
          origin: url,
          'x-amin': '1',
          'x-forwarded-for': from,
          ...headers,
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
        },
      })
      call.on('response', resolve).on('error', fail)
      call.end(body)
    })
  const read = async (response: IncomingMessage): Promise<string> => {
    let text = ''
    for await (const piece of response.setEncoding('utf8')) text += String(piece)
    return text
  }
  const signedIn = await send(
    'POST',
    '/api/auth/sign-in/email',
    {},
    JSON.stringify({ email, password: PASSWORD }),
    agent,
  )
  const why = await read(signedIn)
  if (signedIn.statusCode !== 200) throw new Error(`sign-in answered ${signedIn.statusCode}: ${why}`)
  const cookie = (signedIn.headers['set-cookie'] ?? []).map((one) => one.split(';', 1)[0]).join('; ')
  return {
    ask: async (method, path, body) => {
      const start = performance.now()
      const response = await send(
        method,
        path,
        { cookie },
        body === undefined ? undefined : JSON.stringify(body),
        agent,
      )
      const text = await read(response)
      return { status: response.statusCode ?? 0, body: text, ms: performance.now() - start }
    },
    listen: async (heard) => {
      const response = await send(
        'GET',
        '/api/v1/events',
        { cookie, accept: 'text/event-stream' },
        undefined,
        undefined,
      )
      if (response.statusCode !== 200) throw new Error(`the stream answered ${response.statusCode}`)
      response.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('event: change')) heard()
      })
      response.on('error', () => undefined)
      return response
    },
  }
}

/** Processor time of a process in seconds, as Linux counts it. */
export const processorSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Until the program does nothing of its own accord: less than a twentieth of a processor over a second. */
const settle = async (pid: number): Promise<void> => {
  const deadline = performance.now() + PATIENCE_MS
  for (let before = processorSeconds(pid); performance.now() < deadline;) {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const now = processorSeconds(pid)
    if (now - before < 0.05) return
    before = now
  }
  throw new Error('the program does not come to rest')
}

/**
 * A data folder with cases and a long thread, the program on it, and its agents signed in. Says how
 * long each took.
 */
export const openWorld = async ({ cases, thread: messages, agents }: Size): Promise<World> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  const ends: (() => Promise<void> | void)[] = [() => rmSync(dataDir, { recursive: true, force: true })]
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).toReversed()) await end()
  }
  try {
    const config = readConfig({ AMIN_DATA: dataDir }) as Config
    const foundation = await openFoundation(config, makeMemoryLog())
    let members: readonly Member[]
    let filled: Filled
    let thread: CaseCode
    let threadSeconds: number
    try {
      part(`${agents} agents`)
      members = await makeMembers(foundation, config, agents)
      filled = await fillCases(foundation, members, cases, (done) => part(`${done} of ${cases} cases`))
      part(`thread of ${messages} messages`)
      const began = performance.now()
      thread = await fillThread(foundation, members[0]!, messages)
      threadSeconds = (performance.now() - began) / 1_000
    } finally {
      await foundation.close()
    }
    const began = performance.now()
    part('start of the program')
    const program = await startProgram({
      AMIN_DATA: dataDir,
      AMIN_ROLES: 'console,webchat,worker',
      // Every agent of the bench comes from an address of their own.
      AMIN_PROXY: '127.0.0.1',
    })
    ends.push(program.stop)
    part('the program comes to rest')
    const readyMs = performance.now() - began
    await settle(program.pid)
    print({
      bench: 'console',
      name: 'filled through the casebook',
      cases,
      entries: filled.entries,
      seconds: round(filled.seconds, 1),
      entriesPerSecond: Math.round(filled.entries / filled.seconds),
      thread: messages,
      threadSeconds: round(threadSeconds, 1),
      readyMs: Math.round(readyMs),
      restMs: Math.round(performance.now() - began),
    })
    part('sign-in of the agents')
    const lines: Line[] = []
    for (const [n, { email }] of members.entries())
      lines.push(await makeLine(program.url, email, `10.0.0.${n + 1}`))
    return { url: program.url, pid: program.pid, filled, thread, members, password: PASSWORD, lines, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
