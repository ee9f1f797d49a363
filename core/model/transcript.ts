import { makeCalls } from './calls.ts'
import type { CaseEvent } from './events.ts'
import type { AgentId, EvidenceId, InboundId } from '../base/ids.ts'
import type { Inbound } from '../base/message.ts'
import type { Button } from '../ports/channel.ts'
import type { SentFile } from '../base/sent-file.ts'
import type { Instant } from '../base/units.ts'

/** A line of what was said and done, in order. `id` is `<seq>.<n>`, n the event's place in its entry. */
export type TranscriptLine = { readonly id: string; readonly seq: number; readonly at: Instant } & (
  | {
      readonly from: 'person'
      readonly inbound: InboundId
      readonly message: Inbound
      readonly edits: readonly { readonly at: Instant; readonly message: Inbound }[]
      readonly evidence?: EvidenceId
      readonly refused?: string
      /**
       * A file that was not taken yet, and where it is: a reference to it here, or the file on the
       * person's device. `called`: from there it may come now.
       */
      readonly waits?: 'here' | 'device' | 'called' | 'carried'
      /** Of a button press: what stood on the button. */
      readonly label?: string
    }
  /** Written on the linked phone, by nobody knows whom. */
  | { readonly from: 'phone'; readonly message: Inbound }
  /** Said to the person by the bot that handed the chat over. */
  | { readonly from: 'other'; readonly message: Inbound }
  /** `row` is n of the outbox row. */
  | ({
      readonly from: 'bot'
      readonly row: number
      readonly text: string
      readonly buttons?: readonly Button[]
    } & Waiting)
  | ({
      readonly from: 'agent'
      readonly row: number
      readonly agent: AgentId
      readonly alias: string
      readonly text: string
      /** Sent in the place of words. */
      readonly file?: SentFile
    } & Waiting)
  | { readonly from: 'note'; readonly agent: AgentId; readonly alias: string; readonly text: string }
  /** Something that changed hands or state; the event itself for whoever words it. */
  | { readonly from: 'event'; readonly event: CaseEvent }
)

/** `held`: it waits until the person writes or it is safe. `sent`: it waited, and this is its row. */
type Waiting = {
  readonly held?: true
  readonly sent?: { readonly seq: number; readonly row: number; readonly n: number; readonly at: Instant }
}

export type Placed = {
  readonly event: CaseEvent
  readonly seq: number
  readonly n: number
  readonly at: Instant
}

const SHOWN = new Set<CaseEvent['type']>([
  'case_submitted',
  'handoff_requested',
  'case_claimed',
  'case_released',
  'case_transferred',
  'case_closed',
  'case_reopened',
  'case_snoozed',
  'snooze_ended',
  'case_asked',
  'safe_times_set',
  'safe_times_cleared',
  'help_asked',
  'help_given',
  'person_blocked',
  'person_unblocked',
  'person_exited',
  'message_lost',
  'handed_over',
  'chat_ended',
  'severity_set',
  'messages_wiped',
  'paged',
  'return_refused',
  'return_unproven',
  'return_granted',
  'person_returned',
  'decoy_opened',
  'decoy_used',
  'duress_used',
  'consent_given',
  'consent_withdrawn',
  'correction_given',
  'minor_told',
  'age_unsettled',
  'check_shown',
  'erase_confirmed',
  'sharing_allowed',
  'sharing_withdrawn',
  'export_requested',
  'export_approved',
  'export_refused',
  'case_exported',
  'hold_set',
  'hold_lifted',
  'erasure_requested',
  'erasure_refused',
])

/** A question that a member of the team had asked, and its answer. */
const isOfSafety = (event: CaseEvent): boolean =>
  (event.type === 'question_asked' && event.by !== undefined) ||
  (event.type === 'answer_given' && event.toAgent === true)

/** Channels tell of a deletion as of one more version without words. */
export const isDeletion = ({ body }: Pick<Inbound, 'body'>): boolean =>
  body.kind === 'unsupported' && body.what === 'deleted'

/** What stood on a button; of several that were picked together, on each. */
const labelOf = (labels: ReadonlyMap<string, string>, token: string): string | undefined => {
  const one = labels.get(token)
  if (one !== undefined || !token.includes('+')) return one
  const at = token.lastIndexOf(':') + 1
  const all = token
    .slice(at)
    .split('+')
    .filter((option) => option !== '')
    .map((option) => labels.get(token.slice(0, at) + option))
  return all.every((label) => label !== undefined) ? all.join(' · ') : undefined
}

/** The lines of a case from its events, first event first. */
export const transcribe = (events: Iterable<Placed>): readonly TranscriptLine[] => {
  const lines: TranscriptLine[] = []
  const ofInbound = new Map<InboundId, number>()
  const ofMessage = new Map<string, number>()
  const labels = new Map<string, string>()
  const waiting = new Map<string, number>()
  const change = (
    index: number | undefined,
    patch: (line: Extract<TranscriptLine, { from: 'person' }>) => TranscriptLine,
  ): void => {
    const line = index === undefined ? undefined : lines[index]
    if (index !== undefined && line?.from === 'person') lines[index] = patch(line)
  }
  const isCallAgain = makeCalls()
  for (const { event, seq, n, at } of events) {
    const again = isCallAgain(event, at)
    const place = { id: `${seq}.${n}`, seq, at }
    if (event.type === 'message_received') {
      ofInbound.set(event.inbound, lines.length)
      ofMessage.set(event.message.message, lines.length)
      const { body } = event.message
      const label = body.kind === 'press' ? labelOf(labels, body.token) : undefined
      lines.push({
        ...place,
        from: 'person',
        inbound: event.inbound,
        message: event.message,
        edits: [],
        ...(label === undefined ? {} : { label }),
      })
    } else if (event.type === 'phone_said') {
      lines.push({ ...place, from: 'phone', message: event.message })
    } else if (event.type === 'other_bot_said') {
      lines.push({ ...place, from: 'other', message: event.message })
    } else if (event.type === 'message_edited') {
      const index = ofMessage.get(event.message.message)
      // Another file in the place of the first belongs to the same line.
      if (index !== undefined) ofInbound.set(event.inbound, index)
      change(index, (line) => ({ ...line, edits: [...line.edits, { at, message: event.message }] }))
    } else if (event.type === 'evidence_announced' && event.kind !== 'statement') {
      change(ofInbound.get(event.inbound), (line) => {
        const { waits: _, refused: __, ...offered } = line
        return { ...offered, evidence: event.evidence }
      })
    } else if (event.type === 'evidence_waiting') {
      change(ofInbound.get(event.inbound), (line) => {
        const { refused: _, ...offered } = line
        return { ...offered, waits: event.onDevice === true ? 'device' : 'here' }
      })
    } else if (event.type === 'evidence_called') {
      change(ofInbound.get(event.inbound), (line) => ({ ...line, waits: 'called' }))
    } else if (event.type === 'files_carried') {
      for (const { inbound } of event.files)
        change(ofInbound.get(inbound), (line) => ({ ...line, waits: 'carried' }))
    } else if (event.type === 'evidence_refused') {
      change(ofInbound.get(event.inbound), (line) => ({ ...line, refused: event.why }))
    } else if (event.type === 'bot_said') {
      for (const button of event.buttons ?? []) labels.set(button.token, button.label)
      if (event.held === true) waiting.set(`${seq}.${event.n}`, lines.length)
      lines.push({
        ...place,
        from: 'bot',
        row: event.n,
        text: event.text,
        ...(event.buttons === undefined ? {} : { buttons: event.buttons }),
        ...(event.held === true ? { held: event.held } : {}),
      })
    } else if (event.type === 'agent_said') {
      const held = event.held === true ? { held: event.held } : {}
      if (event.held === true) waiting.set(`${seq}.${event.n}`, lines.length)
      lines.push({
        ...place,
        from: 'agent',
        row: event.n,
        agent: event.agent,
        alias: event.alias,
        text: event.text,
        ...(event.file === undefined ? {} : { file: event.file }),
        ...held,
      })
    } else if (event.type === 'words_released') {
      for (const released of event.lines) {
        const index = waiting.get(`${released.seq}.${released.n}`)
        const line = index === undefined ? undefined : lines[index]
        if (index === undefined || (line?.from !== 'bot' && line?.from !== 'agent')) continue
        const { held: _, ...said } = line
        lines[index] = { ...said, sent: { seq, row: released.row, n, at } }
      }
    } else if (event.type === 'note_added') {
      lines.push({ ...place, from: 'note', agent: event.agent, alias: event.alias, text: event.text })
    } else if ((SHOWN.has(event.type) && !again) || isOfSafety(event)) {
      lines.push({ ...place, from: 'event', event })
    }
  }
  return lines
}
