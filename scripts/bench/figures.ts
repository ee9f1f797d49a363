/** What a bench is asked for. */
export type Given = {
  /** Little of everything, in seconds: whether a bench runs, not what it would find. */
  readonly smallest: boolean
  /** The folder of a bench that asks for files of its own. */
  readonly dir: string
  readonly cases?: number
  readonly each?: boolean
}

let told: (part: string) => void = () => undefined
let mark: Readonly<Record<string, unknown>> = {}

/** Once, before a bench: who is told which part begins, and what stands on every line of figures. */
export const setUp = (tell: typeof told, { smallest }: Pick<Given, 'smallest'>): void => {
  told = tell
  mark = smallest ? { smallest } : {}
}

/** Says what begins now: it is what hung where the limit of a bench is passed. */
export const part = (name: string): void => told(name)

/** A line of figures. Those of the smallest size say so, and judge nothing. */
export const print = (line: Readonly<Record<string, unknown>>): void =>
  void process.stdout.write(`${JSON.stringify({ ...line, ...mark })}\n`)

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

export const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0

export const median = (values: readonly number[]): number => quantile(values, 0.5)
