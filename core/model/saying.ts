import type { FlowCommand } from './flow.ts'

/** Words and phrases that stand in what was said, parts of it, or what one of its words ends with. */
export type Speaks = {
  readonly words: readonly string[]
  readonly endings: readonly string[]
  readonly stems?: readonly string[]
}

/**
 * It is that kind instead, or none: where it begins with one of `by`, where one of `where` stands in
 * it, and none of `unless`. "How do I send them" is not "should I send them", and "how do I send him
 * more" is.
 */
export type Turned = {
  readonly as?: string
  readonly by?: readonly string[]
  readonly where?: Speaks
  readonly unless?: Speaks
  /** Not where one of these steps is open: to "who is it?", "I don't know who it is" is the answer. */
  readonly notAt?: readonly string[]
}

/**
 * A kind of thing that people say. It is answered by a text (`saying-<answer>`) or by a command,
 * and the question that waits stays.
 */
export type Saying = {
  /** As it was labelled where it was learnt. */
  readonly kind: string
  readonly answer?: string
  /** The answer instead where the case was sent. */
  readonly sent?: string
  /** The answer instead before anything may be kept. */
  readonly unagreed?: string
  /** The answer instead where somebody under 18 is concerned. */
  readonly minors?: string
  /**
   * `answer` and `sent` ask for a picture of the screen, on which a child may be seen (law 10): where no age is
   * known, what holds under 18 stands below.
   */
  readonly pictures?: true
  readonly does?: FlowCommand
  /**
   * The answer of a question that it says as well: who wants a woman wants a person. It is not given where the
   * answer is `unless`, which says more.
   */
  readonly notes?: { readonly step: string; readonly option: string; readonly unless?: string }
  /** Comfort, which gives way to the answer of a question in the same breath, and is not said twice. */
  readonly feeling?: true
  /** Counts only where nothing else was said. */
  readonly weak?: true
  /** Says what happened: it answers a question for words as well. */
  readonly tells?: true
  /** A guide of the subject says more: it goes before the answer. */
  readonly guided?: true
  /** Nothing is asked after it. */
  readonly quiet?: true
  /** The question follows in full. */
  readonly again?: true
  /** Under the answer stands a button that calls people at once. */
  readonly calls?: true
  /**
   * Not heard by its sound alone: it has so many words at least, since fewer may answer a question, and
   * one of them is, or holds, one of these.
   */
  readonly only?: { readonly words: number; readonly naming: readonly string[] }
  /** In more than three words it is heard by its sound only where one of these stands: what it does ends the talk. */
  readonly naming?: Speaks
  /** It is not heard in more words than these, which tell something. */
  readonly most?: number
  /** Heard wherever one of each of these stands, outside of danger. */
  readonly together?: readonly Speaks[]
  /** And none of these there. */
  readonly apart?: Speaks
  /** And none of those of `together` right after one of these: it is another's then, or told. */
  readonly notAfter?: readonly string[]
  /** The first of these that its words are. */
  readonly turned?: readonly Turned[]
  /** Speaks of the questions themselves, or of what will be sent: never said to somebody in danger. */
  readonly calm?: true
  /** A call for help where people were called already: then it is answered by what happens now. */
  readonly cry?: true
  /** Asked of us in so many words: a whole message of these is that, surely. `marked`: where a mark stands. */
  readonly asked?: { readonly said: readonly string[]; readonly marked?: readonly string[] }
}
