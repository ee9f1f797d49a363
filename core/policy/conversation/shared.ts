import { giveNames } from './instead.ts'
import { isPhoneType, mergeIdentifiers } from '../../text/identifiers/identifier.ts'
import { untrusted } from '../../base/untrusted.ts'
import type { Step } from '../../model/flow.ts'
import type { ConversationInput, Shared } from './input.ts'
import { placeWords, townNear } from './place.ts'
import { askForHelp, noteRegion } from './place-help.ts'
import type { Say } from './say.ts'
import { applies, asksPlace, settled } from './steps.ts'
import { advance, give, pickUp, say, sayOnce, underneath, waiting } from './turn.ts'
import { run } from './effects.ts'
import type { Turn } from './turn.ts'

type Card = Extract<Shared, { kind: 'contact' }>
type Place = Extract<Shared, { kind: 'place' }>

export const isShared = (input: ConversationInput): input is Shared =>
  input.kind === 'forwarded' || input.kind === 'contact' || input.kind === 'place'

/**
 * The first of a kind is told at length, those after it in a word: whoever forwards ten messages
 * reads it once.
 */
const atLength = (turn: Turn, message: Say & { readonly key: 'forward-kept' | 'contact-kept' }): void =>
  turn.state.said.includes(message.key)
    ? say(turn, { ...message, key: 'shared-kept-too' })
    : sayOnce(turn, message)

/**
 * By the town alone: the coordinates stand in the chat already, and what we say is read by more
 * people than what was sent.
 */
const sayPlace = (turn: Turn, { place }: Place, under: Pick<Say, 'choices' | 'about'>): void => {
  const town = townNear(turn.flow.places, place)
  const language = turn.state.language ?? turn.context.language
  say(turn, {
    ...(town === undefined
      ? { key: 'place-kept' }
      : { key: 'place-kept-near', args: { town: town.names[language] } }),
    ...under,
  })
}

/** What became of it: said of each, so that nobody wonders whether it came. */
export const acknowledge = (turn: Turn, input: Shared, under: Pick<Say, 'choices' | 'about'> = {}): void => {
  // A place may be where somebody is right now: it is looked at by people whatever was agreed to.
  if (input.kind === 'place' && input.forwarded !== true) return sayPlace(turn, input, under)
  if (!input.kept) return sayOnce(turn, { key: 'forward-seen', ...under })
  if (input.kind === 'contact' && input.forwarded !== true)
    return atLength(turn, {
      key: 'contact-kept',
      args: { card: input.shown === '' ? '—' : input.shown },
      ...under,
    })
  if (input.kind === 'forwarded' && input.from !== undefined)
    return say(turn, { key: 'forward-kept-from', args: { from: input.from }, ...under })
  atLength(turn, { key: 'forward-kept', ...under })
}

const note = (turn: Turn, step: Step, { identifiers, shown }: Card): void => {
  const before = turn.state.answers[step.id]
  const earlier = before?.kind === 'identifiers' && turn.state.open?.reopened !== true ? before : undefined
  const raw = earlier === undefined ? shown : `${earlier.raw}\n${shown}`
  giveNames(turn, step.id, {
    kind: 'identifiers',
    identifiers: mergeIdentifiers(earlier?.identifiers ?? [], identifiers),
    raw: untrusted(raw),
  })
}

/** A card answers "who is it?" where that is asked, and before it is asked. */
const noteCard = (turn: Turn, card: Card, open: Step | undefined): boolean => {
  if (!card.kept || card.forwarded === true || card.shown === '') return false
  if (card.identifiers.length > 0 && card.identifiers.every(({ owner }) => owner === 'other')) return false
  if (open?.kind === 'identifiers') return (note(turn, open, card), true)
  const step = turn.flow.steps.find(
    (one) =>
      one.kind === 'identifiers' &&
      one.prefill === true &&
      (one.lane !== 'urgent' || turn.state.urgent) &&
      applies(one, turn.state) &&
      !settled(one, turn.state),
  )
  if (step !== undefined && card.identifiers.length > 0) note(turn, step, card)
  return false
}

/**
 * A place answers where a place is asked. Elsewhere it is kept and nothing is concluded from it: it
 * may as well be where somebody was told to come to.
 */
const notePlace = (turn: Turn, input: Place, open: Step | undefined): boolean => {
  if (input.forwarded === true || open === undefined) return false
  const { places } = turn.flow
  const town = townNear(places, input.place)
  if (asksPlace(open)) {
    const language = turn.state.language ?? turn.context.language
    give(turn, open.id, { kind: 'text', text: untrusted(placeWords(input.place, town, language)) })
    noteRegion(turn, input.place)
    return true
  }
  if (open.id !== places?.step || town === undefined) return false
  give(turn, open.id, { kind: 'choice', option: town.option })
  return true
}

/** Something shared while the conversation goes on: it is acknowledged, and answers what it can answer. */
export const onShared = (turn: Turn, input: Shared, late: boolean): void => {
  const step = waiting(turn)
  const answers =
    input.kind === 'contact'
      ? noteCard(turn, input, step)
      : input.kind === 'place' && notePlace(turn, input, step)
  if (answers && step !== undefined) {
    acknowledge(turn, input)
    const whose =
      input.kind === 'contact' &&
      input.identifiers.some(({ owner, type }) => owner === 'perpetrator' && isPhoneType(type))
    if (whose) sayOnce(turn, { key: 'ids-whose' })
    run(turn, step.after)
    return advance(turn)
  }
  if (input.kind === 'place' && input.forwarded !== true && askForHelp(turn)) return
  const under = late || step === undefined ? {} : underneath(turn, step)
  acknowledge(turn, input, under)
  if (late) pickUp(turn)
}
