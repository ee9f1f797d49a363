import { splitTokens } from './tokens.ts'

/** Pieces up to this many characters are not broken over two lines. */
const SHORT = 24

const makeLtr = (text: string): HTMLElement => {
  const bdi = document.createElement('bdi')
  bdi.dir = 'ltr'
  if (text.length <= SHORT) bdi.className = 'short'
  bdi.append(text)
  return bdi
}

const appendPieces = (node: HTMLElement, text: string): void => {
  for (const piece of splitTokens(text)) node.append(piece.token ? makeLtr(piece.text) : piece.text)
}

/** A paragraph whose direction follows its own content. */
export const makeWordsOf = (text: string): HTMLParagraphElement => {
  const paragraph = document.createElement('p')
  paragraph.className = 'words'
  paragraph.dir = 'auto'
  appendPieces(paragraph, text)
  return paragraph
}

/** The ending of a file's name with the numbers before it: `2026-11-24 (1).png`. No closing bracket begins one: its opening one is outside. */
const ENDING = /^(.*?\s?)([\d(_.-][\d\s()_.-]*\.[A-Za-z0-9]{1,8}|\.[A-Za-z0-9]{1,8})$/

/** A file's name, its ending always in one piece and readable, its dot between the two whichever way they read. */
export const makeNameOf = (name: string): HTMLElement => {
  const [, base = name, ending = ''] = ENDING.exec(name) || []
  const bdi = document.createElement('bdi')
  appendPieces(bdi, base)
  if (ending.startsWith('.')) bdi.append('.', makeLtr(ending.slice(1)))
  else if (ending !== '') bdi.append(makeLtr(ending))
  return bdi
}
