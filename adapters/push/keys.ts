import { readFileSync, writeFileSync } from 'node:fs'
import webpush from 'web-push'
import { Failure } from '../../core/base/failure.ts'

/** base64url, as RFC 8292 wants them: a point and a number of P-256. */
export type PushKeys = { readonly publicKey: string; readonly privateKey: string }

const POINT = /^[\w-]{87}$/
const NUMBER = /^[\w-]{43}$/

const read = (file: string): PushKeys | undefined => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'ENOENT') return undefined
    throw new Failure('data_unwritable', 'the keys for push cannot be read', error)
  }
  try {
    const { publicKey, privateKey } = JSON.parse(text) as Partial<PushKeys>
    if (
      publicKey !== undefined &&
      privateKey !== undefined &&
      POINT.test(publicKey) &&
      NUMBER.test(privateKey)
    )
      return { publicKey, privateKey }
  } catch {
    // Told below: what the file holds is a secret.
  }
  throw new Failure(
    'data_unwritable',
    'the keys for push are damaged: move the file away and new ones are made; browsers have to ask again',
  )
}

/**
 * Made once, readable by its owner alone. Of two processes that make them at the same moment one
 * wins, and both use its keys. Lost ones harm nobody: browsers have to ask again.
 */
export const openPushKeys = (file: string): PushKeys => {
  const known = read(file)
  if (known !== undefined) return known
  const made = webpush.generateVAPIDKeys()
  try {
    writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' })
    return made
  } catch (error) {
    if ((error as { readonly code?: string }).code !== 'EEXIST')
      throw new Failure('data_unwritable', 'the keys for push cannot be kept', error)
    const theirs = read(file)
    if (theirs === undefined) throw new Failure('data_unwritable', 'the keys for push cannot be kept', error)
    return theirs
  }
}
