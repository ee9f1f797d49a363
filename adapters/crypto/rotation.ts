import { Failure } from '../../core/base/failure.ts'
import type { CaseId } from '../../core/base/ids.ts'
import type { KeyStore } from '../../core/ports/sealer.ts'
import { rewrapCaseKey } from './case-keys.ts'
import { adoptComingKey, makeComingKey, readKeysOfRotation, type MasterKey } from './master-key.ts'
import { readCheck, sealInherited } from './secrets.ts'
import { deriveSubkey } from './subkey.ts'

export type Rotation = {
  /** Case keys under the new master key. */
  readonly cases: number
  /** Cases whose key opened with neither of the two; it stands as it was. */
  readonly broken: readonly CaseId[]
  /** The file in which the former master key is kept. */
  readonly old: string
}

export type RotationSteps = {
  /**
   * Asked once the master key proved to be the right one, before anything is changed: throws where
   * somebody works with the key store.
   */
  readonly whileItRests: () => Promise<void>
  /** Hears of each step after it was taken. */
  readonly show: (step: string) => void
}

type Stage = {
  readonly now: MasterKey
  readonly coming: MasterKey | undefined
  readonly kept: Uint8Array
  readonly under: Uint8Array | undefined
}

/** Where a rotation begins, or goes on. Throws where it must not: nothing was changed then. */
const readStage = async (file: string, keys: KeyStore): Promise<Stage> => {
  const { kept, coming: under } = await keys.checks()
  if (kept === undefined)
    throw new Failure(
      'settings_invalid',
      'there is no key store of Amin here whose master key could be rotated',
    )
  const { now, coming } = await readKeysOfRotation(file)
  const opens = (master: MasterKey | undefined, check: Uint8Array): boolean =>
    master !== undefined && readCheck(master, check) !== undefined
  if (under !== undefined && !opens(coming, under))
    throw new Failure(
      'rotation_interrupted',
      'on the machine where it was begun; the key that comes is not beside this master key file',
    )
  if (!opens(now, kept) && !opens(coming, kept)) throw new Failure('master_key_wrong')
  return { now, coming, kept, under }
}

/**
 * Puts every case key of `keys` under a new master key, and the new key in the place of `file`. The
 * new key is durable before anything is wrapped with it, and the old one is kept; interrupted at
 * any instant, nobody starts until this is called again, which ends it. Only while nobody else
 * works with `keys`. Throws `master_key_wrong`, `master_key_missing`, and what files and `keys`
 * throw.
 */
export const rotateMasterKey = async (
  file: string,
  keys: KeyStore,
  { whileItRests, show }: RotationSteps,
): Promise<Rotation> => {
  const { now, coming, kept, under } = await readStage(file, keys)
  await whileItRests()
  const to = coming ?? (await makeComingKey(file))
  show('the new key is kept')
  const broken = new Set<CaseId>()
  const former = readCheck(now, kept)
  // Neither where the key store is done already, and only the file is left.
  const check = under ?? (former === undefined ? undefined : sealInherited(to, former))
  if (check !== undefined) {
    const wraps = { from: deriveSubkey(now, 'wrap'), to: deriveSubkey(to, 'wrap') }
    let count = 0
    await keys.rotate({
      check,
      rewrap: (caseId, wrapped) => {
        const next = rewrapCaseKey(wraps, caseId, wrapped)
        if (next === undefined) broken.add(caseId)
        show(`${(count += 1)} case keys`)
        return next
      },
    })
  }
  show('every case key is under the new key')
  const old = await adoptComingKey(file)
  show('the new key is in its place')
  let cases = 0
  for await (const { wrapped } of keys.list()) if (wrapped !== 'destroyed') cases += 1
  return { cases: cases - broken.size, broken: [...broken], old }
}
