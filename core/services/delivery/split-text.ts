/** Where to cut, best place first: between paragraphs, lines, words. */
const SEAMS = ['\n\n', '\n', ' '] as const
/** A cut earlier than this share of the room would make pieces for nothing. */
const EARLIEST = 0.3

const isLateHalf = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(at))

const cutAt = (text: string, most: number): number => {
  for (const seam of SEAMS) {
    const at = text.lastIndexOf(seam, most)
    if (at >= most * EARLIEST) return at
  }
  // Not between the two halves of one character.
  return isLateHalf(text, most) ? most - 1 : most
}

/**
 * Pieces of at most `most` UTF-16 units, cut between paragraphs where it can be, without the white
 * space at the cuts.
 */
const pieces = (text: string, most: number): readonly string[] => {
  const cut: string[] = []
  let rest = text.trim()
  while (rest.length > most) {
    const at = cutAt(rest, most)
    cut.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  if (rest !== '') cut.push(rest)
  return cut
}

/** The first seam that leaves at most `most` behind it. */
const tailAt = (text: string, most: number): number => {
  const first = text.length - most
  for (const seam of SEAMS) {
    const at = text.indexOf(seam, first)
    if (at >= 0 && text.length - at >= most * EARLIEST) return at
  }
  return isLateHalf(text, first) ? first + 1 : first
}

/** The same, the last piece no longer than `mostLast`: what stands over buttons has less room. */
export const splitText = (text: string, most: number, mostLast = most): readonly string[] => {
  const whole = text.trim()
  if (whole.length <= mostLast || mostLast >= most) return pieces(whole, most)
  const at = tailAt(whole, mostLast)
  return [...pieces(whole.slice(0, at), most), whole.slice(at).trim()]
}
