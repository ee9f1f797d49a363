/**
 * What template/monthly.typ sets. `L` is a line of words: as it is worded, then as pieces that each
 * keep their direction (../text.ts).
 */
export type Figure<L> = { readonly text: L; readonly hidden: boolean }

/** `length`: part of the longest of its chart; nothing where it has none, also where the number is hidden. */
export type Bar<L> = Figure<L> & { readonly length: number | null }

export type Bars<L> = {
  readonly title: L
  readonly rows: readonly { readonly name: L; readonly bar: Bar<L> }[]
  /** Said where there is no row. */
  readonly none: L
}

export type Table<L> = {
  readonly title: L
  readonly head: readonly L[]
  readonly rows: readonly (readonly Figure<L>[])[]
  readonly none: L
  readonly note: L | null
}

export type Sheet<L> = {
  readonly organisation: L
  readonly title: L
  readonly month: L
  readonly span: L
  readonly made: L
  /** What has to be known before any number is read. */
  readonly notices: readonly L[]
  /** Nothing where no case was opened: then no figure stands on it. */
  readonly short: {
    readonly title: L
    readonly rows: readonly {
      readonly figure: Figure<L>
      readonly label: L
      readonly change: L | null
      readonly before: L | null
    }[]
  } | null
  readonly urgency: {
    readonly title: L
    readonly head: readonly L[]
    readonly rows: readonly {
      readonly name: L
      readonly target: L
      readonly cases: Bar<L>
      readonly soon: Bar<L>
      readonly half: Figure<L>
    }[]
    readonly note: L | null
  } | null
  readonly weeks: Bars<L> | null
  readonly bars: readonly Bars<L>[]
  readonly money: Table<L> | null
  readonly networks: Table<L>
  readonly limits: { readonly title: L; readonly points: readonly L[] }
}

/** A sheet with what the file says of itself. */
export type MonthlyDocument = {
  readonly lang: string
  readonly rtl: boolean
  /** Of the file, and at the foot of each page. */
  readonly title: string
  readonly author: string
  /** Seconds since 1970, of the file. */
  readonly seconds: number
  readonly sheet: Sheet<string>
}
