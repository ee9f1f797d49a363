import { GraphFault, says } from './errors.ts'

/**
 * What is called. `messages` sends, `typing` marks as read, `media` gives an address, `file` the
 * bytes, `phone` tells about the number.
 */
export type Place = 'messages' | 'typing' | 'media' | 'file' | 'phone'

/**
 * How one call goes wrong. `reset_before` breaks the connection before anything is done,
 * `reset_after` when it was done.
 */
export type Fault =
  | { readonly kind: 'error'; readonly says: keyof typeof says; readonly retryAfter?: number }
  | { readonly kind: 'code'; readonly http: number; readonly code: number; readonly transient?: boolean }
  | { readonly kind: 'html'; readonly http: number; readonly retryAfter?: number }
  | { readonly kind: 'reset_before' }
  | { readonly kind: 'reset_after' }
  /** Never answered: the work is done first where `done` is set. */
  | { readonly kind: 'hang'; readonly done?: boolean }
  /** Done, but the answer stops in the middle of its JSON; and with an end that looks right. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'garbled' }
  /** Done, the answer comes a few bytes at a time. */
  | { readonly kind: 'drip' }
  | { readonly kind: 'delay'; readonly ms: number }

export type FaultRule = {
  readonly fault: Fault
  /** All where not said. */
  readonly place?: Place
  /** Only what goes to this person (phone or user id). */
  readonly to?: string
  /** Only the n-th matching call, counted from 1. */
  readonly nth?: number
  /** At most so many times. */
  readonly times?: number
  /** With this probability (seeded); always where not said. */
  readonly probability?: number
}

export type FaultHandle = { readonly hits: () => number; readonly clear: () => void }

export type Faults = {
  readonly add: (rule: FaultRule) => FaultHandle
  readonly next: (place: Place, to?: string) => Fault | undefined
  readonly clear: () => void
}

export const makeFaults = (random: () => number): Faults => {
  let rules: { readonly rule: FaultRule; seen: number; hits: number }[] = []
  const matches = (entry: (typeof rules)[number], place: Place, to: string | undefined): boolean => {
    const { rule } = entry
    if (rule.place !== undefined && rule.place !== place) return false
    if (rule.to !== undefined && rule.to !== to) return false
    entry.seen += 1
    if (rule.nth !== undefined && rule.nth !== entry.seen) return false
    if (rule.times !== undefined && entry.hits >= rule.times) return false
    return rule.probability === undefined || random() < rule.probability
  }
  return {
    add: (rule) => {
      const entry = { rule, seen: 0, hits: 0 }
      rules.push(entry)
      return {
        hits: () => entry.hits,
        clear: () => {
          rules = rules.filter((other) => other !== entry)
        },
      }
    },
    next: (place, to) => {
      const hit = rules.find((entry) => matches(entry, place, to))
      if (hit === undefined) return undefined
      hit.hits += 1
      return hit.rule.fault
    },
    clear: () => {
      rules = []
    },
  }
}

/** The fault as an answer of the API, where it is one. */
export const answerOf = (fault: Fault): GraphFault | undefined => {
  if (fault.kind === 'error') return says[fault.says]('a fault that was asked for')
  if (fault.kind === 'code')
    return new GraphFault(
      fault.http,
      fault.code,
      'A fault that was asked for',
      undefined,
      fault.transient === true,
    )
  return undefined
}
