import { splitName } from './names.ts'
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

/** A paragraph whose direction follows its own content. */
export const makeWordsOf = (text: string): HTMLParagraphElement => {
  const paragraph = document.createElement('p')
  paragraph.className = 'words'
  paragraph.dir = 'auto'
  for (const piece of splitTokens(text)) paragraph.append(piece.token ? makeLtr(piece.text) : piece.text)
  return paragraph
}

/** The ending of a file's name with the numbers before it: `2026-11-24 (1).png`. */
const ENDING = /[\d(_.-][\d\s()_.-]*\.[A-Za-z0-9]{1,8}$|\.[A-Za-z0-9]{1,8}$/

/** Longer ones break where they must, their ending in one piece. */
const makeRunOf = (text: string): HTMLElement => {
  const at = text.length <= SHORT ? -1 : text.search(ENDING)
  if (at < 1 || text.length - at > SHORT) return makeLtr(text)
  const run = makeLtr(text.slice(0, at))
  run.className = ''
  run.append(makeLtr(text.slice(at)))
  return run
}

/** A file's name, its direction that of its own letters, what runs from left to right within it in order. */
export const makeNameOf = (name: string): HTMLElement => {
  const bdi = document.createElement('bdi')
  for (const piece of splitName(name)) bdi.append(piece.token ? makeRunOf(piece.text) : piece.text)
  return bdi
}
