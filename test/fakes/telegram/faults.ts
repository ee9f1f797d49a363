import { ApiFault, says } from './errors.ts'

/**
 * How one call goes wrong. `reset_before` breaks the connection before anything is done,
 * `reset_after` when it was done.
 */
export type Fault =
  | { readonly kind: '429'; readonly retry_after?: number }
  | { readonly kind: '500' }
  | { readonly kind: 'restart' }
  | { readonly kind: '502_html' }
  | { readonly kind: '401' }
  | { readonly kind: '403' }
  | { readonly kind: '409' }
  | { readonly kind: 'error'; readonly code: number; readonly description: string }
  | { readonly kind: 'reset_before' }
  | { readonly kind: 'reset_after' }
  /** Never answered: the work is done first where `done` is set. */
  | { readonly kind: 'hang'; readonly done?: boolean }
  /** Done, but the answer stops in the middle of its JSON. */
  | { readonly kind: 'cut' }
  /** Done, the answer comes a few bytes at a time. */
  | { readonly kind: 'drip' }
  | { readonly kind: 'delay'; readonly ms: number }

export type FaultRule = {
  readonly fault: Fault
  /** All methods where not said. */
  readonly method?: string
  /** All chats where not said. */
  readonly chat?: number
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
  readonly next: (method: string, chat: number | undefined) => Fault | undefined
  readonly clear: () => void
}

export const makeFaults = (random: () => number): Faults => {
  let rules: { readonly rule: FaultRule; seen: number; hits: number }[] = []
  const matches = (entry: (typeof rules)[number], method: string, chat: number | undefined): boolean => {
    const { rule } = entry
    if (rule.method !== undefined && rule.method !== method) return false
    if (rule.chat !== undefined && rule.chat !== chat) return false
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
    next: (method, chat) => {
      if (rules.length === 0) return undefined
      const hit = rules.find((entry) => matches(entry, method, chat))
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
export const answerOf = (fault: Fault): ApiFault | undefined => {
  switch (fault.kind) {
    case '429':
      return says.tooMany(fault.retry_after ?? 1)
    case '500':
      return says.internal()
    case 'restart':
      return says.restart()
    case '401':
      return says.unauthorised()
    case '403':
      return says.blocked()
    case '409':
      return says.otherPoller()
    case 'error':
      return new ApiFault(fault.code, fault.description)
    default:
      return undefined
  }
}
