import type { Tokens } from './tokens.ts'

/**
 * For each word whether it is read as Arabic in Latin letters: where most Latin words of its
 * sentence, or of any run of sentences around it, are no everyday English. So English that stands
 * beside a sentence never hides what that sentence says. Linear in the words.
 */
export const findArabizi = (
  { words, stops }: Tokens,
  weigh: (word: string) => number,
): readonly boolean[] => {
  const sentences: number[] = []
  const sentenceOf = words.map((word, at) => {
    if (at === 0 || stops[at] === true) sentences.push(0)
    const last = sentences.length - 1
    sentences[last] = (sentences[last] ?? 0) + weigh(word)
    return last
  })
  // The best run that ends with a sentence, and the best that begins with it, share it: together
  // they are the best run through it.
  const ending: number[] = []
  for (const [at, weight] of sentences.entries()) ending.push(weight + Math.max(0, ending[at - 1] ?? 0))
  const arabizi: boolean[] = []
  let beginning = 0
  for (let at = sentences.length - 1; at >= 0; at -= 1) {
    const weight = sentences[at] ?? 0
    beginning = weight + Math.max(0, beginning)
    arabizi[at] = beginning + (ending[at] ?? 0) - weight > 0
  }
  return sentenceOf.map((sentence) => arabizi[sentence] === true)
}
