import { createPrivateKey } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeBlinding } from '../../adapters/crypto/blinding.ts'
import { openCheckpointKey } from '../../adapters/crypto/checkpoint-key.ts'
import { makeMemoryRandom } from '../../adapters/memory/random.ts'
import { countersign, openAgreement, proposeAgreement } from '../../core/custody/exchange/agreement.ts'
import { toHex } from '../../core/base/bytes.ts'
import { hiddenText } from '../../core/custody/exchange/sets.ts'
import type { Signer } from '../../core/ports/signer.ts'
import { hasher } from '../core/custody/world.ts'
import { anItem, aSide, between, foundBy, open, terms } from '../core/custody/exchange/world.ts'

/**
 * What two Amins of different age have to agree on, byte by byte: each point of an item under a secret, the
 * agreement, and the four messages of a run. Sets are full, so nothing in them is chance. `keys`: seeds of
 * Ed25519; `secrets`: the 64 bytes that a secret is made of; all hexadecimal.
 */
type Vectors = {
  readonly keys: Readonly<Record<'a' | 'b', string>>
  readonly secrets: Readonly<Record<'a' | 'b', string>>
  readonly items: Readonly<Record<'a' | 'b', readonly string[]>>
  readonly points: readonly { readonly text: string; readonly point: string }[]
  readonly agreement: string
  readonly wire: readonly string[]
  readonly common: readonly string[]
}

const vectors = JSON.parse(readFileSync(new URL('./exchange.json', import.meta.url), 'utf8')) as Vectors

const PKCS8 = '302e020100300506032b657004220420'
const keyOf = async (seed: string): Promise<Signer> => {
  const folder = mkdtempSync(join(tmpdir(), 'amin-key-'))
  try {
    const key = createPrivateKey({ key: Buffer.from(PKCS8 + seed, 'hex'), format: 'der', type: 'pkcs8' })
    const file = join(folder, 'checkpoint.key')
    writeFileSync(file, key.export({ format: 'pem', type: 'pkcs8' }).toString().trim(), { mode: 0o600 })
    return await openCheckpointKey(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const secretOf = (side: 'a' | 'b') =>
  makeBlinding(() => new Uint8Array(Buffer.from(vectors.secrets[side], 'hex')))

test('an item under a secret is the point that was frozen', async () => {
  for (const { text, point } of vectors.points)
    expect((await secretOf('a').begin().hide([text], 0)).map(toHex)).toEqual([point])
  expect(vectors.points.map(({ text }) => text)).toEqual(
    vectors.items.a.map((normal) => hiddenText('numbers', normal)),
  )
})

test('agreement and messages of a run are those that were frozen, to the byte', async () => {
  const [a, b] = [await keyOf(vectors.keys.a), await keyOf(vectors.keys.b)]
  const proposed = proposeAgreement(
    { signer: a, hasher },
    terms({
      parties: {
        a: { key: a.publicKey, role: 'ngo', name: 'House of Anne' },
        b: { key: b.publicKey, role: 'investigators', name: 'مكتب باسم' },
      },
    }),
  )
  const agreement = countersign({ signer: b, hasher }, proposed, open(b, proposed))
  expect(agreement).toBe(vectors.agreement)
  const held = openAgreement({ signer: b, hasher }, agreement)
  if (held === undefined) throw new Error('no agreement')
  const side = (signer: Signer, name: 'a' | 'b') => {
    const made = aSide(
      signer,
      vectors.items[name].map((normal) => anItem(normal)),
      secretOf(name),
    )
    return { ...made, ports: { ...made.ports, random: makeMemoryRandom(18) } }
  }
  const [anne, basim] = [side(a, 'a'), side(b, 'b')]
  const { wire, run } = between(held, anne, basim)
  await run()
  expect(wire).toEqual(vectors.wire)
  expect([foundBy(anne), foundBy(basim)]).toEqual([vectors.common, vectors.common])
})
