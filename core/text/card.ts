/** Longest card that is read, in UTF-16 units: cards carry pictures. */
const MOST_CARD = 262_144

const PICTURE = /^(?:[\w-]{1,40}\.)?(?:PHOTO|LOGO|SOUND|KEY)\b/i

/** A long line goes on behind a space. */
export const linesOfCard = (card: string): readonly string[] =>
  card
    .slice(0, MOST_CARD)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)

/**
 * A card (vCard) without what it shows or plays: whoever may send no picture sends none inside of a
 * card either (law 10). The same bytes where it holds none.
 */
export const withoutPictures = (card: string): string => {
  const lines = linesOfCard(card)
  const kept = lines.filter((line) => !PICTURE.test(line))
  return kept.length === lines.length ? card.slice(0, MOST_CARD) : kept.join('\n')
}
