import type { ReportInput } from '../../core/custody/bundle/report-input.ts'
import type { Vocabulary } from './words.ts'

/**
 * What the child is given: `length (u32, big-endian) | JSON | pictures one after the other`. The
 * JSON is the input without the bytes of its previews, whose lengths stand beside. Imported by the
 * child.
 */
export type Order = {
  readonly input: ReportInput
  readonly vocabularies: { readonly a: Vocabulary; readonly b: Vocabulary }
  /** By the id of the item. */
  readonly previews: ReadonlyMap<string, Uint8Array>
}

/** The blurred previews are 5 to 20 kB; larger ones are somebody's mistake and would swell the report. */
const MOST_PREVIEW = 262_144
const EMPTY = new Uint8Array()

type Head = Omit<Order, 'previews'> & { readonly lengths: readonly (readonly [id: string, length: number])[] }

export const writeOrder = (
  input: ReportInput,
  vocabularies: Order['vocabularies'],
): readonly Uint8Array[] => {
  const pictures: Uint8Array[] = []
  const lengths: (readonly [string, number])[] = []
  const evidence = input.evidence.map((item) => {
    if (item.preview === undefined) return item
    const { bytes } = item.preview
    if (bytes.length > MOST_PREVIEW) return { ...item, preview: undefined }
    pictures.push(bytes)
    lengths.push([item.id, bytes.length])
    return { ...item, preview: { ...item.preview, bytes: EMPTY } }
  })
  const head = Buffer.from(JSON.stringify({ input: { ...input, evidence }, vocabularies, lengths }), 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(head.length)
  return [length, head, ...pictures]
}

export const readOrder = (bytes: Buffer): Order => {
  const end = 4 + bytes.readUInt32BE(0)
  const { input, vocabularies, lengths } = JSON.parse(bytes.toString('utf8', 4, end)) as Head
  const previews = new Map<string, Uint8Array>()
  let at = end
  for (const [id, length] of lengths) {
    previews.set(id, bytes.subarray(at, at + length))
    at += length
  }
  return { input, vocabularies, previews }
}

export const readAll = async (source: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of source) pieces.push(piece)
  return Buffer.concat(pieces)
}
