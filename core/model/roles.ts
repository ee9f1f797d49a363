import type { Ms } from '../base/units.ts'

/** Options of a step that mean one thing. */
export type Picked = { readonly step: string; readonly options: readonly string[] }

/** A square of a map: rows from north to south, columns from west to east, both from 1. */
export type Tile = { readonly row: number; readonly column: number }

/**
 * Which questions and options of a flow mean what the rest of the core has to know of a case: for
 * its urgency, for statistics, for who may see it and for what an agent should be ready for. The
 * core names no step by itself: what a flow does not declare is not known of its cases. `checkFlow`
 * refuses a role that names a step or an option that is not there.
 */
export type FlowRoles = {
  /**
   * Whose the case is and how old they are, beside `adult` of the flow. `other`: somebody else than
   * who writes.
   */
  readonly age?: {
    readonly step: string
    readonly under13: readonly string[]
    readonly minor: readonly string[]
    readonly other: readonly string[]
  }
  /** A time limit as an option: the time left at the longest, counted from the answer. */
  readonly limits?: readonly (Picked & { readonly left: Ms })[]
  /** Steps whose answer may be the moment at which a time limit ends. */
  readonly limitTimes?: readonly string[]
  /** Whether money was paid; `again`: more than once. */
  readonly paid?: { readonly step: string; readonly yes: string; readonly again: string; readonly no: string }
  /** Steps of kind `amount`: what is wanted and what was paid. */
  readonly sums?: { readonly demanded: string; readonly paid: string }
  /** Money is wanted. */
  readonly wantsMoney?: Picked
  /** From which amount in each currency a payment is a large one. */
  readonly large?: Readonly<Record<string, number>>
  /** Steps of kind `identifiers` that name the other side. */
  readonly contacts?: readonly string[]
  /** What the other side holds, and what it wants: counted by their options. */
  readonly material?: string
  readonly demand?: string
  /** Where the person lives: counted, and what an agent's conflict may name. */
  readonly region?: string
  /**
   * Where each option of `region` lies on a map of equal squares, for who looks at numbers: roughly, for a
   * true outline would make the largest province, and not the one with most cases, the loudest.
   */
  readonly regionTiles?: Readonly<Record<string, Tile>>
  /** Options that an agent should see before they open the case, in this order. */
  readonly weighs?: readonly Picked[]
  /** Who the person would rather speak with. */
  readonly wish?: { readonly step: string; readonly woman: string; readonly man: string }
  /** What an agent may want to be ready for. */
  readonly selfHarm?: readonly Picked[]
  readonly intimate?: readonly Picked[]
}
