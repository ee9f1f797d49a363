import type { ReportAnswer } from './report-answer.ts'
import type { Scope } from '../../model/access-rules.ts'
import type { Severity } from '../../base/severity.ts'
import type { Examination } from '../../base/examination.ts'
import type { Capture, ChannelName, EvidenceKind } from '../../base/message.ts'
import type { Origin } from '../../services/inbound/origin.ts'
import type { SentFile } from '../../base/sent-file.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import type { Language } from '../../base/language.ts'
import type { Outcome } from '../../model/team-events.ts'
import type { Sha256Hex } from '../../base/ids.ts'
import type { Bytes, Instant } from '../../base/units.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'

/**
 * `phone`: told on a call, and taken down by an agent. `import`: brought in from where it was kept
 * before.
 */
export type ReportChannel = ChannelName | 'phone' | 'import'

/** One text in every language of Amin. */
export type InLanguages = Readonly<Record<Language, string>>

/**
 * A moment, written out: `utc` as 2026-11-24T10:05:00.000Z, `local` as 2026-11-24 13:05 in the zone
 * of `ReportInput.zone`.
 */
export type Stamp = { readonly at: Instant; readonly utc: string; readonly local: string }

/**
 * Who did a step of the chain: an agent stands under the name that the person knows, or under their
 * id where the case tells none.
 */
export type ReportActor = 'person' | 'bot' | 'system' | `agent ${string}`

export type ReportIdentifier = {
  /** As `labelOf` names it: "phone", "facebook_id", "instagram_self". */
  readonly type: string
  /** The normal form; left-to-right always. */
  readonly value: string
  readonly raw: Untrusted
  /** `withdrawn`: the person took it back, or put another in its place. */
  readonly owner: 'perpetrator' | 'self' | 'other' | 'withdrawn'
  /** The platform itself named it; all others were read in words. */
  readonly attested?: true
  /** A machine read it in a picture, and who said that it is right. */
  readonly read?: { readonly tool: string; readonly by: 'person' | 'team' }
}

/**
 * Where a forwarded message was first written, as the platform attests it; `link` is the post
 * itself, never opened by us.
 */
export type ReportOrigin = Omit<Origin, 'at'> & {
  /** By the platform's clock. */
  readonly at?: Stamp
}

/** One file or statement that is in the bundle. */
export type ReportItem = {
  /** E0001, ... in order of arrival: the same in the index, in hashes.csv and in the names of the files. */
  readonly id: string
  readonly kind: EvidenceKind
  /** Whether the platform re-encoded it on the way. */
  readonly capture: Capture
  /** Path in the bundle, such as data/evidence/E0001.jpg. */
  readonly path: string
  /**
   * A stranger's text: never more than the first 255 characters, control and direction characters
   * shown as U+FFFD.
   */
  readonly originalName?: string
  readonly declaredMime?: string
  /** By content; nothing where it is of no known type. */
  readonly mime?: string
  readonly size: Bytes
  readonly sha256: Sha256Hex
  readonly md5?: string
  readonly pdq?: { readonly hash: string; readonly quality: number }
  readonly forwarded: boolean
  readonly origin?: ReportOrigin
  /** By the platform's clock, then by ours: when it was announced and when it was sealed. */
  readonly sentAt: Stamp
  readonly announcedAt: Stamp
  readonly receivedAt: Stamp
  readonly examinations: readonly Examination[]
  /**
   * The bundle holds a copy without what the file tells beside its content; `sha256` and `size`
   * above are the original's.
   */
  readonly cleaned?: { readonly sha256: Sha256Hex; readonly size: Bytes }
  /** A blurred picture of it (WebP), where there is one and the bundle shows them. */
  readonly preview?: {
    readonly bytes: Uint8Array
    readonly mime: 'image/webp'
    readonly width: number
    readonly height: number
  }
}

/**
 * `consent`, `age`, `size`, `count`: not taken when it was offered. `taken_back`: its sender took
 * it back before it was fetched. `failed`: it could not be fetched. `pending`: not yet there.
 * `fingerprint`: the file stayed on the person's device. `card`: no file at all, a card or a place
 * of before these were sealed. `place`, `own_card`: where the person is and how they are called and
 * reached, which an organisation is not told. `uncleaned`: nobody could say what else the file
 * tells of the person.
 */
export type LeftOutWhy =
  | 'consent'
  | 'age'
  | 'size'
  | 'count'
  | 'taken_back'
  | 'carried'
  | 'failed'
  | 'pending'
  | 'fingerprint'
  | 'card'
  | 'place'
  | 'own_card'
  | 'uncleaned'

export type ReportLeftOut = {
  /** Where it has one: what was refused before it was fetched has none. */
  readonly id?: string
  readonly kind?: EvidenceKind
  readonly why: LeftOutWhy
  readonly at: Stamp
  /** Of `fingerprint`: what the device computed. */
  readonly sha256?: Sha256Hex
}

/** A file that an agent sent, as the index names it. */
export type SentFileLine = {
  readonly kind: SentFile['kind']
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: Sha256Hex
}

export type ReportLine = {
  /** `<seq>.<n>`. */
  readonly id: string
  readonly at: Stamp
  readonly who: 'person' | 'bot' | 'agent'
  /** Of an agent: written on the linked phone itself, so that nobody knows who it was. */
  readonly onPhone?: true
  /** Of the person: told to another bot before it handed the chat over; when is not known. */
  readonly elsewhere?: true
  /** Of an agent: the name that the person knows. */
  readonly alias?: string
  readonly kind:
    | 'text'
    | 'file'
    | 'press'
    | 'media'
    | 'contact'
    | 'location'
    | 'start'
    | 'command'
    | 'call'
    | 'reaction'
    | 'unsupported'
    | 'blocked'
    | 'unblocked'
  /** As it was first said; nothing where it was no words. */
  readonly text?: string
  readonly edits: readonly { readonly at: Stamp; readonly text: string }[]
  /** The person deleted it on their phone; what it said, and what is sealed of it, stays. */
  readonly deletedAt?: Stamp
  readonly forwarded: boolean
  readonly origin?: ReportOrigin
  /** Of an agent: sent in the place of words. Its bytes are no part of a bundle. */
  readonly file?: SentFileLine
  /** The item of the bundle that came with it. */
  readonly item?: string
  readonly refused?: LeftOutWhy
  /** The platform's id of the message: by it an officer asks the platform. */
  readonly platformMessage?: string
  /** It waited until the person wrote, or still waits. */
  readonly held?: true
}

/** An entry of the chain in words' keys: `kinds` are the types of its events. */
export type ReportEntry = {
  readonly seq: number
  readonly at: Stamp
  readonly actor: ReportActor
  readonly kinds: readonly string[]
  readonly hash: Sha256Hex
  /** What was looked at, and why, where the entry says so. */
  readonly item?: string
  readonly reason?: string
}

/**
 * All that the report shows (adapters/report renders exactly this). Plain data, the same for the
 * same prepared state: no clock, no randomness and no order of a hash table reaches it.
 */
export type ReportInput = {
  readonly v: 1
  /**
   * The order in which the report speaks: Arabic first, then the person's language where that is
   * Kurdish or English, else English.
   */
  readonly languages: readonly Language[]
  /** The label of local times, such as "Asia/Baghdad (UTC+03:00)". */
  readonly zone: string
  readonly header: {
    readonly code: string
    readonly scope: BundleScope
    readonly preparedAt: Stamp
    readonly openedAt: Stamp
    readonly lastAt: Stamp
    readonly channel: ReportChannel
    /** The language the person chose. */
    readonly language: Language
    readonly state: 'open' | 'closed'
    readonly outcome?: Outcome
    readonly team: InLanguages
  }
  /** Who keeps the case; nothing where the operator stated nothing. */
  readonly organisation?: { readonly name: InLanguages; readonly kind: string }
  /** What happened, in the person's own words: answers given in words, in order. */
  readonly narrative: readonly {
    readonly question: InLanguages
    readonly text: Untrusted
    readonly at: Stamp
  }[]
  readonly answers: readonly ReportAnswer[]
  /** What happened when, oldest first; `what` is an event's type. */
  readonly timeline: readonly {
    readonly at: Stamp
    readonly what: string
    readonly detail?: string
    readonly item?: string
  }[]
  readonly identifiers: readonly ReportIdentifier[]
  readonly severity: {
    readonly now: Severity
    readonly reasons: readonly InLanguages[]
    readonly setBy: 'rules' | 'agent'
    readonly why?: string
  }
  /** How many other cases name the same number, name or wallet; never which. */
  readonly links: number
  readonly evidence: readonly ReportItem[]
  readonly leftOut: readonly ReportLeftOut[]
  readonly messages: readonly ReportLine[]
  readonly consents: readonly {
    readonly scope: Scope
    readonly label: InLanguages
    readonly given: boolean
    readonly at?: Stamp
    readonly version?: string
  }[]
  readonly custody: {
    /** Entries 1 to `entries` are in the bundle. */
    readonly entries: number
    /** Of the entry export_prepared. */
    readonly hash: Sha256Hex
    readonly steps: readonly ReportEntry[]
  }
  readonly checkpoint: {
    /** As signed: origin, size, root, time. */
    readonly note: string
    readonly origin: string
    readonly size: number
    readonly root: string
    /** Position of this case's leaf in the log. */
    readonly leafIndex: number
    readonly publicKey: string
    /** Names of the authorities whose time stamps are in the bundle. */
    readonly anchors: readonly string[]
  }
  readonly certificate: {
    /** Name and version of all that touched an item, each once, in order of name. */
    readonly tools: readonly string[]
    readonly software: string
    /** Keys of the methods: sha256, md5, pdq, chain, log, signature. */
    readonly hashes: readonly ('sha256' | 'md5' | 'pdq')[]
    readonly timeSource: 'system-clock'
    /** Who prepared it: an agent's name, or `command-line`. */
    readonly operator: string
  }
}
