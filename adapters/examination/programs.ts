import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { find } from '../confine/find.ts'
import type { World } from '../confine/index.ts'
import { run } from './run.ts'
import type { Ran, Run } from './run.ts'

/** Programs of the machine that help to read, each found once. Nothing where the machine has none. */
export type Programs = {
  readonly ffmpeg?: Program
  readonly ffprobe?: Program
  readonly exiftool?: Program
  readonly perl?: string
}

export type Program = { readonly command: readonly string[]; readonly tool: string }

const PROBE = { ms: 10_000, residentBytes: 268_435_456 } as const
const MOST = 65_536
const exiftoolScript = (): string | undefined => {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve('exiftool-vendored.pl'))), 'bin', 'exiftool')
  } catch {
    return undefined
  }
}

const said = (ran: Ran): string =>
  ran.status === 'ended' && ran.code === 0 ? ran.stdout.toString('latin1') : ''

/**
 * `path`: folders as in PATH; only absolute ones are looked into. `folder`: where they are started.
 * Each is started in `world` even to be asked who it is.
 */
export const findPrograms = async (path: string, folder: string, world: World): Promise<Programs> => {
  const ask = async (...command: readonly string[]): Promise<string> =>
    said(await run({ command, folder, bounds: PROBE, most: MOST }))
  const perl = find(path, 'perl')
  const ffmpeg = find(path, 'ffmpeg')
  const ffprobe = find(path, 'ffprobe')
  const script = exiftoolScript()

  const held = [...world.before, ...world.program]

  const suite = async (name: string, file: string | undefined): Promise<Program | undefined> => {
    const version =
      file === undefined
        ? undefined
        : new RegExp(`^${name} version ([\\w.+~:-]{1,60})`).exec(await ask(...held, file, '-version'))?.[1]
    return file === undefined || version === undefined
      ? undefined
      : { command: [...held, file], tool: `${name} ${version}` }
  }
  const perlVersion =
    perl === undefined
      ? undefined
      : /^v?([\d.]{1,20})$/.exec((await ask(...held, perl, '-e', 'printf "%vd", $^V')).trim())?.[1]
  const exifVersion =
    perl === undefined || perlVersion === undefined || script === undefined
      ? undefined
      : /^([\d.]{1,20})$/.exec((await ask(...held, perl, script, '-config', '', '-ver')).trim())?.[1]
  const foundFfmpeg = await suite('ffmpeg', ffmpeg)
  const foundFfprobe = await suite('ffprobe', ffprobe)
  return {
    ...(foundFfmpeg === undefined ? {} : { ffmpeg: foundFfmpeg }),
    ...(foundFfprobe === undefined ? {} : { ffprobe: foundFfprobe }),
    ...(perl === undefined || script === undefined || exifVersion === undefined
      ? {}
      : {
          exiftool: {
            command: [...held, perl, script, '-config', ''],
            tool: `exiftool ${exifVersion}, perl ${perlVersion}`,
          },
        }),
    ...(perlVersion === undefined ? {} : { perl: perlVersion }),
  }
}

/** A program on the file under examination. */
export type Reader = (
  program: Program,
  args: readonly string[],
  most: number,
  onData?: Run['onData'],
) => Promise<Ran>
