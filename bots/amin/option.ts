import type { Option } from '../../core/model/flow.ts'

/**
 * An answer that can be chosen. `words` mean it alone, in all languages; `hints` are what people
 * write for it inside longer words.
 */
export const option = (
  id: string,
  words: readonly string[],
  hints: readonly string[] = [],
  rest: Partial<Option> = {},
): Option => ({
  id,
  words,
  ...(hints.length === 0 ? {} : { hints }),
  ...rest,
})
