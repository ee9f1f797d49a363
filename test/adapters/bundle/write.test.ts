import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBundles } from '../../../adapters/bundle/index.ts'
import { writeBundle } from '../../../adapters/bundle/write.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amin-write-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const pieces = async function* (count: number, size = 100_000): AsyncIterable<Uint8Array> {
  for (let n = 0; n < count; n += 1) yield new Uint8Array(size).fill(n)
}
const yes = async (): Promise<boolean> => true

describe('a bundle on the disk', () => {
  test('has its name only when it is whole and was agreed to, and is readable by nobody else', async () => {
    const path = join(folder, 'b.zip')
    let seen: string[] = []
    const confirm = async (): Promise<boolean> => {
      seen = readdirSync(folder)
      return true
    }
    expect(await writeBundle(path, pieces(3), confirm)).toBe(true)
    expect(seen).toHaveLength(1)
    expect(seen).not.toContain('b.zip')
    expect(readdirSync(folder)).toEqual(['b.zip'])
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(path).size).toBe(300_000)
  })

  test.each<readonly [string, () => AsyncIterable<Uint8Array>, () => Promise<boolean>, boolean]>([
    ['is not wanted any more', () => pieces(2), async () => false, false],
    [
      'breaks off',
      async function* () {
        yield new Uint8Array(10)
        throw new Error('cut')
      },
      yes,
      true,
    ],
    [
      'is not confirmed for a fault',
      () => pieces(1),
      async () => {
        throw new Error('store')
      },
      true,
    ],
  ])('leaves nothing, and what stood there before, where it %s', async (_what, source, confirm, throws) => {
    const path = join(folder, 'b.zip')
    writeFileSync(path, 'before')
    const writing = writeBundle(path, source(), confirm)
    if (throws) await expect(writing).rejects.toThrow()
    else expect(await writing).toBe(false)
    expect(readdirSync(folder)).toEqual(['b.zip'])
    expect(readFileSync(path, 'utf8')).toBe('before')
  })

  test('says so where the place cannot be written', async () => {
    await expect(writeBundle(join(folder, 'none', 'b.zip'), pieces(1), yes)).rejects.toMatchObject({
      code: 'settings_invalid',
    })
    mkdirSync(join(folder, 'dir'))
    await expect(writeBundle(join(folder, 'dir'), pieces(1), yes)).rejects.toMatchObject({
      code: 'settings_invalid',
    })
    expect(readdirSync(folder)).toEqual(['dir'])
  })

  const canMount =
    process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0
  test.runIf(canMount)(
    'says that the disk is full, and leaves nothing (needs root to mount)',
    async (context) => {
      const small = join(folder, 'small')
      mkdirSync(small)
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]).status !== 0)
        return context.skip('mounting is not allowed here')
      try {
        let confirmed = false
        const writing = writeBundle(join(small, 'b.zip'), pieces(30), async () => (confirmed = true))
        await expect(writing).rejects.toMatchObject({ code: 'disk_full' })
        expect(confirmed).toBe(false)
        expect(readdirSync(small)).toEqual([])
        expect(await writeBundle(join(small, 'b.zip'), pieces(3), yes)).toBe(true)
      } finally {
        spawnSync('umount', [small])
      }
    },
  )
})

describe('a sealed bundle', () => {
  const keyPair = (): { readonly file: string; readonly recipient: string } => {
    const file = join(folder, `key-${readdirSync(folder).length}`)
    execFileSync('age-keygen', ['-o', file], { stdio: 'ignore' })
    return { file, recipient: execFileSync('age-keygen', ['-y', file], { encoding: 'utf8' }).trim() }
  }
  const canSeal = spawnSync('age-keygen', ['--version']).status === 0

  test.runIf(canSeal)(
    'opens with the public tool for each of its recipients and for nobody else (needs age)',
    async () => {
      const [one, two, other] = [keyPair(), keyPair(), keyPair()]
      const bundles = openBundles()
      expect([one, two].map(({ recipient }) => bundles.isRecipient(recipient))).toEqual([true, true])
      const path = join(folder, 'b.age')
      await writeBundle(path, bundles.seal([one.recipient, two.recipient], pieces(7, 65_536)), yes)
      for (const { file } of [one, two]) {
        const plain = execFileSync('age', ['-d', '-i', file, path], { maxBuffer: 10_000_000 })
        expect(plain.length).toBe(7 * 65_536)
        expect(plain[6 * 65_536]).toBe(6)
      }
      expect(spawnSync('age', ['-d', '-i', other.file, path]).status).toBe(1)
    },
  )

  test.each([0, 1, 65_535, 65_536, 65_537])('of %i bytes has a size that follows from them', async (size) => {
    const { generateIdentity, identityToRecipient, Decrypter } = await import('age-encryption')
    const identity = await generateIdentity()
    const sealed: Uint8Array[] = []
    for await (const piece of openBundles().seal([await identityToRecipient(identity)], pieces(1, size)))
      sealed.push(piece)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    expect((await decrypter.decrypt(Buffer.concat(sealed))).length).toBe(size)
  })

  test('breaks off where its source does', async () => {
    const { generateIdentity, identityToRecipient } = await import('age-encryption')
    const broken = async function* (): AsyncIterable<Uint8Array> {
      yield new Uint8Array(200_000)
      throw new Error('cut')
    }
    const recipient = await identityToRecipient(await generateIdentity())
    await expect(
      writeBundle(join(folder, 'b.age'), openBundles().seal([recipient], broken()), yes),
    ).rejects.toThrow('cut')
    expect(readdirSync(folder)).toEqual([])
  })

  test('is not sealed to a key that the programs of today do not take', async () => {
    const { generateHybridIdentity, identityToRecipient } = await import('age-encryption')
    expect(openBundles().isRecipient(await identityToRecipient(await generateHybridIdentity()))).toBe(false)
  })

  test.each([
    ['nothing', ''],
    ['a private key', 'AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ'],
    ['a mistyped key', 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q'],
    ['a key with something after it', 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\n'],
    ['an SSH key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN'],
  ])('is not sealed to %s', (_what, key) => {
    expect(openBundles().isRecipient(key)).toBe(false)
  })
})
