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
