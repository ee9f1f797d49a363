import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../../core/ports/log.ts'
import { find, PATH } from './find.ts'
import { waysOf, type Sight, type Way, type WayName } from './ways.ts'

/** What holds readers of hostile files, as it was seen from inside: `by` names the best that works here. */
export type Held = {
  readonly by: WayName | 'none'
  /** The data folder and keys are not there for them. */
  readonly files: boolean
  readonly network: boolean
  /** They see no process but their own, and can signal none. */
  readonly processes: boolean
  readonly limits: boolean
  /** None is started: as root, with nothing that hides files, it would read everything. */
  readonly refused: boolean
}

/** Where readers of hostile files run, as it was tried on this machine. */
export type World = {
  readonly held: Held
  /** What comes before a command. */
  readonly before: readonly string[]
  /**
   * What bounds a program, and the child that stays for many files; empty where the machine has
   * nothing that does.
   */
  readonly program: readonly string[]
  readonly child: readonly string[]
  /** Names and versions of what holds them. */
  readonly tools: readonly { readonly name: string; readonly version?: string }[]
}

/** Found once, with the first question. */
export type Confinement = () => Promise<World>

/** ffmpeg with its libraries starts in 0.4 GB of addresses; frames of 40 megapixels fit into the rest. */
const ADDRESS_BYTES = 2_147_483_648
const PROCESSOR_SECONDS = 60
/**
 * Node reserves addresses by the terabyte, so that what it may use is counted; and it stays for a
 * hundred files.
 */
const DATA_BYTES = 4_294_967_296
const CHILD_PROCESSOR_SECONDS = 7_200
/** Nothing is written, nothing dumped, few files opened. */
const ALL = ['--fsize=0', '--core=0']
const PROGRAM = [`--as=${ADDRESS_BYTES}`, `--cpu=${PROCESSOR_SECONDS}`, '--nofile=64', ...ALL, '--']
const CHILD = [`--data=${DATA_BYTES}`, `--cpu=${CHILD_PROCESSOR_SECONDS}`, '--nofile=256', ...ALL, '--']

const PROBE_MS = 10_000
const MOST = 65_536
const NOTHING = { files: false, network: false, processes: false, limits: false } as const

/**
 * Says what it can see of the machine: whether the file it must not see is there, and which
 * namespaces are its own; and reads its descriptor 3.
 */
const LOOK = [
  'if [ -e "$1" ]; then echo seen; else echo hidden; fi',
  'readlink /proc/self/ns/net || echo none',
  'readlink /proc/self/ns/pid || echo none',
  'read -r word < /dev/fd/3; echo "$word"',
].join('\n')

const ask = (command: readonly string[], descriptor?: number): Promise<string> =>
  new Promise((resolve) => {
    const [program = '', ...rest] = command
    const child = spawn(program, rest, {
      cwd: '/',
      env: {},
      stdio: ['ignore', 'pipe', 'ignore', ...(descriptor === undefined ? [] : [descriptor])],
    })
    let out = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), PROBE_MS)
    child.stdout?.setEncoding('latin1').on('data', (text: string) => (out = (out + text).slice(0, MOST)))
    child.once('error', () => resolve(''))
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? out : '')
    })
  })

const nameOf = (kind: 'net' | 'pid'): string => {
  try {
    return readlinkSync(`/proc/self/ns/${kind}`)
  } catch {
    return ''
  }
}

const versionOf = async (name: string, program: string): Promise<World['tools'][number]> => {
  const version = /(\d[\w.]{0,20})/.exec(
    /(?:util-linux|bubblewrap) (\S{1,20})/.exec(await ask([program, '--version']))?.[1] ?? '',
  )?.[1]
  return version === undefined ? { name } : { name, version }
}

type Tried = Pick<Held, 'files' | 'network' | 'processes'>

/** What a way really takes away, seen from inside; nothing where it does not work at all. */
const tryWay = async (
  { before }: Way,
  shell: string,
  secret: string,
  descriptor: number,
): Promise<Tried | undefined> => {
  const [file, net, pid, word] = (await ask([...before, shell, '-c', LOOK, 'sh', secret], descriptor)).split(
    '\n',
  )
  if (word !== 'works') return undefined
  return {
    files: file === 'hidden',
    network: net !== '' && net !== nameOf('net'),
    processes: pid !== '' && pid !== nameOf('pid'),
  }
}

const findWorld = async (path: string, { hidden, reads }: Sight): Promise<World> => {
  const folder = await mkdtemp(join(tmpdir(), 'amin-confine-'))
  const secret = join(folder, 'hidden', 'secret')
  mkdirSync(join(folder, 'hidden'), { mode: 0o700 })
  writeFileSync(secret, 'works\n')
  // Where files lie that are read, so that a way which would not let them through is none.
  const lent = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'amin-confine-'))
  writeFileSync(join(lent, 'given'), 'works\n')
  const given = openSync(join(lent, 'given'), 'r')
  rmSync(lent, { recursive: true, force: true })
  try {
    const shell = find(path, 'sh')
    const prlimit = find(path, 'prlimit')
    const limits =
      prlimit !== undefined &&
      (await ask([prlimit, ...PROGRAM, find(path, 'echo') ?? '/bin/echo', 'works'])) === 'works\n'
    const bound = (how: readonly string[]): readonly string[] =>
      limits && prlimit !== undefined ? [prlimit, ...how] : []
    const limiter =
      limits && prlimit !== undefined ? await versionOf('prlimit', prlimit) : { name: 'prlimit' }
    const ways = waysOf(path, { hidden, reads })
    for (const [i, way] of (shell === undefined
      ? []
      : waysOf(path, { hidden: [...hidden, join(folder, 'hidden')], reads })
    ).entries()) {
      const tried = await tryWay(way, shell ?? '', secret, given)
      // A way that hides nothing is looked for as that only: the next one may hide something.
      if (tried === undefined || (way.name !== 'network' && !tried.files)) continue
      return {
        held: { by: way.name, ...tried, limits, refused: !tried.files && isRoot() },
        before: ways[i]?.before ?? way.before,
        program: bound(PROGRAM),
        child: bound(CHILD),
        tools: [await versionOf(way.name === 'network' ? 'unshare' : way.name, way.program), limiter],
      }
    }
    return {
      held: { by: 'none', ...NOTHING, limits, refused: isRoot() },
      before: [],
      program: bound(PROGRAM),
      child: bound(CHILD),
      tools: [{ name: 'bubblewrap' }, limiter],
    }
  } finally {
    closeSync(given)
    rmSync(folder, { recursive: true, force: true })
  }
}

const isRoot = (): boolean => process.getuid?.() === 0

/**
 * `hidden`: folders that no reader may see, the data folder and those of keys. `reads`: folders
 * with programs beside those of the system. `path`: folders, as in PATH, in which bwrap, unshare,
 * setpriv and prlimit are looked for.
 */
export const openConfinement = ({
  hidden = [],
  reads = [],
  path = PATH,
  log,
}: {
  readonly hidden?: readonly string[]
  readonly reads?: readonly string[]
  readonly path?: string
  readonly log?: Log | undefined
} = {}): Confinement => {
  let world: Promise<World> | undefined
  return () => {
    world ??= findWorld(path, { hidden: [...new Set(hidden)], reads }).then((found) => {
      if (found.held.refused)
        log?.error('files are not read: this is root, and nothing on this machine would hold what reads them')
      else if (!found.held.files)
        log?.warn('what reads files can see the data folder: install bubblewrap', { kind: found.held.by })
      return found
    })
    world.catch(() => (world = undefined))
    return world
  }
}
