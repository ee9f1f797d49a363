/** Light modules around the code, without which no phone finds it (ISO/IEC 18004: 4). */
const QUIET = 4
/** Dark on light whatever the terminal's colours are. */
const INK = '\u001b[30;47m'
const PLAIN = '\u001b[0m'

/**
 * A QR code as text for a terminal: two rows of modules a line, in half blocks. `modules`: rows,
 * true for dark.
 */
export const drawQr = (modules: readonly (readonly boolean[])[]): string => {
  const size = modules.length + 2 * QUIET
  const dark = (x: number, y: number): boolean => modules[y - QUIET]?.[x - QUIET] === true
  const line = (y: number): string =>
    Array.from({ length: size }, (_, x) =>
      dark(x, y) ? (dark(x, y + 1) ? '█' : '▀') : dark(x, y + 1) ? '▄' : ' ',
    ).join('')
  return Array.from({ length: Math.ceil(size / 2) }, (_, row) => `${INK}${line(2 * row)}${PLAIN}`).join('\n')
}
