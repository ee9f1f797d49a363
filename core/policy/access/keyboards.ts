import { isShut } from './lock.ts'
import { isHidden } from './quiet.ts'
import { isolateRuns } from '../../base/bidi.ts'
import type { Flow } from '../../model/flow.ts'
import { choicesOf } from '../conversation/ask.ts'
import { describeAnswer } from '../conversation/describe.ts'
import { buttonsOf, renderPiece } from '../conversation/render.ts'
import { callsPeople, collects, findStep, optionsOf } from '../conversation/steps.ts'
import { readToken } from '../conversation/token.ts'
import { outboxId } from '../../base/ids.ts'
import type { Language } from '../../base/language.ts'
import { hours, type Instant } from '../../base/units.ts'
import type { Button, Capabilities, OutboundContent } from '../../ports/channel.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { ChannelName } from '../../base/message.ts'
import type { CaseState } from '../../model/state.ts'
import type { Keyboard } from '../../model/keyboard.ts'

type Shown = { readonly text: string; readonly buttons: readonly Button[] }
type Tools = {
  readonly flow: Flow
  readonly phrases: Phrases
  readonly capabilities: Capabilities
  readonly language: Language
}

/** The question whose answers or ways on these are. */
const stepOf = (flow: Flow, { buttons }: Pick<Keyboard, 'buttons'>) => {
  for (const { token } of buttons) {
    const read = readToken(token)
    if (read?.kind === 'option' || read?.kind === 'control') return findStep(flow, read.step)
  }
  return undefined
}

/**
 * How a message with buttons should look in this state: while its question waits as it is, with
 * what was picked; after that with its answer, without.
 */
const shownAs = (
  { flow, phrases, capabilities, language }: Tools,
  keyboard: Keyboard,
  state: CaseState,
): Shown => {
  const { conversation, keyboards } = state
  const { text, buttons } = keyboard
  const later = keyboards.slice(
    keyboards.findIndex(({ seq, n }) => seq === keyboard.seq && n === keyboard.n) + 1,
  )
  const step = stepOf(flow, keyboard)
  if (step === undefined) {
    const isLesson = buttons.some(({ token }) => readToken(token)?.kind === 'lesson')
    return { text, buttons: later.length > 0 || (keyboard.pressed === true && !isLesson) ? [] : buttons }
  }
  // The same question was put once more.
  if (later.some((other) => stepOf(flow, other)?.id === step.id)) return { text, buttons: [] }
  const { open } = conversation
  if (open?.step === step.id && (!open.picked || collects(step))) {
    if (!buttons.some(({ role }) => role === 'several')) return { text, buttons }
    return { text, buttons: buttonsOf(phrases, language, capabilities, choicesOf(flow, conversation, step)) }
  }
  const answer = conversation.answers[step.id]
  if (answer?.kind !== 'choice' && answer?.kind !== 'choices') return { text, buttons: [] }
  const said = renderPiece(phrases, language, describeAnswer(step.id, answer))
  const dangers = optionsOf(step).filter(callsPeople)
  const beside = optionsOf(step).filter((option) => option.beside === true)
  const given = answer.kind === 'choice' ? [answer.option] : answer.options
  // Danger has more than one face: what was not pressed of it can be added, while the questions go on.
  const isDanger = step.kind === 'choices' && dangers.some(({ id }) => given.includes(id))
  const left = buttons.filter(({ token }) => {
    const read = readToken(token)
    return (
      isDanger &&
      read?.kind === 'option' &&
      !given.includes(read.option) &&
      [...dangers, ...beside].some(({ id }) => id === read.option)
    )
  })
  return { text: `${text}\n\n✓ ${isolateRuns(said)}`, buttons: left }
}

/**
 * What has to look otherwise after an entry than it did before, where the channel can. Whoever sees
 * the chat must not see it move: of what is hidden or blocked nothing is changed.
 */
export const changesOf = (
  ports: {
    readonly flow: Flow
    readonly phrases: Phrases
    readonly capabilities: (channel: ChannelName) => Capabilities
  },
  before: CaseState,
  next: CaseState,
): readonly OutboundContent[] => {
  const capabilities = ports.capabilities(next.channel)
  if (capabilities.edit !== true || next.blocked || isHidden(next) || isShut(next)) return []
  const tools = { flow: ports.flow, phrases: ports.phrases, capabilities, language: next.language }
  return next.keyboards.flatMap((keyboard): readonly OutboundContent[] => {
    const { seq, n } = keyboard
    const old = before.keyboards.find((one) => one.seq === seq && one.n === n)
    if (old === undefined) return []
    const { text, buttons } = shownAs(tools, keyboard, next)
    if (JSON.stringify({ text, buttons }) === JSON.stringify(shownAs(tools, old, before))) return []
    return [
      {
        kind: 'settle',
        of: outboxId(next.caseId, seq, n),
        text,
        ...(buttons.length === 0 ? {} : { buttons }),
      },
    ]
  })
}

/** Telegram deletes what is at most 48 hours old; this leaves most of them for taking back all that stands there. */
const REDRAWN = hours(12)

/**
 * The card that stands in the chat and is shown again because a line of it was corrected or added:
 * the new one takes its place. `buttons`: those of what is said now. Nothing where it is another
 * text, or comes for another reason: whoever comes back after hours finds it last in the chat. Nor of one
 * that is older than `REDRAWN`: a platform lets us take back what was sent lately, however late it was changed.
 */
export const cardToRedraw = (
  { flow, capabilities }: Pick<Tools, 'flow' | 'capabilities'>,
  { conversation, keyboards }: CaseState,
  buttons: readonly Button[] | undefined,
  now: Instant,
): Keyboard | undefined => {
  if (capabilities.redraws !== true || conversation.open?.reopened !== true || buttons === undefined)
    return undefined
  const isCard = (one: Pick<Keyboard, 'buttons'>): boolean => stepOf(flow, one)?.kind === 'review'
  const card = isCard({ buttons }) ? keyboards.findLast(isCard) : undefined
  return card !== undefined && now - card.at < REDRAWN ? card : undefined
}

/** The message whose buttons still wait to be pressed, the newest: what a page that draws itself offers. */
export const openKeyboard = (tools: Tools, state: CaseState): Pick<Keyboard, 'seq' | 'n'> | undefined =>
  state.keyboards.findLast((keyboard) => {
    const step = stepOf(tools.flow, keyboard)
    const waits = step === undefined || state.conversation.open?.step === step.id
    return waits && shownAs(tools, keyboard, state).buttons.length > 0
  })
