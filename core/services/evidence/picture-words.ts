import type { Examination } from '../../base/examination.ts'
import { isFailure } from '../../base/failure.ts'
import { mebibytes } from '../../base/units.ts'
import { mediaAllowed } from '../../policy/conversation/gates.ts'
import type { PictureReader, PictureReading, Unread } from '../../ports/picture-reader.ts'
import { labelOf, valueOf } from '../../text/identifiers/label.ts'
import { readChat } from '../../text/reading/read-codes.ts'
import type { CaseState } from '../../model/state.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { Sealed } from './digest.ts'
import { readUpTo } from './stream.ts'

export type WordsPorts = Pick<CasePorts, 'checks' | 'flow' | 'log'> & { readonly pictures?: PictureReader }

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
 * reading: nothing here matches
 * cases, raises an urgency or answers a question.
 */
const factsOf = (
  reading: Extract<PictureReading, { status: 'read' }>,
  checks: CasePorts['checks'],
): Examination['facts'] => {
  const { header, bubbles, identifiers } = readChat(reading, checks)
  return Object.fromEntries([
    ['direction', reading.direction],
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
}

/**
 * Reads a sealed picture of a chat. Nothing for other files, where no reader is there, and, by law 10, where
 * the person turned out to be under
 * 18 or their age is not known. Whoever cannot read is said so, and the examination goes on: it never fails
 * for this.
 */
export const wordsOf = async (
  { pictures, checks, flow, log }: WordsPorts,
  state: CaseState,
  { mime, size }: Sealed,
  bytes: () => AsyncIterable<Uint8Array>,
): Promise<Examination | undefined> => {
  if (pictures === undefined || mime?.startsWith('image/') !== true) return undefined
  if (mediaAllowed(flow, state.conversation) !== 'open') return undefined
  if (size > LARGEST) return notRead(READER, 'too_large')
  const picture = await readUpTo(bytes(), LARGEST)
  try {
    const reading = await pictures.read(picture)
    if (reading.status === 'none') return unread(reading.why, reading.tool)
    return { aspect: 'reading', found: 'found', tool: reading.tool, facts: factsOf(reading, checks) }
  } catch (error) {
    if (!isFailure(error, 'part_unavailable')) throw error
    log.warn('a picture is not read', { error })
    return notRead(READER, 'tool_absent')
  }
}
