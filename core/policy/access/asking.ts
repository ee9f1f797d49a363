import { after, minutes, type Instant } from '../../base/units.ts'
import { type AccessState, type Asked } from '../../model/access.ts'

/**
 * How long a question of core/services/access waits: a word said next day is no PIN, and a "1" then
 * erases nothing.
 */
const PATIENCE = minutes(15)

export const askingNow = ({ asking }: AccessState, now: Instant): AccessState['asking'] =>
  asking !== undefined && now < after(asking.at, PATIENCE) ? asking : undefined

/** Where an answer is kept from everybody. */
const IN_SECRET: ReadonlySet<Asked> = new Set<Asked>(['pin', 'decoy', 'duress', 'return-pin', 'show'])

export const isSecretAsked = (what: Asked): boolean => IN_SECRET.has(what)
