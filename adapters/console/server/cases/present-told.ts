import { SAFE_STEPS } from '../../../../core/services/agents/brief.ts'
import { pickedOptions } from '../../../../core/policy/conversation/condition.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import { isoOf } from '../http/iso.ts'
import { timesOf } from './present-findings.ts'

type Told = { readonly event: string; readonly agent?: string; readonly detail?: string }

/**
 * Of the two kinds of questions that a member of the team has asked; the other is for what a file
 * waits for.
 */
const isOfSafety = (step: string): boolean => SAFE_STEPS.some((one) => one === step)

/** A change of hands or state in a word that the app has a text for. */
export const tell = (event: CaseEvent): Told | undefined => {
  switch (event.type) {
    case 'case_submitted':
      return { event: 'submitted' }
    case 'handoff_requested':
      return { event: 'handoff', detail: event.why }
    case 'case_claimed':
      return { event: 'claimed', agent: event.agent }
    case 'case_released':
      return { event: 'released', agent: event.agent, detail: event.to }
    case 'case_transferred': {
      if (event.to.agent === undefined && event.to.team === undefined)
        return { event: 'shift-ended', agent: event.agent }
      const detail = event.to.alias ?? event.to.team
      return { event: 'transferred', agent: event.agent, ...(detail === undefined ? {} : { detail }) }
    }
    case 'question_asked':
      if (event.by === undefined) return undefined
      return { event: isOfSafety(event.step) ? 'safe-asked' : 'age-asked', agent: event.by }
    case 'answer_given':
      if (!isOfSafety(event.step)) return { event: 'age-answer' }
      return { event: 'safe-answer', detail: `${event.step}-${pickedOptions(event.answer)[0] ?? ''}` }
    case 'case_asked':
      return { event: 'asked', agent: event.agent }
    case 'case_closed':
      return { event: 'closed', agent: event.agent, detail: event.outcome }
    case 'case_snoozed':
      return { event: 'snoozed', agent: event.agent, detail: isoOf(event.until) }
    case 'snooze_ended':
      return { event: event.why === 'agent' ? 'woken' : 'snooze-ended' }
    case 'safe_times_set':
      return { event: 'safe-times-set', agent: event.agent, detail: Object.values(timesOf(event)).join('-') }
    case 'safe_times_cleared':
      return { event: 'safe-times-cleared', agent: event.agent }
    case 'help_asked':
      return { event: 'help-asked', agent: event.agent }
    case 'help_given':
      return { event: 'help-given', agent: event.agent }
    case 'case_reopened':
      return { event: 'reopened' }
    case 'person_blocked':
      return { event: 'blocked' }
    case 'person_unblocked':
      return { event: 'unblocked' }
    case 'person_exited':
      return { event: 'exited' }
    case 'handed_over':
      return { event: 'handed-over', ...(event.title === undefined ? {} : { detail: event.title }) }
    case 'chat_ended':
      return { event: 'chat-ended' }
    case 'message_lost':
      return { event: 'message-lost' }
    case 'severity_set':
      return { event: 'severity', agent: event.agent, detail: event.severity }
    case 'messages_wiped':
      return { event: 'wiped', detail: event.by }
    case 'paged':
      return { event: 'paged', detail: event.to }
    case 'return_refused':
      return { event: 'return-refused', detail: event.channel }
    case 'minor_told':
      return { event: event.of === 'self' ? 'minor-told' : 'minor-pictures', detail: String(event.sealed) }
    case 'age_unsettled':
      return { event: event.why === 'other' ? 'age-other' : 'age-taken-back', detail: String(event.sealed) }
    case 'return_unproven':
      return { event: 'return-unproven' }
    case 'person_returned':
      return { event: 'returned', detail: event.channel }
    case 'decoy_used':
      return { event: 'decoy-used', detail: event.channel }
    case 'duress_used':
      return { event: 'duress-used', detail: event.channel }
    case 'return_granted':
      return { event: 'moved-away' }
    case 'decoy_opened':
      return { event: 'decoy-opened' }
    case 'consent_given':
      return { event: 'consent-given', detail: event.scope }
    case 'consent_withdrawn':
      return { event: 'consent-withdrawn', detail: event.scope }
    case 'correction_given':
      return { event: 'correction' }
    case 'check_shown':
      return { event: 'check-shown' }
    case 'erase_confirmed':
      return { event: 'erase-confirmed' }
    case 'sharing_allowed':
      return { event: 'sharing-allowed' }
    case 'sharing_withdrawn':
      return { event: 'sharing-withdrawn' }
    case 'export_requested':
      return { event: 'export-requested', agent: event.by }
    case 'export_approved':
      return { event: 'export-approved', agent: event.by }
    case 'export_refused':
      return { event: 'export-refused', agent: event.by }
    case 'case_exported':
      return { event: 'exported', agent: event.by }
    case 'hold_set':
      return { event: 'hold-set', agent: event.by }
    case 'hold_lifted':
      return { event: 'hold-lifted', agent: event.by }
    case 'erasure_requested':
      return { event: 'erasure-requested', agent: event.by }
    case 'erasure_refused':
      return { event: 'erasure-refused', agent: event.by }
    default:
      return undefined
  }
}
