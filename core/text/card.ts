import { fromBase64 } from '../base/bytes.ts'

/** Longest card that is read, in UTF-16 units: cards carry pictures. */
const MOST_CARD = 262_144

const PICTURE = /^(?:[\w-]{1,40}\.)?(?:PHOTO|LOGO|SOUND|KEY)\b/i

/** RFC 2426 writes base64 behind the colon, RFC 6350 an address that holds it. */
const SHOWN = /^(?:[\w-]{1,40}\.)?PHOTO[^:]*:(?:data:image\/[\w.+-]{1,40};base64,)?([A-Za-z0-9+/]+={0,2})$/i

/** A long line goes on behind a space. */
const unfolded = (card: string): readonly string[] => card.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)

export const linesOfCard = (card: string): readonly string[] => unfolded(card.slice(0, MOST_CARD))

/** A card (vCard) without what it shows or plays. The same bytes where it holds none. */
export const withoutPictures = (card: string): string => {
  const lines = unfolded(card)
  const kept = lines.filter((line) => !PICTURE.test(line))
  const end = card.includes('\r\n') ? '\r\n' : '\n'
  return (kept.length === lines.length ? card : kept.join(end)).slice(0, MOST_CARD)
}

/** Cards of one message as they came, and without their pictures where they are too long with them. */
export const boundedCards = (cards: readonly string[]): readonly string[] =>
  cards.reduce((sum, card) => sum + card.length, 0) <= MOST_CARD ? cards : cards.map(withoutPictures)

/**
 * The first picture that stands in a card itself. One that is only named by an address is none: it
 * is never fetched.
 */
export const pictureOf = (card: string): Uint8Array | undefined => {
  const written = linesOfCard(card).flatMap((line) => SHOWN.exec(line)?.[1] ?? [])[0]
  return written === undefined ? undefined : fromBase64(written)
}
