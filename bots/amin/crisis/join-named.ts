/**
 * Parts of the data as one: throws where two have one of the same name. The later would take the place of the
 * earlier without a word, and rules that use the name would no longer hear what they heard.
 */
export const joinNamed = <Value>(
  what: string,
  parts: ReadonlyArray<Readonly<Record<string, Value>>>,
): Readonly<Record<string, Value>> => {
  const joined = new Map<string, Value>()
  for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
    if (joined.has(name)) throw new Error(`crisis rules: ${what} ${name} stands twice`)
    joined.set(name, value)
  }
  return Object.fromEntries(joined)
}
