import { z } from 'zod'
import { Check, Consent, Danger, FoundIdentifier, RowDanger, Signals, Wish } from './findings.ts'
import { Fact } from './facts.ts'
import { ErasureState } from './erasure.ts'
import { CustodyDetail, Examined } from './evidence.ts'
import { Burden, Corrected, HelpAsked, OpenCounts, PassedOn, Snoozed, Task, Watching } from './shift.ts'
import { Sends } from './messages.ts'
import { SettingFault } from './settings.ts'
import { ORDERS } from './orders.ts'
import { CaseChannel, Code, Time } from './terms.ts'

/**
 * The console's HTTP API in shapes . The server validates and strips by them, the web app takes its
 * types from them, and `/api/v1/openapi.json` is made of them. Times are ISO 8601 UTC.
 */
export const Severity = z.enum(['P1', 'P2', 'P3', 'P4'])
export const Status = z.enum(['bot', 'waiting', 'agent', 'closed', 'erased'])
export const Language = z.enum(['ar', 'ckb', 'en'])
export const Outcome = z.enum(['resolved', 'referred', 'withdrawn', 'unreachable', 'duplicate', 'not_a_case'])

/** problem+json (RFC 9457); `code` is stable and for programs, `title` is English and for operators. */
export const Problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    /** Where the title does not say enough. */
    detail: z.string().optional(),
    holder: z.string().optional(),
    version: z.int().optional(),
    /** Of a macro: the step that could not be done; then none was. */
    step: z.string().optional(),
    /**
     * Of `wish`: from when others may claim; of `too_new` and `asker_too_new`: from when the caller
     * may agree.
     */
    until: Time.optional(),
    /** Of `invalid`: where the request differs from its documented shape, as `/body/field`. */
    fields: z.array(z.string()).optional(),
    /** Of `unfit`: which field of a setting, and why. */
    faults: z.array(SettingFault).optional(),
    /** Of `outdated`, where a section of the settings was changed since: as it is now. */
    newer: z.unknown().optional(),
  })
  .meta({ id: 'Problem' })

export const Agent = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Agent' })

export const CaseRow = z
  .object({
    code: Code,
    status: Status,
    severity: Severity,
    team: z.string(),
    /** Teams that see the case as well. */
    copies: z.array(z.string()),
    language: Language,
    channel: CaseChannel,
    assignee: Agent.optional(),
    openedAt: Time,
    waitingSince: Time.optional(),
    /** While it waits: until when somebody must have answered. */
    dueAt: Time.optional(),
    lastAt: Time,
    unread: z.int(),
    /** Files of the person. */
    evidence: z.int(),
    /** The last thing the person wrote, shortened to 120 characters. */
    preview: z.string().optional(),
    /** What it is about, what presses most first; in lists, of open cases. */
    facts: z.array(Fact).optional(),
    /** The gravest danger that is known; of open cases. */
    danger: RowDanger.optional(),
    /** Who the person would rather speak with. */
    wish: Wish.optional(),
    /** What to be ready for before opening it, the heaviest first; of open cases. */
    burdens: z.array(Burden).optional(),
    /** Set aside by whoever holds it. */
    snoozedUntil: Time.optional(),
    /** Whoever holds it wants a supervisor to look. */
    helpAsked: z.literal(true).optional(),
    /** Open ones. */
    tasks: z.int().optional(),
    /** Since when the person waits for an answer of whoever holds it. */
    answerSince: Time.optional(),
    /** When it is erased by itself, as things stand; in lists only of open cases. */
    endsAt: Time.optional(),
  })
  .meta({ id: 'CaseRow' })

export const CasePage = z
  .object({
    rows: z.array(CaseRow),
    cursor: z.string().optional(),
    counts: OpenCounts,
    position: z.int(),
    /** Of an `order`: there are more cases than were put in it. */
    whole: z.literal(false).optional(),
  })
  .meta({ id: 'CasePage' })

/**
 * Repeats of `status` and `severity` are allowed: `?status=waiting&status=bot`. `assignee=me` is
 * the caller.
 */
export const CaseQuery = z.object({
  status: z.union([Status, z.array(Status)]).optional(),
  severity: z.union([Severity, z.array(Severity)]).optional(),
  team: z.string().max(40).optional(),
  assignee: z.string().max(64).optional(),
  language: Language.optional(),
  /** Something happened in it since; it was opened before. */
  from: Time.optional(),
  to: Time.optional(),
  order: z.enum(ORDERS).optional(),
  q: z.string().max(100).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const AnswerLine = z
  .object({
    step: z.string(),
    question: z.string(),
    answer: z.string(),
    skipped: z.boolean(),
    at: Time,
    /** Of a skipped step: passed over, answered with "I do not know", or never asked. */
    how: z.enum(['skip', 'unknown', 'untold']).optional(),
    /** Of an answer given by voice or files: which items. */
    evidence: z.array(z.string()).optional(),
    /** Id of the message it was said in. */
    message: z.string().optional(),
    corrected: Corrected.optional(),
    /** A member of the team can put it right. */
    correctable: z.literal(true).optional(),
  })
  .meta({ id: 'AnswerLine' })

export const Note = z
  .object({ id: z.string(), at: Time, author: z.string(), text: z.string() })
  .meta({ id: 'Note' })

export const CaseFile = CaseRow.extend({
  /** What a message must carry as `expectedVersion`: rises with everything said and every change of hands. */
  version: z.int(),
  seq: z.int(),
  answers: z.array(AnswerLine),
  /** Reasons of the severity, in the asked language. */
  reasons: z.array(z.string()),
  notes: z.array(Note),
  person: z.object({ blocked: z.boolean(), exited: z.boolean(), channelNote: z.string().optional() }),
  mine: z.boolean(),
  /** While an agent has it: since when. */
  heldSince: Time.optional(),
  /** Whoever holds it let it go at this time, and can take that back until then. */
  leaving: z.object({ to: z.enum(['bot', 'queue']), at: Time }).optional(),
  /** Newest first. */
  dangers: z.array(Danger),
  identifiers: z.array(FoundIdentifier),
  /** Codes of cases that share an identifier with this one, as far as the reader may see them. */
  links: z.array(Code),
  /**
   * Codes of cases that hold the same file and share no name or number, as far as the reader may
   * see them.
   */
  sameFile: z.array(Code),
  /** Codes of cases that hold a picture which looks the same: to be compared by eye. */
  alike: z.array(Code),
  /** Codes of cases into which the same text of somebody else was copied. */
  sameScript: z.array(Code),
  /** Codes of cases with the same recording; not: the same speaker. */
  sameSound: z.array(Code),
  /** Links that somebody of the team judged wrong: in none of the lists above, and counted nowhere. */
  apart: z.array(z.object({ code: Code, by: z.string(), reason: z.string(), at: Time })),
  /**
   * It came after a network was dismantled and shares something with `to`, a case of it. `network`: for
   * who may be shown that network.
   */
  matches: z.object({ to: Code, at: Time, network: z.string().optional() }).optional(),
  consents: z.array(Consent),
  signals: Signals,
  /** Files that the person's channel takes; absent where nothing but words can be sent. */
  sends: Sends.optional(),
  /** While the words are fresh. */
  check: Check.optional(),
  /** Nothing erases the case. `by`: absent where the operator's command line set it, or somebody who left. */
  hold: z.object({ at: Time, by: z.string().optional(), reason: z.string() }).optional(),
  /** The person wants everything erased: done once the hold is lifted. */
  eraseWanted: z.literal(true).optional(),
  /** Nobody who may lift the hold said yet what becomes of that wish. */
  wishWaits: z.literal(true).optional(),
  /** Absent where the caller may not ask that the case be erased, and nobody did. */
  erasure: ErasureState.optional(),
  /**
   * Files that were offered and wait, for consent or for the age (the answer `step`): nothing of
   * them was downloaded.
   */
  filesWait: z
    .object({
      count: z.int(),
      why: z.enum(['age', 'consent']),
      step: z.string(),
      left: z.literal(true).optional(),
    })
    .optional(),
  todo: z.array(Task),
  snooze: Snoozed.optional(),
  help: HelpAsked.optional(),
  passedOn: PassedOn.optional(),
  watching: Watching.optional(),
  /** Who looks over the caller's shoulder, where the operator wants it shown. */
  watchers: z.array(z.string()).optional(),
}).meta({ id: 'CaseFile' })

export const Evidence = z
  .object({
    id: z.string(),
    kind: z.enum([
      'photo',
      'document',
      'video',
      'voice',
      'audio',
      'animation',
      'video_note',
      'statement',
      'contact',
      'location',
    ]),
    capture: z.enum(['recompressed', 'as_sent', 'unknown']),
    state: z.enum(['pending', 'sealed', 'fingerprint', 'failed']),
    receivedAt: Time,
    sentAt: Time,
    forwarded: z.boolean(),
    fileName: z.string().optional(),
    declaredMime: z.string().optional(),
    mime: z.string().optional(),
    size: z.int().optional(),
    sha256: z.string().optional(),
    preview: z.enum(['ready', 'pending', 'none']),
    why: z.string().optional(),
    /** When the person deleted the message it came in, on their phone; what is sealed stays. */
    deletedAt: Time.optional(),
    /** Until when the caller, who revealed it, may fetch it. */
    openUntil: Time.optional(),
    /** What was read off the file; nothing while nobody has looked, and of statements. */
    examined: Examined.optional(),
  })
  .meta({ id: 'Evidence' })
export const EvidenceList = z.object({ evidence: z.array(Evidence) }).meta({ id: 'EvidenceList' })

export const CustodyEntry = z
  .object({
    seq: z.int(),
    at: Time,
    /** `person`, `bot`, `system` or `agent:ID`. */
    actor: z.string(),
    agent: Agent.optional(),
    kinds: z.array(z.string()),
    hash: z.string(),
    prev: z.string(),
    /** Nothing where the case does not open any more. */
    details: z.array(CustodyDetail).optional(),
  })
  .meta({ id: 'CustodyEntry' })
export const Custody = z
  .object({ entries: z.array(CustodyEntry), intact: z.boolean() })
  .meta({ id: 'Custody' })

export const Reason = z.object({ reason: z.string().trim().min(3).max(500) })
export const Done = z.object({ code: Code, version: z.int(), seq: z.int() }).meta({ id: 'Done' })
export const RevealTicket = z.object({ url: z.string(), expiresAt: Time }).meta({ id: 'RevealTicket' })

/**
 * What `GET /api/v1/events` sends as `data` of `event: change`; `id` is the position. `event:
 * reset` means: fetch everything anew.
 */
export const FeedEvent = z
  .object({ code: Code, seq: z.int(), kinds: z.array(z.string()) })
  .meta({ id: 'FeedEvent' })

export type Problem = z.infer<typeof Problem>
export type CaseRow = z.infer<typeof CaseRow>
export type CasePage = z.infer<typeof CasePage>
export type CaseFile = z.infer<typeof CaseFile>
export type Evidence = z.infer<typeof Evidence>
export type Custody = z.infer<typeof Custody>
export type FeedEvent = z.infer<typeof FeedEvent>
export type Severity = z.infer<typeof Severity>
export type Status = z.infer<typeof Status>
export type Outcome = z.infer<typeof Outcome>
export type Done = z.infer<typeof Done>
export type RevealTicket = z.infer<typeof RevealTicket>

export type AnswerLine = z.infer<typeof AnswerLine>
export type Note = z.infer<typeof Note>
