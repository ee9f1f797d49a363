import type { Dossiers } from '../../../core/custody/bundle/dossier-orders.ts'
import type { Exports } from '../../../core/custody/bundle/export.ts'
import type { Desk } from '../../../core/services/desk/desk.ts'
import type { HelpDesk } from '../../../core/services/helper/desk.ts'
import type { Certified } from '../../../core/custody/certify.ts'
import type { Standing } from '../../../core/custody/standing.ts'
import type { CaseCode } from '../../../core/base/ids.ts'
import type { Language } from '../../../core/base/language.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'
import type { Images } from '../../../core/ports/images.ts'
import type { Log } from '../../../core/ports/log.ts'
import type { Phrases, PhraseKey } from '../../../core/ports/phrases.ts'
import type { Random } from '../../../core/ports/random.ts'
import type { Feed } from '../../../core/ports/store/feed.ts'
import type { Ms } from '../../../core/base/units.ts'
import type { MonthlyDesk } from '../../../core/services/statistics/monthly-desk.ts'
import type { StatisticsDesk } from '../../../core/services/statistics/desk.ts'
import type { Administration } from './administration/administration-routes.ts'
import type { AuthParts } from './identity/auth.ts'
import type { FactorRule } from './identity/caller.ts'
import type { PushLine } from './shift/push-waker.ts'
import type { SettingsDesk } from './administration/settings-routes.ts'
import type { TelegramDesk } from './administration/telegram-routes.ts'
import type { WhatsappDesk } from './administration/whatsapp-routes.ts'

/** What the console is made of. */
export type ConsoleParts = AuthParts & {
  /** Absent: required unless only this machine reaches the console. */
  readonly secondFactor?: FactorRule
  /** After this long without anything done, a browser has to sign in again. */
  readonly idle: Ms
  readonly desk: Desk
  /** What agents may ask of a language model; nothing where the operator switched none on. */
  readonly help?: HelpDesk
  /** Files that somebody should open in a shift at most; a hint, nothing is refused for it. */
  readonly exposurePerShift?: number
  /** Whether who holds a case is told of supervisors who look at it. */
  readonly watchShown?: boolean
  /** Whether everything here is invented: the console says so on every page. */
  readonly practice?: boolean
  readonly exports: Exports
  readonly dossiers: Dossiers
  /** Looks at what is left of an erased case. Nothing where it has no tombstone. */
  readonly certify: (code: CaseCode) => Promise<Certified | undefined>
  readonly statistics: StatisticsDesk
  /** The sheet of a month, typeset. */
  readonly monthly: MonthlyDesk
  readonly feed: Feed
  readonly phrases: Phrases
  readonly images: Images
  readonly clock: Clock
  readonly random: Random
  readonly hasher: Hasher
  readonly log: Log
  /** Where the checkpoints over all cases stand, and the key that they are signed with. */
  readonly checkpoints: { readonly standing: () => Promise<Standing>; readonly publicKey: string }
  /**
   * What the team says again and again: `<id>` and `<id>-name` of its own texts. `notOfChild`: those
   * that no case of a child is offered, in whatever words.
   */
  readonly replies: {
    readonly ids: readonly string[]
    readonly notOfChild: readonly string[]
    readonly phrases: Phrases
  }
  /** The built web app; where it is missing, pages say how to build it. */
  readonly uiDir: string
  /** Each part by a fixed name and a fixed word; nothing of a person (law 8). */
  readonly readiness: () => Promise<{
    readonly ok: boolean
    readonly parts: Readonly<Record<string, string>>
  }>
  /** Prometheus text of everything else. */
  readonly metrics: () => string | Promise<string>
  /** Wakes browsers that are closed; nothing: nobody is woken. */
  readonly push?: PushLine
  /** What administrators read about the machine and its operator. */
  readonly administration: Administration
  /** What is set in the console. */
  readonly settings: SettingsDesk
  /** The bot on Telegram. */
  readonly telegram: TelegramDesk
  /** The account on WhatsApp; a word where another process has it, nothing where there is none. */
  readonly whatsapp?: WhatsappDesk | 'elsewhere'
  /** Named by a text of the locales, or by the operator in each language. */
  readonly teams: readonly {
    readonly id: string
    readonly name: PhraseKey | Readonly<Record<Language, string>>
  }[]
}
