const SEPARATORS = [',', ';', '\t'] as const

/** What parts the cells: whatever stands most often in the first line outside of quotes. */
const separatorOf = (text: string): string => {
  const [line = ''] = text.replaceAll(/"[^"]*"/g, '').split('\n', 1)
  const counts = SEPARATORS.map((separator) => line.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

export type Sheet = readonly (readonly string[])[]

/**
 * The rows of a sheet as spreadsheets write it (RFC 4180; parted by commas, semicolons or tabs, by
 * the language of the machine). `undefined`: a quote is opened that nothing closes, so that no cell
 * after it is sure. Rows without a word are kept, so that numbers of rows are those of the sheet.
 */
export const readSheet = (file: string): Sheet | undefined => {
  const text = file.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i)
    if (quoted && character === '"' && text.charAt(i + 1) === '"') {
      cell += '"'
      i += 1
    } else if (character === '"' && (quoted || cell === '')) quoted = !quoted
    else if (quoted) cell += character
    else if (character === separator) endCell()
    else if (character === '\n' || character === '\r') endRow()
    else cell += character
  }
  if (quoted) return undefined
  if (cell !== '' || row.length > 0) endRow()
  return rows
}
