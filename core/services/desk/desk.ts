import type { AgentId, CaseCode, CaseId } from '../../base/ids.ts'
import type { Outcome } from '../../model/team-events.ts'
import type { Brief } from '../agents/brief.ts'
import type { Named } from '../agents/mention.ts'
import type { Alike } from '../paging/crowd.ts'
import type { Unheld } from '../agents/duties.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { EraseOutcome } from '../erasure/erase.ts'
import type { ErasureDesk } from '../erasure/erasure-desk.ts'
import type { Consent, Contact, RowMarks } from '../casebook/dossier.ts'
import type { PhoneDesk } from '../phone/phone.ts'
import type { Finder } from '../search/find.ts'
import type { Severity } from '../../base/severity.ts'
import type { NetworkDesk } from '../networks/desk.ts'
import type { CaseTies, CommonTexts, ReadCase } from '../linkage/ties.ts'
import type { Capabilities } from '../../ports/channel.ts'
import type { Shift } from '../agents/shift.ts'
import type { CaseFilter, CaseRow, OpenCounts } from '../../ports/store/views.ts'
import type { CaseState } from '../../model/state.ts'
import type { Trail, TrailQuery } from '../agents/audit-trail.ts'
import type { Places } from '../../model/towns.ts'
import type { Placed, TranscriptLine } from '../../model/transcript.ts'
import type { Sending } from '../agents/send-file.ts'
import type { Viewing } from '../agents/viewing.ts'
import type { Answers, WantedList } from '../agents/wanted.ts'
import type { Instant } from '../../base/units.ts'
import type { OutboxRow } from '../../ports/store/outbox.ts'
import type { Entry } from '../../ports/store/ledger.ts'
import type { Sight } from './sight.ts'
import type { Ordered } from '../agents/ordered.ts'
import type { MacroDesk } from '../agents/macro.ts'
import type { DeskRow } from '../agents/queue.ts'

/** A case as its ledger tells it. `delivery` is keyed `<seq>.<row>` of bot and agent lines. */
export type CaseBook = {
  readonly row: CaseRow
  readonly state: CaseState
  /** What a queue shows of it beyond its row, as it stands now. */
  readonly marks: RowMarks
  readonly lines: readonly TranscriptLine[]
  /** Every event in order, for what the lines leave out (evidence facts, views, answers with their times). */
  readonly events: readonly Placed[]
  readonly delivery: ReadonlyMap<string, OutboxRow['status']>
  /** The lines that the person's marks are under, by the platform's id of the message. */
  readonly marked: ReadonlyMap<string, TranscriptLine>
  /** Cases that share a number, a name or a wallet with this one, as far as the reader may know of them. */
  readonly links: readonly CaseCode[]
  /**
   * Cases that hold the same file as this one and share no name or number, as far as the reader may
   * know of them.
   */
  readonly sameFile: readonly CaseCode[]
  /** Cases that hold a picture which looks the same as one here. */
  readonly alike: readonly CaseCode[]
  /** Cases into which the same text was copied, and cases with the same recording. */
  readonly sameScript: readonly CaseCode[]
  readonly sameSound: readonly CaseCode[]
  /** Cases whose link a member of the team judged wrong, as far as the reader may know of them. */
  readonly apart: readonly {
    readonly code: CaseCode
    readonly agent: AgentId
    readonly reason: string
    readonly at: Instant
  }[]
  readonly consents: readonly Consent[]
  /** Where the bot told the person what to do. */
  readonly guidance: readonly Placed[]
  readonly contact: Contact
  /** The largest file of each kind that the person's channel takes; none where there is no chat. */
  readonly sends: Capabilities['sends']
  /** The case in short, see core/services/agents/brief. */
  readonly brief: Brief
  /** The towns by which a place that was shared is called. */
  readonly places?: Places
  /** Files that wait for consent or for the age; `step`: where the age is answered. */
  readonly filesWait?: {
    readonly count: number
    readonly why: 'age' | 'consent'
    readonly step: string
    readonly left?: true
  }
  /** When the case is erased by itself, as things stand; nothing where it is not. */
  readonly endsAt?: Instant
}

/**
 * What agents do with cases: the console's and the command line's only way in. To an agent with a
 * declared conflict (core/ports/roster), or of other teams (core/policy/visibility/sight), a case
 * is `unknown`, in lists as in commands; `reader` is who looks, and nobody where the operator's own
 * command line does.
 */
export type Desk = Viewing &
  Sending & {
    /** What agents do in a shift, beyond speaking. */
    readonly shift: Shift
    readonly list: (
      filter: CaseFilter,
      page: { readonly limit: number; readonly cursor?: string },
      reader?: DeskAgent,
    ) => Promise<{ readonly rows: readonly DeskRow[]; readonly cursor?: string; readonly stray?: true }>
    /** The same in another order, see core/services/agents/ordered. */
    readonly ordered: Ordered
    /** By code, by what names somebody, by words (core/services/search). */
    readonly search: Finder
    /** How many cases a filter has that the reader may see; `most` where there are as many, or more. */
    readonly countOf: (filter: CaseFilter, most: number, reader?: DeskAgent) => Promise<number>
    /**
     * What waits for an answer of this member of the team, whose role lets them `may`. `twoPersons`:
     * bundles have to be agreed to.
     */
    readonly wanted: (reader: DeskAgent, may: Answers, twoPersons: boolean) => Promise<WantedList>
    /** Of the cases that are still worked on, those that the reader sees; `team`: of this one. */
    readonly openCounts: (reader: DeskAgent, team?: string) => Promise<OpenCounts>
    /** The whole case, read from its ledger; nothing where there is none, `erased` where its key is gone. */
    readonly open: (code: CaseCode, reader?: DeskAgent) => Promise<CaseBook | 'erased' | undefined>
    /**
     * The row as the store has it, without what is sealed in it being opened: for deciding who may be
     * told of the case.
     */
    readonly rowOf: (caseId: CaseId) => Promise<CaseRow | undefined>
    readonly rowOfCode: (code: CaseCode) => Promise<CaseRow | undefined>
    /** Whether `reader` may be told of the case at all. */
    readonly sees: (row: CaseRow, reader: DeskAgent) => Promise<boolean>
    readonly codesSeen: Sight['codesSeen']
    /** Why a case belongs with others, and what was said of those, as far as the reader may see them. */
    readonly ties: (state: CaseState, reader: DeskAgent | undefined) => Promise<CaseTies>
    /** Texts that were copied into both cases, beside each other. */
    readonly commonTexts: (one: ReadCase, other: ReadCase) => CommonTexts
    /** Cases that hang together, of those that the reader may see, and what people decided of them. */
    readonly networks: NetworkDesk
    /** The chain, and whether it holds. */
    readonly custody: (
      code: CaseCode,
      reader?: DeskAgent,
    ) => Promise<{ readonly entries: readonly Entry[]; readonly intact: boolean } | undefined>
    /**
     * Who did what to which case, from the open headers of the chains
     * (core/services/agents/audit-trail): no words, no key needed.
     */
    readonly trail: (asked: TrailQuery, reader?: DeskAgent) => Promise<Trail>
    /**
     * Silences the bot and assigns in one commit. Claiming one's own case again is done at once,
     * without an entry. Refused for a wish, see core/policy/visibility/wish.
     */
    readonly claim: (code: CaseCode, agent: DeskAgent) => Promise<DeskOutcome>
    readonly say: (
      code: CaseCode,
      agent: DeskAgent,
      text: string,
      expectedVersion: number,
      how?: { readonly key?: string; readonly helped?: true },
    ) => Promise<DeskOutcome>
    /** Several things at once, see core/services/agents/macro. */
    readonly macros: MacroDesk
    readonly release: (code: CaseCode, agent: DeskAgent, to: 'bot' | 'queue') => Promise<DeskOutcome>
    /**
     * As release, but after a while in which it can be taken back (`stay`), see
     * core/services/agents/leaving. Refused as `already` where it was let go.
     */
    readonly leave: (code: CaseCode, agent: DeskAgent, to: 'bot' | 'queue') => Promise<DeskOutcome>
    readonly stay: (code: CaseCode, agent: DeskAgent) => Promise<DeskOutcome>
    /** `over`: the caller may move what others hold (a supervisor). `note`: for whoever takes it up. */
    readonly transfer: (
      code: CaseCode,
      agent: DeskAgent,
      to: { readonly agent?: DeskAgent; readonly team?: string },
      over?: boolean,
      note?: string,
    ) => Promise<DeskOutcome>
    /**
     * A case that belongs to another one may be closed while it waits, but in danger to life (P1):
     * then somebody looks first, or who supervises says why (core/services/agents/duties).
     */
    readonly close: (
      code: CaseCode,
      agent: DeskAgent,
      outcome: Outcome,
      unheld?: Unheld,
    ) => Promise<DeskOutcome>
    /**
     * Other cases that wait and came from the same network or in the same words as this one, as far
     * as the reader may know of them.
     */
    readonly alike: (
      code: CaseCode,
      reader?: DeskAgent,
    ) => Promise<readonly { readonly row: CaseRow; readonly by: readonly Alike['by'][] }[]>
    /** Whether it is one of many that are alike. */
    readonly inCrowd: (row: CaseRow) => Promise<boolean>
    /**
     * `key`, here and below: of the agent's own choice; what was done under it is not done again, and
     * something else under it is refused as `key_reused` (core/services/casebook/idempotency).
     */
    readonly note: (
      code: CaseCode,
      agent: DeskAgent,
      text: string,
      key?: string,
      named?: readonly Named[],
    ) => Promise<DeskOutcome>
    /** Whom a note named has seen it, see core/services/agents/mention. */
    readonly seeMention: (code: CaseCode, agent: DeskAgent, note: string) => Promise<DeskOutcome>
    /** Members whom the note of this entry names, and who have not seen it. */
    readonly mentioned: (row: CaseRow, seq: number) => Promise<readonly AgentId[]>
    /** Asks the colleague who holds the case for it, see core/services/agents/asking. */
    readonly ask: (code: CaseCode, agent: DeskAgent, text: string, key?: string) => Promise<DeskOutcome>
    /**
     * Has the bot ask the person whether they are safe now, see core/services/agents/safety. Refused
     * as `quiet` where it must not appear on their phone.
     */
    readonly askSafe: (code: CaseCode, agent: DeskAgent, key?: string) => Promise<DeskOutcome>
    /**
     * Has the bot ask for what a file waits for: consent, then the age. Refused as `quiet` where
     * askSafe is, as `already` where both are answered.
     */
    readonly askAge: (code: CaseCode, agent: DeskAgent, key?: string) => Promise<DeskOutcome>
    /** Lowering needs `why` (law 9). */
    readonly setSeverity: (
      code: CaseCode,
      agent: DeskAgent,
      severity: Severity,
      why: string,
    ) => Promise<DeskOutcome>
    readonly openByPhone: PhoneDesk['open']
    /** Answers on a call (core/services/phone). */
    readonly phone: Omit<PhoneDesk, 'open'>
    /** Law 7: destroys the case's key, leaves a tombstone. Works on a case whose ledger no longer opens. */
    readonly erase: (code: CaseCode, by: string, reason: string) => Promise<EraseOutcome>
    /** The same where two members of the team agree on it. */
    readonly erasure: ErasureDesk
    /**
     * Nothing erases the case until the hold is lifted. `agent`: nobody where the operator's own
     * command line asks.
     */
    readonly hold: (code: CaseCode, agent: DeskAgent | undefined, reason: string) => Promise<DeskOutcome>
    /** Carries out what the person wanted erased meanwhile. */
    readonly liftHold: (code: CaseCode, agent: DeskAgent | undefined, reason: string) => Promise<DeskOutcome>
  }
