/** Most alternatives one form may stand for: a slip in the data must not fill the memory. */
const MOST = 4096

/** `"ي(قتل|كتل)ني"` as the words it stands for. Groups do not nest. */
export const expandForm = (form: string): readonly string[] => {
  let out = ['']
  for (const part of form.split(/(\([^()]*\))/)) {
    const choices = part.startsWith('(') ? part.slice(1, -1).split('|') : [part]
    out = out.flatMap((head) => choices.map((choice) => head + choice))
    if (out.length > MOST) return out.slice(0, MOST)
  }
  return out
}

/**
 * What a shape may leave out, and a choice that has a space in it: both stand for several shapes.
 * Neither nests.
 */
const OPTION = /\[([^[\]]*)\]|\(([^()]*\s[^()]*)\)/

/** `"a [b|c] d"` as `"a b d"`, `"a c d"` and `"a d"`; `"(a b|c) d"` as `"a b d"` and `"c d"`. */
export const expandShape = (shape: string): readonly string[] => {
  const option = OPTION.exec(shape)
  if (option === null) return [shape]
  const [whole, missing, choice = ''] = option
  const inside = missing ?? choice
  const choices = [
    ...(inside.includes('<') ? [inside] : inside.split('|')),
    ...(missing === undefined ? [] : ['']),
  ]
  const head = shape.slice(0, option.index)
  const tail = shape.slice(option.index + whole.length)
  return choices.flatMap((one) => expandShape(head + one + tail))
}

/**
 * One word of a shape: literal, or one of the named classes and facts; and how many unknown words
 * may stand before it.
 */
export type Element =
  | { readonly gap: number; readonly literal: string }
  | { readonly gap: number; readonly names: readonly string[] }

const readElement = (text: string, gap: number): Element =>
  text.startsWith('<') && text.endsWith('>')
    ? { gap, names: text.slice(1, -1).split('|') }
    : { gap, literal: text }

/** Unknown words that may stand where a shape has a space, `..` or `...`. */
const GAPS: ReadonlyMap<string, number> = new Map([
  ['..', 4],
  ['...', 9],
])

/** The words of an expanded shape in order. `space` is what a plain space lets pass. */
export const parseSequence = (shape: string, space: number): readonly Element[] => {
  const elements: Element[] = []
  let gap = space
  for (const part of shape.trim().split(/\s+/)) {
    const wide = GAPS.get(part)
    if (wide !== undefined) {
      gap = wide
      continue
    }
    part.split('+').forEach((word, index) => {
      if (word !== '') elements.push(readElement(word, index > 0 ? 0 : gap))
    })
    gap = space
  }
  return elements
}
