/** One element of DER: tag, and where its contents lie. */
export type Element = { readonly tag: number; readonly bytes: Uint8Array; readonly rest: Uint8Array }

export const SEQUENCE = 0x30
export const INTEGER = 0x02
export const OBJECT_ID = 0x06
export const OCTETS = 0x04
export const TIME = 0x18
export const EXPLICIT_0 = 0xa0

/** The element at the beginning of `bytes`; nothing where it has no definite length or is cut. */
export const readElement = (bytes: Uint8Array, wanted: number): Element | undefined => {
  const [tag, first] = bytes
  if (tag !== wanted || first === undefined) return undefined
  const more = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || more > 4 || bytes.length < 2 + more) return undefined
  let length = more === 0 ? first : 0
  for (const digit of bytes.subarray(2, 2 + more)) length = length * 256 + digit
  const from = 2 + more
  if (from + length > bytes.length) return undefined
  return { tag, bytes: bytes.subarray(from, from + length), rest: bytes.subarray(from + length) }
}

/** Goes into elements in elements: the contents of the last. */
export const descend = (bytes: Uint8Array, ...tags: readonly number[]): Uint8Array | undefined =>
  tags.reduce<Uint8Array | undefined>(
    (inner, tag) => (inner === undefined ? undefined : readElement(inner, tag)?.bytes),
    bytes,
  )

/** What follows the element at the beginning. */
export const after = (bytes: Uint8Array | undefined, tag: number): Uint8Array | undefined =>
  bytes === undefined ? undefined : readElement(bytes, tag)?.rest
