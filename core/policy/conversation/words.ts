import type { Language } from '../../base/language.ts'
import { LANGUAGES } from '../../base/language.ts'
import type { Flow, FlowCommand, Option, Step } from '../../model/flow.ts'
import { FLOW_COMMANDS } from '../../model/flow.ts'
import { fold } from '../../text/fold.ts'

/** A longer message is no command: it is told, not picked. Folding it would only cost time. */
export const LONGEST_COMMAND = 64

/** Courtesies around a command that do not change it; folded below. */
const WISHES = 'من فضلك رجاء رجاءا لو سمحت سمحتي عفوا تكايه تکایە please pls plz اريد أريد want i'
  .split(' ')
  .map(fold)
const FILLERS = new Set([...WISHES, ...'thanks thank you the والله'.split(' ').map(fold)])

/** A short message as it is compared with lists of words; nothing where it is too long to be one. */
export const foldShort = (text: string): string | undefined =>
  text.length > LONGEST_COMMAND ? undefined : fold(text)

/** Without the words that only make a wish polite. */
export const plain = (folded: string): string =>
  folded
    .split(' ')
    .filter((word) => !FILLERS.has(word))
    .join(' ')

type Compiled = {
  readonly commands: ReadonlyMap<string, FlowCommand>
  readonly languages: ReadonlyMap<string, Language>
  readonly lessons: ReadonlyMap<string, string>
  readonly courtesies: ReadonlySet<string>
  readonly pointing: ReadonlySet<string>
  /** Each with a blank after it. */
  readonly questions: readonly string[]
  readonly yes: ReadonlySet<string>
  readonly no: ReadonlySet<string>
  readonly besideNo: ReadonlySet<string>
  /** Each with a blank after it. */
  readonly notYes: readonly string[]
  readonly lists: ReadonlySet<string>
  readonly cries: ReadonlySet<string>
  readonly calmCries: ReadonlySet<string>
  /** What may stand around "I am in danger", and both together. */
  readonly around: ReadonlySet<string>
  readonly inDanger: ReadonlySet<string>
  readonly hiding: Readonly<Record<'hide' | 'close' | 'haste', ReadonlySet<string>>>
  readonly all: ReadonlySet<string>
  readonly halfYes: ReadonlySet<string>
  readonly options: WeakMap<readonly Option[], ReadonlyMap<string, string>>
}

/** Folding a flow's words costs more than a turn: done once for each flow, kept as long as the flow is. */
const compiled = new WeakMap<Flow, Compiled>()

/** Cries, the word for help among them, and greetings. */
export const around = ({ words: { cries, courtesies, commands } }: Flow): readonly string[] =>
  [...cries, ...courtesies, ...commands.help].map(fold)

const compile = (flow: Flow): Compiled => {
  const known = compiled.get(flow)
  if (known !== undefined) return known
  const fresh: Compiled = {
    commands: new Map(
      FLOW_COMMANDS.flatMap((command) =>
        flow.words.commands[command].map((word) => [fold(word), command] as const),
      ),
    ),
    languages: new Map(
      LANGUAGES.flatMap((language) =>
        flow.words.languages[language].map((word) => [fold(word), language] as const),
      ),
    ),
    lessons: new Map(flow.lessons.flatMap(({ id, words }) => words.map((word) => [fold(word), id] as const))),
    courtesies: new Set(flow.words.courtesies.map(fold)),
    pointing: new Set((flow.words.pointing ?? []).map(fold)),
    yes: new Set(flow.words.yes.map(fold)),
    no: new Set(flow.words.no.map(fold)),
    besideNo: new Set([...flow.words.no, ...flow.words.besideNo].map(fold)),
    notYes: flow.words.notYes.map((phrase) => `${fold(phrase)} `),
    lists: new Set(flow.words.lists?.map(fold)),
    cries: new Set(flow.words.cries.map(fold)),
    calmCries: new Set((flow.words.calmCries ?? []).map(fold)),
    around: new Set(around(flow)),
    inDanger: new Set([...around(flow), ...(flow.words.inDanger ?? []).map(fold)]),
    all: new Set(flow.words.all?.map(fold)),
    halfYes: new Set(flow.words.halfYes?.map(fold)),
    hiding: {
      hide: new Set(flow.words.hiding?.hide.map(fold)),
      close: new Set(flow.words.hiding?.close.map(fold)),
      haste: new Set(flow.words.hiding?.haste.map(fold)),
    },
    questions: flow.words.questions.map((word) => `${fold(word)} `),
    options: new WeakMap(),
  }
  compiled.set(flow, fresh)
  return fresh
}

const look = <T>(map: ReadonlyMap<string, T>, folded: string): T | undefined =>
  map.get(folded) ?? map.get(plain(folded))

/** Whether (folded) words are one or more of known phrases, one after the other. */
export const isMadeOf = (isKnown: (phrase: string) => boolean, words: readonly string[]): boolean => {
  const reached = new Set([0])
  for (let from = 0; from < words.length; from += 1) {
    if (!reached.has(from)) continue
    for (let to = from + 1; to <= words.length; to += 1)
      if (isKnown(words.slice(from, to).join(' '))) reached.add(to)
  }
  return words.length > 0 && reached.has(words.length)
}

/** A no alone before fewer words may deny them. */
const AFTER_NO = 3

/**
 * Whether a whole (folded) message says "I am in danger", with cries and greetings around it or none, and with
 * a yes or a no to what was asked before it ("no, I am in danger").
 */
const saysInDanger = (flow: Flow, folded: string): boolean => {
  const { inDanger, around, yes, no } = compile(flow)
  const [first = '', ...rest] = folded.split(' ')
  const answers = rest.length > 0 && (yes.has(first) || (no.has(first) && rest.length >= AFTER_NO))
  const words = answers ? rest : [first, ...rest]
  return isMadeOf((one) => inDanger.has(one), words) && !isMadeOf((one) => around.has(one), words)
}

/** A trembling hand's "0": several of them, or the letter. */
const NOUGHT = /^(?:0+|o)$/

/**
 * Whether a whole (folded) message hides the chat: noughts or words for it, with words of haste around them or
 * none. Somebody comes: nothing else may be made of it.
 */
const saysHide = (flow: Flow, folded: string): boolean => {
  const { hide, close, haste } = compile(flow).hiding
  const words = folded.split(' ')
  if (words.every((word) => NOUGHT.test(word))) return true
  const isHaste = (one: string): boolean => haste.has(one)
  const isClose = (one: string): boolean => close.has(one)
  const isHiding = (one: string): boolean => hide.has(one) || /^0+$/.test(one)
  if (!isMadeOf((one) => isHiding(one) || isHaste(one) || isClose(one), words)) return false
  return !isMadeOf(isHaste, words) && !isMadeOf(isClose, words)
}

/** The command that a whole (folded) message is. */
export const commandIn = (flow: Flow, folded: string): FlowCommand | undefined =>
  look(compile(flow).commands, folded) ??
  ([folded, plain(folded)].some((words) => saysHide(flow, words)) ? 'exit' : undefined) ??
  ([folded, plain(folded)].some((words) => saysInDanger(flow, words)) ? 'urgent' : undefined)

/** Whether a whole (folded) message asks what can be written here. */
export const asksForList = (flow: Flow, folded: string): boolean => isAmong(compile(flow).lists, folded)

export const languageNamed = (flow: Flow, folded: string): Language | undefined =>
  look(compile(flow).languages, folded)

/** Whether a whole (folded) message only greets or thanks. */
export const isCourtesy = (flow: Flow, folded: string): boolean => compile(flow).courtesies.has(folded)

/** Whether a whole (folded) message only points at what was sent before it. */
export const isPointing = (flow: Flow, folded: string): boolean => isAmong(compile(flow).pointing, folded)

/** Whether a whole (folded) message says yes. */
export const isYes = (flow: Flow, folded: string): boolean => compile(flow).yes.has(folded)

/** Whether a whole (folded) message means all of a list. */
export const isAll = (flow: Flow, folded: string): boolean => compile(flow).all.has(folded)

/** Whether a whole (folded) message is half a yes. */
export const isHalfYes = (flow: Flow, folded: string): boolean => compile(flow).halfYes.has(folded)

/** Whether a whole (folded) message says no. */
export const isNo = (flow: Flow, folded: string): boolean => compile(flow).no.has(folded)

/** Whether a (folded) phrase is a no, or only says one again beside it. */
export const saysNoAgain = (flow: Flow, phrase: string): boolean => compile(flow).besideNo.has(phrase)

/** Whether a (folded) word is a plain yes or no. */
export const isYesOrNo = (flow: Flow, folded: string): boolean =>
  compile(flow).yes.has(folded) || compile(flow).no.has(folded)

/** Whether a (folded) message begins with the word for yes where it means "any". */
export const beginsWithAny = (flow: Flow, folded: string): boolean =>
  compile(flow).notYes.some((phrase) => `${folded} `.startsWith(phrase))

/** Whether a (folded) message begins as questions do. */
export const opensQuestion = (flow: Flow, folded: string): boolean =>
  compile(flow).questions.some((word) => folded.startsWith(word))

/** Whether a (folded) message begins as answers to a question do (Step.begins). */
export const beginsAnswer = ({ begins = [] }: Pick<Step, 'begins'>, folded: string): boolean =>
  begins.some((phrase) => `${folded} `.startsWith(`${fold(phrase)} `))

/** Whether a whole (folded) message is one of these (folded) words, courtesies around it aside. */
export const isAmong = (words: ReadonlySet<string>, folded: string): boolean =>
  words.has(folded) || words.has(plain(folded))

/**
 * Whether a whole (folded) message only calls for help, once or again and again ("help, come quickly"), with
 * or without a no before it ("no no please help").
 */
export const isCry = (flow: Flow, folded: string): boolean => {
  const { cries, no } = compile(flow)
  const all = folded.split(' ')
  const from = all.findIndex((word) => !no.has(word))
  const called = all.slice(Math.max(0, from)).join(' ')
  return [folded, called, plain(called)].some((words) => isMadeOf((one) => cries.has(one), words.split(' ')))
}

/** Whether such a cry calls for somebody at once: more than "I need help" and "what do I do". */
export const isHurried = (flow: Flow, folded: string): boolean => {
  const { calmCries, no } = compile(flow)
  const isCalm = (one: string): boolean => calmCries.has(one) || no.has(one)
  return isCry(flow, folded) && ![folded, plain(folded)].some((words) => isMadeOf(isCalm, words.split(' ')))
}

/** Whether a whole (folded) message only begs: "please", and neither thanks nor greets. */
export const isPlea = (flow: Flow, folded: string): boolean =>
  folded !== '' && plain(folded) === '' && !isCourtesy(flow, folded)

const SAYS = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Emoji_Presentation}]/u

/** Whether a message is nothing but marks: "?" asks whether anybody reads, and so does "...". */
export const isMarks = (text: string): boolean =>
  text.length <= LONGEST_COMMAND && text.trim() !== '' && !SAYS.test(text)

const wordsOf = (flow: Flow, options: readonly Option[]): ReadonlyMap<string, string> => {
  const { options: cache } = compile(flow)
  const words =
    cache.get(options) ??
    new Map(options.flatMap((option) => option.words.map((word) => [fold(word), option.id] as const)))
  cache.set(options, words)
  return words
}

/** Whether a (folded) word only makes a wish polite. */
export const isCourteous = (folded: string): boolean => FILLERS.has(folded)

/** "No, please" and "I don't want" beg or refuse: beside a wish no word means "none of these". */
const isWish = (options: readonly Option[], id: string, folded: string): boolean =>
  options.some((option) => option.id === id && option.alone === true) &&
  folded.split(' ').some((word) => WISHES.includes(word))

/** The option whose words a whole (folded) message is. */
export const optionNamed = (flow: Flow, options: readonly Option[], folded: string): string | undefined => {
  const words = wordsOf(flow, options)
  const exact = words.get(folded)
  if (exact !== undefined) return exact
  const named = words.get(plain(folded))
  return named === undefined || isWish(options, named, folded) ? undefined : named
}

/**
 * Whether a whole (folded) message is an option's no and only says it again ("no, nothing of it"). Any other
 * word makes it a sentence: "no please don't tell my father", «لا تكولون لاهلي», "nothing helps".
 */
export const isBareNo = (
  flow: Flow,
  options: readonly Option[],
  { id }: Pick<Option, 'id'>,
  folded: string,
): boolean => {
  const words = wordsOf(flow, options)
  const { besideNo } = compile(flow)
  const all = folded.split(' ')
  const begins = all.some((_, at) => words.get(all.slice(0, at + 1).join(' ')) === id)
  return begins && isMadeOf((phrase) => besideNo.has(phrase) || words.get(phrase) === id, all)
}

/** The lesson that a whole (folded) message asks for. */
export const lessonNamed = (flow: Flow, folded: string): string | undefined =>
  look(compile(flow).lessons, folded)
