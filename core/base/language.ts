/**
 * The languages Amin speaks. `ckb` is Sorani; never `ku`, which platforms take for Kurmanji in
 * Latin letters.
 */
export const LANGUAGES = ['ar', 'ckb', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Arabic where nothing is known: most people who write are in Iraq (bots/amin/README.md, Words). */
export const DEFAULT_LANGUAGE: Language = 'ar'

/** A platform's two-letter hint (IETF tag) as one of ours, or nothing where it says nothing we speak. */
export const languageFromTag = (tag: string | undefined): Language | undefined => {
  const primary = tag?.toLowerCase().split(/[-_]/, 1)[0]
  if (primary === 'ku' || primary === 'ckb') return 'ckb'
  return LANGUAGES.find((language) => language === primary)
}

/** More than any browser sends. */
const LONGEST_HEADER = 200
const MOST_WISHES = 20

/**
 * How much a browser wants a language, RFC 9110 12.5.4: nothing said is all, and what is unreadable
 * is nothing.
 */
const weightOf = (parameters: readonly string[]): number => {
  const named = parameters
    .map((one) => /^\s*q\s*=\s*(.*)$/i.exec(one)?.[1]?.trim())
    .find((one) => one !== undefined)
  if (named === undefined) return 1
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(named) ? Number(named) : 0
}

/** The language of ours that a browser wants most; of two that it wants as much, the one it names first. */
export const languageFromHeader = (header: string | undefined): Language | undefined => {
  let best: { readonly language: Language; readonly weight: number } | undefined
  for (const wish of (header ?? '').slice(0, LONGEST_HEADER).split(',').slice(0, MOST_WISHES)) {
    const [tag = '', ...parameters] = wish.split(';')
    const language = languageFromTag(tag.trim())
    const weight = weightOf(parameters)
    if (language !== undefined && weight > (best?.weight ?? 0)) best = { language, weight }
  }
  return best?.language
}
