/**
 * What may be said in a log line: a fixed message, and fields from this list only. There is no
 * field for a person's words, name, number, handle or file name, and none may be added (law 8).
 */
export type LogFields = {
  readonly role?: string
  readonly channel?: string
  readonly account?: string
  readonly caseId?: string
  readonly inboundId?: string
  readonly outboxId?: string
  readonly jobId?: string
  readonly objectId?: string
  readonly agentId?: string
  readonly kind?: string
  readonly code?: string
  readonly status?: number
  readonly attempt?: number
  readonly count?: number
  readonly ms?: number
  readonly bytes?: number
  readonly port?: number
  readonly signal?: string
  /**
   * An error: its name, its code and our own stack lines are written; its message only where it is
   * a `Failure`.
   */
  readonly error?: unknown
}

/** `message` is a constant of the program, never built from data. */
export type Log = {
  readonly debug: (message: string, fields?: LogFields) => void
  readonly info: (message: string, fields?: LogFields) => void
  readonly warn: (message: string, fields?: LogFields) => void
  readonly error: (message: string, fields?: LogFields) => void
}
