/** Columns of words whose numbers are joined in place. `spelled` says that a number was written as a word. */
export type NumberColumns = {
  readonly labels: (readonly number[])[]
  readonly values: (number | undefined)[]
  readonly spelled: readonly boolean[]
}

export type NumberWords = {
  readonly classesOf: (value: number) => readonly number[]
  /** Labels of "and", of the second word of "خمس عشرة", and of a word that only fills. */
  readonly and: number
  readonly teenEnd: number
  readonly filler: number
}

const isTen = (value: number): boolean => value >= 20 && value < 100 && value % 10 === 0
const isUnit = (value: number): boolean => value >= 1 && value <= 9

/**
 * "خمس عشرة", "سبعة وعشرين", "thirty two", "سی و پێنج": several words, one number. It is known by
 * the first, the others only fill, so that nobody of twenty-seven is taken for seven.
 */
export const joinNumbers = (
  { labels, values, spelled }: NumberColumns,
  { classesOf, and, teenEnd, filler }: NumberWords,
): void => {
  for (let at = 0; at + 1 < labels.length; at += 1) {
    const value = values[at]
    if (value === undefined || spelled[at] !== true) continue
    let last = labels[at + 1]?.includes(and) === true ? at + 2 : at + 1
    const more = spelled[last] === true ? (values[last] ?? 0) : 0
    let sum = 0
    if (isUnit(value) && labels[at + 1]?.includes(teenEnd) === true) {
      sum = value + 10
      last = at + 1
    } else if (isUnit(value) && isTen(more)) sum = value + more
    else if (isTen(value) && isUnit(more)) sum = value + more
    // Sorani three and thirty are alike once folded; "three and five" is nobody's number.
    else if (value === 3 && last === at + 2 && isUnit(more)) sum = 30 + more
    if (sum === 0) continue
    values[at] = sum
    labels[at] = classesOf(sum)
    for (let rest = at + 1; rest <= last; rest += 1) {
      values[rest] = undefined
      labels[rest] = [filler]
    }
  }
}
