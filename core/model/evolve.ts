import type { CaseEvent } from './events.ts'
import { isSameChat } from './address.ts'
import { evolveAccess } from './evolve-access.ts'
import { owing, withAnswer, withMessage } from './evolve-message.ts'
import { evolveConversation } from './evolve-conversation.ts'
import { evolveErasure } from './erasure-request.ts'
import { evolveFindings } from './findings.ts'
import { evolveExhibits } from './exhibits.ts'
import { dangerHeard } from './heard.ts'
import { evolveHands } from './assignment.ts'
import { evolveHandover } from './handover.ts'
import { evolveKeyboards } from './keyboard.ts'
import { evolveRelay } from './relay.ts'
import { never } from '../base/never.ts'
import { receiptApart, receiptGiven } from './receipt.ts'
import { evolveTimes } from './times.ts'
import { evolveWork } from './work.ts'
import { alarmed, isCalmed, waitOf } from './alarmed.ts'
import { evolveWait } from './wait.ts'
import { unreadAfter } from './unread.ts'
import { withPlaceKey } from './place-key.ts'
import { begun, emptyCase, type CaseState, type EventPlace, type WaitingFile } from './state.ts'

const KEPT_KEYS = 20

const spoken = (state: CaseState, { seq, at }: EventPlace): CaseState => ({
  ...state,
  version: seq,
  lastAt: at,
})

/** What the program says then (who joined) is nothing that an agent must have read to answer. */
const heldByAgent = ({ hands }: CaseState): boolean => hands.status === 'agent'

/** A file that waits is taken back from no chat but the one it came in. */
const elsewhere = (file: WaitingFile): WaitingFile => {
  const { message: _, ...rest } = file
  return rest
}

/** The chat is empty, or another one: nothing that we said stands in it. */
const cleared = (state: CaseState): CaseState => {
  const { lastText: _, ...rest } = state
  return rest
}

/**
 * One event's effect. Total: an event that does not fit the state changes nothing, since a ledger
 * is never refused.
 */
export const evolve = (before: CaseState, event: CaseEvent, place: EventPlace): CaseState => {
  const { wait: was, ...reached } = evolveCase(before, event, place)
  const state = alarmed(reached, event, place.at)
  const from = { ...waitOf(before), ...(was === undefined ? {} : { wait: was }) }
  const paged = event.type === 'paged' ? event.step : undefined
  const wait = evolveWait(from, waitOf(state), place.at, paged)
  return wait === undefined ? state : { ...state, wait }
}

const evolveCase = (before: CaseState, event: CaseEvent, place: EventPlace): CaseState => {
  const spot = { ...place, caseId: before.caseId, address: before.address }
  const erasure = evolveErasure(before.erasure, event, place)
  const relay = evolveRelay(before.relay, event)
  const state = {
    ...before,
    conversation: evolveConversation(before.conversation, event),
    access: evolveAccess(before.access, event, spot),
    keyboards: evolveKeyboards(before, event, place),
    times: evolveTimes(before.times, event, place.at),
    work: evolveWork(before.work, event, place),
    ...(erasure === undefined ? {} : { erasure }),
    ...(relay === undefined ? {} : { relay }),
  }
  switch (event.type) {
    case 'case_opened':
      return begun(state, event, place.at)
    case 'chat_attached':
      return {
        ...cleared(state),
        address: event.address,
        channel: event.address.channel,
        chatted: true,
        blocked: false,
        exited: false,
        waiting:
          before.address !== undefined && isSameChat(before.address, event.address)
            ? state.waiting
            : state.waiting.map(elsewhere),
        ...(event.name === undefined ? {} : { name: event.name }),
      }
    case 'return_granted': {
      // From here on nothing of this case goes to that chat.
      const { address: _, ...left } = state
      return left
    }
    case 'person_returned':
    case 'decoy_used':
    case 'duress_used':
    case 'erase_confirmed':
    case 'message_edited':
    case 'handed_over':
    case 'chat_ended':
      return spoken(state, place)
    case 'language_chosen':
      return { ...state, language: event.language }
    case 'person_blocked':
      return { ...state, blocked: true }
    case 'person_unblocked':
      return { ...state, blocked: false }
    case 'person_exited':
      return { ...cleared(state), exited: true, receipt: receiptApart(state) }
    case 'return_unproven':
      return { ...state, receipt: receiptApart(state) }
    case 'messages_wiped':
      return cleared(state)
    case 'message_received':
      return spoken(withMessage(state, event, place), place)
    case 'message_lost':
      return {
        ...state,
        unread: state.unread + 1,
        ...(state.unread === 0 ? { unreadFrom: { at: place.at, after: state.lastAt } } : {}),
      }
    case 'phone_said':
      return { ...spoken(cleared(state), place), spokenAt: place.at, onPhone: state.hands.status !== 'agent' }
    case 'evidence_waiting': {
      const { type: _, ...file } = event
      return { ...state, waiting: [...state.waiting, file] }
    }
    case 'evidence_called':
    case 'evidence_refused':
      return { ...state, waiting: state.waiting.filter(({ evidence }) => evidence !== event.evidence) }
    case 'files_carried': {
      const gone = new Set(event.files.map(({ evidence }) => evidence))
      return { ...state, waiting: state.waiting.filter(({ evidence }) => !gone.has(evidence)) }
    }
    case 'reply_owed':
      return owing(state, event.inbound, place.at)
    case 'reply_settled': {
      const { owed: _, newest: __, ...rest } = state
      return rest
    }
    case 'question_asked':
      return { ...state, askedAt: place.at }
    case 'evidence_announced': {
      const shared = state.shared.filter(({ inbound }) => inbound !== event.inbound)
      const waiting = state.waiting.filter(({ evidence }) => evidence !== event.evidence)
      return { ...state, shared, waiting, evidence: evolveExhibits(state.evidence, event, place.at) }
    }
    case 'evidence_received':
    case 'evidence_failed':
    case 'preview_made':
    case 'preview_missing':
    case 'fingerprint_given':
    case 'sharing_allowed':
    case 'sharing_withdrawn':
    case 'reading_confirmed':
    case 'reading_rejected':
    case 'reading_passed':
      return { ...state, evidence: evolveExhibits(state.evidence, event, place.at) }
    case 'evidence_examined':
      return {
        ...state,
        ...evolveFindings(state, event, place.at),
        evidence: evolveExhibits(state.evidence, event, place.at),
      }
    case 'export_requested':
    case 'export_approved':
    case 'export_refused':
    case 'export_prepared':
      return { ...state, handover: evolveHandover(state.handover, event, place) }
    case 'hold_set': {
      const { by, reason } = event
      const stays = state.hold !== undefined && state.access.erasing ? { stays: true as const } : {}
      return { ...state, hold: { by, reason, since: place.at, ...stays } }
    }
    case 'hold_lifted': {
      const { hold: _, ...free } = state
      return free
    }
    case 'receipt_scheduled':
      return { ...state, receipt: { ...state.receipt, due: true } }
    case 'receipt_given':
      return { ...state, receipt: receiptGiven(state, event, place) }
    case 'handoff_requested':
    case 'case_reopened':
      return evolveHands(spoken(state, place), event, place.at)
    case 'case_claimed':
      return evolveHands({ ...state, lastAt: place.at, onPhone: false }, event, place.at)
    case 'case_released':
    case 'case_transferred':
    case 'case_closed':
      return evolveHands({ ...spoken(state, place), onPhone: false }, event, place.at)
    case 'case_erased':
      return {
        ...emptyCase(state.caseId),
        seq: state.seq,
        hash: state.hash,
        code: state.code,
        channel: state.channel,
        openedAt: state.openedAt,
        hands: { status: 'erased', at: place.at },
      }
    case 'agent_said':
      return {
        ...withPlaceKey(spoken(state, place), event),
        ...(event.held === true ? {} : { lastText: event.text }),
        unread: 0,
        spokenAt: place.at,
        saidKeys: event.key === undefined ? state.saidKeys : [...state.saidKeys, event.key].slice(-KEPT_KEYS),
      }
    case 'severity_judged':
      return { ...state, severity: event.severity, reasons: event.reasons, ruled: event.ruled }
    case 'severity_set':
      return {
        ...state,
        severity: event.severity,
        ...(isCalmed(event) ? { spokenAt: place.at } : {}),
      }
    case 'team_assigned':
      return { ...state, team: event.team, copies: event.copies ?? [] }
    case 'bot_said':
      return {
        ...withPlaceKey(heldByAgent(state) ? { ...state, lastAt: place.at } : spoken(state, place), event),
        ...(event.held === true ? {} : { lastText: event.text }),
        ...(event.key.startsWith('in-line') ? { toldInLine: true } : {}),
      }
    case 'answer_given':
      return withAnswer({ ...state, unread: unreadAfter(before, event) }, event, place)
    case 'answer_corrected':
      return withAnswer(state, event, place)
    case 'identifiers_found':
    case 'identifiers_owned':
    case 'identifiers_withdrawn':
    case 'danger_reviewed':
    case 'identifier_judged':
    case 'case_linked':
    case 'link_judged':
    case 'links_lapsed':
      return { ...state, ...evolveFindings(state, event, place.at) }
    case 'crisis_found':
      return { ...state, ...dangerHeard(state, event, place.at) }
    case 'danger_suggested':
    case 'picture_danger_found':
      return { ...state, crisisAt: { ...state.crisisAt, [event.hit.rule]: place.at } }
    case 'access_asked':
    case 'access_left':
    case 'secret_kept':
    case 'return_failed':
    case 'return_refused':
    case 'decoy_opened':
    case 'consent_given':
    case 'consent_withdrawn':
    case 'correction_given':
    case 'check_shown':
    case 'words_released':
    case 'safe_times_set':
    case 'safe_times_cleared':
    case 'paged':
    case 'urgent_path_taken':
    case 'step_skipped':
    case 'step_reopened':
    case 'case_submitted':
    case 'conversation_paused':
    case 'conversation_resumed':
    case 'case_snoozed':
    case 'snooze_ended':
    case 'task_added':
    case 'task_done':
    case 'task_reopened':
    case 'release_planned':
    case 'release_undone':
    case 'help_asked':
    case 'help_given':
    case 'case_asked':
    case 'colleague_mentioned':
    case 'mention_seen':
    case 'case_viewed':
    case 'evidence_viewed':
    case 'case_exported':
    case 'fingerprints_shared':
    case 'erasure_requested':
    case 'erasure_refused':
    case 'erasure_approved':
    case 'note_added':
    case 'other_bot_said':
    case 'facts_suggested':
    case 'voice_transcribed':
    case 'minor_told':
    case 'age_unsettled':
      return state
    default:
      return never(event)
  }
}
