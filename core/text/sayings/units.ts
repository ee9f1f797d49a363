/** A line of a text, or a sentence of one. */
export type Unit = { readonly start: number; readonly end: number }

/** Pieces that are read: what comes after them belongs to a story. */
const MOST_UNITS = 24
const UNIT = /[^\n.!?؟؛…]+[.!?؟؛…]*|[.!?؟؛…]+/gu

/** The lines and sentences of a text, without the white space around them. */
export const unitsOf = (text: string): readonly Unit[] => {
  const units: Unit[] = []
  for (const { 0: written, index } of text.matchAll(UNIT)) {
    const start = index + written.length - written.trimStart().length
    const end = index + written.trimEnd().length
    if (end > start) units.push({ start, end })
    if (units.length >= MOST_UNITS) break
  }
  return units
}
