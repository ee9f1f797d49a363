import type { CaseEvent } from '../../model/events.ts'
import { untrusted, type Untrusted } from '../../base/untrusted.ts'
import { minutes, type Instant } from '../../base/units.ts'
import { isWholeAnswer } from './answering.ts'
import { needsPeople } from './danger.ts'
import { decideConversation } from './decide.ts'
import type { Flow, FlowCommand, Step } from '../../model/flow.ts'
import { isLineName } from './lines.ts'
import type { ConversationContext, ConversationInput } from './input.ts'
import type { Say } from './say.ts'
import type { ConversationState } from '../../model/conversation.ts'
import { evolveConversation } from '../../model/evolve-conversation.ts'
import { collects, findStep } from './steps.ts'
import { commandIn, foldShort, isCourtesy, isCry, languageNamed, lessonNamed } from './words.ts'
import type { Line } from '../../model/owed.ts'

/** A message that took longer to reach us was sent while we, or the way to us, were down. */
const LATE = minutes(2)

export const isLate = ({ at, sentAt }: Pick<Line, 'at' | 'sentAt'>): boolean => at - sentAt > LATE

/** Asked for in passing by who writes "anyone there?" between other words: answered together with them. */
const IN_PASSING: ReadonlySet<FlowCommand> = new Set<FlowCommand>(['status', 'help'])

const openStep = (flow: Flow, { open }: ConversationState): Step | undefined => {
  const step = open === undefined ? undefined : findStep(flow, open.step)
  return step !== undefined && open !== undefined && (!open.picked || collects(step)) ? step : undefined
}

/** Whether a message answers the open question all by itself. */
const answersWhole = (flow: Flow, state: ConversationState, text: Untrusted, now: Instant): boolean => {
  const step = openStep(flow, state)
  return step !== undefined && isWholeAnswer(flow, step, text, now)
}

/**
 * What words are that say all they have to say: an option, a number, a command, the name of a
 * language. Others may go on in the next message.
 */
export const wholeAs = (
  flow: Flow,
  state: ConversationState,
  text: Untrusted,
  now: Instant,
): 'answer' | 'wish' | undefined => {
  const folded = foldShort(text)
  if (folded === undefined || folded === '') return undefined
  if (answersWhole(flow, state, text, now)) return 'answer'
  if (isLineName(flow, state, folded)) return 'wish'
  const command = commandIn(flow, folded)
  if (command !== undefined) return IN_PASSING.has(command) ? undefined : 'wish'
  const named = languageNamed(flow, folded) !== undefined || lessonNamed(flow, folded) !== undefined
  return named || /^\d{1,2}$/.test(folded) ? 'wish' : undefined
}

/** Commands that are about the open question. */
const ABOUT_QUESTION: ReadonlySet<FlowCommand> = new Set<FlowCommand>(['back', 'skip', 'unknown', 'done'])

/** Whether words are only about the question that stands. */
export const isAboutQuestion = (
  flow: Flow,
  state: ConversationState,
  text: Untrusted,
  now: Instant,
): boolean => {
  const command = commandIn(flow, foldShort(text) ?? '')
  return answersWhole(flow, state, text, now) || (command !== undefined && ABOUT_QUESTION.has(command))
}

type Text = Extract<ConversationInput, { kind: 'text' }>

/**
 * What one turn of the conversation is about: its words are those of `lines`; it hears `all`,
 * greetings too.
 */
export type Part = { readonly input: Text; readonly lines: readonly Line[]; readonly all: readonly Line[] }

type Sort = 'words' | 'cry' | 'help' | 'status' | 'greeting'

const sortOf = (flow: Flow, text: Untrusted): Sort => {
  const folded = foldShort(text) ?? ''
  if (folded === '') return 'words'
  if (isCry(flow, folded)) return 'cry'
  const command = commandIn(flow, folded)
  if (command === 'help' || command === 'status') return command
  return isCourtesy(flow, folded) ? 'greeting' : 'words'
}

export const joinLines = (lines: readonly Pick<Line, 'text'>[]): Untrusted =>
  untrusted(lines.map(({ text }) => text).join('\n'))

/**
 * Greetings and "is anyone there?" say nothing where something else was said; a cry is heard
 * whatever it stands among.
 */
const heardTogether = (flow: Flow, all: readonly Line[]): Part => {
  const sorted = all.map((line) => ({ line, sort: sortOf(flow, line.text) }))
  const isCall = ({ sort }: { readonly sort: Sort }): boolean =>
    sort === 'cry' || (sort === 'help' && all.length > 1)
  const told = sorted.filter((one) => one.sort === 'words' || isCall(one))
  const asked = sorted.find(({ sort }) => sort !== 'greeting') ?? sorted[0]
  const lines = (told.length > 0 || asked === undefined ? told : [asked]).map(({ line }) => line)
  const cry = !told.some(isCall) ? {} : { cry: told.every(isCall) ? ('alone' as const) : ('among' as const) }
  return { input: { kind: 'text', text: joinLines(lines), ...cry }, lines, all }
}

/**
 * What several messages say together: one turn, or two where one of them answers the open question
 * all by itself and others tell more. `askedAt`: when that question was asked. Words are an answer only
 * to what was asked before they were written; late ones by the clock of their sender.
 */
export const partsOf = (
  flow: Flow,
  state: ConversationState,
  lines: readonly Line[],
  askedAt: Instant | undefined,
  now: Instant,
): readonly Part[] => {
  const isEarlier = (line: Line): boolean =>
    isLate(line) ? askedAt === undefined || line.sentAt < askedAt : askedAt !== undefined && line.at < askedAt
  const whole = lines.find((line) => !isEarlier(line) && answersWhole(flow, state, line.text, now))
  const rest = lines.filter((line) => line !== whole)
  const answer: readonly Part[] =
    whole === undefined ? [] : [{ input: { kind: 'text', text: whole.text }, lines: [whole], all: [whole] }]
  if (rest.length === 0) return answer
  // After the answer another question stands, which was not there when the others were written.
  const earlier = whole !== undefined || rest.every(isEarlier) ? ({ earlier: true } as const) : {}
  const heard = heardTogether(flow, rest)
  return [...answer, { ...heard, input: { ...heard.input, ...earlier } }]
}

/** What turns decided together, and where the conversation stands then. */
export type Taken = {
  readonly events: readonly CaseEvent[]
  readonly says: readonly Say[]
  readonly state: ConversationState
}

/** What is said after it may take the place of a text: another question, silence, leaving, danger. */
const stays = (
  earlier: Say,
  reached: ConversationState,
  says: readonly Say[],
  { hits = [] }: ConversationContext,
): boolean => {
  if (reached.exited) return false
  if (needsPeople(hits)) return earlier.key.startsWith('crisis-')
  return (
    earlier.choices === undefined ||
    (reached.paused === undefined && says.every(({ choices }) => choices === undefined))
  )
}

/** One turn after another as one decision: one question at most stands at its end. */
export const decideInTurn = (
  flow: Flow,
  state: ConversationState,
  turns: readonly { readonly input: ConversationInput; readonly context: ConversationContext }[],
): Taken =>
  turns.reduce<Taken>(
    (before, { input, context }) => {
      const language = before.state.language ?? context.language
      const { events, says } = decideConversation(flow, before.state, input, { ...context, language })
      const reached = [
        ...events,
        ...says.map(({ key, args }, n): CaseEvent => ({
          type: 'bot_said',
          n,
          key,
          text: '',
          ...(args === undefined ? {} : { args }),
        })),
      ].reduce(evolveConversation, before.state)
      const kept = before.says.filter((one) => stays(one, reached, says, context))
      return { events: [...before.events, ...events], says: [...kept, ...says], state: reached }
    },
    { events: [], says: [], state },
  )
