import type { KeyObject } from 'node:crypto'
import { hash } from 'node:crypto'
import { isFailure } from '../../core/base/failure.ts'
import type { CaseId, Sha256Hex } from '../../core/base/ids.ts'
import type { CaseSealer, KeyStore, Sealer } from '../../core/ports/sealer.ts'
import { makeCaseKeys } from './case-keys.ts'
import type { MasterKey } from './master-key.ts'
import { openPiece, sealPiece } from './piece.ts'
import { openSecrets, type Secrets } from './secrets.ts'
import { openStream, sealStream } from './stream.ts'

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

/** Seals as `newest` does, and opens what either of the two sealed. */
const withFormer = (newest: CaseSealer, former: CaseSealer): CaseSealer => ({
  ...newest,
  open: (context, sealed) => {
    try {
      return newest.open(context, sealed)
    } catch (error) {
      if (!isFailure(error, 'seal_broken')) throw error
    }
    return former.open(context, sealed)
  },
  openStream: async function* (objectId, source, range) {
    let begun = false
    try {
      for await (const chunk of newest.openStream(objectId, source, range)) {
        begun = true
        yield chunk
      }
      return
    } catch (error) {
      // What opened once was sealed with this key, and is broken further on.
      if (begun || !isFailure(error, 'seal_broken')) throw error
    }
    yield* former.openStream(objectId, source, range)
  },
})

/**
 * Seals with AES-256-GCM of node:crypto under keys that `secrets` open. `isNew`: whether nothing
 * was sealed for a case yet, see makeCaseKeys.
 */
export const makeSealer = (
  secrets: Secrets,
  keys: KeyStore,
  isNew?: (caseId: CaseId) => Promise<boolean>,
): Sealer => {
  const caseKeys = makeCaseKeys(secrets.of('wrap'), keys, isNew)
  const transit = [secrets.of('transit'), ...secrets.formerTransit]
    .map((key) => makeCaseSealer(() => key))
    .reduceRight((former, newest) => withFormer(newest, former))
  return {
    forCase: async (caseId) => {
      const key = await caseKeys.of(caseId)
      return makeCaseSealer(key.take)
    },
    transit,
    destroy: caseKeys.destroy,
    sha256: (sealed) => hash('sha256', sealed, 'hex') as Sha256Hex,
  }
}

/**
 * The same from the master key. Checks first that it is the master key of `keys`, and writes
 * nothing where it is not. Throws `master_key_wrong`, and what `keys` throws.
 */
export const openSealer = async (parts: {
  readonly masterKey: MasterKey
  readonly keys: KeyStore
}): Promise<Sealer> => makeSealer(await openSecrets(parts), parts.keys)
