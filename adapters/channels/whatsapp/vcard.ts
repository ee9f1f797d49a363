import { linesOfCard } from '../../../core/text/card.ts'

const MOST_PHONES = 20
const MOST_VALUE = 200

const unescape = (value: string): string =>
  value.replace(/\\([\\,;:n])/gi, (_, mark: string) => (mark.toLowerCase() === 'n' ? ' ' : mark)).trim()

/** `item1.TEL;type=CELL;waid=964…:+964 …` and `FN:…`, as WhatsApp writes them (RFC 2426). */
const LINE = /^(?:[\w-]{1,40}\.)?(TEL|FN)((?:;[^:]{0,500})?):(.{0,1000})$/i
const WAID = /;waid=(\d{5,20})/i

/** The name and the numbers on a contact card. A number that is given only as an account counts too. */
export const readVcard = (card: string): { readonly name?: string; readonly phones: readonly string[] } => {
  const phones: string[] = []
  let name: string | undefined
  for (const line of linesOfCard(card)) {
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
