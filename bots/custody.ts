import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { openCheckpointKey } from '../adapters/crypto/checkpoint-key.ts'
import type { CustodyPorts } from '../core/custody/checkpoint.ts'
import { readPublicKey, writePublicKey } from '../core/custody/note.ts'
import { Failure } from '../core/base/failure.ts'
import type { Hasher } from '../core/ports/hasher.ts'
import { hours } from '../core/base/units.ts'
import type { DeedLog } from '../core/ports/witness.ts'
import { openWitness } from '../adapters/crypto/witness.ts'
import type { Config } from './config.ts'
import type { Operator } from './operator.ts'

/**
 * Public keys that this Amin signs with or once did, the newest last: what `amin checkpoint verify`
 * trusts. Nothing secret.
 */
const publicKeyFile = ({ dataDir }: Config): string => join(dataDir, 'checkpoint.pub')

/** How `writePublicKey` begins a key. */
const EACH = /(?=^amin\/[0-9a-f]{16}\+)/m

/** The public keys that are known here, the newest last; what cannot be read is passed over. */
export const knownKeys = (config: Config, hasher: Hasher): readonly Uint8Array[] => {
  const file = publicKeyFile(config)
  const text = existsSync(file) ? readFileSync(file, 'latin1') : ''
  return text.split(EACH).flatMap((each) => readPublicKey(hasher, each) ?? [])
}

/** Adds the key where it is not the newest. The file is replaced whole: it is never seen half written. */
const keepPublicKey = (config: Config, hasher: Hasher, publicKey: Uint8Array): void => {
  const known = knownKeys(config, hasher)
  const newest = known.at(-1)
  if (newest !== undefined && Buffer.compare(newest, publicKey) === 0) return
  const others = known.filter((key) => Buffer.compare(key, publicKey) !== 0)
  const file = publicKeyFile(config)
  const draft = `${file}.${randomUUID()}.tmp`
  try {
    writeFileSync(draft, [...others, publicKey].map((key) => writePublicKey(hasher, key)).join(''), {
      mode: 0o644,
    })
    renameSync(draft, file)
  } catch (error) {
    throw new Failure('data_unwritable', 'checkpoint.pub cannot be written to AMIN_DATA', error)
  }
}

/** What reads time stamps is loaded where an authority is named. */
const openAnchors = async (
  named: NonNullable<Operator['anchors']>,
  clock: CustodyPorts['clock'],
): Promise<CustodyPorts['anchors']> => {
  if (named.length === 0) return []
  const { openAnchor } = await import('../adapters/anchor/index.ts')
  return named.map(({ id, url, certificates, everyHours }) =>
    openAnchor({ id, url, certificates, every: hours(everyHours), clock }),
  )
}

/** The list of erasures, as it is called wherever it lies. */
export const ERASURES = 'erasures.list'

/** As `amin` opens it: with what is kept apart, which every process has. */
export type Custody = CustodyPorts & { readonly witness: ReturnType<typeof openWitness> }

/**
 * The key that signs, made at the first start, the authorities that the operator named, and what is
 * kept apart from the store. Throws `settings_invalid`, `data_unwritable`, `disk_full`.
 */
export const openCustody = async (
  config: Config,
  operator: Operator,
  { store, hasher, clock, log }: Pick<CustodyPorts, 'store' | 'hasher' | 'clock' | 'log'>,
  deeds: DeedLog,
): Promise<Custody> => {
  const signer = await openCheckpointKey(config.checkpointKeyFile)
  keepPublicKey(config, hasher, signer.publicKey)
  const anchors = await openAnchors(operator.anchors ?? [], clock)
  const witness = openWitness({
    markFile: join(config.witnessDir, 'checkpoint.highest'),
    erasureFiles: [...new Set([config.witnessDir, config.dataDir])].map((dir) => join(dir, ERASURES)),
    signer,
    keys: () => [signer.publicKey, ...knownKeys(config, hasher)],
    hasher,
    log,
  })
  return { store, hasher, clock, log, signer, anchors, witness, deeds }
}
