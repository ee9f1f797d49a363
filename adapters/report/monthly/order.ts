import type { ReportPiece } from '../part.ts'
import type { Text } from '../text.ts'
import type { MonthlyDocument, Sheet } from './sheet.ts'

/** What template/monthly.typ is given. */
export type MonthlySheet = Pick<MonthlyDocument, 'lang' | 'rtl' | 'title' | 'author'> & {
  readonly sheet: Sheet<readonly ReportPiece[]>
}

/** What the child is given: `length (u32, big-endian) | JSON`, as for a case (../frame.ts). */
export const writeMonthlyOrder = (monthly: MonthlyDocument): readonly Uint8Array[] => {
  const head = Buffer.from(JSON.stringify({ monthly }), 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(head.length)
  return [length, head]
}

/** Nothing where the order is for a case. Imported by the child. */
export const readMonthlyOrder = (bytes: Buffer): MonthlyDocument | undefined =>
  (
    JSON.parse(bytes.toString('utf8', 4, 4 + bytes.readUInt32BE(0))) as {
      readonly monthly?: MonthlyDocument
    }
  ).monthly

/** Each line of words as pieces that keep their direction; everything else as it is. */
const inPieces = (value: unknown, line: (text: string) => readonly ReportPiece[]): unknown => {
  if (typeof value === 'string') return line(value)
  if (Array.isArray(value)) return value.map((one) => inPieces(one, line))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inPieces(one, line)]))
}

export const setInPieces = (
  { sheet, lang, rtl, title, author }: MonthlyDocument,
  text: Text,
): MonthlySheet => ({
  lang,
  rtl,
  title,
  author,
  sheet: inPieces(sheet, (line) => text.line(line, rtl)) as MonthlySheet['sheet'],
})
