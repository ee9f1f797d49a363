import type { Examination, NotComputed } from '../../core/base/examination.ts'
import { makeFacts, notComputed } from './facts.ts'
import type { Programs, Reader } from './programs.ts'
import { FILE } from './run.ts'
import type { Ran } from './run.ts'

/**
 * Prints JSON with the group before each name, repeated tags too; stops at the end of what the
 * format is (-fast), follows nothing into streams, writes nothing. System and ExifTool are about
 * our temporary file and its reading, not about the evidence.
 */
const ARGUMENTS = [
  '-json',
  '-G1',
  '-a',
  '-s',
  '-fast',
  '-charset',
  'utf8',
  '-sep',
  ', ',
  '--System:all',
  '--ExifTool:all',
  FILE,
]
const MOST = 4 * 1_048_576
/** Too many tags to keep: these first. */
const FIRST =
  /gps|location|date|time|make$|model|software|creator|author|artist|owner|serial|copyright|lens|comment|description|title|history|originaldocumentid|documentid|instanceid|keys|encoder|handler/i
/** What the reader says of the format itself; a file that holds nothing else holds no metadata. */
const OF_THE_FORMAT =
  /^(?:File|Composite|JFIF|PNG|PNG-pHYs|RIFF|GIF|QuickTime|Track\d+|Meta|Matroska|Info|Ogg|Opus|Vorbis|PDF|ZIP|IFD1|ICC.*|Chapter\d*|MPEG|AAC|FLAC)$/

/** Why there is nothing to read of a run that did not end well. */
export const whyNot = (ran: Exclude<Ran, { status: 'ended' }>): NotComputed => {
  switch (ran.status) {
    case 'late':
      return 'too_slow'
    case 'swollen':
    case 'too_much':
      return 'too_large'
    case 'not_started':
    case 'stopped':
      return 'failed'
  }
}

const parse = (stdout: Buffer): Readonly<Record<string, unknown>> | undefined => {
  try {
    const said: unknown = JSON.parse(stdout.toString('utf8'))
    const first: unknown = Array.isArray(said) ? said[0] : undefined
    return typeof first === 'object' && first !== null
      ? (first as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

const rank = ([key]: readonly [string, unknown]): number =>
  (OF_THE_FORMAT.test(key.split(':', 1)[0] ?? '') ? 2 : 0) + (FIRST.test(key) ? 0 : 1)

export const readWithExiftool = async ({ exiftool }: Programs, read: Reader): Promise<Examination> => {
  if (exiftool === undefined) return notComputed('metadata', 'exiftool', 'tool_absent')
  const { tool } = exiftool
  const ran = await read(exiftool, ARGUMENTS, MOST)
  if (ran.status !== 'ended') return notComputed('metadata', tool, whyNot(ran))
  const tags = parse(ran.stdout)
  if (tags === undefined) return notComputed('metadata', tool, ran.code === 0 ? 'failed' : 'damaged')
  const facts = makeFacts()
  const entries = Object.entries(tags).filter(([key]) => key !== 'SourceFile')
  for (const [key, value] of entries.toSorted((a, b) => rank(a) - rank(b))) facts.put(key, value)
  if (facts.isEmpty()) return notComputed('metadata', tool, 'unsupported')
  const isMore = entries.some(
    ([key]) =>
      !OF_THE_FORMAT.test(key.split(':', 1)[0] ?? '') || /comment|gps|location|creat|date/i.test(key),
  )
  return { aspect: 'metadata', found: isMore ? 'found' : 'none', tool, facts: facts.all() }
}
