import type { CrisisLabel } from '../../base/danger.ts'
import { untrusted, type Untrusted } from '../../base/untrusted.ts'
import type { FlowCommand, Step } from '../../model/flow.ts'
import type { Saying, Turned } from '../../model/saying.ts'
import { fold } from '../../text/fold.ts'
import { sayingKey } from '../../model/keys.ts'
import { extractIdentifiers } from '../../text/identifiers/extract.ts'
import { sayQuestion } from './ask.ts'
import { callOut, sayCalled } from './called.ts'
import { obey } from './commands.ts'
import { belowPicture, consentGiven, isLeftOpen, isOfMinor, isWithTeam, refusesPeople } from './gates.ts'
import { saysReached } from './reached.ts'
import { isOneOf, noteOf, saidTogether, speaks, spokenWords } from './said-together.ts'
import { saysSeen } from './seen.ts'
import { controlApplies } from './steps.ts'
import { isTelling, prefill, tellsOfMatter, tellsShortly } from './tell.ts'
import { writeToken } from './token.ts'
import { askedOfUs } from './asked-of-us.ts'
import { asks } from './guide-asked.ts'
import { putAgain, say, saySoftly, waiting, type Turn } from './turn.ts'
import { foldShort, isPlea } from './words.ts'

/**
 * A thing that people say, and whether it is all that was said. `rest`: the other words. `firm`: it
 * is that surely, and not by the sound of it.
 */
export type Heard = {
  readonly saying: Saying
  readonly alone: boolean
  readonly firm: boolean
  readonly rest: Untrusted
  /** Asked of us in so many words, and nothing else. */
  readonly asked?: true
}

/**
 * The one of several that is answered: a question goes before a feeling, in the flow's order; one
 * that says little counts only alone.
 */
const choose = (known: readonly Saying[], all: readonly Saying[], alone: boolean): Saying | undefined => {
  const [first, ...more] = all.filter((saying) => known.includes(saying) && (alone || saying.weak !== true))
  return first?.feeling === true ? first : [first, ...more].find((one) => one?.feeling !== true)
}

/** So many words may mean a wish by their sound alone. */
const FEW = 3

/** A word of three letters and fewer stands alone: in others it means nothing. */
const SHORT = 3

const isNamed = ({ words, naming }: NonNullable<Saying['only']>, text: string): boolean => {
  const all = fold(text.slice(0, 1000)).split(' ')
  const known = naming.map(fold)
  const isKnown = (word: string): boolean =>
    known.some((one) => (one.length > SHORT ? word.includes(one) : word === one))
  return all.length >= words && all.some(isKnown)
}

/** Whether it is another kind by the words that stand in it. */
const isTurned = ({ by, where, unless }: Turned, text: string): boolean => {
  const all = spokenWords(text)
  if (by !== undefined && !isOneOf(by, all[0] ?? '')) return false
  return (where === undefined || speaks(where, all)) && (unless === undefined || !speaks(unless, all))
}

/** An hour that is left is part of most stories; a child is answered for by itself. */
const isFear = (label: CrisisLabel): boolean => label !== 'deadline' && label !== 'minor'

/** Whether words may mean a danger, and ask for nothing. */
export const isAfraid = ({ flow, context }: Turn, text: string): boolean =>
  (context.hits ?? []).some(({ label }) => isFear(label)) && !asks(flow, text)

/** What may be said to somebody who may be in danger. */
const isForFear = ({ feeling, calls, cry, does }: Saying): boolean =>
  feeling === true || calls === true || cry === true || does === 'human' || does === 'erase'

/**
 * What was said beside stories and answers. Nothing where nobody could tell surely, or where it
 * names somebody.
 */
export const hearSaying = (turn: Turn, text: Untrusted): Heard | undefined => {
  const asked = askedOfUs(turn.flow, text)
  if (asked !== undefined) return { saying: asked, alone: true, firm: true, rest: untrusted(''), asked: true }
  const units = isPlea(turn.flow, foldShort(text) ?? '') ? [] : (turn.context.sayings ?? [])
  const { sayings } = turn.flow
  const openStep = turn.state.open?.step ?? ''
  const kindOf = (kind: string | undefined): Saying | undefined => {
    const saying = sayings.find((one) => one.kind === kind)
    const turned = saying?.turned?.find((one) => !one.notAt?.includes(openStep) && isTurned(one, text))
    return turned === undefined ? saying : sayings.find((one) => one.kind === turned.as)
  }
  const others = units.filter(({ kind }) => kindOf(kind) === undefined)
  // In danger nothing is done by the sound of words alone: "please, quickly" erases nothing, and "where
  // are you people" asks for no name.
  const isDeed = (saying: Saying | undefined): boolean =>
    turn.state.urgent && saying?.does !== undefined && saying.does !== 'human'
  // Beside what may be a danger nobody is met with "we stop here" or with how an account comes
  // back: that is asked about.
  const isFeared = isAfraid(turn, text)
  const known = units.flatMap(({ kind, firm }) => {
    const saying = kindOf(kind)
    if (isFeared && saying !== undefined && !isForFear(saying)) return []
    const isLost = turn.state.urgent && saying?.does === 'verify'
    // "How do I erase it?" speaks of what the other one has.
    const isBare = saying?.only !== undefined && (firm !== true || !isNamed(saying.only, text))
    const isLong = saying?.most !== undefined && spokenWords(text).length > saying.most
    const all = spokenWords(text)
    const isUnsure =
      saying?.naming !== undefined && firm !== true && all.length > FEW && !speaks(saying.naming, all)
    if (isBare || isLong || isUnsure || (saying?.does === 'erase' && asks(turn.flow, text))) return []
    const isEnough =
      (firm === true && !isLost) || (others.length === 0 && saying?.calls !== true && !isDeed(saying))
    const isCalm = turn.state.urgent && saying?.calm === true
    return saying !== undefined && isEnough && !isCalm ? [saying] : []
  })
  // Who reads along is asked about: "only those who work on it read it" would not be true for them.
  if (saysSeen(turn, text)) return undefined
  const namesNobody = extractIdentifiers(text.slice(0, 1000), turn.context.checks).length === 0
  const { reached } = turn.flow
  // The worst has happened: nothing else that these words sound like is said.
  if (reached !== undefined && saysReached(turn, text))
    return { saying: reached.saying, alone: namesNobody, firm: true, rest: untrusted('') }
  const wish = isFeared ? undefined : saidTogether(turn.flow, text)
  // In danger only what is kept for the team is heard so: who might be seen writing says it most of all then.
  const together = turn.state.urgent && wish?.notes === undefined ? undefined : wish
  if (together !== undefined) return { saying: together, alone: true, firm: true, rest: untrusted('') }
  if (known.length === 0) return undefined
  const alone = others.length === 0 && namesNobody
  const saying = choose(known, sayings, alone)
  if (saying === undefined) return undefined
  const firm = units.some((unit) => unit.firm === true && kindOf(unit.kind) === saying)
  // "He has my pictures and wants 500 dollars or he posts them" tells, and only sounds like "will he post them?";
  // so does "his number is 0770...", and asks nobody to find him.
  const isAnswer = saying.feeling !== true && saying.tells !== true && saying.does === undefined
  const holdsName = !alone && extractIdentifiers(text.slice(0, 1000), turn.context.checks).length > 0
  if (isAnswer && !asks(turn.flow, text) && (holdsName || (!firm && tellsOfMatter(turn, text))))
    return undefined
  return {
    saying,
    alone,
    firm,
    rest: untrusted(others.map(({ start, end }) => text.slice(start, end)).join('\n')),
  }
}

/**
 * Whether what sounds like a thing that people say may be the story as well: it was heard by its sound only,
 * or it names what the questions ask for. A question tells nothing.
 */
export const maybeStory = (turn: Turn, { saying, firm, asked }: Heard, text: Untrusted): boolean => {
  if (asked === true || saying.does !== undefined || asks(turn.flow, text)) return false
  if (saying === turn.flow.reached?.saying || tellsShortly(turn, text)) return true
  // Where it is asked what happened, what sounds like a feeling or a question is what happened as well.
  const isAsked = waiting(turn)?.id === turn.flow.story.step
  const sounds = saying.tells === true || isAsked || (!firm && saying.feeling !== true)
  return tellsOfMatter(turn, text) || (sounds && isTelling(turn, text))
}

/** The same comfort twice sounds like nobody; an answer to a question stays the answer. */
const HERE = ['saying-again', 'saying-again-2'] as const

const here = (turn: Turn): (typeof HERE)[number] =>
  HERE.find((one) => turn.state.sayings?.at(-1) !== one) ?? HERE[0]

/** For who tells more where nothing is asked any more: nobody in danger is left without a word. */
export const sayHere = (turn: Turn): void => say(turn, { key: here(turn) })

/** A cry for help is heard each time that it comes; once people were called, by what happens now. */
export const sayCry = (turn: Turn): void =>
  turn.state.urgent
    ? sayCalled(turn)
    : say(turn, { key: turn.state.said.includes('cry-heard') ? here(turn) : 'cry-heard' })

/** Comfort, and what says little: of these one hears enough. */
const isSmall = ({ feeling, weak, answer, cry }: Saying): boolean =>
  feeling === true || (weak === true && answer !== undefined && cry !== true)

/** So many words of comfort stand before somebody is offered to talk with. */
const ENOUGH = 2
const OFFER = 'saying-person'

/**
 * Who goes on after the case was sent with what they feel, or with small talk, has been comforted: what
 * helps is a person, who is offered in few words, and each message is still answered. False where that
 * is not so, or where they want nobody to come.
 */
const sayEnough = (turn: Turn): boolean => {
  const { submitted, urgent, sayings = [] } = turn.state
  if (refusesPeople(turn.flow, turn.state)) return false
  const small = new Set(
    turn.flow.sayings.flatMap((one) => (isSmall(one) ? [sayingKey(one.answer ?? '')] : [])),
  )
  const heard = sayings.filter((key) => small.has(key) || key.startsWith('saying-again'))
  if (!submitted || urgent || (heard.length < ENOUGH && !sayings.includes(OFFER))) return false
  const token = writeToken({ kind: 'command', command: 'human' })
  const choices = [{ label: 'control-human', token, control: true, spoken: true }] as const
  say(turn, { key: sayings.at(-1) === OFFER ? 'saying-read-short' : OFFER, choices })
  return true
}

/** The line for it: one answer, in the place where the case stands. */
export const saySaying = (turn: Turn, saying: Saying): void => {
  const { answer, sent, minors, unagreed, pictures, feeling, calls, cry } = saying
  const isEarly = unagreed !== undefined && !consentGiven(turn.flow, turn.state)
  if (cry === true && turn.state.urgent) return sayCalled(turn)
  const isMinor = minors !== undefined && isOfMinor(turn.flow, turn.state)
  const later = isMinor ? minors : isWithTeam(turn.state) ? (sent ?? answer) : answer
  const own = isEarly ? unagreed : later
  if (own === undefined) return
  if (!isMinor && saying.again !== true && isSmall(saying) && sayEnough(turn)) return
  const said = turn.state.sayings ?? []
  const key = sayingKey(own)
  const fresh = feeling === true && said.includes(key) ? here(turn) : key
  const button = {
    label: 'control-call-now',
    token: writeToken({ kind: 'command', command: 'urgent' }),
    control: true,
  } as const
  const isOfPicture = pictures === true && !isEarly && !isMinor
  say(turn, {
    key: fresh,
    ...(calls === true && !turn.state.urgent ? { choices: [button] } : {}),
    ...(isOfPicture ? belowPicture(turn.flow, turn.state) : {}),
  })
}

/**
 * What a saying does to the question that waits. "I don't know" and "I'd rather not say" are answers
 * where the question lets them be; a question that knows only one of the two takes either as that.
 */
const deedOf = (turn: Turn, step: Step | undefined, does: Saying['does']): FlowCommand | undefined => {
  if (does !== 'unknown' && does !== 'skip') return does
  if (step === undefined) return undefined
  const ways = does === 'unknown' ? (['unknown', 'skip'] as const) : (['skip', 'unknown'] as const)
  return ways.find(
    (way) => step.quiet?.includes(way) !== true && controlApplies(step, way, turn.state, turn.flow),
  )
}

/** What was said is answered, and the question that waits stays under it, without pressing. */
export const answerSaying = (turn: Turn, { saying }: Heard, text: Untrusted): void => {
  const step = waiting(turn)
  if (saying.cry === true && turn.state.urgent) return callOut(turn)
  const does = deedOf(turn, step, saying.does)
  noteOf(turn, saying)
  if (does !== undefined) {
    if (does === 'human' && consentGiven(turn.flow, turn.state)) prefill(turn, text)
    obey(turn, does)
    if (does !== 'verify') return
  } else saySaying(turn, saying)
  if (step === undefined || saying.quiet === true) return
  if (saying.again === true) return putAgain(turn, step, true)
  // In danger the question itself is short, and there is no time to lose over it. Nobody is left
  // without a word there, whatever they said.
  if (turn.state.urgent) {
    if (isLeftOpen(turn.flow, turn.state, step)) return turn.says.length === 0 ? callOut(turn) : undefined
    if (step.kind === 'choice') return say(turn, sayQuestion(turn.flow, turn.state, step))
    return does === undefined && saying.answer === undefined ? say(turn, { key: here(turn) }) : undefined
  }
  // It was asked for a yes already, and nothing new is asked; but nobody is left without a word.
  const isAsked = step.id === turn.flow.consent.step && turn.state.said.includes('softly-consent')
  if (isAsked && turn.says.length > 0) return
  saySoftly(turn, step)
}
