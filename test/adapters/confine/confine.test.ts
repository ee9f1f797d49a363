import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { find, PATH } from '../../../adapters/confine/find.ts'
import { openConfinement, type World } from '../../../adapters/confine/index.ts'
import type { WayName } from '../../../adapters/confine/ways.ts'
import { openExaminer } from '../../../adapters/examination/index.ts'
import { openImages } from '../../../adapters/imaging/index.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'

vi.setConfig({ testTimeout: 120_000 })

/**
 * Nobody in particular; where the suite runs as root, readers are tried as this user too, as a
 * service has one of its own.
 */
const NOBODY = 12_345
const isRoot = process.getuid?.() === 0
const nobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']

let data: string
let elsewhere: string
let port = 0
const server = createServer((socket) => socket.destroy())

beforeAll(async () => {
  // Beside the code, where the default data folder lies, and in the folder of temporary files.
  data = mkdtempSync(join(new URL('../../../', import.meta.url).pathname, 'core', '.data-'))
  elsewhere = mkdtempSync(join(tmpdir(), 'amin-data-'))
  for (const folder of [data, elsewhere]) {
    for (const name of ['master.key', 'keys.db']) writeFileSync(join(folder, name), 'SECRET')
    mkdirSync(join(folder, 'vault'))
    // Whoever runs there could read it: nothing but the world is in the way.
    if (isRoot)
      for (const name of ['', 'master.key', 'keys.db', 'vault']) chownSync(join(folder, name), NOBODY, NOBODY)
    chmodSync(folder, 0o755)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
  for (const folder of [data, elsewhere]) rmSync(folder, { recursive: true, force: true })
})

/** A folder with these programs of the machine and no others. */
const pathOf = (...names: readonly string[]): string => {
  // Where every world and every user finds it.
  const folder = mkdtempSync(join(new URL('../../../', import.meta.url).pathname, 'core', '.path-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const name of ['sh', 'prlimit', 'echo', ...names]) {
    const program = find(PATH, name)
    if (program !== undefined) symlinkSync(program, join(folder, name))
  }
  return folder
}

const NEEDS: Readonly<Record<Exclude<WayName, 'network'>, readonly string[]>> = {
  bubblewrap: ['bwrap'],
  unshare: ['unshare', 'setpriv'],
  landlock: ['setpriv'],
}

/** The world of a way, or nothing where this machine cannot: then the test says that it is left out. */
const worldOf = async (way: keyof typeof NEEDS): Promise<World | undefined> => {
  const world = await openConfinement({ hidden: [data, elsewhere], path: pathOf(...NEEDS[way]) })()
  return world.held.by === way ? world : undefined
}

const WHO = isRoot ? (['root', 'a user of its own'] as const) : (['a user of its own'] as const)

const PERL = `
  use Socket;
  my ($pid, $port, @folders) = @ARGV;
  my @seen;
  for my $folder (@folders) {
    push @seen, "read $folder" if open(my $file, '<', "$folder/master.key");
    if (opendir(my $dir, $folder)) { push @seen, "list $folder" if grep { /key/ } readdir $dir; }
    push @seen, "made $folder" if mkdir "$folder/new";
  }
  for my $open (glob '/proc/[0-9]*/environ') {
    if (open(my $file, '<', $open)) { push @seen, 'environ' if join('', <$file>) =~ /AMIN_SECRET/; }
  }
  push @seen, 'signal' if kill 0, $pid and readlink("/proc/$pid/exe") =~ /sleep/;
  socket(my $socket, PF_INET, SOCK_STREAM, 0) or 1;
  push @seen, 'socket' if connect($socket, sockaddr_in($port, inet_aton('127.0.0.1')));
  print join(',', @seen), "\\n";
`

const NODE = `
  const [pid, port, ...folders] = process.argv.slice(1)
  const { readFileSync, readdirSync, mkdirSync, readlinkSync } = require('node:fs')
  const seen = []
  const attempt = (name, work) => { try { if (work() !== false) seen.push(name) } catch {} }
  for (const folder of folders) {
    attempt('read ' + folder, () => readFileSync(folder + '/master.key'))
    attempt('list ' + folder, () => readdirSync(folder).some((name) => name.includes('key')))
    attempt('made ' + folder, () => mkdirSync(folder + '/new2'))
  }
  attempt('signal', () => process.kill(Number(pid), 0) && readlinkSync('/proc/' + pid + '/exe').includes('sleep'))
  const socket = require('node:net').connect(Number(port), '127.0.0.1')
  socket.once('connect', () => { seen.push('socket'); console.log(seen.join()); process.exit(0) })
  socket.once('error', () => { console.log(seen.join()); process.exit(0) })
`

/** A process outside, of the same user, that could be signalled and whose environment holds something. */
const neighbour = (who: string): number => {
  const command = isRoot && who !== 'root' ? [...nobody, 'sleep', '600'] : ['sleep', '600']
  const child = spawn(command[0] ?? '', command.slice(1), {
    env: { PATH: process.env['PATH'], AMIN_SECRET: 'AMIN_SECRET' },
    stdio: 'ignore',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child.pid ?? 0
}

const seenBy = (who: string, before: readonly string[], command: readonly string[], pid: number): string => {
  const all = [
    ...(isRoot && who !== 'root' ? nobody : []),
    ...before,
    ...command,
    String(pid),
    String(port),
    data,
    elsewhere,
  ]
  return execFileSync(all[0] ?? '', all.slice(1), {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
    cwd: '/',
  }).trim()
}

describe.each(Object.keys(NEEDS) as (keyof typeof NEEDS)[])('held by %s', (way) => {
  test.each(WHO)(
    'what runs perl, ffmpeg or Node reads no key, lists no data folder, signals nobody and reaches no network, as %s',
    async (who) => {
      const world = await worldOf(way)
      if (world === undefined) {
        process.stderr.write(`left out: ${way} does not work on this machine\n`)
        return
      }
      const pid = neighbour(who)
      const perl = find(PATH, 'perl')
      const ffmpeg = find(PATH, 'ffmpeg')
      // Without the world all of it can be done, so that what follows shows something.
      expect(seenBy(who, [], [process.execPath, '-e', NODE], pid)).toContain('socket')
      expect(seenBy(who, [], [process.execPath, '-e', NODE], pid)).toContain(`read ${data}`)
      expect(seenBy(who, [], [process.execPath, '-e', NODE], pid)).toContain('signal')
      expect(seenBy(who, [...world.before, ...world.child], [process.execPath, '-e', NODE], pid)).toBe('')
      if (perl !== undefined)
        expect(seenBy(who, [...world.before, ...world.program], [perl, '-e', PERL], pid)).toBe('')
      if (ffmpeg !== undefined)
        for (const folder of [data, elsewhere]) {
          const reads = [
            ...world.before,
            ...world.program,
            ffmpeg,
            '-v',
            'error',
            '-f',
            'data',
            '-i',
            `file:${folder}/master.key`,
            '-f',
            'data',
            '-',
          ]
          const all = [...(isRoot && who !== 'root' ? nobody : []), ...reads]
          expect(() => execFileSync(all[0] ?? '', all.slice(1), { cwd: '/', stdio: 'pipe' })).toThrow(
            /No such file|Permission denied|Command failed/,
          )
        }
      expect(readdirSync(data).toSorted()).toEqual(
        ['keys.db', 'master.key', 'vault', ...(existsSync(join(data, 'new2')) ? ['new2'] : [])].toSorted(),
      )
    },
  )
})

test('the best way that works is taken: bubblewrap before namespaces before Landlock', async () => {
  const here = await openConfinement({ hidden: [data] })()
  const bubblewrap = await worldOf('bubblewrap')
  const namespaces = await worldOf('unshare')
  expect(here.held.by).toBe((bubblewrap ?? namespaces ?? here).held.by)
  if (bubblewrap === undefined && namespaces === undefined)
    process.stderr.write('left out: neither bubblewrap nor unshare works on this machine\n')
  else expect(here.held).toMatchObject({ files: true, network: true, processes: true, refused: false })
})

test('as root, with nothing that hides the data folder, no reader is started at all', async () => {
  if (!isRoot) {
    process.stderr.write('left out: not run as root\n')
    return
  }
  // Without a network they would read everything all the same.
  const { held } = await openConfinement({ hidden: [data], path: pathOf('unshare') })()
  expect(held).toMatchObject({ by: held.network ? 'network' : 'none', files: false, refused: true })
  const log = makeMemoryLog()
  const confine = openConfinement({ hidden: [data], path: pathOf(), log })
  expect((await confine()).held).toMatchObject({ by: 'none', files: false, refused: true })
  expect(log.lines.map(({ message }) => message)).toEqual([
    'files are not read: this is root, and nothing on this machine would hold what reads them',
  ])
  const images = openImages({ confine })
  onTestFinished(images.close)
  await expect(images.preview(Uint8Array.from([1]))).rejects.toThrow(/not decoded by root/)
  const examiner = openExaminer({ confine })
  onTestFinished(examiner.close)
  await expect(examiner.tools()).rejects.toThrow(/not read by root/)
})

test('the picture process has no network and no process of ours beside it', async () => {
  const { held } = await openConfinement()()
  const images = openImages()
  onTestFinished(images.close)
  await images.preview(Uint8Array.from([1]))
  const mine = execFileSync('readlink', ['/proc/self/ns/net'], { encoding: 'utf8' })
  const children = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid))
  const of = (pid: string): string => {
    try {
      return execFileSync('sh', ['-c', `tr '\\0' ' ' < /proc/${pid}/cmdline; readlink /proc/${pid}/ns/net`], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
    } catch {
      return ''
    }
  }
  const pictures = children
    .map(of)
    .filter((said) => said.startsWith(process.execPath) && said.includes('imaging/child.ts'))
  expect(pictures.length).toBeGreaterThan(0)
  if (held.network) expect(pictures.filter((said) => said.endsWith(mine))).toEqual([])
  else process.stderr.write('left out: nothing on this machine takes the network away\n')
})
