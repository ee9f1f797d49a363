import { createSecretKey, hkdfSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { HashPurpose } from '../../core/ports/hasher.ts'
import type { MasterKey } from './master-key.ts'

/**
 * What a rotation of the master key leaves behind: `wrap` for case keys, `transit` for what has no
 * case yet, `check` to tell the right master key.
 */
type FleetingPurpose = 'wrap' | 'transit' | 'check'

/**
 * What outlives a rotation, since what is stored is found, or known again, by it alone: `sign-in`
 * for the console's cookies and second factors, `pins` for what people come back with, `migration`
 * to sign what a move of the store came to, `whatsapp` for the session of a linked device, `hash:*`
 * for look-ups.
 */
export type LastingPurpose = 'sign-in' | 'pins' | 'migration' | 'whatsapp' | `hash:${HashPurpose}`

export type SubkeyPurpose = FleetingPurpose | LastingPurpose

/**
 * HKDF-SHA-256 without salt (RFC 5869, 3.1: the master key is uniform already), 32 bytes. The info
 * string is part of the stored format: another one opens nothing that exists.
 */
export const deriveSubkey = (master: MasterKey, purpose: SubkeyPurpose): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `amin/v1/${purpose}`, 32)))
