import type { AgentId, InboundId } from '../base/ids.ts'
import type { Answer } from './answer.ts'
import type { CrisisLabel } from '../base/danger.ts'
import type { Instant } from '../base/units.ts'
import type { PageTo } from './targets.ts'
import type { Severity } from '../base/severity.ts'

/** `danger`: the message speaks of it, whatever was read there; `none`: it does not. The last one counts. */
export type DangerVerdict = 'danger' | 'none'

export const OUTCOMES = [
  'resolved',
  'referred',
  'withdrawn',
  'unreachable',
  'duplicate',
  'not_a_case',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What members of the team did with the case, and who was called to it. */
export type TeamEvent =
  | {
      readonly type: 'handoff_requested'
      readonly why: 'person' | 'submitted' | 'danger' | 'agent' | 'returned' | 'phone' | 'call'
    }
  | { readonly type: 'case_claimed'; readonly agent: AgentId; readonly alias: string }
  | { readonly type: 'case_released'; readonly agent: AgentId; readonly to: 'bot' | 'queue' }
  | {
      readonly type: 'case_transferred'
      readonly agent: AgentId
      readonly to: { readonly agent?: AgentId; readonly alias?: string; readonly team?: string }
      /** For whoever takes it up. */
      readonly note?: string
    }
  /** `why`: where it was closed without anybody having held it. */
  | {
      readonly type: 'case_closed'
      readonly agent: AgentId
      readonly outcome: Outcome
      readonly why?: string
    }
  | { readonly type: 'case_reopened' }
  /**
   * Nothing to do until then, unless the person writes. `promise`: what the person was told about
   * it, in the agent's own words.
   */
  | {
      readonly type: 'case_snoozed'
      readonly agent: AgentId
      readonly until: Instant
      readonly promise?: string
    }
  | { readonly type: 'snooze_ended'; readonly why: 'due' | 'agent' | 'person' }
  /** Known by its place, `<seq>.<n>`. */
  | {
      readonly type: 'task_added'
      readonly agent: AgentId
      readonly alias: string
      readonly text: string
      readonly dueAt?: Instant
    }
  | { readonly type: 'task_done' | 'task_reopened'; readonly agent: AgentId; readonly task: string }
  /** A member of the team put right what the bot understood; what the person wrote stays (law 6). */
  | {
      readonly type: 'answer_corrected'
      readonly agent: AgentId
      readonly step: string
      readonly answer: Answer
      readonly reason: string
    }
  /**
   * A member of the team says of a message of the person that it speaks of this danger, or that
   * what was read there is none. Nobody learns from it by itself: `amin danger report` counts it.
   */
  | {
      readonly type: 'danger_reviewed'
      readonly agent: AgentId
      readonly inbound: InboundId
      readonly label: CrisisLabel
      readonly verdict: DangerVerdict
    }
  | {
      readonly type: 'identifier_judged'
      readonly agent: AgentId
      readonly normal: string
      readonly owner: 'perpetrator' | 'self' | 'other'
      readonly reason: string
    }
  /**
   * Whoever holds the case lets it go at `at`, and may take that back until then: the person is
   * told nothing before.
   */
  | {
      readonly type: 'release_planned'
      readonly agent: AgentId
      readonly to: 'bot' | 'queue'
      readonly at: Instant
    }
  | { readonly type: 'release_undone'; readonly agent: AgentId }
  /** An agent calls a supervisor to this case, and the end of that. */
  | { readonly type: 'help_asked'; readonly agent: AgentId; readonly alias: string; readonly text: string }
  | { readonly type: 'help_given'; readonly agent: AgentId }
  /** A colleague would like to have the case; a note beside it says why. */
  | { readonly type: 'case_asked'; readonly agent: AgentId; readonly alias: string }
  /**
   * A note of the same entry names a colleague, who is told of it; and they have seen that note.
   * `note`: the place of the note, `<seq>.<n>`.
   */
  | {
      readonly type: 'colleague_mentioned'
      readonly agent: AgentId
      readonly alias: string
      readonly whom: AgentId
    }
  | { readonly type: 'mention_seen'; readonly agent: AgentId; readonly note: string }
  /** When it is safe to write to the person, as they told this agent; see core/model/safe-times. */
  | { readonly type: 'safe_times_set'; readonly agent: AgentId; readonly from: number; readonly to: number }
  | { readonly type: 'safe_times_cleared'; readonly agent: AgentId }
  /** Somebody who does not hold the case looked into it: once a shift and person. */
  | { readonly type: 'case_viewed'; readonly agent: AgentId; readonly as: 'member' | 'watch' | 'auditor' }
  | { readonly type: 'note_added'; readonly agent: AgentId; readonly alias: string; readonly text: string }
  /**
   * `ruled` is what the rules alone say: they raise again only where they find more than before.
   * `reasons` are keys of the locales; `why` is what a person wrote, required to lower (law 9).
   */
  | {
      readonly type: 'severity_judged'
      readonly severity: Severity
      readonly reasons: readonly string[]
      readonly ruled: Severity
    }
  | {
      readonly type: 'severity_set'
      readonly severity: Severity
      readonly agent: AgentId
      readonly why: string
    }
  /** `copies`: teams that see the case as well. */
  | { readonly type: 'team_assigned'; readonly team: string; readonly copies?: readonly string[] }
  /**
   * Nobody had come: people were called again. `step` counts the calls of this wait at this
   * severity from 0.
   */
  | { readonly type: 'paged'; readonly step: number; readonly to: PageTo; readonly severity: Severity }
