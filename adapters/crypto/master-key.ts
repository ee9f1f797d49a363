import { createSecretKey, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { Failure } from '../../core/base/failure.ts'
import { stat } from 'node:fs/promises'
import { checkReplaceable, createKeyFile, readKeyFile, replaceKeyFile } from './key-file.ts'

/** 32 bytes. A KeyObject shows nothing of itself when it is printed, logged or made JSON by mistake. */
export type MasterKey = KeyObject

const MASTER_KEY_BYTES = 32

/** What the file holds: 32 bytes in standard base64, whatever white space stands around it. */
const ENCODED = /^[A-Za-z0-9+/]{43}=$/
const WHAT = 'master key file'

/** Where a rotation keeps the key that comes, until every case key is under it. */
const comingOf = (file: string): string => `${file}.new`

const readKey = async (path: string): Promise<MasterKey | undefined> => {
  const text = await readKeyFile(path, WHAT)
  if (text === undefined) return undefined
  if (!ENCODED.test(text))
    throw new Failure('settings_invalid', 'the master key file does not hold 32 bytes in base64')
  return createSecretKey(text, 'base64')
}

const makeKey = async (file: string): Promise<MasterKey> => {
  await createKeyFile(file, randomBytes(MASTER_KEY_BYTES).toString('base64'), WHAT)
  const made = await readKey(file)
  if (made === undefined)
    throw new Failure('data_unwritable', 'the master key file vanished while it was made')
  return made
}

const missing = (): Failure => new Failure('master_key_missing', 'put it back from where you keep its copy')

const madeAt = async (file: string): Promise<Date | undefined> => {
  try {
    return (await stat(file)).mtime
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new Failure('settings_invalid', `the ${WHAT} cannot be read`, error)
  }
}

/**
 * The key that wraps all others (law 7), read from `file`, or made there (mode 0600) where it is
 * absent and `create` is true. `create` must be false wherever sealed data exists: a new key would
 * open none of it. Throws `master_key_missing`; `rotation_interrupted` where another key waits to
 * take its place; `settings_invalid` where the file is readable by others or holds something else;
 * `data_unwritable`, `disk_full` where it cannot be made.
 */
export const openMasterKey = async (
  file: string,
  { create }: { readonly create: boolean },
): Promise<MasterKey> => {
  if ((await madeAt(comingOf(file))) !== undefined) throw new Failure('rotation_interrupted')
  const found = await readKey(file)
  if (found !== undefined) return found
  if (!create) throw missing()
  return makeKey(file)
}

/**
 * The master key of now, and the one that a rotation was to put in its place where it did not come
 * to its end. Throws as `openMasterKey`.
 */
export const readKeysOfRotation = async (
  file: string,
): Promise<{ readonly now: MasterKey; readonly coming: MasterKey | undefined }> => {
  const now = await readKey(file)
  if (now === undefined) throw missing()
  return { now, coming: await readKey(comingOf(file)) }
}

/**
 * Makes the key that comes, durably, beside the one of now. From then on nobody starts
 * (`openMasterKey`). Throws `settings_invalid` where it could not take that place later.
 */
export const makeComingKey = async (file: string): Promise<MasterKey> => {
  await checkReplaceable(file, WHAT)
  return makeKey(comingOf(file))
}

/**
 * Puts the key that comes in the place of the one of now, which is kept as `<file>.old-<time>`;
 * returns that path. Interrupted and done again it ends the same, under the same name: it is that
 * of the time when the new key was made.
 */
export const adoptComingKey = async (file: string): Promise<string> => {
  const time = await madeAt(comingOf(file))
  const text = await readKeyFile(file, WHAT)
  if (time === undefined || text === undefined) throw missing()
  const old = `${file}.old-${time.toISOString().replaceAll(/[:.]/g, '-')}`
  await createKeyFile(old, text, WHAT)
  await replaceKeyFile(comingOf(file), file, WHAT)
  return old
}
