import type { DeskAgent } from '../base/member.ts'

/**
 * Cases an agent must never see: of their own district, or of people who may be their own family
 * (bots/amin/README.md, Urgency). They say so themselves.
 */
export type Conflict = {
  /** Options of the flow's question for the region (core/model/roles.ts). */
  readonly governorates: readonly string[]
  /** Family names, as they are spelled in Arabic, Kurdish or Latin letters. */
  readonly names: readonly string[]
}

/**
 * What the operator said of members of the team. Who is not known there (a machine's key, a name
 * without an address) is not limited.
 */
export type Roster = {
  readonly conflictOf: (agent: DeskAgent) => Conflict | undefined
  /** Nothing where nobody said who is a woman: then a wish for one holds nobody back. */
  readonly isWoman: (agent: DeskAgent) => boolean | undefined
}
