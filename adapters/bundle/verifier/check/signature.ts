import { fromBase64, fromText } from './bytes.ts'
import { readBagInfo } from './bag.ts'
import { textOf, type Contents } from './contents.ts'
import type { Tell } from './finding.ts'
import type { Key } from './key.ts'
import { readNote, signatureBy, type Note } from './note.ts'
import type { Platform } from './source.ts'

const SIGNATURE = 'signature.txt'
/** Stands for all other lists, and these for all files. */
const SIGNED_LIST = 'tagmanifest-sha256.txt'
export const CHECKPOINT = 'data/custody/checkpoint.txt'

/** The note in a file, once its signature by `key` was looked at. */
const openNote = async (
  contents: Contents,
  name: string,
  key: Key | undefined,
  platform: Platform,
  tell: Tell,
): Promise<Note | undefined> => {
  const text = textOf(contents, name)
  const note = text === undefined ? undefined : readNote(text)
  if (note === undefined) {
    tell.fault('note-unreadable', name)
    return undefined
  }
  if (key === undefined) return note
  const signature = signatureBy(note, key.origin, key.raw)
  if (signature === 'absent') tell.fault('signature-absent', name)
  else if (signature === 'wrong-key-id') tell.fault('signature-key-id', name)
  else {
    const good = await platform.verifyEd25519(key.raw, fromText(note.text), signature)
    if (good === undefined) tell.open('signature-unchecked', name)
    else if (!good) tell.fault('signature-wrong', name)
  }
  return note
}

/** The signature over the whole bundle: over the list of the lists' hashes, and the case's code. */
export const checkSignature = async (
  contents: Contents,
  key: Key | undefined,
  platform: Platform,
  tell: Tell,
): Promise<void> => {
  const note = await openNote(contents, SIGNATURE, key, platform, tell)
  if (note !== undefined) {
    const [format, code, sha256, ...rest] = note.lines
    // Nothing else in the bundle vouches for this file: a second line by whoever would go unseen.
    if (format !== 'amin-bundle/1' || rest.length > 0 || note.signatures.length !== 1)
      tell.fault('signature-form', SIGNATURE)
    if (sha256 !== contents.files.get(SIGNED_LIST)?.sha256) tell.fault('signature-other', SIGNED_LIST)
    const told = readBagInfo(contents).get('External-Identifier')
    if (code !== (contents.code ?? told) || code !== told) tell.fault('signature-code', SIGNATURE)
  }
  if (!tell.findings.some(({ open }) => open === true))
    tell.holds('signature-holds', { origin: key?.origin ?? '' })
}

export type Checkpoint = { readonly size: number; readonly root: Uint8Array; readonly time: string }

const SIZE = /^[1-9]\d{0,15}$/
const TIME = /^time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/

/** The signed state of the log (C2SP tlog-checkpoint): origin, size, root, and when. */
export const checkCheckpoint = async (
  contents: Contents,
  key: Key | undefined,
  platform: Platform,
  tell: Tell,
): Promise<Checkpoint | undefined> => {
  const note = await openNote(contents, CHECKPOINT, key, platform, tell)
  if (note === undefined) return undefined
  const [origin, digits = '', base64 = '', extension = '', ...rest] = note.lines
  const root = fromBase64(base64)
  const time = TIME.exec(extension)?.[1]
  if (key !== undefined && origin !== key.origin) tell.fault('checkpoint-origin', CHECKPOINT)
  if (
    !SIZE.test(digits) ||
    !Number.isSafeInteger(Number(digits)) ||
    root?.length !== 32 ||
    time === undefined ||
    rest.length > 0
  ) {
    tell.fault('checkpoint-form', CHECKPOINT)
    return undefined
  }
  if (!tell.findings.some(({ open }) => open === true))
    tell.holds('checkpoint-holds', { n: digits, time: time.replace('T', ' ').replace(/\.\d+Z$/, ' UTC') })
  return { size: Number(digits), root, time }
}
