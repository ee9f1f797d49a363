import { pickedOptions } from '../conversation/condition.ts'
import { crisisFact } from '../conversation/facts.ts'
import type { ConversationState, KnownCrisis } from '../../model/conversation.ts'
import { CRY_WORRY, NO_WORRY, outcomeOf, saidYes } from '../../model/worry.ts'
import { CRISIS_LABELS, type CrisisLabel } from '../../base/danger.ts'
import type { Identifier, IdentifierType } from '../../text/identifiers/identifier.ts'
import { after, hours, minutes, ms, type Instant } from '../../base/units.ts'
import type { Flow } from '../../model/flow.ts'
import type { CaseState } from '../../model/state.ts'

/**
 * What rules know of a case beyond single answers, by name. A fact says that something is so; that
 * something is not so is no fact, so more facts never mean less danger: `crisis-<label>` sure, of
 * the person the case is about, or a yes when they were asked; `soft-<label>` another person's
 * danger, or a hint that was asked about without a clear answer, or could not be
 * (bots/amin/README.md, Danger); `threat`, `fear`, `meeting-soon`, `abuse-continues`: what such a
 * rule told beyond its label; `has-taken`, `has-wound`, `has-burn`: what has happened, of
 * whomever; `minor`, `minor-under-13`; `deadline-2h`, `deadline-24h`,
 * `deadline-72h`: the tightest alone; `paid`, `paid-again`, `paid-million`; `linked`; `duress`;
 * `contact-known`; `person-asked`; `called`; `voice`; `cried`: called for help, and has not said that they are
 * in no danger.
 */
export type FactSource = Pick<CaseState, 'answeredAt' | 'crisisAt' | 'calledAt'> & {
  readonly links?: readonly unknown[]
  /** Found in words, beside those that were answered. */
  readonly identifiers?: readonly Identifier[]
  readonly access?: { readonly duress: boolean }
  readonly conversation: Pick<ConversationState, 'answers' | 'skipped' | 'crisis' | 'called' | 'worries'> &
    Partial<Pick<ConversationState, 'exited' | 'paused' | 'locked' | 'seen'>>
}

/**
 * The fact of another case with the same number, account or wallet: the one that a member of the
 * team may take back.
 */
export const LINKED = 'linked'

/** A time limit in words that name no hours ("by tonight"). */
const UNNAMED = hours(24)

/** Time left from which each fact holds (bots/amin/README.md, Urgency), the tightest first. */
const DEADLINE_FACTS = [
  ['deadline-2h', hours(2)],
  ['deadline-24h', hours(24)],
  ['deadline-72h', hours(72)],
] as const

/**
 * Identifiers at whose other end somebody answers; a coin's address, an e-mail or a link of bulk
 * mail say nothing of a live person.
 */
const CONTACTS: ReadonlySet<IdentifierType> = new Set<IdentifierType>([
  'phone',
  'handle',
  'whatsapp',
  'viber',
  'imo',
  'zaincash',
  'asiahawala',
  'fastpay',
  'telegram',
  'instagram',
  'facebook',
  'snapchat',
  'tiktok',
  'x',
  'game_id',
])

/** What of a flow says what its answers mean. */
export type Meanings = Pick<Flow, 'adult' | 'roles'>

const picks = ({ conversation }: FactSource, step: string, options: readonly string[]): boolean =>
  pickedOptions(conversation.answers[step]).some((option) => options.includes(option))

/**
 * Whether the case is about somebody else than who writes: then what is told of another person is
 * told of the one concerned.
 */
const aboutOther = ({ roles: { age } }: Meanings, state: FactSource): boolean =>
  age !== undefined && picks(state, age.step, age.other)

/**
 * A child stays a child whoever tells of it; any other danger of a third person is looked into
 * (soft), not acted on.
 */
const isSure = (flow: Meanings, state: FactSource, hit: KnownCrisis): boolean =>
  hit.hard && (hit.about === 'self' || hit.label === 'minor' || aboutOther(flow, state))

/** Who is asked whether they are in danger has this long to answer before somebody of the team looks. */
const ANSWER_WITHIN = minutes(10)

/** Whether nothing could be asked where words came that may mean a danger: the chat shows nothing. */
const isShutUp = ({ conversation: { exited, paused, locked } }: FactSource): boolean =>
  exited === true || locked === true || paused === 'word'

/**
 * Whether a hint counts: at once where nobody is asked, else when it was passed over or stayed
 * without an answer; never after a no.
 */
const hintCounts = ({ adult }: Meanings, state: FactSource, label: CrisisLabel, now: Instant): boolean => {
  // Who gave an age of their own is not thought to be a child for a hint.
  if (label === 'minor' && picks(state, adult.step, adult.options)) return false
  const outcome = outcomeOf(state.conversation, label)
  if (outcome !== 'waiting') return outcome !== 'no'
  const { since } = state.conversation.worries?.[label] ?? {}
  return since === undefined || isShutUp(state) || now >= after(since, ANSWER_WITHIN)
}

/** When a hint that is not answered begins to count: each moment after `now`. */
export const hintTurns = (state: FactSource, now: Instant): readonly Instant[] =>
  CRISIS_LABELS.flatMap((label) => {
    const since = state.conversation.worries?.[label]?.since
    if (since === undefined || outcomeOf(state.conversation, label) !== 'waiting') return []
    const turn = after(since, ANSWER_WITHIN)
    return turn > now ? [turn] : []
  })

const crisisFacts = (
  flow: Meanings,
  state: FactSource,
  hit: KnownCrisis,
  now: Instant,
): readonly string[] => {
  const { label, detail } = hit
  const sure = isSure(flow, state, hit)
  if (!sure && !hit.hard && !hintCounts(flow, state, label, now)) return []
  const facts = [crisisFact(label, sure)]
  // Whoever it was: an ambulance is needed at once.
  if (detail?.done !== undefined && (hit.hard || outcomeOf(state.conversation, label) === 'yes'))
    facts.push(`has-${detail.done}`)
  if (label === 'violence') facts.push(sure && detail?.threat === true ? 'threat' : 'fear')
  if (!sure) return facts
  if (label === 'meeting' && detail?.soon === true) facts.push('meeting-soon')
  if (label === 'sexual_abuse' && detail?.continues === true) facts.push('abuse-continues')
  if (label === 'minor')
    facts.push('minor', ...(detail?.age !== undefined && detail.age < 13 ? ['minor-under-13'] : []))
  return facts
}

/** Who was asked whether they are in danger because they only called for help, and did not say no. */
const hasCried = (state: FactSource): boolean =>
  state.conversation.seen?.includes(CRY_WORRY) === true && !picks(state, CRY_WORRY, [NO_WORRY])

/** The earliest moment at which a time limit known so far ends; nothing where none is known. */
export const deadlineOf = (flow: Meanings, state: FactSource): Instant | undefined => {
  const { limits = [], limitTimes = [] } = flow.roles
  const ends: number[] = []
  for (const { step, options, left } of limits) {
    const since = state.answeredAt[step]
    if (since !== undefined && picks(state, step, options)) ends.push(after(since, left))
  }
  for (const step of limitTimes) {
    const answer = state.conversation.answers[step]
    if (answer?.kind === 'time') ends.push(answer.at)
  }
  for (const hit of state.conversation.crisis) {
    const since = state.crisisAt[hit.rule]
    if (hit.label !== 'deadline' || since === undefined || !isSure(flow, state, hit)) continue
    ends.push(after(since, hit.detail?.hours === undefined ? UNNAMED : ms(hit.detail.hours * hours(1))))
  }
  return ends.length === 0 ? undefined : (Math.min(...ends) as Instant)
}

/** When time alone makes a case graver: each moment after `now` at which its time limit comes that near. */
export const deadlineTurns = (flow: Meanings, state: FactSource, now: Instant): readonly Instant[] => {
  const end = deadlineOf(flow, state)
  if (end === undefined) return []
  return DEADLINE_FACTS.map(([, left]) => (end - left) as Instant).filter((turn) => turn > now)
}

/** A limit that has passed is not less urgent than one that is near. */
const deadlineFacts = (flow: Meanings, state: FactSource, now: Instant): readonly string[] => {
  const end = deadlineOf(flow, state)
  const tightest = end === undefined ? undefined : DEADLINE_FACTS.find(([, left]) => end - now <= left)
  return tightest === undefined ? [] : [tightest[0]]
}

const moneyFacts = ({ roles }: Meanings, state: FactSource): readonly string[] => {
  const { paid, sums, wantsMoney, large = {} } = roles
  if (paid === undefined || !picks(state, paid.step, [paid.yes, paid.again])) return []
  // Where nobody said how much was paid, what is wanted tells how much is at stake. More that is
  // known never makes a case less grave.
  const isLarge = (sums === undefined ? [] : [sums.paid, sums.demanded]).some((step) => {
    const amount = state.conversation.answers[step]
    return amount?.kind === 'amount' && amount.amount >= (large[amount.currency] ?? Infinity)
  })
  const isWanted = wantsMoney !== undefined && picks(state, wantsMoney.step, wantsMoney.options)
  // Who paid and still writes to us is asked again: else there would be nothing to tell
  // (bots/amin/README.md, What the work has taught).
  return [
    'paid',
    ...(picks(state, paid.step, [paid.again]) || isWanted ? ['paid-again'] : []),
    ...(isLarge ? ['paid-million'] : []),
  ]
}

const ageFacts = ({ roles: { age } }: Meanings, state: FactSource): readonly string[] => {
  if (age === undefined) return []
  if (picks(state, age.step, age.under13)) return ['minor', 'minor-under-13']
  return picks(state, age.step, age.minor) ? ['minor'] : []
}

const contactFacts = (
  { roles: { contacts = [] } }: Meanings,
  { conversation, identifiers = [] }: FactSource,
): readonly string[] => {
  const answered = contacts.flatMap((step) => {
    const answer = conversation.answers[step]
    return answer?.kind === 'identifiers' ? answer.identifiers : []
  })
  const known = [...identifiers, ...answered].some(
    ({ type, owner }) => owner !== 'self' && CONTACTS.has(type),
  )
  return known ? ['contact-known'] : []
}

/**
 * Pure, and the same for the same answers in whatever order they came. As time goes on there are
 * only graver facts, never fewer.
 */
export const factsOf = (flow: Meanings, state: FactSource, now: Instant): ReadonlySet<string> => {
  const { answers, crisis, called } = state.conversation
  return new Set([
    ...crisis.flatMap((hit) => crisisFacts(flow, state, hit, now)),
    ...saidYes(state.conversation).map((label) => crisisFact(label, true)),
    ...ageFacts(flow, state),
    ...deadlineFacts(flow, state, now),
    ...moneyFacts(flow, state),
    ...contactFacts(flow, state),
    ...((state.links ?? []).length > 0 ? [LINKED] : []),
    ...(state.access?.duress === true ? ['duress'] : []),
    ...(hasCried(state) ? ['cried'] : []),
    ...(called.person ? ['person-asked'] : []),
    ...(state.calledAt === undefined ? [] : ['called']),
    ...(Object.values(answers).some((answer) => answer.kind === 'voice') ? ['voice'] : []),
  ])
}
