import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { find } from './find.ts'

export type WayName = 'bubblewrap' | 'unshare' | 'landlock' | 'network'
/** A way to keep a program in a world of its own: what comes before its command. */
export type Way = { readonly name: WayName; readonly program: string; readonly before: readonly string[] }

/** What no reader sees, and folders of programs beside those of the system. */
export type Sight = { readonly hidden: readonly string[]; readonly reads: readonly string[] }

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Folders that programs and their libraries lie in; `/etc/alternatives` and the loader's cache lead
 * to some of them.
 */
const SYSTEM = [
  '/usr',
  '/bin',
  '/sbin',
  '/lib',
  '/lib32',
  '/lib64',
  '/libx32',
  '/etc/alternatives',
  '/etc/ld.so.cache',
  '/nix',
  '/gnu',
]
/** Our own code, and nothing else of the folder it lies in: the data folder may be beside it. */
const OURS = ['adapters', 'core', 'bots/dist', 'node_modules', 'package.json']

const isInside = (inner: string, outer: string): boolean => {
  const way = relative(outer, inner)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

/** By every name that leads there: what is given may be a link, and what follows it may look for the name. */
const names = (path: string): readonly string[] => [...new Set([path, realpathSync(path)])]

const readable = (reads: readonly string[]): readonly string[] => {
  const places = [...SYSTEM, ...reads, ...OURS.map((name) => join(ROOT, name)), dirname(process.execPath)]
  return [...new Set(places.filter((place) => existsSync(place)).flatMap(names))]
}

const real = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/**
 * A world that holds what is named and nothing else: no home, no data folder, no temporary files of
 * others; every namespace is its own, so that there is no network and no process but its own to
 * see; no right of root is left. What is to be hidden and lies inside of something named gets an
 * empty folder over it.
 */
const bubblewrap = (program: string, { hidden, reads }: Sight): Way => {
  const places = readable(reads)
  const covered = hidden
    .map(real)
    .filter((folder) => existsSync(folder) && places.some((place) => isInside(folder, real(place))))
  return {
    name: 'bubblewrap',
    program,
    before: [
      program,
      '--unshare-all',
      '--die-with-parent',
      '--new-session',
      '--cap-drop',
      'ALL',
      '--tmpfs',
      '/tmp',
      ...places.flatMap((place) => ['--ro-bind', place, place]),
      '--proc',
      '/proc',
      '--dev',
      '/dev',
      ...covered.flatMap((folder) => ['--tmpfs', folder, '--remount-ro', folder]),
      '--chdir',
      '/',
      '--',
    ],
  }
}

/**
 * Puts an empty folder over each that is to be hidden, then gives up every right to take it away
 * again: in a namespace that is made anew from there the mounts of this one are locked.
 */
const COVER = [
  'while [ "$1" != -- ]; do mount -t tmpfs -o size=4k,mode=0555,ro none "$1" || exit 126; shift; done; shift',
  'exec setpriv --bounding-set=-all --inh-caps=-all --no-new-privs -- "$@"',
].join('\n')

const NAMESPACES = ['--mount', '--pid', '--ipc', '--net', '--fork', '--kill-child', '--mount-proc', '--']

const unshare = (program: string, shell: string, hidden: readonly string[]): readonly Way[] =>
  [['--user', '--map-root-user'], []].map((user) => ({
    name: 'unshare',
    program,
    before: [
      program,
      ...user,
      ...NAMESPACES,
      shell,
      '-c',
      COVER,
      'sh',
      ...hidden.map(real).filter((folder) => existsSync(folder)),
      '--',
    ],
  }))

/**
 * The kernel refuses every file that is not beneath what is named. Files are read through
 * descriptors that lie in the two temporary places.
 */
const landlock = (program: string, net: readonly string[], { hidden, reads }: Sight): Way => {
  const temporary = ['/dev', '/proc', '/tmp', '/dev/shm'].filter(
    (place) => !hidden.some((folder) => isInside(real(folder), real(place))),
  )
  const rule = (access: string, place: string): readonly string[] => [
    '--landlock-rule',
    `path-beneath:${access}:${place}`,
  ]
  return {
    name: 'landlock',
    program,
    before: [
      ...net,
      program,
      '--no-new-privs',
      '--landlock-access',
      'fs',
      ...readable(reads).flatMap((place) => rule('execute,read-file,read-dir', place)),
      ...temporary
        .filter((place) => existsSync(place))
        .flatMap((place) => rule('read-file,read-dir,write-file', place)),
      '--',
    ],
  }
}

/**
 * All ways that this machine may know, the best first; whether one works is to be tried. The last
 * takes the network alone.
 */
export const waysOf = (path: string, sight: Sight): readonly Way[] => {
  const [bwrap, unsharer, setpriv, shell] = ['bwrap', 'unshare', 'setpriv', 'sh'].map((name) =>
    find(path, name),
  )
  const nets =
    unsharer === undefined
      ? []
      : [['--net'], ['--map-root-user', '--net']].map((how) => [unsharer, ...how, '--'])
  return [
    ...(bwrap === undefined ? [] : [bubblewrap(bwrap, sight)]),
    ...(unsharer === undefined || setpriv === undefined || shell === undefined
      ? []
      : unshare(unsharer, shell, sight.hidden)),
    ...(setpriv === undefined ? [] : [...nets, []].map((net) => landlock(setpriv, net, sight))),
    ...nets.map((before): Way => ({ name: 'network', program: before[0] ?? '', before })),
  ]
}
