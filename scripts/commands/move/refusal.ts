/** Why a migration goes no further: each line for the operator, none with an address. */
export class Refusal extends Error {
  readonly lines: readonly string[]
  constructor(...lines: readonly string[]) {
    super(lines[0])
    this.name = 'Refusal'
    this.lines = lines
  }
}

/** Lines shown of faults of one kind; the rest is counted. */
const SHOWN = 20

export const refuseFaults = (faults: readonly string[], what: string): void => {
  if (faults.length === 0) return
  const more = faults.length > SHOWN ? [`and ${faults.length - SHOWN} more`] : []
  throw new Refusal(...faults.slice(0, SHOWN), ...more, what)
}
