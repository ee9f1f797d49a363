/**
 * Handles, addresses, numbers and wallets read from left to right also inside Arabic text, where
 * the browser would otherwise move their signs and digit groups about. Every repetition is bounded,
 * so that no text takes long. Plain Latin words are left alone: several of them in a row must keep
 * their order.
 */
const DIGIT = '0-9\\u0660-\\u0669\\u06f0-\\u06f9'
const TOKEN = new RegExp(
  [
    '_{0,9}https?://[^\\s<>"]{1,2000}', // links
    // Handles, wallets, codes, file names, addresses: Latin letters with a digit or a mark among
    // them are one run, whatever they begin with.
    '(?=[\\d_.@/:+-]{0,99}[A-Za-z_])(?=[A-Za-z.]{0,99}[\\d_@/:+-])[\\w.@/:+-]{2,200}',
    '[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}', // e-mail addresses
    '[@#][A-Za-z0-9_][\\w.]{0,100}', // handles
    '(?:[A-Za-z0-9-]{1,63}\\.){1,5}[A-Za-z]{2,20}(?:/[^\\s<>"]{0,2000})?', // bare domains
    `\\+?[${DIGIT}](?:[${DIGIT} ()./:-]|[,\\u066b\\u066c](?=[${DIGIT}])){3,40}[${DIGIT}]`, // numbers in groups
    `[${DIGIT}]{1,12}(?:[.,:/\\u066b-][${DIGIT}]{1,12}){1,3}`, // amounts, times and ranges that are shorter
    '\\d{2,200}', // plain digits
  ].join('|'),
  'g',
)

/** Signs that end a sentence rather than a link. */
const TRAILING = /[.,:;!?)»”’…\u060c\u061b\u061f]+$/

export type TextPiece = { readonly text: string; readonly token: boolean }

/** Without an opening bracket whose closing one is outside. */
const closed = (token: string): string => {
  const open = token.lastIndexOf('(')
  return open > token.lastIndexOf(')') ? token.slice(0, open).trim() : token
}

/** The text in pieces that join to exactly it. */
export const splitTokens = (text: string): readonly TextPiece[] => {
  const pieces: TextPiece[] = []
  let done = 0
  const plain = (until: number): void => {
    if (until > done) pieces.push({ text: text.slice(done, until), token: false })
    done = until
  }
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const token = closed(match[0]).replace(TRAILING, '')
    if (token.length > 1) {
      plain(match.index)
      pieces.push({ text: token, token: true })
      done = match.index + token.length
    }
    TOKEN.lastIndex = Math.max(done, match.index + 1)
  }
  TOKEN.lastIndex = 0
  plain(text.length)
  return pieces
}
