import { beginAct, type Act } from '../access/act.ts'
import { decideAccess, toKeep, type Danger } from '../access/dialogue.ts'
import { answersSecret } from '../access/secrets.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { DecisionBuilder } from '../casebook/decision-builder.ts'
import { saidLately } from '../../model/heard.ts'
import type { AccessReading } from '../../policy/access/reading.ts'
import { needsPeople } from '../../policy/conversation/danger.ts'
import { saysHalfYes } from '../../policy/conversation/half-yes.ts'
import type { CrisisHit } from '../../base/danger.ts'
import type { CaseCode, EvidenceId, InboundId } from '../../base/ids.ts'
import type { Identifier } from '../../text/identifiers/identifier.ts'
import { DEFAULT_LANGUAGE, languageFromTag } from '../../base/language.ts'
import type { Inbound } from '../../base/message.ts'
import type { SecretPage } from '../../ports/secret-page.ts'
import type { Instant } from '../../base/units.ts'
import type { TakenBack } from '../evidence/taken-back.ts'
import { withoutCardPicture, withoutPrint } from './files.ts'
import type { Expected } from './in-line.ts'
import { asksOfUs, isWhole, readDanger } from './notice.ts'
import { byRulesOrSure, isOwnAnswer } from './own-words.ts'

export type MessagePorts = Pick<
  CasePorts,
  | 'flow'
  | 'access'
  | 'phrases'
  | 'capabilities'
  | 'official'
  | 'crisis'
  | 'sayings'
  | 'subjects'
  | 'facts'
  | 'emergency'
  | 'checks'
  | 'hasher'
  | 'printPage'
  | 'helps'
>

/**
 * What a decision may need of the outside, fetched before deciding (law 11). `expected`: how long
 * who is in line may have to wait.
 */
export type DecisionContext = {
  readonly now: Instant
  readonly code: CaseCode
  readonly evidence: readonly EvidenceId[]
  readonly expected?: Expected
  readonly access: AccessReading
  /** Where a secret can be asked for that must not stay in this chat. */
  readonly page?: SecretPage
  /** The item is a mark under the message that asks the open question. */
  readonly underQuestion?: boolean
  /** The item is a later version that takes back files of its message. */
  readonly takenBack?: TakenBack
  /** Whom earlier versions of the item named, and nothing names any more. */
  readonly editedAway?: readonly Identifier[]
  /** Random characters of Crockford's alphabet. */
  readonly dice: string
}

/** An item as it came, with all that the person keeps secret in it. */
export type Arrival = {
  readonly ports: MessagePorts
  readonly out: DecisionBuilder
  readonly inbound: InboundId
  readonly arrived: Inbound
  readonly supplies: DecisionContext
}

/** With the danger that is in its words. */
export type Read = Arrival & {
  readonly act: Act
  readonly hits: readonly CrisisHit[]
  readonly danger: Danger
  /** In words of their own: no command, no secret, and no answer in the bot's own words. */
  readonly isTold: boolean
}

/**
 * An item without what the person keeps secret: all that the stages after `redact` see. A PIN is
 * compared behind `decideAccess`, which gives the verdict only.
 */
export type Kept = {
  readonly ports: MessagePorts
  readonly out: DecisionBuilder
  readonly inbound: InboundId
  /** The item as it is written down. `redacted`: something was taken out of it. */
  readonly item: Inbound
  readonly redacted: boolean
  /** Its words are as long as they came: places that were found in them still hold. */
  readonly isWhole: boolean
  /** A fingerprint came that may not be kept. */
  readonly isBare: boolean
  /** Only a mark under a message, and no command. */
  readonly isMark: boolean
  /** See Read. */
  readonly isTold: boolean
  readonly hits: readonly CrisisHit[]
  readonly supplies: Pick<
    DecisionContext,
    'evidence' | 'expected' | 'underQuestion' | 'takenBack' | 'editedAway'
  >
  /**
   * What the item means for the person's access to their own case, see core/services/access;
   * decided once.
   */
  readonly decideAccess: () => ArrivalVerdict
}

/** `settled`: the item means nothing more. `statement`: it is to be sealed as a statement. */
export type ArrivalVerdict = { readonly settled: boolean; readonly statement: boolean }

/** A case and a chat that are not there yet begin with this item. */
export const open = (arrival: Arrival): Arrival => {
  const { out, arrived, supplies } = arrival
  if (out.before.seq === 0) {
    const language = languageFromTag(arrived.from.language) ?? DEFAULT_LANGUAGE
    const { origin } = arrived.from
    const from = origin === undefined ? {} : { origin }
    out.emit({ type: 'case_opened', code: supplies.code, channel: arrived.channel, language, ...from })
  }
  if (out.before.address === undefined) {
    const { channel, account, chat, from } = arrived
    const name = from.name === undefined ? {} : { name: from.name }
    const handle = from.handle === undefined ? {} : { handle: from.handle }
    out.emit({ type: 'chat_attached', address: { channel, account, chat }, ...name, ...handle })
  }
  return arrival
}

/**
 * Who has her phone and says so may hurt her, whatever else the words say. "Maybe", where danger is asked about, is a
 * reason to ask.
 */
const whole = ({ body }: Inbound, rule: string, hard: boolean): CrisisHit => ({
  label: 'violence',
  hard,
  rule,
  start: 0,
  end: body.kind === 'text' ? body.text.length : 0,
  about: 'self',
  ...(hard ? { detail: { threat: true } } : {}),
})

/** Law 9: words are read for danger before anything else is decided, and as they came. */
export const hear = (arrival: Arrival): Read => {
  const { ports, out, inbound, arrived, supplies } = arrival
  const { now, dice, access: reading, page } = supplies
  const act = beginAct(
    ports,
    out,
    { inbound, item: arrived },
    { reading, dice, ...(page === undefined ? {} : { page }) },
  )
  // A word that is nothing but a command is the bot's own, and what a page took is a secret: no
  // rule has to read it.
  const isOurs = act.command !== undefined || arrived.page !== undefined
  const before = isOurs || asksOfUs(ports, arrived) ? [] : saidLately(out.state, now)
  const read = isOurs ? [] : readDanger(ports, arrived, now, before)
  const answers = isOwnAnswer(ports.flow, out.state, arrived, now) || answersSecret(act)
  const own = answers ? byRulesOrSure(read) : read
  const told = act.isAnother ? [...own, whole(arrived, 'violence/another-hand', true)] : own
  const isHalf = arrived.forward === undefined && saysHalfYes(ports.flow, out.state.conversation, act.folded)
  const hits = isHalf ? [...told, whole(arrived, 'violence/half-yes', false)] : told
  const danger = hits.length === 0 ? 'none' : needsPeople(hits) ? 'urgent' : 'hint'
  return { ...arrival, act, hits, danger, isTold: !isOurs && !answers }
}

/** From here on nothing sees what the person keeps secret. */
export const redact = (read: Read): Kept => {
  const { ports, out, inbound, arrived, supplies, act, hits, danger, isTold } = read
  const { item: given, redacted } = toKeep(act, danger)
  const bare = withoutPrint(ports.flow, out.state, given)
  const item = withoutCardPicture(ports.flow, out.state, bare)
  const { evidence, expected, underQuestion, takenBack, editedAway } = supplies
  return {
    ports,
    out,
    inbound,
    item,
    redacted,
    isWhole: isWhole(arrived, item),
    isBare: bare !== given,
    isMark: item.body.kind === 'reaction' && act.command === undefined,
    isTold,
    hits,
    supplies: {
      evidence,
      ...(expected === undefined ? {} : { expected }),
      ...(underQuestion === undefined ? {} : { underQuestion }),
      ...(takenBack === undefined ? {} : { takenBack }),
      ...(editedAway === undefined ? {} : { editedAway }),
    },
    decideAccess: () => ({ settled: decideAccess(act, danger), statement: act.statement }),
  }
}
