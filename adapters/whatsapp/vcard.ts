/** Longest card that is read, in UTF-16 units: cards carry pictures. */
const MOST_CARD = 100_000
const MOST_PHONES = 20
const MOST_VALUE = 200

const unescape = (value: string): string =>
  value.replace(/\\([\\,;:n])/gi, (_, mark: string) => (mark.toLowerCase() === 'n' ? ' ' : mark)).trim()

/** `item1.TEL;type=CELL;waid=964…:+964 …` and `FN:…`, as WhatsApp writes them (RFC 2426). */
const LINE = /^(?:[\w-]{1,40}\.)?(TEL|FN)((?:;[^:]{0,500})?):(.{0,1000})$/i
const WAID = /;waid=(\d{5,20})/i

const PICTURE = /^(?:[\w-]{1,40}\.)?(?:PHOTO|LOGO|SOUND|KEY)\b/i

/** A long line goes on behind a space. */
const linesOf = (card: string): readonly string[] =>
  card
    .slice(0, MOST_CARD)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)

/** The card without what it shows or plays. */
export const withoutPictures = (card: string): string =>
  linesOf(card)
    .filter((line) => !PICTURE.test(line))
    .join('\n')

/** The name and the numbers on a contact card. A number that is given only as an account counts too. */
export const readVcard = (card: string): { readonly name?: string; readonly phones: readonly string[] } => {
  const phones: string[] = []
  let name: string | undefined
  for (const line of linesOf(card)) {
    const [, field = '', settings = '', value = ''] = LINE.exec(line) ?? []
    const said = unescape(value).slice(0, MOST_VALUE)
    if (field.toUpperCase() === 'FN' && said !== '') name ??= said
    if (field.toUpperCase() !== 'TEL' || phones.length >= MOST_PHONES) continue
    const account = WAID.exec(settings)?.[1]
    const phone = said === '' ? (account === undefined ? '' : `+${account}`) : said.replace(/^tel:/i, '')
    if (phone !== '' && !phones.includes(phone)) phones.push(phone)
  }
  return { ...(name === undefined ? {} : { name }), phones }
}
