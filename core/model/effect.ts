import type { CrisisLabel } from '../base/danger.ts'
import type { PhraseKey } from '../ports/phrases.ts'

/** What choosing an option of a flow does (core/policy/conversation/effects.ts). */
export type Effect =
  /** `channel`: after what has to be known of the channel they write on. */
  | { readonly do: 'tell'; readonly key: PhraseKey; readonly channel?: true }
  /**
   * The bot falls silent. `word`: until a word of return, whoever holds the phone; `message`: until
   * the next message.
   */
  | { readonly do: 'pause'; readonly key: PhraseKey; readonly until: 'word' | 'message' }
  /**
   * The case goes to people while the questions go on; `key`, where there is one, is said with the
   * first call.
   */
  | { readonly do: 'handoff'; readonly why: 'danger' | 'person'; readonly key?: PhraseKey }
  /**
   * People are called at once and the urgent questions take the place of the others. `label`: which
   * text of danger is said.
   */
  | { readonly do: 'urgent'; readonly label?: CrisisLabel }
  /**
   * Records another step's option as answered; `due`: only where it asks about words that were heard and not
   * asked about, which this answers as well.
   */
  | {
      readonly do: 'note'
      readonly step: string
      readonly option: string
      readonly due?: true
    }
  /** What helps, to read: needs no consent and no report. */
  | { readonly do: 'advise' }
  | { readonly do: 'submit' }
  /** The list of what was noted, or of what can be added to it. */
  | { readonly do: 'correct' }
  | { readonly do: 'add' }
  | { readonly do: 'erase' }
