import { element, type PageElement } from './dom.ts'

/** Letters that run from right to left; digits of any script do not. */
const LETTERS = /([\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)/
/** Blanks and marks at the ends of what stands between such letters belong to neither side. */
const BETWEEN = /^(\s+|[_.)\]-]+)?(.*?)(\s+|\s*[([]\s*|[_.-]+)?$/s

const straight = (text: string): PageElement => element('bdi', { dir: 'ltr' }, text)

/**
 * A name as the order of its own letters wants it; what runs from left to right within Arabic or
 * Kurdish ones stays in order, dots and digits too.
 */
export const inOrderOf = (name: string): readonly (PageElement | string)[] => {
  const parts = name.split(LETTERS)
  if (parts.length === 1) return [straight(name)]
  return parts.flatMap((part, index) => {
    if (part === '' || index % 2 === 1) return [part]
    const [, before = '', run = '', after = ''] = BETWEEN.exec(part) ?? []
    const first = index === 0 ? before : ''
    const last = index === parts.length - 1 ? after : ''
    const whole = first + run + last
    return [before.slice(first.length), ...(whole === '' ? [] : [straight(whole)]), after.slice(last.length)]
  })
}
