import { createSecretKey, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { Failure } from '../../core/failure.ts'
import { createKeyFile, readKeyFile } from './key-file.ts'

/** 32 bytes. A KeyObject shows nothing of itself when it is printed, logged or made JSON by mistake. */
export type MasterKey = KeyObject

const MASTER_KEY_BYTES = 32

/** What the file holds: 32 bytes in standard base64, whatever white space stands around it. */
const ENCODED = /^[A-Za-z0-9+/]{43}=$/
const WHAT = 'master key file'

const readKey = async (path: string): Promise<MasterKey | undefined> => {
  const text = await readKeyFile(path, WHAT)
  if (text === undefined) return undefined
  if (!ENCODED.test(text)) throw new Failure('settings_invalid', 'the master key file does not hold 32 bytes in base64')
  return createSecretKey(text, 'base64')
}

/**
 * The key that wraps all others (house, 4.7), read from `file`, or made there (mode 0600) where it is absent and `create` is true.
 * `create` must be false wherever sealed data exists: a new key would open none of it.
 * Throws `master_key_missing`; `settings_invalid` where the file is readable by others or holds something else; `data_unwritable`,
 * `disk_full` where it cannot be made.
 */
export const openMasterKey = async (file: string, { create }: { readonly create: boolean }): Promise<MasterKey> => {
  const found = await readKey(file)
  if (found !== undefined) return found
  if (!create) throw new Failure('master_key_missing', 'put it back from where you keep its copy')
  await createKeyFile(file, randomBytes(MASTER_KEY_BYTES).toString('base64'), WHAT)
  const made = await readKey(file)
  if (made === undefined) throw new Failure('data_unwritable', 'the master key file vanished while it was made')
  return made
}
