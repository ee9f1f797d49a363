import { compareBytes, fromBase64, fromText, joinBytes } from './bytes.ts'
import { sha256 } from './sha256.ts'

/** A signed note (C2SP signed-note): text, an empty line, and lines `— NAME BASE64`. */
export type Note = {
  /** With its last line end: what is signed. */
  readonly text: string
  readonly lines: readonly string[]
  readonly signatures: readonly {
    readonly name: string
    readonly keyId: Uint8Array
    readonly signature: Uint8Array
  }[]
}

const SIGNATURE_LINE = /^— (\S+) (\S+)$/
/** The algorithm's number in a key id. */
const ED25519 = 1

/** Nothing where it is not a note to the letter. */
export const readNote = (whole: string): Note | undefined => {
  const cut = whole.lastIndexOf('\n\n')
  if (cut < 1 || !whole.endsWith('\n')) return undefined
  const text = whole.slice(0, cut + 1)
  const signatures: Note['signatures'][number][] = []
  for (const line of whole.slice(cut + 2, -1).split('\n')) {
    const [, name, base64] = SIGNATURE_LINE.exec(line) ?? []
    const raw = base64 === undefined ? undefined : fromBase64(base64)
    if (name === undefined || raw === undefined || raw.length <= 4) return undefined
    signatures.push({ name, keyId: raw.subarray(0, 4), signature: raw.subarray(4) })
  }
  return { text, lines: text.slice(0, -1).split('\n'), signatures }
}

/** The first 4 bytes of SHA-256 over name, line end, algorithm and key. */
export const keyIdOf = (name: string, key: Uint8Array): Uint8Array =>
  sha256(joinBytes([fromText(`${name}\n`), Uint8Array.of(ED25519), key])).subarray(0, 4)

/** The line of this key. A note may carry those of others (witnesses) as well. */
export const signatureBy = (
  note: Note,
  name: string,
  key: Uint8Array,
): Uint8Array | 'absent' | 'wrong-key-id' => {
  const line = note.signatures.find((signature) => signature.name === name)
  if (line === undefined) return 'absent'
  return compareBytes(line.keyId, keyIdOf(name, key)) === 0 && line.signature.length === 64
    ? line.signature
    : 'wrong-key-id'
}
