import type { KeyObject } from 'node:crypto'
import { hash } from 'node:crypto'
import { Failure, isFailure } from '../../core/failure.ts'
import type { Sha256Hex } from '../../core/ids.ts'
import type { CaseSealer, KeyStore, Sealer } from '../../core/ports/sealer.ts'
import { makeCaseKeys } from './case-keys.ts'
import type { MasterKey } from './master-key.ts'
import { openPiece, sealPiece } from './piece.ts'
import { openStream, sealStream } from './stream.ts'
import { deriveSubkey } from './subkey.ts'

const CHECK_CONTEXT = 'master-key-check'

const makeCaseSealer = (take: () => KeyObject): CaseSealer => ({
  seal: (context, value) => {
    // Undefined for a function or for undefined itself, whatever the library's type says.
    const text = JSON.stringify(value) as string | undefined
    if (text === undefined) throw new TypeError('only a JSON value can be sealed')
    return sealPiece(take(), context, Buffer.from(text, 'utf8'))
  },
  open: (context, sealed) => {
    const text = openPiece(take(), context, sealed).toString('utf8')
    return JSON.parse(text) as unknown
  },
  sealStream: (objectId, plain) => sealStream(take(), objectId, plain),
  openStream: (objectId, source, range) => openStream(take(), objectId, source, range),
})

const checkMasterKey = async (master: MasterKey, keys: KeyStore): Promise<void> => {
  const checkKey = deriveSubkey(master, 'check')
  const kept = await keys.check(() => sealPiece(checkKey, CHECK_CONTEXT, Buffer.from('amin', 'latin1')))
  try {
    openPiece(checkKey, CHECK_CONTEXT, kept)
  } catch (error) {
    throw isFailure(error, 'seal_broken') ? new Failure('master_key_wrong', undefined, error) : error
  }
}

/**
 * Seals with AES-256-GCM of node:crypto under keys that `masterKey` opens. Checks first that it is the master key of `keys`, and writes
 * nothing where it is not. Throws `master_key_wrong`, and what `keys` throws.
 */
export const openSealer = async ({ masterKey, keys }: { readonly masterKey: MasterKey; readonly keys: KeyStore }): Promise<Sealer> => {
  await checkMasterKey(masterKey, keys)
  const caseKeys = makeCaseKeys(deriveSubkey(masterKey, 'wrap'), keys)
  const transitKey = deriveSubkey(masterKey, 'transit')
  return {
    forCase: async (caseId) => {
      const key = await caseKeys.of(caseId)
      return makeCaseSealer(key.take)
    },
    transit: makeCaseSealer(() => transitKey),
    destroy: caseKeys.destroy,
    sha256: (sealed) => hash('sha256', sealed, 'hex') as Sha256Hex,
  }
}
