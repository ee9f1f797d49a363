import type { EvidenceState } from '../../../../core/model/exhibits.ts'
import type { ReadPicture } from '../../../../core/model/reading-events.ts'
import { labelOf, valueOf } from '../../../../core/text/identifiers/label.ts'
import type { PictureWords } from '../../contract/evidence.ts'

type Area = PictureWords['bubbles'][number]['area']
type Box = ReadPicture['bubbles'][number]['box']

const WHOLE = 1_000

const areaOf = ({ width, height }: ReadPicture, { left, top, right, bottom }: Box): Area => {
  const part = (value: number, of: number): number =>
    Math.min(WHOLE, Math.max(0, Math.round((WHOLE * value) / of)))
  return {
    left: part(left, width),
    top: part(top, height),
    right: part(right, width),
    bottom: part(bottom, height),
  }
}

/** The head of the screen ends where its first bubble begins. */
const headOf = (read: ReadPicture): Area =>
  areaOf(read, {
    left: 0,
    top: 0,
    right: read.width,
    bottom: Math.min(read.height, ...read.bubbles.map(({ box }) => box.top)),
  })

const BUBBLE = /^bubble\d+$/
/** Facts of a bubble: who wrote it, how well it was read, its words. */
const FACT = /^\w+ \(\d+%\): /

/**
 * The words of a picture bubble by bubble, with the codes to be confirmed; nothing where it was not
 * read, or read before places were kept.
 */
export const presentReading = (
  item: EvidenceState,
  names: ReadonlyMap<string, string>,
): PictureWords | undefined => {
  const { read } = item
  const result = item.examined?.findLast(({ aspect, found }) => aspect === 'reading' && found === 'found')
  if (read === undefined || result === undefined) return undefined
  const texts = Object.entries(result.facts).flatMap(([name, value]) =>
    BUBBLE.test(name) ? [String(value).replace(FACT, '')] : [],
  )
  const header = result.facts['header']
  return {
    tool: result.tool,
    ...(header === undefined ? {} : { header: String(header) }),
    bubbles: read.bubbles.map(({ side, box, confidence }, i) => ({
      side,
      text: texts[i] ?? '',
      confidence,
      area: areaOf(read, box),
    })),
    codes: read.codes.map(({ identifier, sure, bubble }, place) => {
      const box = bubble === undefined ? undefined : read.bubbles[bubble]?.box
      const judged = item.judged?.[place]
      return {
        place,
        type: labelOf(identifier),
        value: valueOf(identifier),
        raw: identifier.raw,
        sure,
        area: box === undefined ? headOf(read) : areaOf(read, box),
        ...(judged === undefined
          ? {}
          : {
              judged: {
                verdict: judged.verdict,
                ...(judged.by.kind === 'agent' ? { by: names.get(judged.by.agent) ?? judged.by.alias } : {}),
                ...(judged.value === undefined ? {} : { value: judged.value.replace(/^(?:u|id|inv):/, '') }),
              },
            }),
      }
    }),
  }
}
