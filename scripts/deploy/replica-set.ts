import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { mongo } from 'mongoose'

/**
 * `node scripts/deploy/replica-set.ts --members a:27017,b:27017,c:27017`: makes the replica set,
 * its administrator and Amin's user, once; what is there already stays, but for the password of
 * Amin's user, which becomes that of the address. Runs in the network of the first member, because
 * the server takes its first user from its own machine only. AMIN_STORE_FILE and
 * STORE_ROOT_PASSWORD_FILE name files. Leaves with 0 when done, 1 where the servers do not come
 * together, 2 where the files or the passwords are wrong.
 */
const ROOT = 'root'
const PATIENCE_MS = 120_000
const PAUSE_MS = 500
/** Codes of the server: who asks is not known, or may not. */
const REFUSED: ReadonlySet<unknown> = new Set([13, 18])

class Wrong extends Error {}

/** `mongodb://USER:PASSWORD@HOSTS/DATABASE?replicaSet=NAME`, as AMIN_STORE must be here. */
const ADDRESS = /^mongodb:\/\/([^:@/]+):([^:@/]+)@([^@/?]+)\/([\w-]+)\?(.+)$/

export type SetUp = {
  readonly address: string
  readonly rootPassword: string
  readonly members: readonly string[]
  /** The first member, as it is reached from its own machine. */
  readonly local: string
}

const readAddress = (address: string) => {
  const [, user, password, , database, options] = ADDRESS.exec(address) ?? []
  const name = new URLSearchParams(options).get('replicaSet')
  if (user === undefined || password === undefined || database === undefined || name === null)
    throw new Wrong(
      'the store address must be mongodb://USER:PASSWORD@HOSTS/DATABASE?replicaSet=NAME&authSource=admin',
    )
  return { user: decodeURIComponent(user), pwd: decodeURIComponent(password), database, name }
}

/** Asks the admin database of the server at an address one thing. */
export type Ask = (uri: string, command: mongo.Document) => Promise<mongo.Document>

const askServer: Ask = async (uri, command) => {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 5_000 })
  try {
    return await client.db('admin').command(command)
  } finally {
    await client.close()
  }
}

const isRefused = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && REFUSED.has(error.code)

/**
 * Makes the set where there is none, and waits until this member is one of it. Returns whether it
 * is the primary.
 */
const joinTogether = async (
  ask: Ask,
  local: string,
  name: string,
  members: readonly string[],
): Promise<boolean> => {
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    const hello = await ask(local, { hello: 1 })
    if (hello['isreplicaset'] === true)
      // Of those that could be primary the first comes first: on its own machine the first user is made.
      await ask(local, {
        replSetInitiate: {
          _id: name,
          members: members.map((host, i) => ({ _id: i, host, priority: i === 0 ? 2 : 1 })),
        },
      })
    else if (hello['isWritablePrimary'] === true) return true
    else if (hello['secondary'] === true && typeof hello['primary'] === 'string') return false
    if (performance.now() > end) throw new Error('the members do not become a replica set')
    await setTimeout(PAUSE_MS)
  }
}

/**
 * Makes the replica set, its administrator and the user of the address, or finds them there. That
 * user reads and writes the store's database and that of the keys beside it, and nothing else.
 * Throws `Wrong` for what whoever runs it must put right; what the server throws otherwise.
 */
export const setUpReplicaSet = async (
  { address, rootPassword, members, local }: SetUp,
  ask: Ask = askServer,
): Promise<void> => {
  const { user, pwd, database, name } = readAddress(address)
  const here = `mongodb://${local}/?directConnection=true`
  const asRoot = `mongodb://${ROOT}:${encodeURIComponent(rootPassword)}@${members.join(',')}/?authSource=admin&replicaSet=${name}`
  const roles = [database, `${database}_keys`].map((db) => ({ role: 'readWrite', db }))
  const primary = await joinTogether(ask, here, name, members)
  const makeUser = async (): Promise<void> => {
    const { users } = (await ask(asRoot, { usersInfo: user })) as unknown as {
      readonly users: readonly unknown[]
    }
    await ask(asRoot, { [users.length === 0 ? 'createUser' : 'updateUser']: user, pwd, roles })
  }
  try {
    return await makeUser()
  } catch (error) {
    if (!isRefused(error)) throw error
  }
  if (!primary) throw new Wrong('the first member is not the primary; start it first, then run this again')
  try {
    await ask(here, { createUser: ROOT, pwd: rootPassword, roles: [{ role: 'root', db: 'admin' }] })
  } catch (error) {
    throw isRefused(error) ? new Wrong('the servers have an administrator with another password') : error
  }
  await makeUser()
}

const fileOf = (name: string): string => {
  const path = process.env[name]
  if (path === undefined || path === '') throw new Wrong(`${name} must name a file`)
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    throw new Wrong(`${name} names a file that cannot be read`)
  }
}

const membersOf = (): readonly string[] => {
  const { values } = parseArgs({ options: { members: { type: 'string', default: '' } }, strict: false })
  const members = String(values.members).split(',')
  if (!members.every((one) => /^[\w.-]+:\d+$/.test(one)))
    throw new Wrong('say --members HOST:PORT,HOST:PORT,HOST:PORT')
  return members
}

/** Neither an address nor what a server says of a user is told: both may hold a password. */
const refuse = (error: unknown): void => {
  const kind =
    error instanceof mongo.MongoServerError
      ? `mongodb ${error.code}`
      : error instanceof mongo.MongoError
        ? error.name
        : undefined
  process.stderr.write(
    `replica-set: ${error instanceof Wrong ? error.message : `the servers do not come together (${kind ?? 'no answer'})`}\n`,
  )
  process.exitCode = error instanceof Wrong ? 2 : 1
}

if (import.meta.main) {
  try {
    const members = membersOf()
    const local = `127.0.0.1:${members[0]?.split(':')[1] ?? ''}`
    await setUpReplicaSet({
      address: fileOf('AMIN_STORE_FILE'),
      rootPassword: fileOf('STORE_ROOT_PASSWORD_FILE'),
      members,
      local,
    })
    process.stdout.write('the replica set stands\n')
  } catch (error) {
    refuse(error)
  }
}
