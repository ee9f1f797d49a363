import type { Problem } from '../../contract/index.ts'

/**
 * Why a call failed. `code` is the server's stable code, `offline` where no answer came,
 * `unreadable` where the answer was none of ours (a proxy's page). The server's words are for
 * operators and never shown.
 */
export type Fault = {
  readonly status: number
  readonly code: string
  readonly holder?: string
  readonly version?: number
  /** Of a macro: the step that failed. */
  readonly step?: string
  /** From when on the same would be done, as the server's clock tells it. */
  readonly until?: string
  /** Which field of a setting cannot be so, and why. */
  readonly faults?: NonNullable<Problem['faults']>
  /** Seconds to wait, where the server says so. */
  readonly retryAfter?: number
}

export class ApiFault extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.code)
    this.name = 'ApiFault'
    this.fault = fault
  }
}

export const faultOf = (error: unknown): Fault =>
  error instanceof ApiFault ? error.fault : { status: 0, code: 'unexpected' }

export const isFault = (error: unknown, code: string): boolean =>
  error instanceof ApiFault && error.fault.code === code

const secondsOf = (answer: Response): number | undefined => {
  const header = answer.headers.get('retry-after') ?? answer.headers.get('x-retry-after')
  const seconds = header === null ? Number.NaN : Number.parseInt(header, 10)
  return Number.isFinite(seconds) ? seconds : undefined
}

/** Reads problem+json, and the `{ code }` that the sign-in library answers with. */
export const readFault = async (answer: Response): Promise<Fault> => {
  const body = (await answer.json().catch(() => undefined)) as Partial<Problem> | undefined
  const retryAfter = secondsOf(answer)
  return {
    status: answer.status,
    code: typeof body?.code === 'string' ? body.code.toLowerCase() : 'unreadable',
    ...(typeof body?.holder === 'string' ? { holder: body.holder } : {}),
    ...(typeof body?.version === 'number' ? { version: body.version } : {}),
    ...(typeof body?.step === 'string' ? { step: body.step } : {}),
    ...(typeof body?.until === 'string' ? { until: body.until } : {}),
    ...(Array.isArray(body?.faults) ? { faults: body.faults } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  }
}
