import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openMasterKey } from '../../../adapters/crypto/master-key.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'amin-key-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

describe('the master key file', () => {
  test('is made once, for the owner alone, and read again', async () => {
    const file = join(dir, 'data', 'master.key')
    const made = await openMasterKey(file, { create: true })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readFile(file, 'utf8')).toMatch(/^[A-Za-z0-9+/]{43}=\n$/)
    expect(await readdir(join(dir, 'data'))).toEqual(['master.key'])
    expect((await openMasterKey(file, { create: true })).equals(made)).toBe(true)
    expect((await openMasterKey(file, { create: false })).equals(made)).toBe(true)
  })

  test('is the same for all that start at once', async () => {
    const file = join(dir, 'master.key')
    const keys = await Promise.all(Array.from({ length: 8 }, () => openMasterKey(file, { create: true })))
    expect(keys.every((key) => key.equals(keys[0]!))).toBe(true)
    expect(await readdir(dir)).toEqual(['master.key'])
  })

  test('is missed where it must exist, and not made', async () => {
    await expect(openMasterKey(join(dir, 'master.key'), { create: false })).rejects.toMatchObject({
      code: 'master_key_missing',
    })
    expect(await readdir(dir)).toEqual([])
  })

  test.each([0o640, 0o604, 0o660, 0o644])(
    'is refused where others may read or write it (mode %o)',
    async (mode) => {
      const file = join(dir, 'master.key')
      await openMasterKey(file, { create: true })
      await chmod(file, mode)
      const opening = openMasterKey(file, { create: false })
      await expect(opening).rejects.toMatchObject({ code: 'settings_invalid' })
      await expect(opening).rejects.toThrow('chmod 600')
    },
  )

  test.each([
    ['nothing', ''],
    ['too few bytes', randomBytes(31).toString('base64')],
    ['too many bytes', randomBytes(33).toString('base64')],
    ['hexadecimal', randomBytes(32).toString('hex')],
    ['another alphabet', `${'-'.repeat(43)}=`],
    ['a whole other file', 'x'.repeat(5_000)],
  ])('is refused, and not quoted, where it holds %s', async (_, text) => {
    const file = join(dir, 'master.key')
    await writeFile(file, text, { mode: 0o600 })
    const opening = openMasterKey(file, { create: true })
    await expect(opening).rejects.toMatchObject({
      code: 'settings_invalid',
      message: expect.stringContaining('32 bytes in base64'),
    })
    expect(await readFile(file, 'utf8')).toBe(text)
  })

  test('may not be a folder, nor stand below a file', async () => {
    await mkdir(join(dir, 'folder'), { mode: 0o700 })
    await expect(openMasterKey(join(dir, 'folder'), { create: true })).rejects.toMatchObject({
      code: 'settings_invalid',
    })
    await writeFile(join(dir, 'file'), '')
    await expect(openMasterKey(join(dir, 'file', 'master.key'), { create: true })).rejects.toMatchObject({
      code: 'settings_invalid',
    })
  })

  test.runIf(process.platform === 'linux')('says so where it cannot be made', async () => {
    await expect(openMasterKey('/sys/amin/master.key', { create: true })).rejects.toMatchObject({
      code: 'data_unwritable',
    })
  })

  test('does not show itself when it is printed or made JSON', async () => {
    const key = await openMasterKey(join(dir, 'master.key'), { create: true })
    const text = key.export().toString('base64')
    for (const shown of [inspect(key, { depth: 9, showHidden: true }), JSON.stringify({ key })])
      expect(shown).not.toContain(text)
  })
})
