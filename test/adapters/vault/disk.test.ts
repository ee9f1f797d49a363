import { createHash, randomBytes } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeRandom } from '../../../adapters/crypto/random.ts'
import { toFailure } from '../../../adapters/vault/fault.ts'
import { openDiskVault } from '../../../adapters/vault/index.ts'
import type { ObjectId } from '../../../core/base/ids.ts'
import type { Vault } from '../../../core/ports/vault.ts'
import { bytes } from '../../../core/base/units.ts'

const random = makeRandom()
const makeId = (): ObjectId => random.id() as ObjectId

async function* pieces(...parts: readonly (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Error) throw part
    yield part
  }
}

const succeeds = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args).status === 0

const listed = async (vault: Vault): Promise<ObjectId[]> => {
  const ids: ObjectId[] = []
  for await (const id of vault.list()) ids.push(id)
  return ids
}

let dir = ''
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'amin-vault-')), 'vault')
})
afterEach(() => rm(join(dir, '..'), { recursive: true, force: true }))

const drafts = (): Promise<string[]> => readdir(join(dir, 'incoming'))

describe('the disk vault', () => {
  test('keeps an object whole in a file that only its owner may read', async () => {
    const vault = await openDiskVault({ dir })
    const id = makeId()
    const whole = randomBytes(3_500_000)
    const cut = pieces(whole.subarray(0, 1), whole.subarray(1, 2_000_000), whole.subarray(2_000_000))
    const kept = await vault.put(id, cut)
    expect(kept).toEqual({ size: whole.length, sha256: createHash('sha256').update(whole).digest('hex') })
    const file = join(dir, 'objects', id[0]!, id[1]!, id)
    expect((await readFile(file)).equals(whole)).toBe(true)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    for (const folder of [
      dir,
      join(dir, 'objects'),
      join(dir, 'objects', id[0]!),
      join(dir, 'objects', id[0]!, id[1]!),
    ]) {
      expect((await stat(folder)).mode & 0o777).toBe(0o700)
    }
    expect(await drafts()).toEqual([])
  })

  test('does not depend on pieces that the source reuses', async () => {
    const vault = await openDiskVault({ dir })
    const id = makeId()
    const shared = Buffer.alloc(300_000)
    async function* reusing(): AsyncGenerator<Uint8Array> {
      for (let n = 1; n <= 20; n++) yield shared.fill(n)
    }
    await vault.put(id, reusing())
    const source = (await vault.open(id))!
    const found = await source.read(0, source.size)
    expect(
      Buffer.from(found).equals(
        Buffer.concat(Array.from({ length: 20 }, (_, n) => Buffer.alloc(300_000, n + 1))),
      ),
    ).toBe(true)
    await source.close()
  })

  test('leaves nothing behind where the source fails, and keeps what was there before', async () => {
    const vault = await openDiskVault({ dir })
    const id = makeId()
    const cut = pieces(randomBytes(2_500_000), new RangeError('the line broke'))
    await expect(vault.put(id, cut)).rejects.toThrow('the line broke')
    expect(await vault.open(id)).toBeUndefined()
    expect(await drafts()).toEqual([])
    await vault.put(id, pieces(Buffer.from('first')))
    await expect(vault.put(id, pieces(new RangeError('again')))).rejects.toThrow('again')
    const source = (await vault.open(id))!
    expect(Buffer.from(await source.read(0, 99)).toString()).toBe('first')
    await source.close()
  })

  test('of two that write the same object at once, one is kept whole', async () => {
    const vault = await openDiskVault({ dir })
    const id = makeId()
    const texts = [Buffer.alloc(1_500_000, 1), Buffer.alloc(1_200_000, 2)]
    await Promise.all(
      texts.map((text) => vault.put(id, pieces(text.subarray(0, 700_000), text.subarray(700_000)))),
    )
    const source = (await vault.open(id))!
    const found = Buffer.from(await source.read(0, source.size))
    expect(texts.some((text) => text.equals(found))).toBe(true)
    await source.close()
    expect(await drafts()).toEqual([])
  })

  test('sweeps away at its start what a crash left an hour ago, and nothing that may still be written', async () => {
    const vault = await openDiskVault({ dir })
    const id = makeId()
    await vault.put(id, pieces(Buffer.from('kept')))
    await writeFile(join(dir, 'incoming', 'old.tmp'), 'half')
    await writeFile(join(dir, 'incoming', 'new.tmp'), 'half')
    const hourAgo = new Date(Date.now() - 3_700_000)
    await utimes(join(dir, 'incoming', 'old.tmp'), hourAgo, hourAgo)
    await utimes(join(dir, 'objects', id[0]!, id[1]!, id), hourAgo, hourAgo)
    const again = await openDiskVault({ dir })
    expect(await drafts()).toEqual(['new.tmp'])
    expect(await listed(again)).toEqual([id])
  })

  test.each([
    '../../../etc/passwd',
    '..',
    '',
    'a',
    `../${'A'.repeat(23)}`,
    `${'A'.repeat(25)}/`,
    `${'A'.repeat(25)}\0`,
    'a'.repeat(26),
  ])('lets %j touch no path', async (hostile) => {
    const vault = await openDiskVault({ dir })
    const id = hostile as ObjectId
    await expect(vault.put(id, pieces(Buffer.from('x')))).rejects.toThrow(TypeError)
    expect(await vault.open(id)).toBeUndefined()
    await vault.remove(id)
    expect(await listed(vault)).toEqual([])
  })

  test('does not follow a link that was put in the place of an object', async () => {
    const vault = await openDiskVault({ dir })
    const id = makeId()
    await mkdir(join(dir, 'objects', id[0]!, id[1]!), { recursive: true })
    await writeFile(join(dir, 'secret'), 'secret')
    await symlink(join(dir, 'secret'), join(dir, 'objects', id[0]!, id[1]!, id))
    await expect(vault.open(id)).rejects.toMatchObject({ code: 'data_unwritable' })
  })

  test('gives fewer bytes past the end, and none beyond', async () => {
    const vault = await openDiskVault({ dir })
    const id = makeId()
    await vault.put(id, pieces(Buffer.from('0123456789')))
    const source = (await vault.open(id))!
    expect(Buffer.from(await source.read(8, 20)).toString()).toBe('89')
    expect((await source.read(10, 20)).length).toBe(0)
    expect((await source.read(5, 5)).length).toBe(0)
    await source.close()
  })

  test('leaves nothing of its probe', async () => {
    const vault = await openDiskVault({ dir })
    await vault.probe()
    expect(await drafts()).toEqual([])
    expect(await listed(vault)).toEqual([])
  })

  test('says so where its folder cannot be made or vanished', async () => {
    await writeFile(`${dir}-file`, '')
    await expect(openDiskVault({ dir: join(`${dir}-file`, 'vault') })).rejects.toMatchObject({
      code: 'data_unwritable',
    })
    if (process.platform === 'linux')
      await expect(openDiskVault({ dir: '/sys/amin' })).rejects.toMatchObject({ code: 'data_unwritable' })
    const vault = await openDiskVault({ dir })
    await rm(dir, { recursive: true })
    await expect(vault.probe()).rejects.toMatchObject({ code: 'data_unwritable' })
    await expect(vault.put(makeId(), pieces(Buffer.from('x')))).rejects.toMatchObject({
      code: 'data_unwritable',
    })
  })

  test('takes nothing below its reserve, not even the beginning of a file, and what is there can still be read and removed', async () => {
    const id = makeId()
    await (await openDiskVault({ dir })).put(id, pieces(Buffer.from('kept')))
    const vault = await openDiskVault({ dir, reserve: bytes(Number.MAX_SAFE_INTEGER) })
    expect(await vault.room()).toBe(0)
    let asked = false
    const source = (async function* () {
      asked = true
      yield Buffer.from('x')
    })()
    await expect(vault.put(makeId(), source)).rejects.toMatchObject({ code: 'disk_full' })
    expect(asked).toBe(false)
    expect(await drafts()).toEqual([])
    await vault.probe()
    await vault.remove(id)
    expect(await listed(vault)).toEqual([])
  })

  test.each([
    ['ENOSPC', 'disk_full'],
    ['EDQUOT', 'disk_full'],
    ['EACCES', 'data_unwritable'],
    ['EROFS', 'data_unwritable'],
    ['EIO', 'data_unwritable'],
  ])('takes %s for %s', (code, expected) => {
    expect(toFailure(Object.assign(new Error('any'), { code }))).toMatchObject({ code: expected })
  })

  const canMount = process.platform === 'linux' && process.getuid?.() === 0 && succeeds('mount', '--version')
  test.runIf(canMount)(
    'on a full disk says so, leaves nothing half, and works again when there is room (needs root to mount)',
    async (context) => {
      await mkdir(dir, { recursive: true })
      if (!succeeds('mount', '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', dir))
        return context.skip('mounting is not allowed here')
      try {
        const vault = await openDiskVault({ dir })
        const first = makeId()
        await vault.put(first, pieces(randomBytes(1_000_000)))
        const full = vault.put(
          makeId(),
          pieces(randomBytes(1_000_000), randomBytes(1_000_000), randomBytes(1_000_000)),
        )
        await expect(full).rejects.toMatchObject({ code: 'disk_full' })
        expect(await drafts()).toEqual([])
        expect(await listed(vault)).toEqual([first])
        await vault.remove(first)
        await vault.put(makeId(), pieces(randomBytes(1_000_000)))
      } finally {
        succeeds('umount', dir)
      }
    },
  )
})
