import type { DecisionBuilder } from '../casebook/decision-builder.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { withHoursLeft } from '../../policy/conversation/hours-left.ts'
import { yearOf } from '../../text/danger/ages.ts'
import type { CrisisHit } from '../../base/danger.ts'
import { findIdentifiers } from '../../text/identifiers/extract.ts'
import {
  isPhoneType,
  matchKeys,
  sealable,
  type Found,
  type Identifier,
} from '../../text/identifiers/identifier.ts'
import type { InboundId } from '../../base/ids.ts'
import type { LinkJob } from '../casebook/link-lapse.ts'
import type { SecondLookJob } from '../../model/help-events.ts'
import type { Instant } from '../../base/units.ts'
import type { Inbound } from '../../base/message.ts'
import { isNamedAsKin } from '../../text/identifiers/whose-clause.ts'
import { attestedIn, isOthers } from './origin.ts'
import { untrusted } from '../../base/untrusted.ts'

/** A message, and what it is known by. */
type Message = { readonly inbound: InboundId; readonly item: Inbound }

/**
 * Whatever names somebody, from any message at any time (bots/amin/README.md, Identifiers); what
 * the case knows already is passed over.
 */
export const noteIdentifiers = (
  ports: Pick<CasePorts, 'checks' | 'hasher'>,
  out: DecisionBuilder,
  { inbound, item }: Message,
): void => {
  const found = [...foundIn(ports, item), ...attestedIn(item)]
  const keyOf = ({ type, normal, owner }: Identifier): string => `${type}:${normal}:${owner}`
  const known = new Map(out.state.identifiers.map((one) => [keyOf(one), one]))
  // What was read in words before is told again where the platform itself attests it now.
  const fresh = found.filter(
    (one) => !known.has(keyOf(one)) || (one.attested === true && known.get(keyOf(one))?.attested !== true),
  )
  if (fresh.length === 0) return
  const identifiers = fresh.map((one) => ({
    ...sealable(one),
    marks: matchKeys(one).map((key) => ports.hasher.keyed('identifier', key)),
  }))
  out.emit({ type: 'identifiers_found', inbound, identifiers })
  const marks = [...new Set(identifiers.flatMap((one) => one.marks))]
  if (marks.length > 0) out.schedule({ kind: 'link', dueAt: out.now, payload: { marks } satisfies LinkJob })
}

/** In words that somebody else wrote, "my number" is theirs. */
const turned = (found: Found): Found => {
  if (found.owner !== 'self') return found
  const key = `${isPhoneType(found.type) ? 'phone' : found.type}:${found.normal}`
  return { ...found, owner: 'perpetrator', keys: found.type === 'card' ? [] : [key] }
}

const foundIn = (ports: Pick<CasePorts, 'checks'>, item: Inbound): readonly Found[] => {
  if (item.body.kind === 'contact') return contactIdentifiers(ports, item)
  const words = wordsIn(item.body)
  if (words === undefined) return []
  const found = findIdentifiers(words, ports.checks)
  return isOthers(item) ? found.map(turned) : found
}

/**
 * The number on a card, and the account that the platform says it belongs to: the other side's,
 * unless the card is the sender's own, or is kept under "Mum".
 */
export const contactIdentifiers = (
  ports: Pick<CasePorts, 'checks'>,
  { channel, body }: Inbound,
): readonly Found[] => {
  if (body.kind !== 'contact') return []
  const isKin = body.name !== undefined && isNamedAsKin(body.name)
  const own = <T extends Identifier>(one: T): T => {
    if (body.own === true) return { ...one, owner: 'self', keys: [] }
    return isKin ? { ...one, owner: 'other', role: 'helper', keys: [] } : one
  }
  const words = [body.name, body.phone].filter((part) => part !== undefined).join(' ')
  const normal = `id:${body.account}`
  const account: readonly Identifier[] =
    body.account === undefined || channel !== 'telegram'
      ? []
      : [
          {
            type: 'telegram',
            raw: untrusted(body.account),
            normal,
            keys: [`telegram:${normal}`],
            owner: 'perpetrator',
            attested: true,
            start: 0,
          },
        ]
  return [...findIdentifiers(words, ports.checks), ...account].map(own)
}

const wordsIn = (body: Inbound['body']): string | undefined => {
  if (body.kind === 'text') return body.text
  return body.kind === 'media' ? body.caption : undefined
}

/** Words of the person's own: not forwarded, not out of a page for secrets. */
export const ownWords = (item: Inbound): string | undefined =>
  item.page !== undefined || item.forward !== undefined || isOthers(item) ? undefined : wordsIn(item.body)

/**
 * What another wrote may be a threat against the person, and counts as one. Their despair or their
 * age is surely not the person's: of these it is a reason to ask, gently, and to look.
 */
const asAnothers = (hit: CrisisHit): CrisisHit =>
  hit.label === 'self_harm' || hit.label === 'minor' ? { ...hit, hard: false } : hit

/**
 * Whether a message surely asks something of us and nothing else ("will the school know?"). It adds
 * nothing to what was said before it, which was read when it came: together they are no farewell.
 */
export const asksOfUs = ({ flow, sayings }: Pick<CasePorts, 'flow' | 'sayings'>, item: Inbound): boolean => {
  const words = wordsIn(item.body)
  const pieces = words === undefined ? [] : sayings.read(words)
  const asking = flow.sayings.filter(
    ({ feeling, tells, quiet, weak, does }) =>
      feeling !== true && tells !== true && quiet !== true && weak !== true && does === undefined,
  )
  return (
    pieces.length > 0 &&
    pieces.every(({ kind, firm }) => firm === true && asking.some((saying) => saying.kind === kind))
  )
}

/**
 * Law 9: every text that arrives is read, whoever has the case, and whatever state it is in.
 * `before`: what the person wrote just before it.
 */
export const readDanger = (
  ports: Pick<CasePorts, 'crisis'>,
  item: Inbound,
  now: Instant,
  before: readonly string[] = [],
): readonly CrisisHit[] => {
  const words = wordsIn(item.body)
  const earlier = isOthers(item) ? [] : before
  const hits =
    words === undefined ? [] : withHoursLeft(ports.crisis.read(words, yearOf(now), earlier), words, now)
  return hits.length > 0 && isOthers(item) ? hits.map(asAnothers) : hits
}

/** Whether the words of a message as it is kept are as long as they came. */
export const isWhole = (arrived: Inbound, kept: Inbound): boolean =>
  (wordsIn(kept.body) ?? '').length === wordsIn(arrived.body)?.length

/** The sentences are kept for the agent, as far as the message itself is. */
export const noteDanger = (
  out: DecisionBuilder,
  { inbound, item, isWhole }: Message & { readonly isWhole: boolean },
  hits: readonly CrisisHit[],
): void => {
  if (hits.length === 0) return
  const kept = wordsIn(item.body) ?? ''
  const sentences = hits.map(({ start, end }) => untrusted(isWhole ? kept.slice(start, end) : kept))
  out.emit({ type: 'crisis_found', inbound, hits, sentences })
}

/** One word means what it says, or nothing by itself. */
const FEWEST = 2

/**
 * Where nothing sure was heard in words, a model may look again, if the operator has one; the
 * answer does not wait for it.
 */
export const askSecondLook = (
  { helps }: Pick<CasePorts, 'helps'>,
  out: DecisionBuilder,
  { inbound, item, hits }: Message & { readonly hits: readonly CrisisHit[] },
): void => {
  if (helps?.uses.has('danger') !== true || hits.some(({ hard }) => hard)) return
  if ((wordsIn(item.body) ?? '').trim().split(/\s+/).length < FEWEST) return
  out.schedule({ kind: 'second-look', dueAt: out.now, payload: { inbound } satisfies SecondLookJob })
}
