import { choicesOf, sayQuestion } from './ask.ts'
import { forMinors, linesOf, sayGuide } from './guides.ts'
import type { Flow, Option, Step } from '../../model/flow.ts'
import type { Choice } from './say.ts'
import { findStep, optionsOf } from './steps.ts'
import { readToken } from './token.ts'
import { putOpen, say, waiting, type Turn } from './turn.ts'
import { optionNamed } from './words.ts'

/**
 * What is asked, and what can be read, in a chat that a word alone opened (go-on.ts): nothing of it depends
 * on what was told before.
 */

/** Of the review: neither what it shows, nor what would show or take out more of it. */
const SHOWN_OF_REVIEW: ReadonlySet<string> = new Set(['send', 'keep'])

/** The question that waits here, if it is one of those that tell nothing, or one that an agent put here. */
export const openHere = (turn: Turn): Step | undefined => {
  const { consent, adult, story } = turn.flow
  const step = waiting(turn)
  const isPlain = step !== undefined && [consent.step, adult.step, story.step].includes(step.id)
  return isPlain || step?.kind === 'review' || turn.state.open?.byAgent === true ? step : undefined
}

export const reviewOf = (flow: Flow): Step | undefined => flow.steps.find(({ kind }) => kind === 'review')

export const choicesHere = ({ flow, state }: Turn, step: Step): readonly Choice[] =>
  choicesOf(flow, state, step).filter(({ token }) => {
    const read = readToken(token)
    return read?.kind === 'option' && (step.kind !== 'review' || SHOWN_OF_REVIEW.has(read.option))
  })

/** It waits from now on, unless it does already: asked anew it would come in full again. */
export const openIf = (turn: Turn, step: Step): void => {
  if (waiting(turn)?.id !== step.id) putOpen(turn, step)
}

/** Asked in the words of everybody. */
export const askPlainly = (turn: Turn, step: Step): void => {
  openIf(turn, step)
  const choices = choicesHere(turn, step)
  if (step.kind === 'review')
    return say(
      turn,
      turn.state.said.includes('go-on-send')
        ? { key: 'go-on-send-too', again: 'go-on-kept-too', choices }
        : { key: 'go-on-send', choices },
    )
  say(turn, { ...sayQuestion(turn.flow, turn.state, step), choices })
}

const sends = ({ effects = [] }: Option): boolean => effects.some((effect) => effect.do === 'submit')

/**
 * The option of the review by which this one sends here: itself, or the plain one where it would put
 * another wish in the place of one that was said before. Nothing where it sends nothing.
 */
export const sentBy = ({ flow, state }: Turn, option: string): string | undefined => {
  const review = reviewOf(flow)
  const all = (review === undefined ? [] : optionsOf(review)).filter(sends)
  const picked = all.find(({ id }) => id === option)
  const notes = (one: Option) =>
    (one.effects ?? []).flatMap((effect) => (effect.do === 'note' ? [effect.step] : []))
  if (picked === undefined) return undefined
  const isNew = notes(picked).every((step) => state.answers[step] === undefined)
  return isNew ? option : (all.find((one) => notes(one).length === 0)?.id ?? option)
}

/** Of the review what can be picked here: it is sent, or kept. */
export const isOfReview = (turn: Turn, option: string): boolean =>
  SHOWN_OF_REVIEW.has(option) || sentBy(turn, option) !== undefined

/** The way of sending that words name where another question waits, or none. */
export const sendingNamed = (turn: Turn, folded: string): string | undefined => {
  const review = reviewOf(turn.flow)
  const option = review === undefined ? undefined : optionNamed(turn.flow, optionsOf(review), folded)
  return option !== undefined && sentBy(turn, option) !== undefined ? option : undefined
}

/**
 * A guide, or a list of them. False where it reads differently of somebody under 18: which of the two opens
 * would tell an age.
 */
export const adviseHere = (turn: Turn, what: string, at: number, later = false): boolean => {
  if (forMinors(turn.flow, what) !== undefined) return false
  if (later) say(turn, { key: 'guide-left' })
  else for (const one of sayGuide(turn.flow, what, at)) say(turn, one)
  return true
}

/** A line of the guidance that was shown last, by its number. */
export const lineHere = (turn: Turn, folded: string): boolean => {
  if (turn.state.menu?.startsWith('guide') !== true || !/^\d{1,2}$/.test(folded)) return false
  const line = readToken(linesOf(turn.flow, turn.state)[Number(folded) - 1]?.token ?? '')
  return line?.kind === 'guide' && adviseHere(turn, line.what, line.at, line.later)
}

export const consentStep = (turn: Turn): Step | undefined => findStep(turn.flow, turn.flow.consent.step)
