/**
 * What template/report.typ sets: the shape of its data. A piece of a line is a string in the
 * direction of its paragraph, or a run that keeps its own, left to right: `l` Latin, `whole` where
 * a line may not end in it, `m` in typewriter letters, `h` a hash in groups, `c` a code in the
 * place of a sign.
 */
export type ReportPiece =
  | string
  | { readonly l: string; readonly whole?: true }
  | { readonly m: string }
  | { readonly h: readonly string[] }
  | { readonly c: string }

export type Paragraph = { readonly t: readonly ReportPiece[]; readonly lang: string; readonly rtl: boolean }

/** What we word: in Arabic and in the second language of the report. */
export type Words = { readonly a: Paragraph; readonly b: Paragraph }
export type Prose = { readonly a: readonly Paragraph[]; readonly b: readonly Paragraph[] }

export type Value =
  | readonly ReportPiece[]
  | ({ readonly kind: 'words'; readonly wide: boolean } & Words)
  | ({ readonly kind: 'said' } & Paragraph)
  | { readonly kind: 'paras'; readonly list: readonly Paragraph[] }
  | { readonly kind: 'lines' | 'row' | 'near'; readonly list: readonly Value[] }

export type Row = { readonly label: Words; readonly value: Value }

export type Part =
  | { readonly kind: 'section'; readonly words: Words; readonly fresh: boolean }
  | { readonly kind: 'subsection'; readonly words: Words }
  | { readonly kind: 'prose' | 'note'; readonly words: Prose }
  | { readonly kind: 'words'; readonly list: readonly Paragraph[] }
  | { readonly kind: 'question'; readonly words: Words; readonly at: Value }
  | { readonly kind: 'fields'; readonly rows: readonly Row[]; readonly dense?: true }
  /** `columns`: shares of the width, 0 as wide as what stands in it. */
  | {
      readonly kind: 'table'
      readonly columns: readonly number[]
      readonly head: readonly Words[]
      readonly rows: readonly (readonly Value[])[]
    }
  | { readonly kind: 'points'; readonly items: readonly Prose[] }
  | {
      readonly kind: 'message'
      readonly who: 'person' | 'bot' | 'agent'
      readonly meta: Value
      readonly body: readonly Paragraph[]
      readonly notes: readonly Value[]
    }
  | {
      readonly kind: 'exhibit'
      readonly id: string
      readonly name: Value
      readonly picture: { readonly file: string; readonly alt: string; readonly note: Words } | null
      readonly rows: readonly Row[]
    }
  | { readonly kind: 'commands'; readonly lines: readonly string[] }
  | { readonly kind: 'sign'; readonly words: Words; readonly text: Prose; readonly lines: readonly Words[] }

export type Document = {
  readonly title: string
  readonly author: string
  readonly code: string
  readonly key: string
  readonly header: Value
  readonly cover: {
    readonly title: Words
    readonly rows: readonly Row[]
    readonly confidential: Prose
    readonly contents: Words
  }
  readonly parts: readonly Part[]
}
