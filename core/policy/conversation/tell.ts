import { untrusted } from '../../base/untrusted.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import { extractIdentifiers } from '../../text/identifiers/extract.ts'
import { amountOf, findAmounts, paidOf } from './amount.ts'
import type { FoundAmount } from './amount.ts'
import { MOST_RAW, type Answer } from '../../model/answer.ts'
import { describeStep } from './describe.ts'
import type { Flow, Step } from '../../model/flow.ts'
import type { Fact, ReadFacts } from '../../text/facts/reader.ts'
import { fold } from '../../text/fold.ts'
import { readTime } from '../../text/time.ts'
import { optionOfAge, readAge } from './age.ts'
import { asks } from './guide-asked.ts'
import { hintsIn, refusedOptions, sumsIn } from './hints.ts'
import { limitHeard } from './hours-left.ts'
import {
  isNobodysTrail,
  isPhoneType,
  mergeIdentifiers,
  type Identifier,
} from '../../text/identifiers/identifier.ts'
import { give, say } from './turn.ts'
import { callPeople, goUrgent, run } from './effects.ts'
import type { Turn } from './turn.ts'
import { mayBeOfOther } from './whom.ts'
import { isOfPerson } from './other-hands.ts'
import { applies, optionsOf, settled } from './steps.ts'
import { foldShort, opensQuestion } from './words.ts'

/**
 * A story grows by the messages that follow it up to this many UTF-16 units; what comes later stays
 * a message of the case.
 */
const MOST_STORY = 20_000

/** Long enough to be a story and not a failed answer, or naming somebody. Only the beginning is looked at. */
export const isTelling = (turn: Turn, text: string): boolean => {
  const head = text.slice(0, 1000).trim()
  if (head.length >= turn.flow.story.minCharacters && head.split(/\s+/).length >= turn.flow.story.minWords)
    return true
  return extractIdentifiers(head, turn.context.checks).length > 0
}

/** Whether words hold something that a question of the flow asks for: "how do I report an account" does not. */
export const tellsOfMatter = (turn: Turn, text: string): boolean => {
  const hinted = hintsIn(turn.flow, text)
  if (sumsIn(turn.flow, text, 'asked').length > 0) return true
  return isTelling(turn, text) && turn.flow.steps.some(({ id, silent }) => silent !== true && hinted.has(id))
}

/** Whether words ask and tell nothing: of "how do I send the pictures?" nobody wants pictures. */
export const onlyAsks = (turn: Turn, text: string): boolean =>
  asks(turn.flow, text) && (opensQuestion(turn.flow, foldShort(text) ?? '') || !tellsOfMatter(turn, text))

/** Parts of words are folded once for each flow. */
const stemsOf = new WeakMap<Flow, readonly string[]>()

/** Whether a part of a word says what is done to somebody, however few the words. */
export const hasStem = (flow: Flow, text: string): boolean => {
  const stems = stemsOf.get(flow) ?? (flow.story.stems ?? []).map(fold)
  stemsOf.set(flow, stems)
  const words = ` ${fold(text)}`
  return stems.some((stem) => words.includes(stem))
}

/**
 * Whether few words tell what happened before anything was agreed to ("he has my nudes", «واحد
 * ديبتزني»): a danger, what is done, or what a question of the matter asks for. Who asks tells
 * nothing.
 */
export const tellsShortly = (turn: Turn, text: string): boolean => {
  const { flow, state, context } = turn
  const head = text.slice(0, 1000)
  if (state.answers[flow.consent.step] !== undefined || asks(flow, head)) return false
  if ((context.hits ?? []).some(({ label }) => label !== 'self_harm')) return true
  return hasStem(flow, head) || [...hintsIn(flow, head).keys()].some((id) => flow.story.tells?.includes(id))
}

/**
 * Words that tell what happened, added to the story. They are kept as a message anyway; this makes
 * them an answer too.
 */
export const tell = (turn: Turn, text: Untrusted): void => {
  const step = turn.flow.story.step
  const earlier = turn.state.answers[step]
  if (earlier === undefined) give(turn, step, { kind: 'text', text })
  else if (earlier.kind === 'text' && earlier.text.length + text.length < MOST_STORY)
    give(turn, step, { kind: 'text', text: untrusted(`${earlier.text}\n${text}`) })
}

/**
 * Before agreeing a story goes on in short messages too ("I am 22"): it is read as one once there
 * is a yes.
 */
export const addsToStory = ({ flow, state }: Turn, step: Step): boolean =>
  step.id === flow.consent.step && state.answers[flow.story.step]?.kind === 'text'

/**
 * Options of a question that words surely tell, whatever they are; none where the flow leaves that question
 * to its own words.
 */
export const surelyTold = ({ flow, context }: Turn, { id }: Step, text: string): readonly string[] => {
  if (flow.learnt?.includes(id) !== true) return []
  const sure = (context.facts?.(text)?.sure ?? []).filter(({ step }) => step === id)
  const refused = sure.length === 0 ? [] : refusedOptions(flow, text)
  return sure
    .filter(({ option }) => !refused.some((one) => one.step === id && one.option === option))
    .map(({ option }) => option)
}

type Hints = ReadonlyMap<string, readonly string[]>

/**
 * Options that a text names: by words that hint at them, where a reader of facts does not find them unlikely,
 * and those of which the reader is sure by itself.
 */
export const namedIn = (flow: Flow, text: string, facts: ReadFacts | undefined): Hints => {
  const hints = hintsIn(flow, text)
  const read = facts?.(text)
  if (read === undefined) return hints
  const refused = read.sure.length === 0 ? [] : refusedOptions(flow, text)
  const given = read.unlikely.length === 0 ? [] : sumsIn(flow, text, 'paid')
  const optionsIn = (found: readonly Fact[], id: string): readonly string[] =>
    found.flatMap(({ step, option }) => (step === id ? [option] : []))
  const named = (flow.learnt ?? []).map((id): readonly [string, readonly string[]] => {
    const unlikely = optionsIn(read.unlikely, id).filter(
      (option) => !given.some((one) => one.step === id && one.option === option),
    )
    const hinted = (hints.get(id) ?? []).filter((option) => !unlikely.includes(option))
    const sure = optionsIn(read.sure, id).filter(
      (option) => !refused.some((one) => one.step === id && one.option === option),
    )
    return [id, [...new Set([...hinted, ...sure])]]
  })
  return new Map([...hints, ...named])
}

/** What a text names, where the currency that it leaves out is this one. */
type Amounts = (home: string) => readonly FoundAmount[]

/** The currency that was told before: who goes on with a number alone means that one. */
const statedIn = ({ flow, state }: Turn): string | undefined =>
  flow.steps.map(({ id }) => state.answers[id]).find((answer) => answer?.kind === 'amount')?.currency

/** Read when it is first asked for, and once: several questions are about money. */
const amountsIn = (text: string, stated: string | undefined): Amounts => {
  const read = new Map<string, readonly FoundAmount[]>()
  return (home) => {
    const found = read.get(home) ?? findAmounts(text, home, stated)
    read.set(home, found)
    return found
  }
}

/** What may lead to the other side: not the person's own number, nor one that is said to be a helper's. */
const isTheirs = (one: Identifier): boolean => one.owner === 'perpetrator' && !isNobodysTrail(one)

const readFrom = (
  turn: Turn,
  step: Step,
  text: Untrusted,
  hints: Hints,
  amounts: Amounts,
): Answer | undefined => {
  switch (step.kind) {
    case 'choice': {
      const age = step.options.some((option) => option.range !== undefined)
        ? readAge(text, turn.context.now)
        : undefined
      const aged = optionOfAge(turn.flow, step.options, {
        age,
        isForOther: age !== undefined && mayBeOfOther(turn, text),
      })
      if (aged !== undefined) return { kind: 'choice', option: aged.id }
      const hinted = hints.get(step.id) ?? []
      const taken = step.options.filter(({ id }) => hinted.includes(id))
      const [first, ...more] = taken.filter(
        ({ id }) => !taken.some(({ insteadOf }) => insteadOf?.includes(id) === true),
      )
      // Two that exclude each other are no answer where it can be asked; where it is never asked,
      // the graver stands first.
      if (first !== undefined)
        return more.length > 0 && step.silent !== true ? undefined : { kind: 'choice', option: first.id }
      const limit = limitHeard(turn, step, text)
      return limit === undefined ? undefined : { kind: 'choice', option: limit.id }
    }
    case 'choices': {
      const hinted = step.options.filter(({ id }) => hints.get(step.id)?.includes(id) === true)
      const others = hinted.filter(({ alone }) => alone !== true)
      const taken = others.length === 0 ? hinted : others
      const options = taken
        .map(({ id }) => id)
        .filter((id) => !taken.some(({ insteadOf }) => insteadOf?.includes(id) === true))
      return options.length === 0 ? undefined : { kind: 'choices', options }
    }
    case 'identifiers': {
      const identifiers = extractIdentifiers(text, turn.context.checks).filter(isTheirs)
      const raw = untrusted(identifiers.map((one) => one.raw).join(' '))
      return identifiers.length === 0 ? undefined : { kind: 'identifiers', identifiers, raw }
    }
    case 'amount': {
      const amount = (step.about === 'paid' ? paidOf : amountOf)(amounts(step.currency))
      // No words of its own: those that it was read from stand in the story, and all of them would
      // say nothing as an answer.
      return amount === undefined ? undefined : { kind: 'amount', ...amount, raw: untrusted('') }
    }
    case 'time': {
      const at = readTime(text, turn.context.now)
      return at === undefined ? undefined : { kind: 'time', at, raw: untrusted(text.slice(0, 500)) }
    }
    default:
      return undefined
  }
}

/**
 * Names and numbers that are told once their question has an answer stand beside those of before; nothing where
 * there are no others, or where the line was taken out.
 */
const namedBesides = (turn: Turn, step: Step, text: Untrusted): Answer | undefined => {
  const before = turn.state.answers[step.id]
  if (step.kind !== 'identifiers' || before?.kind !== 'identifiers' || before.identifiers.length === 0)
    return undefined
  const found = extractIdentifiers(text, turn.context.checks).filter(isTheirs)
  const identifiers = mergeIdentifiers(before.identifiers, found)
  const added = identifiers.slice(before.identifiers.length).map(({ raw }) => raw)
  return added.length === 0
    ? undefined
    : { ...before, identifiers, raw: untrusted(`${before.raw}\n${added.join(' ')}`.slice(0, MOST_RAW)) }
}

/**
 * Answers what can be read out of a story of the questions that are still to come, as far as the
 * flow allows it (Step.prefill), and says what was noted so that it can be corrected. Danger found
 * this way calls people like a pressed button. Whether anything was noted.
 */
export const prefill = (turn: Turn, text: Untrusted): boolean => {
  const noted: string[] = []
  const hints = namedIn(turn.flow, text, turn.context.facts)
  const amounts = amountsIn(text, statedIn(turn))
  for (const step of turn.flow.steps) {
    if (step.prefill !== true || (step.lane === 'urgent' && !turn.state.urgent) || !applies(step, turn.state))
      continue
    if (turn.state.open?.step === step.id && !turn.state.open.picked) continue
    if (turn.other === 'silent' && isOfPerson(turn.flow, step.id)) continue
    const answer = settled(step, turn.state)
      ? namedBesides(turn, step, text)
      : readFrom(turn, step, text, hints, amounts)
    if (answer === undefined) continue
    give(turn, step.id, answer)
    // Whoever looks on would read that it was said.
    if (step.id !== turn.flow.discreet.step) noted.push(step.id)
    const options =
      answer.kind === 'choice' ? [answer.option] : answer.kind === 'choices' ? answer.options : []
    for (const option of optionsOf(step).filter((one) => options.includes(one.id)))
      for (const effect of option.effects ?? []) {
        if (effect.do === 'handoff') callPeople(turn, effect.why, effect.key)
        if (effect.do === 'urgent') goUrgent(turn, effect.label)
        // Somebody looks on this very moment: nothing more is said than what is said of that.
        if (effect.do === 'pause') return (run(turn, [effect]), true)
      }
  }
  // Whose a number is shows only where the person says it (bots/amin/README.md, Intake).
  const unsaid = noted.some((step) => {
    const answer = turn.state.answers[step]
    return (
      answer?.kind === 'identifiers' &&
      answer.identifiers.some(({ owner, type }) => owner === 'perpetrator' && isPhoneType(type))
    )
  })
  if (noted.length > 0)
    say(turn, {
      key: 'also-noted',
      fill: {
        list: { kind: 'list', by: 'line', pieces: noted.map((step) => describeStep(step, turn.state)) },
      },
      ...(unsaid ? { below: 'ids-whose' as const } : {}),
    })
  return noted.length > 0
}
