import type { Examination } from '../../core/base/examination.ts'
import type { ExaminerPicture, ExaminerReport } from '../../core/ports/examiner.ts'
import { readWithExiftool } from './exiftool.ts'
import { notComputed } from './facts.ts'
import { demuxerOf, isArchive, isHeic, isMoving, isPdf, isPicture, isSound } from './kinds.ts'
import { probe } from './probe.ts'
import type { Programs, Reader } from './programs.ts'
import type { ExaminationQuestion, Reply } from './protocol.ts'
import type { Filled } from './scratch.ts'
import { takeFrames } from './video.ts'
import type { VideoFrame } from './video.ts'
import { printVoice, readVoice } from './voice.ts'

const DIGEST_TOOL = `node ${process.versions.node}, openssl ${process.versions.openssl}`
/** A frame poorer than this in its PDQ is nearly of one colour: no poster where there is a better one. */
const POSTER_QUALITY = 50

/** What reads: the child, and programs on the file that is under examination. */
export type ReadingParts = {
  readonly ask: (
    op: ExaminationQuestion['op'],
    more?: Partial<ExaminationQuestion>,
    body?: Uint8Array,
  ) => Promise<Reply>
  readonly read: Reader
  readonly programs: Programs
}

export const digestOf = ({ sha256, md5, size }: Filled): Examination => ({
  aspect: 'digest',
  found: 'found',
  tool: DIGEST_TOOL,
  facts: { sha256, md5, size },
})

const rendered = (tool: string, facts: Examination['facts']): Examination => ({
  aspect: 'rendering',
  found: 'found',
  tool,
  facts,
})

/** Hash and small picture of each frame; the poster is the first frame that shows something. */
const readFrames = async (
  desk: ReadingParts,
  { tool, frames }: { readonly tool: string; readonly frames: readonly VideoFrame[] },
  turn: NonNullable<ExaminationQuestion['frame']>['turn'],
): Promise<Reply> => {
  const hashes: Record<string, string> = {}
  const pictures: ExaminerPicture[] = []
  let poster: ExaminerPicture | undefined
  let used = ''
  for (const [index, { width, height, pixels, seconds }] of frames.entries()) {
    const { pictures: made, pdq } = await desk.ask('frame', { frame: { index, width, height, turn } }, pixels)
    const [picture] = made
    if (picture !== undefined) {
      pictures.push({ ...picture, tool: `${tool}, ${picture.tool}` })
      used = picture.tool
    }
    if (pdq === undefined) continue
    hashes[`frame-${index}`] =
      `${pdq.hash} q${pdq.quality}${seconds === undefined ? '' : ` at ${seconds.toFixed(1)} s`}`
    if (pdq.quality >= POSTER_QUALITY) poster ??= pictures.at(-1)
  }
  poster ??= pictures[0]
  const count = Object.keys(hashes).length
  const hashTool = `PDQ 1, ${tool}`
  return {
    results: [
      count === 0
        ? notComputed('fingerprint', hashTool, 'failed')
        : { aspect: 'fingerprint', found: 'found', tool: hashTool, facts: { frames: count, ...hashes } },
      poster === undefined
        ? notComputed('rendering', tool, 'failed')
        : rendered(`${tool}, ${used}`, { frames: pictures.length, poster: poster.index }),
    ],
    pictures: poster === undefined ? [] : [{ ...poster, what: 'poster', index: 0 }, ...pictures],
  }
}

const readMoving = async (desk: ReadingParts, mime: string): Promise<Reply> => {
  const demuxer = demuxerOf(mime)
  const { result, turn, seconds } = await probe(desk.programs, demuxer, desk.read)
  const taken =
    demuxer === undefined
      ? ({ tool: desk.programs.ffmpeg?.tool ?? 'ffmpeg', why: 'unsupported' } as const)
      : await takeFrames(desk.programs, demuxer, seconds, desk.read)
  if ('why' in taken) {
    const none = (['fingerprint', 'rendering'] as const).map((aspect) =>
      notComputed(aspect, taken.tool, taken.why),
    )
    return { results: [result, ...none], pictures: [] }
  }
  const { results, pictures } = await readFrames(desk, taken, turn)
  return { results: [result, ...results], pictures }
}

const readSound = async (desk: ReadingParts, mime: string): Promise<Reply> => {
  const demuxer = demuxerOf(mime)
  const { result } = await probe(desk.programs, demuxer, desk.read)
  const print = await printVoice(desk.programs, demuxer, desk.read)
  return { results: [result, await readVoice(desk.programs, demuxer, desk.read), print], pictures: [] }
}

/** What only files of this kind have. */
const readKind = async (desk: ReadingParts, mime: string | undefined): Promise<Reply> => {
  if (isPicture(mime)) return desk.ask('fingerprint')
  if (isHeic(mime)) return desk.ask('heic')
  if (isPdf(mime)) return desk.ask('pages')
  if (mime !== undefined && isMoving(mime)) return readMoving(desk, mime)
  if (mime !== undefined && isSound(mime)) return readSound(desk, mime)
  return { results: [], pictures: [] }
}

/** A file that is kept in the scratch. */
export const examineKept = async (desk: ReadingParts, digest: Examination): Promise<ExaminerReport> => {
  const type = await desk.ask('type')
  const mime = type.mime
  const about = mime === undefined ? {} : { mime }
  const container = await desk.ask('container', about)
  const metadata = await desk.ask('metadata', about)
  // It would list the names in an archive, which say nothing of the file and much of a person.
  const exiftool =
    mime === undefined || isArchive(mime) ? [] : [await readWithExiftool(desk.programs, desk.read)]
  const provenance = await desk.ask('provenance', about)
  const [statement] = provenance.results
  const generation = await desk.ask('generation', {
    ...about,
    ...(statement === undefined ? {} : { provenance: { found: statement.found, facts: statement.facts } }),
  })
  const kind = await readKind(
    { ...desk, ask: (op, more, body) => desk.ask(op, { ...about, ...more }, body) },
    mime,
  )
  // ffprobe's view of a container that our reader cannot open stands instead of ours.
  const own = container.results.filter(
    ({ why }) => why !== 'unsupported' || !kind.results.some(({ aspect }) => aspect === 'container'),
  )
  return {
    ...about,
    results: [
      ...type.results,
      digest,
      ...own,
      ...kind.results.filter(({ aspect }) => aspect === 'container'),
      ...metadata.results,
      ...exiftool,
      ...provenance.results,
      ...generation.results,
      ...kind.results.filter(({ aspect }) => aspect !== 'container'),
    ],
    pictures: kind.pictures,
  }
}

/** A file that nobody opens here. */
export const tooLarge = (digest: Examination): ExaminerReport => ({
  results: [
    digest,
    ...(['type', 'container', 'metadata', 'provenance', 'generation'] as const).map((aspect) =>
      notComputed(aspect, 'amin reader 1', 'too_large'),
    ),
  ],
  pictures: [],
})
