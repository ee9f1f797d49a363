import { readFileSync } from 'node:fs'
import learnt from '../../bots/amin/sayings.json' with { type: 'json' }
import { unpackKinds } from '../../core/text/sayings/packed.ts'
import { makeSayingReader } from '../../core/text/sayings/reader.ts'
import { sealedSayings } from '../learn/said.ts'
import { figuresOf, readAll } from '../learn/sayings.ts'
import { print, type Given } from './figures.ts'

const BYTES = new URL('../../bots/amin/sayings.bin', import.meta.url)

/**
 * What people say beside their story, by an author of whom nothing was learnt: how much that asks
 * for an answer gets one, and the right one.
 */
export const benchSayings = async ({ smallest }: Given): Promise<void> => {
  const read = makeSayingReader(unpackKinds(readFileSync(BYTES), learnt.kinds))
  const figures = figuresOf(readAll(read, sealedSayings().slice(0, smallest ? 20 : undefined)), learnt.sure)
  print({ bench: 'sayings', sure: learnt.sure, ...figures })
}
