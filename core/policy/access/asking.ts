import { after, hours, minutes, type Instant, type Ms } from '../../base/units.ts'
import { type AccessState, type Asked } from '../../model/access.ts'

/**
 * How long a question of core/services/access waits: a word said next day is no PIN, and a "1" then
 * erases nothing.
 */
const PATIENCE = minutes(15)
/** Whether we may ask later how it is harms nobody, and may be read the next day. */
const LONGER: Readonly<Partial<Record<Asked, Ms>>> = { 'check-in': hours(48) }

export const askingNow = ({ asking }: AccessState, now: Instant): AccessState['asking'] =>
  asking !== undefined && now < after(asking.at, LONGER[asking.what] ?? PATIENCE) ? asking : undefined

/** Where an answer is kept from everybody. */
const IN_SECRET: ReadonlySet<Asked> = new Set<Asked>([
  'pin',
  'decoy',
  'duress',
  'return-pin',
  'show',
  'change',
])

export const isSecretAsked = (what: Asked): boolean => IN_SECRET.has(what)
