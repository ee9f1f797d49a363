import { CRISIS_LABELS, IN_PICTURE, type CrisisLabel } from '../../base/danger.ts'
import type { Examination } from '../../base/examination.ts'
import { isFailure } from '../../base/failure.ts'
import { mebibytes, type Instant } from '../../base/units.ts'
import { untrusted, type Untrusted } from '../../base/untrusted.ts'
import type { PictureHit, ReadPicture } from '../../model/reading-events.ts'
import type { CaseState } from '../../model/state.ts'
import { withHoursLeft } from '../../policy/conversation/hours-left.ts'
import { mediaAllowed } from '../../policy/conversation/gates.ts'
import type { PictureReader, PictureReading, Unread } from '../../ports/picture-reader.ts'
import { labelOf, valueOf } from '../../text/identifiers/label.ts'
import { yearOf } from '../../text/danger/ages.ts'
import { identifierPlaces } from '../../text/identifiers/extract.ts'
import { readChat, type ChatText } from '../../text/reading/read-codes.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { withOpinions } from '../casebook/second-opinion.ts'
import type { Sealed } from './digest.ts'
import { readUpTo } from '../../base/stream.ts'

export type WordsPorts = Pick<CasePorts, 'checks' | 'flow' | 'log' | 'crisis' | 'sentences' | 'clock'> & {
  readonly pictures?: PictureReader
}

type Read = Extract<PictureReading, { status: 'read' }>
type Danger = { readonly hit: PictureHit; readonly sentence: Untrusted }

/** `read` and `dangers`: where there was something to read. */
export type PictureWords = {
  readonly result: Examination
  readonly read?: ReadPicture
  readonly dangers?: readonly Danger[]
}

/** Bubbles that were read worse than this raise nothing: what they say is guessing. */
const LEAST_READ = 0.6

/** The bound of whoever reads (adapters/ocr); larger pictures are evidence like any other. */
const LARGEST = mebibytes(64)
/** Where nobody answered: its own name stands with each reading that there is. */
const READER = 'amin chat reader'

const notRead = (tool: string, why: Exclude<Examination['why'], undefined>): Examination => ({
  aspect: 'reading',
  found: 'not_computed',
  why,
  tool,
  facts: {},
})

const unread = (why: Unread, tool: string): Examination => {
  switch (why) {
    case 'not_a_picture':
    case 'not_a_chat':
      return { aspect: 'reading', found: 'none', tool, facts: {} }
    case 'unsupported':
    case 'damaged':
    case 'too_large':
    case 'too_slow':
    case 'failed':
      return notRead(tool, why)
  }
}

const numbered = (name: string, n: number): string => `${name}${String(n + 1).padStart(2, '0')}`

/**
 * What stands in the picture, as facts: bubble by bubble with who wrote it, then codes. They are a machine's
 * reading: nothing here matches cases before somebody confirmed it, or answers a question.
 */
const factsOf = ({ direction }: Read, { header, bubbles, identifiers }: ChatText): Examination['facts'] =>
  Object.fromEntries([
    ['direction', direction],
    ...(header === undefined ? [] : [['header', header]]),
    ...bubbles.map(({ side, text, confidence }, i) => [
      numbered('bubble', i),
      `${side} (${Math.round(100 * confidence)}%): ${text}`,
    ]),
    ...identifiers.map((one, i) => [
      numbered('code', i),
      `${labelOf(one)} ${one.sure ? '' : '(?) '}${valueOf(one)}`,
    ]),
  ])

/** Where the words stand, and the codes as they could be confirmed. */
const placesOf = ({ size, bubbles: boxes }: Read, { bubbles, identifiers }: ChatText): ReadPicture => ({
  ...size,
  bubbles: bubbles.map(({ side, confidence }, i) => ({
    side,
    box: boxes[i]?.box ?? { left: 0, top: 0, right: 0, bottom: 0 },
    confidence: Math.round(100 * confidence),
  })),
  codes: identifiers.map(({ sure, bubble, ...identifier }) => ({
    identifier,
    sure,
    ...(bubble === undefined ? {} : { bubble }),
  })),
})

/** What the other side may threaten with; their own despair, or their age, is none of the person's. */
const THREATS: ReadonlySet<CrisisLabel> = new Set<CrisisLabel>([
  'violence',
  'sexual_abuse',
  'meeting',
  'deadline',
])

/** Stands in the place of a code: a number is no hour and no age, and nothing around it moves. */
const blank = (text: string, checks: CasePorts['checks']): string =>
  identifierPlaces(text, checks).reduce(
    (words, { found, end }) => words.slice(0, found.start) + ' '.repeat(end - found.start) + words.slice(end),
    text,
  )

/**
 * Danger in what the other side wrote, each kind once: never sure, and never the person's own wish
 * to die. Only bubbles that are theirs for certain are read.
 */
const dangersOf = (
  { crisis, checks }: WordsPorts,
  { bubbles }: ChatText,
  now: Instant,
): readonly Danger[] => {
  const found = bubbles.flatMap(({ side, text, confidence }) => {
    if (side !== 'them' || confidence < LEAST_READ) return []
    const words = blank(text, checks)
    return withHoursLeft(crisis.read(words, yearOf(now)), words, now).flatMap((hit) =>
      THREATS.has(hit.label) ? [{ hit, sentence: untrusted(text.slice(hit.start, hit.end)) }] : [],
    )
  })
  return CRISIS_LABELS.flatMap((label): readonly Danger[] => {
    const first = found.find(({ hit }) => hit.label === label)
    if (first === undefined) return []
    const { start, end, about } = first.hit
    const hit = { label, hard: false, rule: `${IN_PICTURE}${label}`, start, end, about } as const
    return [{ hit, sentence: first.sentence }]
  })
}

/**
 * Reads a sealed picture of a chat. Nothing for other files, where no reader is there, and, by law 10, where
 * the person turned out to be under
 * 18 or their age is not known. Whoever cannot read is said so, and the examination goes on: it never fails
 * for this.
 */
export const wordsOf = async (
  ports: WordsPorts,
  state: CaseState,
  { mime, size }: Sealed,
  bytes: () => AsyncIterable<Uint8Array>,
): Promise<PictureWords | undefined> => {
  const { pictures, flow, log } = ports
  if (pictures === undefined || mime?.startsWith('image/') !== true) return undefined
  if (mediaAllowed(flow, state.conversation) !== 'open') return undefined
  if (size > LARGEST) return { result: notRead(READER, 'too_large') }
  const picture = await readUpTo(bytes(), LARGEST)
  try {
    const reading = await pictures.read(picture)
    if (reading.status === 'none') return { result: unread(reading.why, reading.tool) }
    const { tool } = reading
    const chat = readChat(reading, ports.checks)
    const now = ports.clock.now()
    const dangers = await withOpinions(ports, (crisis) => dangersOf({ ...ports, crisis }, chat, now))
    return {
      result: { aspect: 'reading', found: 'found', tool, facts: factsOf(reading, chat) },
      read: placesOf(reading, chat),
      dangers,
    }
  } catch (error) {
    if (!isFailure(error, 'part_unavailable')) throw error
    log.warn('a picture is not read', { error })
    return { result: notRead(READER, 'tool_absent') }
  }
}
