import type { Checks } from '../../ports/checks.ts'
import { fixed } from './hit.ts'
import type { Hit, Reading } from './hit.ts'
import { readAppLink, readLink } from './links.ts'
import { TAKEN } from './tokens.ts'

/** Things of each kind looked at in one text: each is checked outside, and more are a flood. */
const MOST_LOOKED = 100

const APP = /(?<![A-Za-z])(?:tg|whatsapp|viber|fb|instagram|snapchat):\/\/[!-~]{2,300}/gi
/** Anything but spaces and quotes after a scheme; where it ends is seen below. */
const LINK = /(?:https?:\/\/|(?<![A-Za-z0-9.@])www\.)[^\s<>"'`|\\^{}«»،؛\uE000]{3,500}/gi
const EMAIL =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+-])?@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9-])/g
/** A mail box with blanks about its sign, or "at" in brackets for it; "insta @name.me" is a name. */
const SPACED =
  /(?<![A-Za-z0-9._%+@-])[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+-])?(?:\s{0,2}@\s{1,2}|\s{0,2}[([]\s?at\s?[)\]]\s{0,2})(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9-])/gi
const SIGN = /\s*(?:@|[([]\s?at\s?[)\]])\s*/i
/** Before a sign with blanks these announce a name. */
const ANNOUNCES_NAME =
  /^(?:insta\w*|ig|tele\w*|tg|snap\w*|tik\w*|face\w*|fb|twitter|x|user\w*|name|account)@/i
const WALLET =
  /(?<![A-Za-z0-9])(?:0x[0-9a-fA-F]{40}|(?:bc1|BC1)[02-9ac-hj-np-zAC-HJ-NP-Z]{11,71}|[T13][1-9A-HJ-NP-Za-km-z]{25,34})(?![A-Za-z0-9])/g
const IBAN = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[ -]?[A-Za-z0-9]{3})/g
/** A host without a scheme, with a path or alone. */
const HOST =
  /(?<![A-Za-z0-9@._/-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,5}[A-Za-z]{2,24}(?::\d{1,5})?(?![A-Za-z0-9@-])(?:[/?][!#-&(-;=?-[\]_a-z~]{0,500})?/g
/** Endings that stand after a full stop by mistake too rarely to mean anything but a site ("stop.it", "tell.me" are no links). */
const SITES = /\.(?:com|net|org|info|io|co|app|xyz|site|online|club|shop|store|live|iq|krd)$/i

/** Longest IBAN (ISO 13616); Iraq's have 23. */
const MOST_IBAN = 34

const withoutTail = (text: string): string => {
  const trimmed = text.replace(/[.,;:!?)\]*'…؟]+$/u, '')
  // A bracket that was opened inside is part of it.
  return text[trimmed.length] === ')' && trimmed.includes('(') ? `${trimmed})` : trimmed
}

/** Arabic that follows a Latin letter at once is the next word, written without a space; after a slash it is part of the address. */
const withoutGlued = (text: string): string => {
  const glued = /[A-Za-z0-9_=%](?=[\u0080-\uFFFF])/.exec(text)
  return glued === null ? text : text.slice(0, glued.index + 1)
}

const readEmail = (raw: string, checks: Checks): Reading | undefined => {
  const normal = raw.toLowerCase()
  const [local = '', host = ''] = normal.split('@')
  if (checks.domain(host) === undefined) return undefined
  const google = host === 'gmail.com' || host === 'googlemail.com'
  const box = local.replace(/\+.*$/, '')
  const second = `${google ? box.replaceAll('.', '') : box}@${google ? 'gmail.com' : host}`
  return fixed('email', normal, ...new Set([`email:${normal}`, `email:${second}`]))
}

const readWallet = (raw: string, checks: Checks): Reading | undefined => {
  const wallet = checks.wallet(raw)
  return wallet === undefined ? undefined : fixed(wallet.chain, wallet.normal)
}

const readHost = (raw: string, checks: Checks): Reading | undefined => {
  const host = /^[^/?:]+/.exec(raw)?.[0] ?? ''
  if (checks.domain(host) === undefined) return undefined
  return raw.length > host.length + 1 || SITES.test(host) ? readLink(raw, checks) : undefined
}

/** A text from which what was found is taken out, with the places kept. */
export type Search = { left: string; readonly hits: Hit[] }

const take = (search: Search, hit: Hit): void => {
  search.hits.push(hit)
}

const search = (
  found: Search,
  pattern: RegExp,
  read: (match: string) => { readonly text: string; readonly reading: Reading } | undefined,
): void => {
  let looked = 0
  found.left = found.left.replace(pattern, (match, ...rest) => {
    looked += 1
    const at = rest.find((value): value is number => typeof value === 'number') ?? 0
    const one = looked > MOST_LOOKED ? undefined : read(match)
    if (one === undefined) return match
    take(found, { from: at, to: at + one.text.length, reading: one.reading })
    return TAKEN.repeat(one.text.length) + match.slice(one.text.length)
  })
}

/** The account number that begins at a place: letters and digits with at most one space or dash between, ending where a word ends. */
const ibanAt = (
  left: string,
  from: number,
  checks: Checks,
): { readonly to: number; readonly normal: string } | undefined => {
  let compact = ''
  let best: { readonly to: number; readonly normal: string } | undefined
  for (let i = from; i < left.length && compact.length < MOST_IBAN; i += 1) {
    const character = left[i] ?? ''
    if (/[A-Za-z0-9]/.test(character)) {
      compact += character
      if (compact.length < 15 || /[A-Za-z0-9]/.test(left[i + 1] ?? '')) continue
      const normal = checks.iban(compact)
      if (normal !== undefined) best = { to: i + 1, normal }
    } else if (!/[ -]/.test(character) || !/[A-Za-z0-9]/.test(left[i + 1] ?? '')) break
  }
  return best
}

const searchIbans = (found: Search, checks: Checks): void => {
  let looked = 0
  for (const { index } of found.left.matchAll(IBAN)) {
    looked += 1
    if (looked > MOST_LOOKED) return
    const iban = found.left[index] === TAKEN ? undefined : ibanAt(found.left, index, checks)
    if (iban === undefined) continue
    take(found, { from: index, to: iban.to, reading: fixed('iban', iban.normal) })
    found.left = found.left.slice(0, index) + TAKEN.repeat(iban.to - index) + found.left.slice(iban.to)
  }
}

/** Links, e-mail addresses, wallets and IBANs: what its own shape and check sum tell, whatever the words around it. */
export const readCodes = (plain: string, checks: Checks): Search => {
  // The mark of what was found must not stand in a text by itself.
  const found: Search = { left: plain.replaceAll(TAKEN, ' '), hits: [] }
  const dotted = plain.includes('.')
  const linked = (read: (raw: string, checks: Checks) => Reading | undefined) => (match: string) => {
    const text = withoutTail(withoutGlued(match))
    const reading = read(text, checks)
    return reading === undefined ? undefined : { text, reading }
  }
  if (plain.includes('://')) search(found, APP, linked(readAppLink))
  if (dotted) search(found, LINK, linked(readLink))
  if (dotted && plain.includes('@'))
    search(found, EMAIL, (text) => {
      const reading = readEmail(text, checks)
      return reading === undefined ? undefined : { text, reading }
    })
  if (dotted && (plain.includes('@') || /[([]\s?at\s?[)\]]/i.test(plain)))
    search(found, SPACED, (text) => {
      const joined = text.replace(SIGN, '@')
      const reading = ANNOUNCES_NAME.test(joined) ? undefined : readEmail(joined, checks)
      return reading === undefined ? undefined : { text, reading }
    })
  search(found, WALLET, (text) => {
    const reading = readWallet(text, checks)
    return reading === undefined ? undefined : { text, reading }
  })
  searchIbans(found, checks)
  if (dotted) search(found, HOST, linked(readHost))
  return found
}
