import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeEncoder, type Encode, type Weights } from './encoder.ts'
import { OUTPUTS } from './protocol.ts'

/** What an encoder is made of; `encoder.json` beside them says by their hashes which one it is. */
export const FILES = ['layers.bin', 'words.bin', 'pieces.json'] as const

export const hashOf = (folder: string, file: (typeof FILES)[number]): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex')

/** Files that are not there, or are not those for which the levels were chosen. */
export const damagedFiles = (folder: string): readonly string[] => {
  const { files } = JSON.parse(readFileSync(join(folder, 'encoder.json'), 'utf8')) as {
    readonly files: Readonly<Record<string, string>>
  }
  return FILES.filter((file) => {
    try {
      return hashOf(folder, file) !== files[file]
    } catch {
      return true
    }
  })
}

/** The encoder whose files lie in a folder. */
export const openEncoder = async (folder: string): Promise<Encode> => {
  const vocabulary = JSON.parse(readFileSync(join(folder, 'pieces.json'), 'utf8')) as Weights['vocabulary']
  if (vocabulary.outputs.join() !== OUTPUTS.join()) throw new RangeError('an encoder of other outputs')
  return makeEncoder({
    vocabulary,
    words: readFileSync(join(folder, 'words.bin')),
    layers: readFileSync(join(folder, 'layers.bin')),
  })
}
