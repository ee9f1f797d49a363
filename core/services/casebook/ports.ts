import type { AccessRules } from '../../model/access-rules.ts'
import type { Language } from '../../base/language.ts'
import type { CrisisHit } from '../../base/danger.ts'
import type { Instant } from '../../base/units.ts'
import type { Flow } from '../../model/flow.ts'
import type { ChannelName } from '../../base/message.ts'
import type { Alarm } from '../../ports/alarm.ts'
import type { Capabilities } from '../../ports/channel.ts'
import type { Checks } from '../../ports/checks.ts'
import type { Clock } from '../../ports/clock.ts'
import type { HelperUse, Whereabouts } from '../../ports/helper.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Log } from '../../ports/log.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { Pins } from '../../ports/pins.ts'
import type { Random } from '../../ports/random.ts'
import type { Roster } from '../../ports/roster.ts'
import type { SecretPages } from '../../ports/secret-page.ts'
import type { SentenceReader } from '../../ports/sentence-reader.ts'
import type { Sealer } from '../../ports/sealer.ts'
import type { Store } from '../../ports/store/store.ts'
import type { Vault } from '../../ports/vault.ts'
import type { Webhooks } from '../../ports/webhooks.ts'
import type { ErasureList } from '../../ports/witness.ts'
import type { ReadSubject, SaidPiece } from '../../policy/conversation/input.ts'
import type { OpinionOf } from '../../text/danger/opinion.ts'
import type { ReadFacts } from '../../text/facts/reader.ts'
import type { TriageRules } from '../../policy/triage/triage.ts'

/** What work on a case needs of the outside, and of the bot's content. */
export type CasePorts = {
  readonly store: Store
  readonly sealer: Sealer
  readonly hasher: Hasher
  readonly clock: Clock
  readonly random: Random
  readonly phrases: Phrases
  readonly checks: Checks
  readonly log: Log
  readonly flow: Flow
  readonly triage: TriageRules
  readonly access: AccessRules
  readonly pins: Pins
  /**
   * Where erasures are written down apart from the store and its keys; nowhere in a store without
   * such a place.
   */
  readonly erasures?: ErasureList
  /** Somebody outside who is called where nobody of the team comes; none where the operator named none. */
  readonly alarm?: Alarm
  /** Programs that are told of what happens to cases; none where the operator named none. */
  readonly webhooks?: Webhooks
  /** What the operator said of members of the team; nothing where they said nothing. */
  readonly roster?: Roster
  /** Our official account on a channel, where the operator named one. */
  readonly official: (channel: ChannelName) => string | undefined
  /**
   * Address of our own page on which a fingerprint can be made of a file that stays on the phone;
   * nothing where there is none that others reach.
   */
  readonly printPage?: string
  /** Pages for secrets, where somebody's phone can open one. */
  readonly secretPages?: SecretPages
  /** Reads danger out of words (law 9); compiled once. */
  readonly crisis: {
    readonly read: (
      text: string,
      year?: number,
      before?: readonly string[],
      opinionOf?: OpinionOf,
    ) => readonly CrisisHit[]
  }
  /** Gives a second opinion where that is in doubt; nothing where the operator switched it off. */
  readonly sentences?: Pick<SentenceReader, 'read'>
  /**
   * A language model that the operator switched on, where it runs and for what; nothing without one
   * (core/ports/helper).
   */
  readonly helps?: { readonly at: Whereabouts['at']; readonly uses: ReadonlySet<HelperUse> }
  /** Reads what kind of thing each piece of a text is, where that is sure enough to be answered. */
  readonly sayings: { readonly read: (text: string) => readonly SaidPiece[] }
  /** Reads which subject of the guidance a question is about. */
  readonly subjects: { readonly read: ReadSubject }
  /** Reads what words tell of a case, for the questions that they answer. */
  readonly facts: { readonly read: ReadFacts }
  /** Numbers for emergencies that the operator confirmed lately; in a language each with its name before it. */
  readonly emergency: (now: Instant, language?: Language) => string | undefined
  /** What the channel can do, known also where it runs in another process. */
  readonly capabilities: (channel: ChannelName) => Capabilities
}

export type OfficePorts = CasePorts & { readonly vault: Vault }
