import { after, hours, type Instant, type Ms } from '../base/units.ts'
import type { Severity } from '../base/severity.ts'
import type { Wait } from './wait.ts'

/**
 * Who is called: the team again, who supervises it, or somebody outside who is on duty
 * (bots/amin/README.md, Urgency).
 */
export type PageTo = 'team' | 'supervisor' | 'external'

/**
 * How soon a person must answer, and who is called while nobody does. Times count from when the
 * wait at this severity began.
 */
export type Target = {
  /** Until the first words of a person. */
  readonly reply: Ms
  /** Instead, where the wait began at night. */
  readonly replyAtNight?: Ms
  /** In order of time. At least one. */
  readonly pages: readonly { readonly after: Ms; readonly to: PageTo }[]
  /**
   * After the last of them the same is called again: first after `every`, then after twice that and
   * so on, never rarer than `most`.
   */
  readonly again: { readonly every: Ms; readonly most: Ms }
}

export type Targets = Readonly<Record<Severity, Target>> & {
  /** Full hours in Baghdad, the first included, the last not; may go over midnight. */
  readonly night: { readonly from: number; readonly to: number }
}

/** Iraq keeps UTC+3 all year, see core/text/time. */
export const BAGHDAD = hours(3)
const HOURS_A_DAY = 24

export const isNight = ({ night }: Targets, at: Instant): boolean => {
  const hour = Math.floor((at + BAGHDAD) / hours(1)) % HOURS_A_DAY
  return night.from <= night.to
    ? hour >= night.from && hour < night.to
    : hour >= night.from || hour < night.to
}

/** When the first words of a person are due. A raise brings it forward and never puts it off. */
export const replyDue = (targets: Targets, wait: Wait): Instant => {
  const due = wait.marks.map(({ at, severity }) => {
    const { reply, replyAtNight } = targets[severity]
    return after(at, isNight(targets, at) ? (replyAtNight ?? reply) : reply)
  })
  return Math.min(...due) as Instant
}

/** How long after the last listed page the `n`th repeat comes, from 1. */
const repeatsLast = ({ every, most }: Target['again'], n: number): number => {
  let length = 0
  let gap: number = every
  for (let i = 0; i < n; i += 1) {
    if (gap >= most) return length + (n - i) * most
    length += gap
    gap *= 2
  }
  return length
}

/** The page of ordinal `step`, from 0. There is always a next one: nobody who waits is forgotten. */
export const pageOf = (
  targets: Targets,
  wait: Wait,
  step: number,
): { readonly at: Instant; readonly to: PageTo } => {
  const { at, severity } = wait.marks.at(-1) ?? { at: 0 as Instant, severity: 'P4' }
  const { pages, again } = targets[severity]
  const listed = pages[Math.min(step, pages.length - 1)] ?? { after: again.every, to: 'team' }
  const length = listed.after + repeatsLast(again, Math.max(0, step - pages.length + 1))
  return { at: (at + length) as Instant, to: listed.to }
}
