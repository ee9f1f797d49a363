import { createSecretKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { Failure } from '../../core/base/failure.ts'
import type { KeyStore } from '../../core/ports/sealer.ts'
import type { MasterKey } from './master-key.ts'
import { sealPiece, tryPiece } from './piece.ts'
import { deriveSubkey, type LastingPurpose, type SubkeyPurpose } from './subkey.ts'

/** What everything is sealed and looked up with. */
export type Secrets = {
  readonly of: (purpose: SubkeyPurpose) => KeyObject
  /**
   * Transit keys of earlier master keys, the newest first: what waited when they were rotated opens
   * with them. Nothing is sealed with them.
   */
  readonly formerTransit: readonly KeyObject[]
}

/** Of a store whose master key was never rotated. */
const CHECK_CONTEXT = 'master-key-check'
/**
 * Another context than before the first rotation: a program that knows of none must not take the
 * new key and look things up with what it derives.
 */
const INHERITED_CONTEXT = 'master-key-inherited'

/** Complete by its type: a purpose that is left out here would change with the master key. */
const LASTING: Readonly<Record<LastingPurpose, true>> = {
  'sign-in': true,
  pins: true,
  migration: true,
  whatsapp: true,
  'hash:chat': true,
  'hash:inbound': true,
  'hash:identifier': true,
  'hash:session': true,
  'hash:address': true,
  'hash:word': true,
  'hash:script': true,
}

/**
 * What the check value of a rotated store holds, base64. The derived keys, never the master key
 * that they came from: who has the new key and the key store must not be able to open an older copy
 * of the key store, in which cases stand that were erased since.
 */
type Inherited = {
  readonly v: 1
  readonly lasting: Readonly<Record<string, string>>
  readonly transit: readonly string[]
}

const NOTHING: Inherited = { v: 1, lasting: {}, transit: [] }

const keyOf = (text: string): KeyObject => createSecretKey(text, 'base64')
const textOf = (key: KeyObject): string => key.export().toString('base64')

const makeSecrets = (master: MasterKey, { lasting, transit }: Inherited): Secrets => {
  // A purpose that is younger than the last rotation hangs on the key of today, and is inherited by the next.
  const inherited = new Map(Object.entries(lasting).map(([purpose, text]) => [purpose, keyOf(text)]))
  return {
    of: (purpose) => inherited.get(purpose) ?? deriveSubkey(master, purpose),
    formerTransit: transit.map(keyOf),
  }
}

/** Of a master key that was never rotated. */
export const deriveSecrets = (master: MasterKey): Secrets => makeSecrets(master, NOTHING)

/** What `check`, the check value of a key store, says to its master key; nothing to any other. */
export const readCheck = (master: MasterKey, check: Uint8Array): Secrets | undefined => {
  const key = deriveSubkey(master, 'check')
  if (tryPiece(key, CHECK_CONTEXT, check) !== undefined) return deriveSecrets(master)
  const inherited = tryPiece(key, INHERITED_CONTEXT, check)
  return inherited === undefined
    ? undefined
    : makeSecrets(master, JSON.parse(inherited.toString('utf8')) as Inherited)
}

/**
 * The check value of a key store that `master` opens from now on, with what it needs of the
 * `former` secrets.
 */
export const sealInherited = (master: MasterKey, former: Secrets): Uint8Array => {
  const inherited: Inherited = {
    v: 1,
    lasting: Object.fromEntries(
      Object.keys(LASTING).map((purpose) => [purpose, textOf(former.of(purpose as LastingPurpose))]),
    ),
    transit: [former.of('transit'), ...former.formerTransit].map(textOf),
  }
  return sealPiece(
    deriveSubkey(master, 'check'),
    INHERITED_CONTEXT,
    Buffer.from(JSON.stringify(inherited), 'utf8'),
  )
}

/**
 * Throws `master_key_wrong` where `masterKey` is not that of `keys`, and writes nothing then; and
 * what `keys` throws.
 */
export const openSecrets = async ({
  masterKey,
  keys,
}: {
  readonly masterKey: MasterKey
  readonly keys: KeyStore
}): Promise<Secrets> => {
  const kept = await keys.check(() =>
    sealPiece(deriveSubkey(masterKey, 'check'), CHECK_CONTEXT, Buffer.from('amin', 'latin1')),
  )
  const secrets = readCheck(masterKey, kept)
  if (secrets === undefined) throw new Failure('master_key_wrong')
  return secrets
}
