/**
 * Verbs of the present as they are said. Books write "دەکوژێت"; Sulaymaniyah says "ئەکوژێ", drops
 * the last ت everywhere and turns the د of giving and striking into ی ("لێم ئەیا" for "لێم دەدات",
 * "نەیەم" for "نەدەم").
 */
const PRESENT = /^(دە|نا|ب|نە)/
const ENDS_IN_T = /(ێت|ات)$/
const GIVES: ReadonlyArray<readonly [written: RegExp, said: string]> = [
  [/^دەد/, 'دەی'],
  [/^ناد/, 'نای'],
  [/^نەد/, 'نەی'],
  [/^بد/, 'بی'],
]
/** So many letters must be left, since a shorter word would be found in half of the language. */
const LEFT = 3

/** A Sorani form, not folded yet, with the other ways to say it; itself the first. */
export const spokenForms = (form: string): readonly string[] => {
  if (!PRESENT.test(form)) return [form]
  const given = [
    form,
    ...GIVES.filter(([written]) => written.test(form)).map(([written, said]) => form.replace(written, said)),
  ]
  const short = given.flatMap((one) =>
    ENDS_IN_T.test(one) && one.length > LEFT + 1 ? [one, one.slice(0, -1)] : [one],
  )
  return short.flatMap((one) =>
    one.startsWith('دە') && one.length > LEFT ? [one, `ئە${one.slice(2)}`] : [one],
  )
}
