import type { AgentId } from './ids.ts'

/**
 * `email`: where it is known, what the operator said of this member of the team holds
 * (core/ports/roster). `teams`: those they are of; nothing where they are of every one
 * (core/policy/visibility/sight).
 */
export type DeskAgent = {
  readonly id: AgentId
  readonly alias: string
  readonly email?: string
  readonly teams?: readonly string[]
}

/** What an account is called that nobody gave a name, folded. */
const FUNCTIONS: ReadonlySet<string> = new Set(['', 'admin', 'administrator'])

/** A name as a person reads it; nothing where it is a function, which tells nobody who is there. */
export const nameOfPerson = (alias: string): string | undefined =>
  FUNCTIONS.has(alias.trim().toLowerCase()) ? undefined : alias
