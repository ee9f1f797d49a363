import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { openMongo } from '../../adapters/mongo/connection.ts'
import { startApp } from '../../bots/compose.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { runCommand } from '../build/command.ts'
import { fillStore, type Filled } from '../build/filled.ts'
import { useMongo } from '../build/mongo-server.ts'
import { makeDataDir } from '../journey/amin-process.ts'

vi.setConfig({ testTimeout: 240_000 })

const server = useMongo()

let root: string
let config: Config
let cases: Filled
const at = (...names: string[]): string => join(root, ...names)

const begin = async (people: number, store?: string): Promise<void> => {
  const data = makeDataDir()
  onTestFinished(data.remove)
  root = data.dir
  mkdirSync(at('safe'))
  config = readConfig({
    AMIN_DATA: at('data'),
    AMIN_ROLES: 'worker,console',
    AMIN_PORT: '0',
    AMIN_MASTER_KEY_FILE: at('safe', 'master.key'),
    AMIN_CHECKPOINT_KEY_FILE: at('safe', 'checkpoint.key'),
    ...(store === undefined ? {} : { AMIN_STORE: store }),
  }) as Config
  cases = await fillStore(config, people, [])
}

const run = async (command: string, ...args: readonly string[]) => {
  const { code, said, printed } = await runCommand(config, command, args)
  return { code, said: said.join('\n'), printed: printed.join('\n') }
}

/** Starts, asks for readiness, stops. What it was refused with, where it does not start. */
const start = async (
  while_: () => void = () => undefined,
): Promise<{ readonly status: number; readonly keys: string } | string> => {
  const app = await startApp(config, { official: {} }, makeMemoryLog()).catch(
    (error: unknown) => (error as Error).message,
  )
  if (typeof app === 'string') return app
  try {
    while_()
    const answer = await fetch(`${app.http?.url ?? ''}/readyz`)
    return {
      status: answer.status,
      keys: ((await answer.json()) as { parts: Record<string, string> }).parts['keys'] ?? '',
    }
  } finally {
    await app.stop()
  }
}

const forget = (...ids: readonly string[]): void => {
  const db = new DatabaseSync(at('data', 'keys.db'))
  for (const id of ids) db.prepare('DELETE FROM key WHERE case_id = ?').run(id)
  db.close()
}

const REFUSED = (n: number, of: number): RegExp =>
  new RegExp(
    `^keys of cases are missing: ${n} of ${of} cases have no key in the key store, and cannot be opened: put back keys\\.db`,
  )

describe('in SQLite', () => {
  beforeEach(() => begin(3))

  test('with every key, start, readiness and doctor are green', async () => {
    expect(await start()).toEqual({ status: 200, keys: 'ready' })
    expect((await run('doctor')).printed).toContain('ok    case keys: 3 cases, each with its key')
  })

  test('without the key store nothing starts, no key is made in the place of one that was lost, and the copy put back opens every case', async () => {
    cpSync(at('data', 'keys.db'), at('keys.db'))
    rmSync(at('data', 'keys.db'))
    expect(await start()).toMatch(REFUSED(3, 3))
    const doctor = await run('doctor')
    expect(doctor.code).toBe(1)
    expect(doctor.printed).toContain('FAULT case keys: keys of cases are missing: 3 of 3 cases have no key')
    await expect(run('case show', cases[0]!.code)).rejects.toThrow(/keys of cases are missing/)
    cpSync(at('keys.db'), at('data', 'keys.db'))
    expect(await start()).toEqual({ status: 200, keys: 'ready' })
    expect((await run('case show', cases[0]!.code)).code).toBe(0)
  })

  test('an empty key store, and that of another Amin, are refused as well', async () => {
    forget(...cases.map(({ caseId }) => caseId))
    expect(await start()).toMatch(REFUSED(3, 3))
    const own = at('data')
    const kept = config
    const ours = root
    await begin(1)
    const others = at('data', 'keys.db')
    cpSync(others, join(own, 'keys.db'))
    config = kept
    root = ours
    expect(await start()).toMatch(/^the master key does not open this store/)
  })

  test('a lost master key is not made anew where there are cases, though the key store is gone too', async () => {
    rmSync(at('data', 'keys.db'))
    rmSync(at('safe', 'master.key'))
    expect(await start()).toMatch(/^this store has a master key, but its file is not there/)
    expect(existsSync(at('safe', 'master.key'))).toBe(false)
  })

  test('one key that is missing is red, and named; once it is known to be lost Amin starts and goes on saying so', async () => {
    forget(cases[1]!.caseId)
    expect(await start()).toMatch(REFUSED(1, 3))
    expect(await run('key lost')).toMatchObject({ code: 1, printed: `case ${cases[1]!.caseId} key: missing` })
    expect((await run('key lost', '--accept')).code).toBe(0)
    expect(await start()).toEqual({ status: 200, keys: 'ready' })
    expect((await run('doctor')).printed).toContain(
      'ok    case keys: 3 cases; 1 are known to have lost their key',
    )
    expect((await run('verify', '--store')).printed).toBe(`case ${cases[1]!.caseId} key: missing`)
  })

  test('keys that go while Amin runs turn readiness red', async () => {
    expect(await start(() => forget(cases[0]!.caseId, cases[2]!.caseId))).toEqual({
      status: 503,
      keys: '2 of 3 cases have no key in the key store, and cannot be opened',
    })
  })

  test('an erased case is none whose key is missing', async () => {
    await run('erase', cases[0]!.code, '--reason', 'r')
    forget(cases[0]!.caseId)
    expect(await start()).toEqual({ status: 200, keys: 'ready' })
  })

  test('a case without its key can still be erased, and the others are listed beside it', async () => {
    forget(cases[1]!.caseId)
    expect((await run('case list')).code).toBe(0)
    expect((await run('erase', cases[1]!.code, '--reason', 'r')).code).toBe(0)
    const foundation = await openFoundation(config, makeMemoryLog())
    expect(await foundation.desk.open(cases[1]!.code)).toBe('erased')
    await foundation.close()
  })
})

test('on a MongoDB server the loss of the keys database is refused as well', async () => {
  const uri = (await server()).uri()
  await begin(2, uri)
  const mongo = await openMongo({ uri, log: makeMemoryLog() })
  onTestFinished(() => mongo.close())
  await mongo.connection.useDb(`${mongo.connection.name}_keys`).collection('key').deleteMany({})
  expect(await start()).toMatch(REFUSED(2, 2))
  expect((await run('doctor')).printed).toContain('FAULT case keys')
})
