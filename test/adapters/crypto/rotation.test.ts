import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openMasterKey } from '../../../adapters/crypto/master-key.ts'
import { openPiece } from '../../../adapters/crypto/piece.ts'
import { rotateMasterKey } from '../../../adapters/crypto/rotation.ts'
import { makeSealer } from '../../../adapters/crypto/sealer.ts'
import { openSecrets } from '../../../adapters/crypto/secrets.ts'
import { deriveSubkey } from '../../../adapters/crypto/subkey.ts'
import { openMongo, type Mongo } from '../../../adapters/mongo/connection.ts'
import { openMongoKeys } from '../../../adapters/mongo/keys.ts'
import { openSqliteKeys } from '../../../adapters/sqlite/keys.ts'
import type { CaseId } from '../../../core/base/ids.ts'
import type { KeyStore } from '../../../core/ports/sealer.ts'
import { mongoAvailable } from '../../build/ferretdb.ts'
import { useMongo } from '../../build/mongo-server.ts'

const CASES = Array.from({ length: 5 }, (_, i) => String(i).padStart(26, '0') as CaseId)
const GONE = CASES[4]!
const QUIET = { whileItRests: async () => {}, show: () => {} }

let dir = ''
let file = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'amin-rotation-'))
  file = join(dir, 'master.key')
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const open = async (keys: KeyStore) =>
  makeSealer(await openSecrets({ masterKey: await openMasterKey(file, { create: true }), keys }), keys)

/** Words of four people and of one whose case was erased, and what waits for a case. */
const fill = async (keys: KeyStore) => {
  const sealer = await open(keys)
  const words: Uint8Array[] = []
  for (const caseId of CASES) words.push((await sealer.forCase(caseId)).seal('entry:1', `words of ${caseId}`))
  await sealer.destroy(GONE)
  const waiting = sealer.transit.seal('inbox:1', 'waits')
  return async (again: KeyStore): Promise<void> => {
    const opened = await open(again)
    for (const [i, caseId] of CASES.entries())
      if (caseId === GONE)
        await expect(opened.forCase(caseId)).rejects.toMatchObject({ code: 'key_destroyed' })
      else expect((await opened.forCase(caseId)).open('entry:1', words[i]!)).toBe(`words of ${caseId}`)
    expect(opened.transit.open('inbox:1', waiting)).toBe('waits')
  }
}

/** Ends the rotation after so many steps. */
const dyingAt = (step: number) => {
  let count = 0
  return {
    ...QUIET,
    show: () => {
      if ((count += 1) === step) throw new Error('the end')
    },
  }
}
const STEPS = 7

const contentOf = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(dir))
        .sort()
        .map(async (name) => [name, await readFile(join(dir, name), 'base64')] as const),
    ),
  )

type Engine = { readonly open: () => Promise<KeyStore>; readonly close: () => Promise<void> }
const onDisk = async (): Promise<Engine> => ({
  open: () => openSqliteKeys({ file: join(dir, 'keys.db') }),
  close: async () => {},
})
const server = useMongo()
const onServer = async (): Promise<Engine> => {
  const mongo: Mongo = await openMongo({ uri: (await server()).uri() })
  return { open: () => openMongoKeys(mongo), close: () => mongo.close() }
}

describe.each([['sqlite', onDisk] as const, ...(mongoAvailable() ? [['mongo', onServer] as const] : [])])(
  'a rotation on %s',
  (_, openEngine) => {
    let engine: Engine
    let keys: KeyStore
    const reopen = async (): Promise<KeyStore> => {
      await keys.close()
      return (keys = await engine.open())
    }
    beforeEach(async () => {
      engine = await openEngine()
      keys = await engine.open()
    })
    afterEach(async () => {
      await keys.close()
      await engine.close()
    })

    test('puts every case under a new key, keeps the old one beside it, and leaves nothing else', async () => {
      const reads = await fill(keys)
      const before = await readFile(file, 'utf8')
      const { cases, broken, old } = await rotateMasterKey(file, keys, QUIET)
      expect([cases, broken]).toEqual([4, []])
      expect(await readFile(file, 'utf8')).not.toBe(before)
      expect(await readFile(old, 'utf8')).toBe(before)
      expect(old).toMatch(/master\.key\.old-\d{4}-\d\d-\d\dT[\d-]+Z$/)
      for (const each of [file, old]) expect((await stat(each)).mode & 0o777).toBe(0o600)
      expect((await readdir(dir)).filter((name) => name.startsWith('master'))).toHaveLength(2)
      await reads(await reopen())
      const former = await openMasterKey(old, { create: false })
      await expect(openSecrets({ masterKey: former, keys })).rejects.toMatchObject({
        code: 'master_key_wrong',
      })
    })

    /**
     * Ends the rotation after so many steps, if it has so many left. Then nobody starts, unless it
     * was over.
     */
    const die = async (step: number, reads: (keys: KeyStore) => Promise<void>): Promise<'died' | 'over'> => {
      const left = await rotateMasterKey(file, await reopen(), dyingAt(step)).then(
        () => 'over' as const,
        () => 'died' as const,
      )
      if ((await readdir(dir)).includes('master.key.new'))
        await expect(reads(await reopen())).rejects.toMatchObject({ code: 'rotation_interrupted' })
      else await reads(await reopen())
      return left
    }

    test('that ends after any step, and again after any other, is ended by giving it again; until then nobody starts with half of it', async () => {
      const reads = await fill(keys)
      for (let first = 1; first <= STEPS; first += 1)
        for (let second = 1; second <= STEPS; second += 2) {
          expect(await die(first, reads)).toBe('died')
          await die(second, reads)
          await rotateMasterKey(file, await reopen(), QUIET)
          await reads(await reopen())
        }
      expect(await die(STEPS + 1, reads)).toBe('over')
      expect((await readdir(dir)).filter((name) => /\.(new|tmp)$/.test(name))).toEqual([])
    }, 120_000)

    test('keeps one copy of the old key, however often it was interrupted', async () => {
      const reads = await fill(keys)
      for (const step of [1, 3, STEPS - 1, 1, 3]) await die(step, reads)
      expect((await readdir(dir)).filter((name) => name.includes('.old-'))).toHaveLength(1)
    })

    test('with a wrong master key, or beside somebody who works, changes nothing', async () => {
      const reads = await fill(keys)
      const right = await readFile(file, 'utf8')
      await keys.close()
      const before = await contentOf()
      const busy = { ...QUIET, whileItRests: () => Promise.reject(new Error('busy')) }
      await expect(rotateMasterKey(file, await reopen(), busy)).rejects.toThrow('busy')
      await writeFile(file, `${randomBytes(32).toString('base64')}\n`)
      await expect(rotateMasterKey(file, await reopen(), QUIET)).rejects.toMatchObject({
        code: 'master_key_wrong',
      })
      await rm(file)
      await expect(rotateMasterKey(file, await reopen(), QUIET)).rejects.toMatchObject({
        code: 'master_key_missing',
      })
      await writeFile(file, right, { mode: 0o600 })
      await keys.close()
      expect(await contentOf()).toEqual(before)
      await reads(await reopen())
    })

    test('leaves a key that opens with neither as it was, and names its case', async () => {
      await fill(keys)
      const odd = 'X'.repeat(26) as CaseId
      await keys.keep(odd, randomBytes(61))
      const kept = await keys.get(odd)
      expect(await rotateMasterKey(file, keys, QUIET)).toMatchObject({ cases: 4, broken: [odd] })
      expect(await keys.get(odd)).toEqual(kept)
    })

    test('of what was never used is refused', async () => {
      await openMasterKey(file, { create: true })
      await expect(rotateMasterKey(file, keys, QUIET)).rejects.toMatchObject({ code: 'settings_invalid' })
      expect(await readdir(dir)).not.toContain('master.key.new')
    })
  },
)

test.runIf(mongoAvailable())(
  'a rotation that was begun on another machine is not ended with another key',
  async () => {
    const { open: openKeys, close } = await onServer()
    const keys = await openKeys()
    await fill(keys)
    await expect(rotateMasterKey(file, keys, dyingAt(3))).rejects.toThrow()
    await rm(`${file}.new`)
    await expect(open(keys)).rejects.toMatchObject({ code: 'rotation_interrupted' })
    for (const write of [
      async () => {},
      () => writeFile(`${file}.new`, randomBytes(32).toString('base64'), { mode: 0o600 }),
    ]) {
      await write()
      await expect(rotateMasterKey(file, keys, QUIET)).rejects.toThrow('on the machine where it was begun')
    }
    await close()
  },
)

test.runIf(mongoAvailable())(
  'a rotation that died between its last two words to the server is ended by giving it again',
  async () => {
    const mongo = await openMongo({ uri: (await server()).uri() })
    const keys = await openMongoKeys(mongo)
    const reads = await fill(keys)
    await expect(rotateMasterKey(file, keys, dyingAt(STEPS - 1))).rejects.toThrow('the end')
    const { kept } = await keys.checks()
    await mongo.connection
      .useDb(`${mongo.connection.name}_keys`)
      .collection('checked')
      .insertOne({ _id: 'coming' as never, wrapped: kept })
    expect(await rotateMasterKey(file, keys, QUIET)).toMatchObject({ cases: 4, broken: [] })
    await reads(keys)
    await mongo.close()
  },
)

test('a master key behind a link is not rotated: what is written beside the link is not where the key lies', async () => {
  await mkdir(join(dir, 'safe'))
  await openMasterKey(join(dir, 'safe', 'master.key'), { create: true })
  await symlink(join(dir, 'safe', 'master.key'), file)
  const keys = await openSqliteKeys({ file: join(dir, 'keys.db') })
  const reads = await fill(keys)
  await expect(rotateMasterKey(file, keys, QUIET)).rejects.toThrow('a link or a mount of its own')
  await reads(keys)
  await keys.close()
  expect((await readdir(dir)).sort()).toEqual(['keys.db', 'master.key', 'safe'])
})

test('an older copy of the key store does not open with the new key, nor by what it inherited', async () => {
  const keys = await openSqliteKeys({ file: join(dir, 'keys.db') })
  await fill(keys)
  const wrapped = (await keys.get(CASES[0]!)) as Uint8Array
  const former = await openMasterKey(file, { create: false })
  await rotateMasterKey(file, keys, QUIET)
  const masterKey = await openMasterKey(file, { create: false })
  const secrets = await openSecrets({ masterKey, keys })
  await keys.close()
  const context = `case-key:${CASES[0]!}`
  expect(openPiece(deriveSubkey(former, 'wrap'), context, wrapped)).toHaveLength(32)
  const all = [
    secrets.of('wrap'),
    ...secrets.formerTransit,
    ...(['sign-in', 'pins', 'migration', 'whatsapp', 'hash:chat'] as const).map(secrets.of),
  ]
  for (const key of [...all, ...all.map((one) => deriveSubkey(createSecretKey(one.export()), 'wrap'))])
    expect(() => openPiece(key, context, wrapped)).toThrow('sealed data')
})
