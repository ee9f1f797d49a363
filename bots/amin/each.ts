/** Phrases made of parts: every one of the first with every one of the next, and so on; '' leaves a part out. */
export const each = (first: readonly string[], ...more: readonly (readonly string[])[]): readonly string[] =>
  more.reduce<readonly string[]>(
    (said, parts) => said.flatMap((one) => parts.map((part) => `${one} ${part}`.trim())),
    first,
  )
