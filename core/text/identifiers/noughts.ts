/**
 * A piece of digits in which the letter O stands for a nought, or a small L or large I for a one; not a part
 * of a name, an address or a link.
 */
const PIECES = /(?<![A-Za-z0-9@_./-])[0-9oOlI]{3,16}(?![A-Za-z0-9@_/])/g
/** Digits that a piece must have beside them: "o77o" is one, "ooo" and "lol" are words. */
const LEAST_DIGITS = 3
const LEAST_WITH_ONES = 8

/**
 * The text with the letters that people write for noughts and ones inside of numbers made digits; of equal
 * length.
 */
export const withNoughts = (plain: string): string =>
  plain.replace(PIECES, (piece) => {
    const digits = piece.replace(/\D/g, '').length
    if (digits === piece.length || digits < LEAST_DIGITS) return piece
    if (/[lI]/.test(piece) && digits < LEAST_WITH_ONES) return piece
    return piece.replace(/[oO]/g, '0').replace(/[lI]/g, '1')
  })
