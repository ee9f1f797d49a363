export const LOCAL_FIELDS: readonly (readonly [at: number, name: string])[] = [
  [0, 'signature'],
  [4, 'version'],
  [6, 'flags'],
  [8, 'method'],
  [10, 'time'],
  [12, 'date'],
  [14, 'crc-32'],
  [18, 'compressed size'],
  [22, 'size'],
  [26, 'name length'],
  [28, 'extra length'],
  [30, 'name'],
]

export const CENTRAL_FIELDS: readonly (readonly [at: number, name: string])[] = [
  [0, 'signature'],
  [4, 'made by'],
  [6, 'version'],
  [8, 'flags'],
  [10, 'method'],
  [12, 'time'],
  [14, 'date'],
  [16, 'crc-32'],
  [20, 'compressed size'],
  [24, 'size'],
  [28, 'name length'],
  [30, 'extra length'],
  [32, 'comment length'],
  [34, 'disk'],
  [36, 'attributes'],
  [38, 'mode'],
  [42, 'offset'],
  [46, 'name'],
]

export const END_FIELDS: readonly (readonly [at: number, name: string])[] = [[0, 'end record']]

/** Where two records first differ; nothing where they are the same. */
export const firstDifference = (actual: Uint8Array, expected: Uint8Array): number | undefined => {
  const length = Math.max(actual.length, expected.length)
  for (let i = 0; i < length; i += 1) if (actual[i] !== expected[i]) return i
  return undefined
}

export const fieldAt = (fields: typeof LOCAL_FIELDS, at: number): string =>
  fields.reduce((found, [from, name]) => (from <= at ? name : found), '')
