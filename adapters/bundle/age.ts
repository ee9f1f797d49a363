import { Encrypter } from 'age-encryption'

/** X25519 keys: what every age program takes. */
const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/

const addAll = (recipients: readonly string[]): Encrypter => {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter
}

export const isRecipient = (text: string): boolean => {
  if (!RECIPIENT.test(text)) return false
  try {
    addAll([text])
    return true
  } catch {
    // The checksum within: a letter was mistyped.
    return false
  }
}

/** Streams: a few chunks of 64 KiB are in memory at a time. */
export const sealAge = async function* (
  recipients: readonly string[],
  plain: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  yield* await addAll(recipients).encrypt(ReadableStream.from(plain))
}
