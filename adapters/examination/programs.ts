import { accessSync, constants, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'
import type { Ran, Run } from './run.ts'

/** Programs of the machine that help to read, each found once. Nothing where the machine has none. */
export type Programs = {
  readonly ffmpeg?: Program
  readonly ffprobe?: Program
  readonly exiftool?: Program
  readonly perl?: string
  /** What takes the network from a command, to be put before it; empty where it may not be used here. */
  readonly withoutNetwork: readonly string[]
  /** What bounds a command's memory and processor time; empty where it is not there. */
  readonly bounded: readonly string[]
  readonly unshareVersion?: string
  readonly prlimitVersion?: string
}

export type Program = { readonly command: readonly string[]; readonly tool: string }

const PROBE = { ms: 10_000, residentBytes: 268_435_456 } as const
const MOST = 65_536
/** ffmpeg with its libraries starts in 0.4 GB of addresses; frames of 40 megapixels fit into the rest. */
const ADDRESS_BYTES = 2_147_483_648
const PROCESSOR_SECONDS = 60
/** Nothing is written, nothing dumped, few files opened. */
const PRLIMIT = [`--as=${ADDRESS_BYTES}`, `--cpu=${PROCESSOR_SECONDS}`, '--fsize=0', '--core=0', '--nofile=64', '--']

const find = (path: string, name: string): string | undefined =>
  path
    .split(':')
    .filter((folder) => folder.startsWith('/'))
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return statSync(file).isFile()
      } catch {
        return false
      }
    })

const exiftoolScript = (): string | undefined => {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve('exiftool-vendored.pl'))), 'bin', 'exiftool')
  } catch {
    return undefined
  }
}

const said = (ran: Ran): string => (ran.status === 'ended' && ran.code === 0 ? ran.stdout.toString('latin1') : '')

/** `path`: folders as in PATH; only absolute ones are looked into. `folder`: where they are started. */
export const findPrograms = async (path: string, folder: string): Promise<Programs> => {
  const ask = async (...command: readonly string[]): Promise<string> => said(await run({ command, folder, bounds: PROBE, most: MOST }))
  const works = async (command: readonly string[], echo: string): Promise<boolean> =>
    (await ask(...command, echo, 'works')).trim() === 'works'

  const echo = find(path, 'echo') ?? '/bin/echo'
  const unshare = find(path, 'unshare')
  const prlimit = find(path, 'prlimit')
  const perl = find(path, 'perl')
  const ffmpeg = find(path, 'ffmpeg')
  const ffprobe = find(path, 'ffprobe')
  const script = exiftoolScript()

  const ways =
    unshare === undefined
      ? []
      : [
          [unshare, '--net', '--'],
          [unshare, '--map-root-user', '--net', '--'],
        ]
  let withoutNetwork: readonly string[] = []
  for (const way of ways) if (withoutNetwork.length === 0 && (await works(way, echo))) withoutNetwork = way
  const wanted = prlimit === undefined ? [] : [prlimit, ...PRLIMIT]
  const bounded = wanted.length > 0 && (await works(wanted, echo)) ? wanted : []
  const held = [...withoutNetwork, ...bounded]

  const suite = async (name: string, file: string | undefined): Promise<Program | undefined> => {
    const version =
      file === undefined ? undefined : new RegExp(`^${name} version ([\\w.+~:-]{1,60})`).exec(await ask(...held, file, '-version'))?.[1]
    return file === undefined || version === undefined ? undefined : { command: [...held, file], tool: `${name} ${version}` }
  }
  const perlVersion = perl === undefined ? undefined : /^v?([\d.]{1,20})$/.exec((await ask(perl, '-e', 'printf "%vd", $^V')).trim())?.[1]
  const exifVersion =
    perl === undefined || perlVersion === undefined || script === undefined
      ? undefined
      : /^([\d.]{1,20})$/.exec((await ask(...held, perl, script, '-config', '', '-ver')).trim())?.[1]
  const foundFfmpeg = await suite('ffmpeg', ffmpeg)
  const foundFfprobe = await suite('ffprobe', ffprobe)
  const linuxUtils = async (file: string | undefined): Promise<string | undefined> =>
    file === undefined ? undefined : /util-linux ([\d.]{1,20})/.exec(await ask(file, '--version'))?.[1]
  const unshareVersion = withoutNetwork.length > 0 ? await linuxUtils(unshare) : undefined
  const prlimitVersion = bounded.length > 0 ? await linuxUtils(prlimit) : undefined
  return {
    ...(foundFfmpeg === undefined ? {} : { ffmpeg: foundFfmpeg }),
    ...(foundFfprobe === undefined ? {} : { ffprobe: foundFfprobe }),
    ...(perl === undefined || script === undefined || exifVersion === undefined
      ? {}
      : { exiftool: { command: [...held, perl, script, '-config', ''], tool: `exiftool ${exifVersion}, perl ${perlVersion}` } }),
    ...(perlVersion === undefined ? {} : { perl: perlVersion }),
    withoutNetwork,
    bounded,
    ...(unshareVersion === undefined ? {} : { unshareVersion }),
    ...(prlimitVersion === undefined ? {} : { prlimitVersion }),
  }
}

/** A program on the file under examination. */
export type Reader = (program: Program, args: readonly string[], most: number, onData?: Run['onData']) => Promise<Ran>
