import type { CrisisHit } from '../../base/danger.ts'
import type { Instant } from '../../base/units.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import type { KnownCrisis } from '../../model/conversation.ts'
import type { Option, Step } from '../../model/flow.ts'
import { readTime } from '../../text/time.ts'
import type { Pick as Picked } from './pick.ts'
import { optionsOf } from './steps.ts'
import type { Turn } from './turn.ts'
import { LONGEST_COMMAND } from './words.ts'

const HOUR = 3_600_000
/** A time that is further off says nothing about hours. */
const DAY = 24

/**
 * Hits of a time limit that names a clock ("before ten tonight") or a day with the hours that are
 * left until then, as rules that know no clock cannot say. What the sentence leaves open stays
 * open.
 */
export const withHoursLeft = (
  hits: readonly CrisisHit[],
  text: string,
  now: Instant,
): readonly CrisisHit[] => {
  /** Several rules are met by one sentence, which is read once. */
  const read = new Map<string, number>()
  const hoursIn = (sentence: string): number => {
    const known = read.get(sentence)
    if (known !== undefined) return known
    const at = readTime(sentence, now)
    const hours = at === undefined ? 0 : (at - now) / HOUR
    read.set(sentence, hours)
    return hours
  }
  return hits.map((hit) => {
    if (hit.label !== 'deadline' || hit.detail?.hours !== undefined) return hit
    const hours = hoursIn(text.slice(hit.start, hit.end))
    return hours > 0 && hours <= DAY ? { ...hit, detail: { ...hit.detail, hours } } : hit
  })
}

/** Which option a time limit so many hours away is. */
const optionWithin = (step: Step, hours: number): Option | undefined =>
  optionsOf(step).find(({ within }) => within !== undefined && hours >= within[0] && hours <= within[1])

/**
 * The option of a question for the time limit that a limit heard in the words is ("he posts them
 * tomorrow"): a time alone is none, since stories name times of all kinds. Nothing where none was
 * surely heard, or it names no time.
 */
export const limitHeard = (turn: Turn, step: Step, text: string): Option | undefined => {
  if (!optionsOf(step).some(({ within }) => within !== undefined)) return undefined
  const { hits = [], now } = turn.context
  const isLimit = ({ label, hard, about }: KnownCrisis): boolean =>
    label === 'deadline' && hard && about === 'self'
  const here = hits.filter(isLimit)
  const story = turn.state.answers[turn.flow.story.step]
  // The story that was told before agreeing is read when there is a yes: what it held is known by then.
  const isStory = story?.kind === 'text' && story.text === text
  const heard: readonly KnownCrisis[] = here.length > 0 || !isStory ? here : turn.state.crisis.filter(isLimit)
  const named = heard.flatMap(({ detail }) => detail?.hours ?? [])
  if (named.length > 0) return optionWithin(step, Math.min(...named))
  const [first] = here
  const at = first === undefined ? undefined : readTime(text.slice(first.start, first.end), now)
  return at === undefined || at <= now ? undefined : optionWithin(step, (at - now) / HOUR)
}

/** "In three days" where it is asked how soon. Only of a short answer: a story names times of all kinds. */
export const pickTime = (step: Step, text: Untrusted, now: Instant): Picked | undefined => {
  const options = optionsOf(step)
  if (text.length > LONGEST_COMMAND || !options.some(({ within }) => within !== undefined)) return undefined
  const at = readTime(text, now)
  const option = at === undefined ? undefined : optionWithin(step, Math.max(0, at - now) / HOUR)
  return option === undefined ? undefined : { options: [option.id] }
}
