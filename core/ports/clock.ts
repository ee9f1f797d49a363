import type { Instant } from '../base/units.ts'

/** The only source of time (law 11). May step backwards; nothing may depend on it for order. */
export type Clock = { readonly now: () => Instant }
