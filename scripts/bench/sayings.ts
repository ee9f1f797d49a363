import { readFileSync } from 'node:fs'
import learnt from '../../bots/amin/sayings.json' with { type: 'json' }
import { unpackKinds } from '../../core/text/sayings/packed.ts'
import { makeSayingReader } from '../../core/text/sayings/reader.ts'
import { sealedSayings } from '../learn/said.ts'
import { figuresOf, readAll } from '../learn/sayings.ts'

const BYTES = new URL('../../bots/amin/sayings.bin', import.meta.url)

/**
 * What people say beside their story, by an author of whom nothing was learnt: how much that asks
 * for an answer gets one, and the right one.
 */
export const benchSayings = async (): Promise<void> => {
  const read = makeSayingReader(unpackKinds(readFileSync(BYTES), learnt.kinds))
  const figures = figuresOf(readAll(read, sealedSayings()), learnt.sure)
  process.stdout.write(`${JSON.stringify({ bench: 'sayings', sure: learnt.sure, ...figures })}\n`)
}
