import { seconds } from '../../base/units.ts'

/**
 * How long a certificate stands in a chat that it can be taken back from: long enough to read or to
 * copy it.
 */
export const SHOWN_FOR = seconds(60)
