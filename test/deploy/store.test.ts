import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mongo } from 'mongoose'
import { afterEach, describe, expect, test } from 'vitest'
import { setUpReplicaSet, type Ask } from '../../scripts/deploy/replica-set.ts'
import { freePort } from '../../scripts/deploy/rehearse.ts'
import { standInAvailable, startStandIn } from '../../scripts/deploy/stand-in.ts'
import { builtMain } from '../build/built.ts'

const MAIN = builtMain()
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

const folder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'amin-deploy-'))
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/**
 * A server of our own, whatever AMIN_TEST_MONGODB_URI names: here it is asked for users that this
 * test makes.
 */
const serve = async (
  ...flags: readonly string[]
): Promise<{ readonly port: number; readonly uri: string }> => {
  const port = await freePort()
  const { uri, kill } = await startStandIn(folder(), port, flags)
  cleanups.push(kill)
  return { port, uri }
}

/** Starts the program, which must leave by itself. */
const refused = (store: string) => {
  const dir = folder()
  const { status, stderr } = spawnSync(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      AMIN_DATA: dir,
      AMIN_STORE: store,
      AMIN_ROLES: 'worker',
      AMIN_LOG_LEVEL: 'silent',
    },
    cwd: dir,
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { code: status, lines: stderr.trim().split('\n') }
}

const put = async (
  uri: string,
  collection: string,
  doc: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const client = new mongo.MongoClient(uri)
  await client
    .db('amin')
    .collection(collection)
    .insertOne({ ...doc })
  await client.close()
}

describe.skipIf(!standInAvailable())(
  'a database that is not right is one line, with the exit code that says whose turn it is',
  () => {
    test.each(['mongodb://', 'mongodb://127.0.0.1/amin?nonsense=1'])(
      'an address that cannot be read: %s',
      (store) => {
        const { code, lines } = refused(store)
        expect(code).toBe(2)
        expect(lines).toHaveLength(1)
        expect(lines[0]).toMatch(
          /^amin: (AMIN_STORE must be|a setting is missing or wrong: the MongoDB address)/,
        )
        expect(lines[0]).not.toContain('127.0.0.1')
      },
    )

    test('a user or a password that the server does not take', async () => {
      const { port } = await serve(
        '--test-enable-new-auth',
        '--setup-database=admin',
        '--setup-username=amin',
        '--setup-password=right',
      )
      const { code, lines } = refused(`mongodb://amin:wrong-secret@127.0.0.1:${port}/amin?authSource=admin`)
      expect(code).toBe(2)
      expect(lines).toEqual([
        expect.stringMatching(
          /^amin: a setting is missing or wrong: the MongoDB server refuses the user or the password/,
        ),
      ])
      expect(lines[0]).not.toContain('wrong-secret')
    })

    test.each([
      ['something else', 'entry', { _id: 'x', title: 'somebody else’s' }, /belongs to another program/],
      [
        'a later version',
        'meta',
        { _id: 'schema', application: 'amin', version: 999 },
        /written by a later version/,
      ],
      [
        'another application',
        'meta',
        { _id: 'schema', application: 'other', version: 1 },
        /belongs to another program/,
      ],
    ])('a database of %s is left as it is', async (_, collection, doc, line) => {
      const { uri } = await serve()
      await put(uri, collection, doc)
      const { code, lines } = refused(`${uri}amin`)
      expect(code).toBe(1)
      expect(lines).toEqual([expect.stringMatching(line)])
      const client = new mongo.MongoClient(uri)
      cleanups.push(() => client.close())
      expect(await client.db('amin').collection(collection).find().toArray()).toEqual([doc])
    })
  },
)

/*
 * A server that knows replica sets and users does not run here, so the job is shown to what such a
 * server does, as its manual has it: before the set is made it is nobody; without users it takes
 * the first from its own machine only; then it asks for a password.
 */
const makeMembers = (state: { initiated?: boolean; primary?: boolean } = {}) => {
  const users = new Map<string, { readonly pwd: string; readonly roles: unknown }>()
  const asked: string[] = []
  let { initiated = false } = state
  const refuse = (code: number): never => {
    throw new mongo.MongoServerError({ code, message: 'refused' })
  }
  const ask: Ask = async (uri, command) => {
    const [word = ''] = Object.keys(command)
    asked.push(word)
    const { username, password } = new URL(uri.replace(/@.*/, '@host/').replace(/,.*/, '/'))
    if (word === 'hello')
      return initiated
        ? { isWritablePrimary: state.primary !== false, secondary: state.primary === false, primary: 'a:1' }
        : { isreplicaset: true }
    if (word === 'replSetInitiate') {
      initiated = true
      return { ok: 1 }
    }
    if (username === '' && users.size > 0) return refuse(13)
    if (username !== '' && users.get(username)?.pwd !== decodeURIComponent(password)) return refuse(18)
    const name = String(command[word])
    if (word === 'usersInfo') return { users: users.has(name) ? [{}] : [] }
    if (word === 'createUser' && users.has(name)) return refuse(51_003)
    users.set(name, { pwd: String(command['pwd']), roles: command['roles'] })
    return { ok: 1 }
  }
  return { ask, asked, users }
}

describe('the job that sets the replica set up', () => {
  const setUp = (password: string, rootPassword = 'the root p@ssword') => ({
    address: `mongodb://amin:${password}@a:1,b:2,c:3/amin?replicaSet=amin&authSource=admin`,
    rootPassword,
    members: ['a:1', 'b:2', 'c:3'],
    local: '127.0.0.1:1',
  })

  test('makes the set, then its administrator, then a user who may use the two databases of Amin and nothing else', async () => {
    const { ask, asked, users } = makeMembers()
    await setUpReplicaSet(setUp('first'), ask)
    expect(asked).toEqual([
      'hello',
      'replSetInitiate',
      'hello',
      'usersInfo',
      'createUser',
      'usersInfo',
      'createUser',
    ])
    expect(users.get('root')).toEqual({ pwd: 'the root p@ssword', roles: [{ role: 'root', db: 'admin' }] })
    expect(users.get('amin')).toEqual({
      pwd: 'first',
      roles: [
        { role: 'readWrite', db: 'amin' },
        { role: 'readWrite', db: 'amin_keys' },
      ],
    })
  })

  test('on another run gives that user the password that the address has now, and makes nothing again', async () => {
    const { ask, asked, users } = makeMembers()
    await setUpReplicaSet(setUp('first'), ask)
    asked.length = 0
    await setUpReplicaSet(setUp('second%21'), ask)
    expect(asked).toEqual(['hello', 'usersInfo', 'updateUser'])
    expect(users.get('amin')?.pwd).toBe('second!')
  })

  test('says that the administrator has another password, and changes nothing', async () => {
    const { ask, users } = makeMembers()
    await setUpReplicaSet(setUp('first'), ask)
    await expect(setUpReplicaSet(setUp('second', 'another'), ask)).rejects.toThrow('another password')
    expect([users.get('amin')?.pwd, users.get('root')?.pwd]).toEqual(['first', 'the root p@ssword'])
  })

  test('says so where the first member is not the primary and there is nobody yet', async () => {
    await expect(
      setUpReplicaSet(setUp('x'), makeMembers({ initiated: true, primary: false }).ask),
    ).rejects.toThrow('not the primary')
  })

  test.each(['mongodb://a/amin', 'mongodb://amin:secret@a/amin', 'sqlite:x'])(
    'refuses an address that names no user or no set, without repeating it: %s',
    async (address) => {
      await expect(setUpReplicaSet({ ...setUp('x'), address }, makeMembers().ask)).rejects.toThrow(
        /^the store address must be/,
      )
    },
  )

  test.skipIf(!standInAvailable())(
    'enters a real server with its password, and is refused with another',
    async () => {
      const { port } = await serve(
        '--repl-set-name=amin',
        '--test-enable-new-auth',
        '--setup-database=admin',
        '--setup-username=root',
        '--setup-password=right',
      )
      const at = {
        members: [`127.0.0.1:${port}`],
        local: `127.0.0.1:${port}`,
        address: `mongodb://amin:x@127.0.0.1:${port}/amin?replicaSet=amin`,
      }
      await expect(setUpReplicaSet({ ...at, rootPassword: 'wrong' })).rejects.toThrow('another password')
    },
  )
})
