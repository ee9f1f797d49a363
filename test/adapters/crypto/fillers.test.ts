import { expect, test } from 'vitest'
import { makeBlinding } from '../../../adapters/crypto/blinding.ts'
import { toHex } from '../../../core/base/bytes.ts'

test('what stands for nothing in a set is made as an item is, secret and all, so the work tells not how much is real', async () => {
  const seed = new Uint8Array(64).fill(7)
  const blind = makeBlinding(
    () => seed,
    () => new Uint8Array(Buffer.from('an item', 'utf8')),
  ).begin()
  const [filler] = await blind.hide([], 1)
  const [item] = await blind.hide(['an item'], 0)
  expect(toHex(filler ?? new Uint8Array())).toBe(toHex(item ?? new Uint8Array()))
})
