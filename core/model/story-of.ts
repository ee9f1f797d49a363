/** Where what happened is told, and what is enough to have told it. */
export type StoryOf = {
  readonly step: string
  readonly minWords: number
  readonly minCharacters: number
  /** Parts of words that say what is done to somebody: in however few words, they tell it. */
  readonly stems?: readonly string[]
  /** Questions whose hints tell it as well. */
  readonly tells?: readonly string[]
}
