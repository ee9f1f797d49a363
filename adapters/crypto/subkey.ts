import { createSecretKey, hkdfSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { HashPurpose } from '../../core/ports/hasher.ts'
import type { MasterKey } from './master-key.ts'

/** `wrap` for case keys, `sign-in` for the console's cookies and second factors, `transit` for what has no case yet, `check` to tell the right master key, `pins` for what people come back with, `migration` to sign what a move of the store came to, `whatsapp` for the session of a linked device, `hash:*` for look-ups. */
export type SubkeyPurpose = 'wrap' | 'transit' | 'check' | 'sign-in' | 'pins' | 'migration' | 'whatsapp' | `hash:${HashPurpose}`

/**
 * HKDF-SHA-256 without salt (RFC 5869, 3.1: the master key is uniform already), 32 bytes. The info string is part of the stored format:
 * another one opens nothing that exists.
 */
export const deriveSubkey = (master: MasterKey, purpose: SubkeyPurpose): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `amin/v1/${purpose}`, 32)))
