/** Where to cut, best place first: between paragraphs, lines, words. */
const SEAMS = ['\n\n', '\n', ' '] as const
/** A cut earlier than this share of the room would make pieces for nothing. */
const EARLIEST = 0.3

const cutAt = (text: string, most: number): number => {
  for (const seam of SEAMS) {
    const at = text.lastIndexOf(seam, most)
    if (at >= most * EARLIEST) return at
  }
  // Not between the two halves of one character.
  return /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most
}

/** Pieces of at most `most` UTF-16 units, cut between paragraphs where it can be, without the white space at the cuts. */
export const splitText = (text: string, most: number): readonly string[] => {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > most) {
    const at = cutAt(rest, most)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  if (rest !== '') pieces.push(rest)
  return pieces
}
