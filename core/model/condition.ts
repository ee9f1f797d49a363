/** On answers given so far. A step without an answer is in no list of options. */
export type Condition =
  | { readonly step: string; readonly is: readonly string[] }
  | { readonly step: string; readonly answered: boolean }
  | { readonly step: string; readonly skipped: true }
  /** Own words of at least so many: who told much. */
  | { readonly step: string; readonly words: number }
  /** Any of these is a fact of the case, see core/policy/triage/facts.ts. */
  | { readonly fact: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
