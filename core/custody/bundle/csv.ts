/** Characters with which a spreadsheet begins a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A cell that no spreadsheet takes for a formula (a leading apostrophe makes it text), quoted where
 * RFC 4180 wants it.
 */
const cell = (value: string | number | undefined): string => {
  const plain = value === undefined ? '' : String(value)
  const text = typeof value === 'string' && FORMULA.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180: lines end in CRLF, the last too. */
export const writeCsv = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
