import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openMasterKey } from '../../adapters/crypto/master-key.ts'
import { openSealer } from '../../adapters/crypto/sealer.ts'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { openMongo } from '../../adapters/mongo/connection.ts'
import { holdProcessLock } from '../../adapters/sqlite/process-lock.ts'
import { startApp } from '../../bots/compose.ts'
import type { Config } from '../../bots/config.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { openStores } from '../../bots/stores.ts'
import type { CaseId } from '../../core/base/ids.ts'
import { runCommand } from '../build/command.ts'
import { mongoAvailable } from '../build/ferretdb.ts'
import { fillStore, type Filled } from '../build/filled.ts'
import { useMongo } from '../build/mongo-server.ts'
import { makeDataDir, startAmin } from '../journey/amin-process.ts'
import { configOf, fill, ledgersOf, migrate, runAmin, withAmin, type Settings } from './migrate-world.ts'

vi.setConfig({ testTimeout: 180_000 })

const server = useMongo()

const aPlace = () => {
  const { dir, remove } = makeDataDir()
  onTestFinished(remove)
  mkdirSync(join(dir, 'safe'))
  const at = (...names: string[]): string => join(dir, ...names)
  const of = (name: string, key = 'master.key'): Settings => ({
    AMIN_DATA: at(name),
    AMIN_ROLES: 'worker',
    AMIN_MASTER_KEY_FILE: at('safe', key),
  })
  return { at, of }
}

const run = async (command: string, config: Config, args: readonly string[] = []) => {
  const { code, said, printed } = await runCommand(config, command, args)
  return { code, said: said.join('\n'), printed }
}
const verified = async (settings: Settings): Promise<unknown> => {
  const { code, printed } = await run('verify', configOf(settings), ['--store', '--deep'])
  return [code, printed]
}

const within = async <T>(
  settings: Settings,
  act: (foundation: Awaited<ReturnType<typeof openFoundation>>) => Promise<T>,
): Promise<T> => {
  const foundation = await openFoundation(configOf(settings), makeMemoryLog())
  try {
    return await act(foundation)
  } finally {
    await foundation.close()
  }
}
const opens = (settings: Settings, { code }: Filled[number]) =>
  within(settings, async ({ desk }) => {
    const book = await desk.open(code)
    return book === undefined ? 'unknown' : book === 'erased' ? 'erased' : 'open'
  })
const lookUps = (settings: Settings) =>
  within(settings, async ({ ports: { hasher, pins }, secrets }) => [
    ...(['chat', 'inbound', 'identifier', 'session', 'address', 'word'] as const).map((purpose) =>
      hasher.keyed(purpose, 'x'),
    ),
    await pins.hash('4839', 'SALTSALTSALTSALT'),
    ...(['sign-in', 'whatsapp', 'migration'] as const).map((purpose) =>
      secrets.of(purpose).export().toString('hex'),
    ),
  ])

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((file) => statSync(file).isFile())
const rotate = async (settings: Settings, cases: number): Promise<void> => {
  const { code, printed, said } = await run('key rotate', configOf(settings))
  expect([code, printed]).toEqual([0, [`${cases} case keys: under the new master key`]])
  expect(said).toMatch(/the former key is kept beside it as master\.key\.old-/)
}

/** The cases of a store, each by its code, and how many entries they have. */
const casesIn = (settings: Settings) =>
  within(settings, async ({ ports, desk }) => {
    const { rows } = await ports.store.views.list({}, { limit: 200 })
    const opened = await Promise.all(
      rows.map(async ({ code }) => [code, typeof (await desk.open(code))] as const),
    )
    return {
      opened,
      keys: opened.filter(([, book]) => book === 'object').length,
      ...(await ledgersOf(ports.store)),
      waiting: (await ports.store.inbox.depth()).waiting,
    }
  })

describe('amin key rotate', () => {
  test('once and twice: every case opens, everything is found, and no key of before is left in the folder', async () => {
    const { at, of } = aPlace()
    const data = of('data')
    const cases = await fillStore(configOf(data), 3, [150_000])
    expect((await run('erase', configOf(data), [cases[2]!.code, '--reason', 'r'])).code).toBe(0)
    const known = await lookUps(data)
    for (const names of [2, 3]) {
      const wrapped = await within(data, async ({ keys }) =>
        Buffer.from((await keys.get(cases[0]!.caseId)) as Uint8Array),
      )
      await rotate(data, 2)
      expect(readdirSync(at('safe'))).toHaveLength(names)
      expect(filesIn(at('data')).filter((file) => readFileSync(file).includes(wrapped))).toEqual([])
      expect(await lookUps(data)).toEqual(known)
      for (const [i, one] of cases.entries()) expect(await opens(data, one)).toBe(i === 2 ? 'erased' : 'open')
      expect(await verified(data)).toEqual([0, []])
    }
  })

  test('what people sent before it, and nobody had read, comes to their cases after it', async () => {
    const { of } = aPlace()
    const data = of('data')
    await fill(data, 8)
    const before = await casesIn(data)
    expect(before.waiting).toBeGreaterThan(1)
    await rotate(data, before.keys)
    await rotate(data, before.keys)
    expect(await casesIn(data)).toEqual(before)
    await withAmin(data, async (hands) => {
      await hands.receive()
      await hands.fetch()
      await hands.send()
    })
    const after = await casesIn(data)
    expect(after).toMatchObject({ waiting: 0, cases: before.cases })
    expect(after.entries).toBeGreaterThanOrEqual(before.entries + before.waiting)
    expect(await verified(data)).toEqual([0, []])
  })

  test('says what is wrong in one line, and changes nothing, where Amin runs, the key is another, or nothing is there', async () => {
    const { at, of } = aPlace()
    const data = of('data')
    await fillStore(configOf(data), 1, [])
    const state = (): unknown => [
      readdirSync(at('safe')),
      readFileSync(at('safe', 'master.key'), 'utf8'),
      readFileSync(at('data', 'keys.db'), 'base64'),
    ]
    const before = state()
    const amin = await startAmin({ ...data, AMIN_ROLES: 'worker' })
    onTestFinished(() => amin.kill())
    await amin.says(/Amin runs/)
    const refused = await runAmin(data, ['key', 'rotate'])
    expect(refused).toEqual({
      code: 2,
      stdout: '',
      stderr: 'amin key rotate: Amin runs in this data folder: stop it first\n',
    })
    await amin.stop()
    const lock = holdProcessLock(at('data', 'run', 'migrate.lock'))
    expect(await run('key rotate', configOf(data))).toMatchObject({
      code: 2,
      said: expect.stringContaining('another migration runs'),
    })
    lock.release()
    writeFileSync(at('safe', 'other.key'), randomBytes(32).toString('base64'), { mode: 0o600 })
    const wrong = await runAmin(of('data', 'other.key'), ['key', 'rotate'])
    expect(wrong).toEqual({ code: 2, stdout: '', stderr: 'amin: the master key does not open this store\n' })
    expect(readdirSync(at('safe')).sort()).toEqual(['master.key', 'other.key'])
    const nothing = await runAmin(of('empty'), ['key', 'rotate'])
    expect(nothing).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('no store of Amin'),
    })
    expect(await run('key rotate', configOf(data), ['now'])).toMatchObject({ code: 2 })
    expect([state()].flat(2).slice(-2)).toEqual([before].flat(2).slice(-2))
  })

  test('an Amin, and every command, refuses to start where it was interrupted, and says what to do', async () => {
    const { at, of } = aPlace()
    const data = of('data')
    await fillStore(configOf(data), 1, [])
    writeFileSync(at('safe', 'master.key.new'), randomBytes(32).toString('base64'), { mode: 0o600 })
    const amin = await startAmin(data)
    await amin.exited
    expect(amin.stderr()).toContain(
      'a rotation of the master key was interrupted: give `amin key rotate` again',
    )
    expect(await runAmin(data, ['doctor'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('give `amin key rotate` again'),
    })
    await rotate(data, 1)
    expect(await verified(data)).toEqual([0, []])
  })
})

describe.each(['sqlite', ...(mongoAvailable() ? ['mongo'] : [])])('killed at any time, on %s', (engine) => {
  test('it ends when it is given again, and every case opens', async () => {
    const { at, of } = aPlace()
    const data = { ...of('data'), ...(engine === 'mongo' ? { AMIN_STORE: (await server()).uri() } : {}) }
    mkdirSync(at('data'))
    const ids = Array.from({ length: 60 }, (_, i) => String(i).padStart(26, '0') as CaseId)
    const withKeys = async <T>(
      act: (sealer: Awaited<ReturnType<typeof openSealer>>) => Promise<T>,
    ): Promise<T> => {
      const stores = await openStores(configOf(data), makeMemoryLog())
      const keys = await stores.openKeys()
      try {
        return await act(
          await openSealer({
            masterKey: await openMasterKey(at('safe', 'master.key'), { create: true }),
            keys,
          }),
        )
      } finally {
        await keys.close()
        await stores.close()
      }
    }
    const words = await withKeys((sealer) =>
      Promise.all(ids.map(async (id) => (await sealer.forCase(id)).seal('entry', id))),
    )
    let kills = 0
    // From before it does anything until it is through, on a fast machine and on a slow one.
    for (let wait = 100; ; wait += Math.max(40, wait * 0.15)) {
      const { code, stdout, stderr } = await runAmin(data, ['key', 'rotate'], wait)
      if (code !== null) {
        expect([code, stdout], stderr).toEqual([0, '60 case keys: under the new master key\n'])
        break
      }
      kills += 1
    }
    expect(kills).toBeGreaterThan(0)
    await withKeys(async (sealer) => {
      for (const [i, id] of ids.entries())
        expect((await sealer.forCase(id)).open('entry', words[i]!)).toBe(id)
    })
    expect(readdirSync(at('safe')).filter((name) => /\.(new|tmp)$/.test(name))).toEqual([])
  })
})

describe('copies', () => {
  const copied = async ({ at }: ReturnType<typeof aPlace>, data: Settings, name: string): Promise<void> => {
    const { code } = await run('backup', configOf(data), [
      '--to',
      at(`${name}-store`),
      '--keys-to',
      at(`${name}-keys`),
    ])
    expect(code).toBe(0)
  }
  const putBack = (
    { at, of }: ReturnType<typeof aPlace>,
    name: string,
    store: string,
    keys: string,
    key: string,
  ): Settings => {
    cpSync(at(`${store}-store`), at(name), {
      recursive: true,
      filter: (path) => !path.endsWith('manifest-sha256.txt'),
    })
    cpSync(at(`${keys}-keys`, 'keys.db'), at(name, 'keys.db'))
    return of(name, key)
  }

  test('of after a rotation open with the new key; those of before with the old one, and with no other', async () => {
    const place = aPlace()
    const data = place.of('data')
    const cases = await fillStore(configOf(data), 2, [1_000])
    await copied(place, data, 'old')
    await rotate(data, 2)
    await copied(place, data, 'new')
    const former = readdirSync(place.at('safe')).find((name) => name.includes('.old-'))!
    const known = await lookUps(data)
    // The store is not under the master key: an old copy of it goes with new keys, and the other way round.
    for (const [i, store, keys, key] of [
      [1, 'new', 'new', 'master.key'],
      [2, 'old', 'old', former],
      [3, 'old', 'new', 'master.key'],
      [4, 'new', 'old', former],
    ] as const) {
      const again = putBack(place, `again${i}`, store, keys, key)
      for (const one of cases) expect(await opens(again, one)).toBe('open')
      expect(await verified(again)).toEqual([0, []])
      expect(await lookUps(again)).toEqual(known)
    }
    for (const [i, keys, key] of [
      [5, 'new', former],
      [6, 'old', 'master.key'],
    ] as const)
      await expect(
        openFoundation(configOf(putBack(place, `again${i}`, 'new', keys, key)), makeMemoryLog()),
      ).rejects.toMatchObject({
        code: 'master_key_wrong',
      })
    expect(
      filesIn(place.at('new-keys'))
        .map((file) => file.slice(place.at('new-keys').length + 1))
        .sort(),
    ).toEqual(['keys.db', 'manifest-sha256.txt'])
  })

  test('of the keys from before an erasure, with the old master key, are destroyed again; rotated again they stay so', async () => {
    const place = aPlace()
    const data = place.of('data')
    const cases = await fillStore(configOf(data), 2, [1_000])
    await copied(place, data, 'old')
    await rotate(data, 2)
    expect((await run('erase', configOf(data), [cases[0]!.code, '--reason', 'r'])).code).toBe(0)
    await copied(place, data, 'new')
    const former = readdirSync(place.at('safe')).find((name) => name.includes('.old-'))!
    const again = putBack(place, 'again', 'new', 'old', former)
    await (await startApp(configOf(again), { official: {} }, makeMemoryLog())).stop()
    expect(await opens(again, cases[0]!)).toBe('erased')
    await rotate(again, 1)
    expect([await opens(again, cases[0]!), await opens(again, cases[1]!)]).toEqual(['erased', 'open'])
    expect(await verified(again)).toEqual([0, []])
  })
})

describe.runIf(mongoAvailable())('over a server', () => {
  test('a rotated store moves there and back with all that it inherited, and can be rotated there', async () => {
    const { at, of } = aPlace()
    const data = of('data')
    await fill(data, 8)
    const known = await lookUps(data)
    const before = await casesIn(data)
    await rotate(data, before.keys)
    const uri = (await server()).uri()
    const there = { ...data, AMIN_STORE: uri }
    expect(await migrate(data, uri)).toMatchObject({ code: 0 })
    expect(await lookUps(there)).toEqual(known)
    await rotate(there, before.keys)
    expect(await lookUps(there)).toEqual(known)
    const afar = { ...of('afar'), AMIN_STORE: uri }
    expect(await migrate(afar, `sqlite:${at('afar', 'amin.db')}`)).toMatchObject({ code: 0 })
    const back = of('afar')
    expect(await lookUps(back)).toEqual(known)
    expect(await casesIn(back)).toEqual(before)
    // Where keys of before the rotation lie, nothing is mixed with them.
    const mixed = await migrate(there, `sqlite:${at('data', 'new.db')}`)
    expect(mixed).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the target belongs to another master key'),
    })
  })

  test('is refused as long as any process runs, an idle one too, or one that was killed a moment ago', async () => {
    const { of } = aPlace()
    const data = { ...of('data'), AMIN_STORE: (await server()).uri() }
    await fillStore(configOf(data), 1, [])
    for (const end of ['stop', 'kill'] as const) {
      const amin = await startAmin({ ...of('elsewhere'), AMIN_STORE: data.AMIN_STORE, AMIN_ROLES: 'console' })
      onTestFinished(() => amin.kill())
      await amin.says(/Console:/)
      const refused = await run('key rotate', configOf(data))
      expect(refused).toMatchObject({
        code: 2,
        printed: [],
        said: expect.stringContaining('stop every one of them first, on every machine'),
      })
      await amin[end]()
      if (end === 'stop') await rotate(data, 1)
      else expect(await run('key rotate', configOf(data))).toMatchObject({ code: 2 })
    }
    const mongo = await openMongo({ uri: data.AMIN_STORE })
    await mongo.db().collection('claim').deleteMany({})
    await mongo.close()
    await rotate(data, 1)
    expect(await verified(data)).toEqual([0, []])
  })
})
