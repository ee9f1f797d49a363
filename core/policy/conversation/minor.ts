import type { CrisisHit } from '../../base/danger.ts'
import type { Flow, Option, Step } from '../../model/flow.ts'
import type { Instant } from '../../base/units.ts'
import { readAge, readOwnMinorAge } from './age.ts'
import { optionsOf } from './steps.ts'
import { foldShort, optionNamed } from './words.ts'

/** What words say of somebody under 18, surely enough to act on. */
export const minorHits = (hits: readonly CrisisHit[]): readonly CrisisHit[] =>
  hits.filter(({ label, hard }) => label === 'minor' && hard)

/**
 * The answer that such words give to the question whom this is about. An age that is also another's
 * ("my daughter is twelve": both the rule for relatives and the one for a bare age fire) is the
 * other's. A child that names its class and no age gets the oldest answer that means under 18: it
 * claims least, and what is said then is said to the child itself. Nothing where no answer fits.
 */
export const minorOption = (flow: Flow, step: Step, hits: readonly CrisisHit[]): Option | undefined => {
  const minor = minorHits(hits)
  const options = optionsOf(step)
  const others = minor.filter(({ about }) => about === 'other')
  const own = minor.filter(({ about }) => about === 'self')
  const age = own
    .map(({ detail }) => detail?.age)
    .find((one) => one !== undefined && !others.some(({ detail }) => detail?.age === one))
  if (age !== undefined)
    return options.find(({ range }) => range !== undefined && age >= range[0] && age <= range[1])
  if (others.length > 0) return options.find(({ id }) => id === flow.adult.other)
  if (own.length === 0) return undefined
  const young = options.filter(({ id, range }) => range !== undefined && !flow.adult.options.includes(id))
  return young.toSorted((a, b) => (b.range?.[1] ?? 0) - (a.range?.[1] ?? 0))[0]
}

/** Somebody under 18, the writer or another. */
export const isMinorOption = ({ adult }: Flow, { id, range }: Option): boolean =>
  id === adult.other || (range !== undefined && !adult.options.includes(id))

/** "Me, 13-15", as it stands on the button; bare numbers are those of any question. */
export const namedMinor = (flow: Flow, step: Step, text: string): Option | undefined => {
  const folded = /\p{L}/u.test(text) ? foldShort(text) : undefined
  const id = folded === undefined ? undefined : optionNamed(flow, optionsOf(step), folded)
  const option = optionsOf(step).find((one) => one.id === id)
  return option !== undefined && isMinorOption(flow, option) ? option : undefined
}

/**
 * The answer of who says in their own words that they are under 18, surely enough to go before an adult's age
 * that was tapped: an age, or a class at school or "I am a minor" without one.
 */
export const ownMinorOption = (
  flow: Flow,
  step: Step,
  { text, hits, now }: { readonly text: string; readonly hits: readonly CrisisHit[]; readonly now: Instant },
): Option | undefined => {
  const label = namedMinor(flow, step, text)
  if (label !== undefined) return label
  const age = readOwnMinorAge(text, now)
  const isYoung = ({ id, range }: Option): boolean => range !== undefined && !flow.adult.options.includes(id)
  const young = optionsOf(step)
    .filter(isYoung)
    .toSorted((a, b) => (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0))
  if (age !== undefined) return young.find(({ range }) => range !== undefined && age <= range[1])
  if (readAge(text, now) !== undefined) return undefined
  const told = minorHits(hits)
  // "My daughter is in grade 8": the class is hers.
  if (told.some(({ about }) => about === 'other')) return undefined
  const ageless = told.filter(({ about, detail }) => about === 'self' && detail?.age === undefined)
  return ageless.length === 0 ? undefined : minorOption(flow, step, ageless)
}
