import { fold, latinDigits } from '../../text/fold.ts'
import type { Inbound, InboundBody } from '../../base/message.ts'
import { untrusted, type Untrusted } from '../../base/untrusted.ts'

/** What stands where a secret stood. */
const MARK = '•'
const REDACTED = untrusted(MARK.repeat(4))

/** A longer message is told, not kept secret. */
const LONGEST = 64
/** Numbers are looked for in messages up to this length: a PIN that slips out stands in a short one. */
const LONGEST_WITH_NUMBERS = 200
/** Most numbers of one message that are compared: each costs a slow hash. */
const MOST_NUMBERS = 2

const NUMBERS = /[\d٠-٩۰-۹]+/g

/** As it is hashed and compared: folded like a command; digits together, however they were grouped. */
export const secretOf = (text: string): string => {
  const folded = fold(text)
  return /^[\d ]+$/.test(folded) ? folded.replaceAll(' ', '') : folded
}

/** Four to twelve digits, or one word of three to thirty-two letters and digits. */
export const isSecret = (secret: string): boolean =>
  /^\d{4,12}$/.test(secret) || /^\p{L}[\p{L}\p{N}]{2,31}$/u.test(secret)

/** A message that is one word or number alone; nothing where it is more. */
export const aloneIn = (body: InboundBody): string | undefined => {
  const text =
    body.kind === 'text'
      ? body.text
      : body.kind === 'media'
        ? body.caption
        : body.kind === 'start'
          ? body.payload
          : undefined
  if (text === undefined || text.length > LONGEST) return undefined
  const secret = secretOf(text)
  return isSecret(secret) ? secret : undefined
}

const textsIn = (body: InboundBody): readonly Untrusted[] => {
  switch (body.kind) {
    case 'text':
      return [body.text]
    case 'media':
      return body.caption === undefined ? [] : [body.caption]
    case 'contact':
      return [body.name, body.phone].filter((part) => part !== undefined)
    default:
      return []
  }
}

/** Numbers in a short message that may be a PIN. */
export const numbersIn = (body: InboundBody): readonly string[] => {
  const short = textsIn(body).filter((text) => text.length <= LONGEST_WITH_NUMBERS)
  const numbers = short.flatMap((text) => [...text.matchAll(NUMBERS)].map(([run]) => latinDigits(run)))
  return [...new Set(numbers.filter(isSecret))].slice(0, MOST_NUMBERS)
}

/** Whether a text names a secret as a word or number of its own. */
export const names = (text: string, secret: string): boolean =>
  ` ${fold(text)} `.includes(` ${secret} `) ||
  [...text.matchAll(NUMBERS)].some(([run]) => latinDigits(run) === secret)

/** As long as before, so that places in the text stay places. */
const cover = (text: Untrusted, secrets: readonly string[]): Untrusted =>
  untrusted(
    text.replace(NUMBERS, (run) => (secrets.includes(latinDigits(run)) ? MARK.repeat(run.length) : run)),
  )

const coverBody = (body: InboundBody, change: (text: Untrusted) => Untrusted): InboundBody => {
  switch (body.kind) {
    case 'text':
      return { ...body, text: change(body.text) }
    case 'media':
      return body.caption === undefined ? body : { ...body, caption: change(body.caption) }
    case 'contact':
      return {
        kind: 'contact',
        ...(body.name === undefined ? {} : { name: change(body.name) }),
        ...(body.phone === undefined ? {} : { phone: change(body.phone) }),
      }
    case 'start':
      return { kind: 'start' }
    default:
      return body
  }
}

/**
 * The platform's own copy of a message holds its words too; what came with a secret from a page is
 * none of the case's.
 */
const withoutCopies = (item: Inbound): Inbound => {
  const { raw: _, forward: __, page: ___, ...kept } = item
  return kept
}

/** A message without the secret it carried: all its words, or the numbers that are one. */
export const redact = (item: Inbound, secrets: 'all' | readonly string[]): Inbound => ({
  ...withoutCopies(item),
  body: coverBody(item.body, (text) => (secrets === 'all' ? REDACTED : cover(text, secrets))),
})

const isPart = (text: string, id: string): boolean => {
  const inWord = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at))
  for (let at = text.indexOf(id); at !== -1; at = text.indexOf(id, at + 1))
    if (!inWord(at - 1) && !inWord(at + id.length)) return true
  return false
}

/**
 * What the platform sent along with a message must not repeat one that was kept redacted: a reply
 * quotes what it answers.
 */
export const withoutQuotes = (item: Inbound, hidden: readonly string[]): Inbound => {
  const { raw, forward, ...rest } = item
  const quotes = (copy: string | undefined): boolean =>
    copy !== undefined && hidden.some((id) => isPart(copy, id))
  if (!quotes(raw) && !quotes(forward)) return item
  return {
    ...rest,
    ...(raw === undefined || quotes(raw) ? {} : { raw }),
    ...(forward === undefined || quotes(forward) ? {} : { forward }),
  }
}
