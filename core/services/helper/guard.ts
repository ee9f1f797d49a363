import type { Clock } from '../../ports/clock.ts'
import { silent, type Said, type Silence } from '../../ports/helper.ts'
import { after, hours, minutes, type Instant, type Ms } from '../../base/units.ts'

/** So many calls in a row that came to nothing, and the server is left alone for a while. */
const FAILURES_IN_A_ROW = 5
const LEFT_ALONE: Ms = minutes(5)
const BUDGET_SPAN: Ms = hours(1)

/** What the server is at fault for; a question that it would not or could not answer is none. */
const FAULTS: ReadonlySet<Silence> = new Set<Silence>([
  'late',
  'unreachable',
  'unauthorised',
  'busy',
  'too_large',
])

/**
 * `resting`: left alone after failures. `spent`: the budget of this hour is. `untried`: nothing was
 * asked since the start.
 */
export type HelperHealth = {
  readonly status: 'untried' | 'ready' | 'failing' | 'resting' | 'spent'
  /** Of the last call that came to nothing, while none succeeded since. */
  readonly why?: Silence
  readonly callsLastHour: number
  readonly budget: number
}

export type HelperFigures = {
  readonly said: number
  readonly none: Readonly<Partial<Record<Silence, number>>>
  readonly dropped: number
}

/**
 * Lets calls through as far as the operator's budget goes, and none to a server that fails. Of one
 * process: each has its own.
 */
export type Guard = {
  readonly run: <T>(call: () => Promise<Said<T>>) => Promise<Said<T>>
  /** Something that was said and did not hold: its quotation is not in the message. */
  readonly drop: (count: number) => void
  readonly health: () => HelperHealth
  readonly figures: () => HelperFigures
}

export const makeGuard = ({ now }: Clock, budget: number): Guard => {
  const calls: Instant[] = []
  const none: Partial<Record<Silence, number>> = {}
  let said = 0
  let dropped = 0
  let failures = 0
  let restsUntil: Instant | undefined
  let why: Silence | undefined
  /** One call tries whether the server is back; the others wait for what it finds. */
  let trying = false

  const recent = (): number => {
    const begin = now() - BUDGET_SPAN
    while (calls[0] !== undefined && calls[0] <= begin) calls.shift()
    return calls.length
  }
  const count = (reason: Silence): void => void (none[reason] = (none[reason] ?? 0) + 1)
  const refuse = (reason: Silence): ReturnType<typeof silent> => {
    count(reason)
    return silent(reason)
  }
  const settle = (outcome: Said<unknown>): void => {
    if (outcome.kind === 'none') count(outcome.why)
    else said += 1
    if (outcome.kind === 'none' && outcome.why === 'stopped') return
    if (outcome.kind === 'none' && FAULTS.has(outcome.why)) {
      failures += 1
      why = outcome.why
      if (failures >= FAILURES_IN_A_ROW) restsUntil = after(now(), LEFT_ALONE)
      return
    }
    failures = 0
    why = undefined
    restsUntil = undefined
  }
  const rests = (): boolean => restsUntil !== undefined && (trying || now() < restsUntil)

  return {
    run: async (call) => {
      if (rests()) return refuse('unreachable')
      if (recent() >= budget) return refuse('budget')
      calls.push(now())
      trying = restsUntil !== undefined
      try {
        const outcome = await call()
        settle(outcome)
        return outcome
      } finally {
        trying = false
      }
    },
    drop: (number) => void (dropped += number),
    health: () => {
      const callsLastHour = recent()
      const rest = { callsLastHour, budget, ...(why === undefined ? {} : { why }) }
      if (rests()) return { status: 'resting', ...rest }
      if (callsLastHour >= budget) return { status: 'spent', ...rest }
      if (why !== undefined) return { status: 'failing', ...rest }
      return { status: said === 0 ? 'untried' : 'ready', ...rest }
    },
    figures: () => ({ said, none: { ...none }, dropped }),
  }
}
