import type { AgentId, CaseId, InboundId } from '../base/ids.ts'
import type { Answer } from './answer.ts'
import type { CrisisHit } from '../base/danger.ts'
import type { Identifier } from '../text/identifiers/identifier.ts'
import type { Instant } from '../base/units.ts'
import type { Untrusted } from '../base/untrusted.ts'

/** What rules read in the words of the person, and where the questions stand. */
export type FlowEvent =
  /**
   * Danger in the person's words. `sentences` are cut from the message as written, one for each
   * hit, for the agent (bots/amin/README.md, Danger).
   */
  | {
      readonly type: 'crisis_found'
      readonly inbound: InboundId
      readonly hits: readonly CrisisHit[]
      readonly sentences: readonly Untrusted[]
    }
  /** `asked` counts questions of this case: a button of an earlier question is told apart by it. */
  /**
   * `by`: a member of the team had it asked while they hold the case, see
   * core/services/agents/safety. `at`: when a worry was asked about, see core/model/worry. `over`:
   * put over the question that waits, which comes back after it.
   */
  | {
      readonly type: 'question_asked'
      readonly step: string
      readonly asked: number
      readonly by?: AgentId
      readonly at?: Instant
      readonly over?: true
    }
  /**
   * `toAgent`: of a question that a member of the team had asked. `unproven`: of an age or a consent that
   * was given in a chat that was left, before anybody showed that it is theirs: it counts until then, for
   * what comes until then. `minor`: of an age under 18 that the person's own words
   * say: no tap makes an adult of them.
   */
  /**
   * `together`: all messages that it was made of, in their order, where they were several;
   * `inbound` is one of them.
   */
  | {
      readonly type: 'answer_given'
      readonly step: string
      readonly answer: Answer
      readonly inbound?: InboundId
      readonly together?: readonly InboundId[]
      readonly toAgent?: true
      readonly unproven?: true
      readonly minor?: true
    }
  /**
   * The person's own words said that they are under 18, though the age had been given as an adult's, or
   * that pictures are of when they were (law 10). No file is taken from here on, whatever is tapped;
   * `sealed` were taken before: a member of the team decides about those, and settles the age by
   * `answer_corrected` of `step`.
   */
  | {
      readonly type: 'minor_told'
      readonly inbound: InboundId
      readonly step: string
      readonly of: 'self' | 'pictures'
      readonly sealed: number
    }
  /**
   * The person's own words leave it open whose age was given: they brought up somebody else who may be a
   * child (`other`), or took the age back without another (`taken_back`). It is unknown again (law 10): the
   * question for it is asked anew, and files wait. `sealed` were taken before.
   */
  | {
      readonly type: 'age_unsettled'
      readonly inbound: InboundId
      readonly step: string
      readonly why: 'other' | 'taken_back'
      readonly sealed: number
    }
  /** `removed`: the person took the answer out that stood there. */
  | {
      readonly type: 'step_skipped'
      readonly step: string
      readonly how: 'skip' | 'unknown'
      readonly removed?: true
    }
  | { readonly type: 'step_reopened'; readonly step: string; readonly why: 'back' | 'edit' }
  /**
   * Numbers, names, wallets in the person's words; `marks` are keyed hashes to match cases by, a
   * card's among them.
   */
  | {
      readonly type: 'identifiers_found'
      readonly inbound: InboundId
      readonly identifiers: readonly (Identifier & { readonly marks: readonly string[] })[]
    }
  /**
   * Other cases name the same number, account or wallet. `file`: they only hold the same file;
   * `picture`: they only hold pictures that look the same, which a person has to compare by eye;
   * `script`: the same text was copied into both; `sound`: the same recording. Texts, pictures and
   * recordings travel: none of these four says who did it, so no rule counts them.
   */
  | {
      readonly type: 'case_linked'
      readonly to: readonly CaseId[]
      readonly reason?: 'file' | 'picture' | 'script' | 'sound'
    }
  /**
   * A member of the team says that the link to a case is wrong, or right after all; it stands in
   * both. `shared`: the marks that both had then: only something else that they share later links
   * them anew. `verdict`, where it is not wrong: they belong together for good, whatever they share,
   * or whoever looked cannot tell.
   */
  | {
      readonly type: 'link_judged'
      readonly agent: AgentId
      readonly alias: string
      readonly to: CaseId
      readonly wrong: boolean
      readonly reason: string
      readonly shared: readonly string[]
      readonly verdict?: 'same' | 'unsure'
    }
  /**
   * What linked these cases to this one turned out to be the person's own, or something that too
   * many have. `script`: a text did.
   */
  | { readonly type: 'links_lapsed'; readonly to: readonly CaseId[]; readonly reason?: 'script' }
  /**
   * The person says that these are their own: they match nothing from now on. `removed`: they took
   * them out of what was noted, and nobody's they are.
   */
  | { readonly type: 'identifiers_owned'; readonly normals: readonly string[]; readonly removed?: true }
  /**
   * The person took these back, or put others in their place: in an edited message, on the card, or in words
   * ("it is @b, not @a"). They stand in the case, marked so, and match nothing from now on.
   */
  | { readonly type: 'identifiers_withdrawn'; readonly normals: readonly string[] }
  /** People were called for danger: the urgent questions take the place of the others until somebody came. */
  | { readonly type: 'urgent_path_taken' }
  | { readonly type: 'case_submitted' }
  /**
   * `word`: only a word of return ends it, whoever holds the phone. Nothing said: the next message
   * ends it.
   */
  | { readonly type: 'conversation_paused'; readonly until?: 'word' | 'message' }
  /**
   * `locked`: a cry for help came out of a hidden chat. It is answered; what was told before stays
   * hidden until the PIN or the code. `watched`: since somebody looks on; that it is safe opens it as well.
   */
  | { readonly type: 'conversation_resumed'; readonly locked?: true; readonly watched?: true }
