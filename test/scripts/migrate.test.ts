import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { generate } from 'otplib'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openAgents } from '../../adapters/console/server/identity/agents.ts'
import { openAuth, readPeople } from '../../adapters/console/server/identity/auth.ts'
import { makeHotlineChecks } from '../../adapters/console/server/administration/hotline-checks.ts'
import { canonicalJson } from '../../adapters/crypto/canonical.ts'
import { openMongo } from '../../adapters/mongo/connection.ts'
import { holdProcessLock } from '../../adapters/sqlite/process-lock.ts'
import { openTeam } from '../../bots/team.ts'
import { verifyStore } from '../../core/custody/verify-case.ts'
import { describeFault } from '../../core/custody/store-fault.ts'
import type { Commit } from '../../core/ports/store/ledger.ts'
import type { Transfer } from '../../core/ports/store/transfer.ts'
import { after, instant, minutes } from '../../core/base/units.ts'
import type { Side } from '../../scripts/commands/move/side.ts'
import { useMongo } from '../build/mongo-server.ts'
import { leave } from '../adapters/mongo/world.ts'
import { aCase, aChat, aCommit, anInbound, anInboxRow } from '../contract/store-builders.ts'
import { startAmin } from '../journey/amin-process.ts'
import {
  aDataDir,
  configOf,
  fill,
  ledgersOf,
  migrate,
  on,
  passInProcess,
  runAmin,
  sqliteOf,
  withAmin,
  type Settings,
} from './migrate-world.ts'
import { openChance } from '../chance.ts'

const EMAIL = 'first@amin.example'
const PASSWORD = 'a long enough password'
/** What an administrator said of a number. */
const HOTLINE = { line: 'f'.repeat(64), at: instant(1_790_000_000_000), by: 'noor' }

const server = useMongo()
const freshUri = async (): Promise<string> => (await server()).uri()

const ledgersIn = async (settings: Settings) => {
  let found: Awaited<ReturnType<typeof ledgersOf>> | undefined
  await withAmin(settings, async ({ foundation }) => {
    found = await ledgersOf(foundation.ports.store)
  })
  return found
}

const faultsIn = async (settings: Settings): Promise<string[]> => {
  const faults: string[] = []
  await withAmin(settings, async ({ foundation }) => {
    for await (const fault of verifyStore(foundation.ports)) faults.push(describeFault(fault))
  })
  return faults
}

const post = async (url: string, path: string, body: unknown, cookie = ''): Promise<Response> =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-amin': '1',
      origin: url,
      ...(cookie === '' ? {} : { cookie }),
    },
    body: JSON.stringify(body),
  })
const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
const signIn = (url: string) => post(url, '/api/auth/sign-in/email', { email: EMAIL, password: PASSWORD })
const codeOf = (secret: string, shift = 0) =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + shift })

/** As many as one likes: `AMIN_TEST_MIGRATE=10000` is the figure of the promise, and tells what it took. */
const CASES = Number(process.env['AMIN_TEST_MIGRATE'] ?? 200)
const PATIENCE_MS = 300_000 + CASES * 200

vi.setConfig({ testTimeout: PATIENCE_MS })

describe('there and back', () => {
  test('people, ledgers, evidence and what is under way arrive, and Amin goes on where it stood', async () => {
    const data = aDataDir()
    const uri = await freshUri()
    await fill(data, 24)
    const messagesBefore = { waiting: 0, open: 0, head: 0 }
    let key = ''
    await withAmin(data, async ({ foundation }) => {
      const { store, random } = foundation.ports
      messagesBefore.waiting = (await store.inbox.depth()).waiting
      messagesBefore.open = (await store.outbox.depth()).waiting
      messagesBefore.head = await store.feed.head()
      const team = await openTeam(configOf(data), foundation)
      const auth = await openAuth(team.parts)
      const agents = await openAgents({ ...team.parts, auth, random, publicUrl: 'http://127.0.0.1:8080' })
      await makeHotlineChecks(async () => (await auth.$context).adapter).keep(HOTLINE)
      key = (await agents.createKey({ name: 'reader', scopes: ['read'], teams: null })).key
      team.close()
    })
    expect(messagesBefore.waiting).toBeGreaterThan(5)
    expect(messagesBefore.open).toBeGreaterThan(5)

    // Beside a working Amin: an administrator turns the second factor on meanwhile.
    const before = await startAmin({
      ...data,
      AMIN_ROLES: 'console',
      AMIN_ADMIN_EMAIL: EMAIL,
      AMIN_ADMIN_PASSWORD: PASSWORD,
    })
    onTestFinished(() => before.kill())
    await before.says(/Console:/)
    const session = cookiesOf(await signIn(before.url))
    const enabled = (await (
      await post(before.url, '/api/auth/two-factor/enable', { password: PASSWORD }, session)
    ).json()) as {
      totpURI: string
    }
    const secret = new URL(enabled.totpURI).searchParams.get('secret') ?? ''
    expect(
      (
        await post(
          before.url,
          '/api/auth/two-factor/verify-totp',
          { code: await codeOf(secret, -30) },
          session,
        )
      ).status,
    ).toBe(200)

    const beside = await migrate(data, uri)
    expect(beside).toMatchObject({ code: 0 })
    expect(JSON.parse(beside.stdout)).toMatchObject({ complete: false, from: 'sqlite', to: 'mongodb' })
    expect(beside.stderr).toContain('stop Amin and give this command again')
    expect(await before.stop()).toBe(0)

    const moved = await migrate(data, uri)
    expect(moved, moved.stderr).toMatchObject({ code: 0 })
    const summary = JSON.parse(moved.stdout) as Record<string, unknown> & {
      counts: Record<string, number>
      publicKey: string
      signature: string
    }
    expect(summary).toMatchObject({
      complete: true,
      faults: 0,
      counts: { waiting: messagesBefore.waiting, outbox: messagesBefore.open },
    })
    expect(summary.counts['copied']).toBeLessThan(summary.counts['entries'] ?? 0)
    const [file = ''] = readdirSync(data.AMIN_DATA).filter((name) => name.startsWith('migration-'))
    expect(JSON.parse(readFileSync(join(data.AMIN_DATA, file), 'utf8'))).toEqual(summary)
    expect(statSync(join(data.AMIN_DATA, file)).mode & 0o777).toBe(0o600)
    const { signature, ...signed } = summary
    const publicKey = createPublicKey({
      key: Buffer.from(summary.publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    })
    const holds = (text: string): boolean =>
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))
    expect(holds(canonicalJson(signed))).toBe(true)
    expect(holds(canonicalJson({ ...signed, heads: '0'.repeat(64) }))).toBe(false)

    const source = await ledgersIn(data)
    expect(await ledgersIn(on(data, uri))).toEqual(source)
    expect(await faultsIn(on(data, uri))).toEqual([])

    // The old password, the old second factor, the old key.
    const there = await startAmin({ ...on(data, uri), AMIN_ROLES: 'console' })
    onTestFinished(() => there.kill())
    await there.says(/Console:/)
    const first = await signIn(there.url)
    expect(first.status).toBe(200)
    expect(await first.json()).toMatchObject({ twoFactorRedirect: true })
    const second = await post(
      there.url,
      '/api/auth/two-factor/verify-totp',
      { code: await codeOf(secret) },
      cookiesOf(first),
    )
    expect(second.status).toBe(200)
    expect(
      (await fetch(`${there.url}/api/v1/cases`, { headers: { authorization: `Bearer ${key}` } })).status,
    ).toBe(200)
    expect(await there.stop()).toBe(0)

    await withAmin(on(data, uri), async ({ foundation, receive, send, say, channel }) => {
      const { store } = foundation.ports
      const team = await openTeam(configOf(on(data, uri)), foundation)
      expect(await makeHotlineChecks(() => readPeople(team.parts)).read()).toEqual([HOTLINE])
      team.close()
      expect(await store.feed.floor()).toBeGreaterThan(messagesBefore.head)
      expect((await store.outbox.depth()).waiting).toBe(messagesBefore.open)
      await receive()
      expect((await store.inbox.depth()).waiting).toBe(0)
      const open = (await store.outbox.depth()).waiting
      await send()
      expect((await store.outbox.depth()).waiting).toBe(0)
      // All were sent once, but for the one of which nobody knew: a text that may be repeated was.
      expect(channel.sent.length).toBeLessThanOrEqual(open)
      expect(channel.sent.length).toBeGreaterThanOrEqual(open - 1)
      await say('1001', 'hello again')
      await receive()
    })
    const grown = await ledgersIn(on(data, uri))
    expect(grown?.entries).toBeGreaterThan(source?.entries ?? 0)

    // Back to where it came from: what lies there is a beginning of it.
    const back = await migrate(on(data, uri), sqliteOf(data))
    expect(back, back.stderr).toMatchObject({ code: 0 })
    expect(JSON.parse(back.stdout)).toMatchObject({ complete: true, from: 'mongodb', to: 'sqlite' })
    expect(await ledgersIn(data)).toEqual(grown)
    expect(await faultsIn(data)).toEqual([])
    const again = await startAmin({ ...data, AMIN_ROLES: 'console' })
    onTestFinished(() => again.kill())
    await again.says(/Console:/)
    expect(await (await signIn(again.url)).json()).toMatchObject({ twoFactorRedirect: true })
    expect(await again.stop()).toBe(0)
  })

  test('many cases there and back give ledgers that are the same, byte by byte', async () => {
    const data = aDataDir()
    const uri = await freshUri()
    const took: string[] = []
    const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      const start = performance.now()
      const value = await work()
      took.push(`${what} ${((performance.now() - start) / 1000).toFixed(1)} s`)
      return value
    }
    await timed('filling', () => fill(data, CASES))
    const source = await ledgersIn(data)
    const there = await timed('there', () => migrate(data, uri))
    expect(there, there.stderr).toMatchObject({ code: 0 })
    const again = await timed('the same again', () => migrate(data, uri))
    expect(again, again.stderr).toMatchObject({ code: 0 })
    const back = await timed('back', () => migrate(on(data, uri), sqliteOf(data, 'back.db')))
    expect(back, back.stderr).toMatchObject({ code: 0 })
    expect(await ledgersIn(on(data, sqliteOf(data, 'back.db')))).toEqual(source)
    const headsOf = ({ stdout }: { readonly stdout: string }): unknown =>
      (JSON.parse(stdout) as { readonly heads: string }).heads
    expect(headsOf(back)).toBe(headsOf(there))
    const sizes = ['amin.db', 'back.db'].map(
      (name) => `${name} ${(statSync(join(data.AMIN_DATA, name)).size / 1_048_576).toFixed(1)} MiB`,
    )
    if (process.env['AMIN_TEST_MIGRATE'] !== undefined)
      process.stdout.write(
        `${JSON.stringify(source)}\n${[...took, ...sizes].join(', ')}\n${there.stdout}${back.stdout}`,
      )
  })

  test('killed at any instant and given again it ends the same', async () => {
    const data = aDataDir()
    const uri = await freshUri()
    await fill(data, 12)
    const chance = openChance()
    for (let kill = 600; kill < 4_500; kill *= 1.5)
      await migrate(data, uri, kill * (0.7 + chance.next() * 0.6))
    const last = await migrate(data, uri)
    expect(last, last.stderr).toMatchObject({ code: 0 })
    expect(await ledgersIn(on(data, uri))).toEqual(await ledgersIn(data))
  })

  test('cut between any two writes and given again it ends the same, also where messages came meanwhile', async () => {
    const data = aDataDir()
    await fill(data, 12)
    for (const target of [await freshUri(), sqliteOf(data, 'other.db')]) {
      for (let writes = 1, over = false; !over; writes += 3) {
        let left = writes
        const watch = (side: Side): Side => {
          const cut = (): void => {
            if (left-- <= 0) throw new Error('cut')
          }
          const { transfer } = side.store
          const watched: Transfer = {
            ...transfer,
            writeEntries: async (entries) => (cut(), transfer.writeEntries(entries)),
            write: async (kind, records) => (cut(), transfer.write(kind, records)),
            clear: async (kind) => (cut(), transfer.clear(kind)),
            restartFeed: async (above) => (cut(), transfer.restartFeed(above)),
          }
          return { ...side, store: { ...side.store, transfer: watched } }
        }
        const outcome = await passInProcess(data, on(data, target), { watch }).catch(
          (error: unknown) => error,
        )
        over = !(outcome instanceof Error)
        if (!over) expect((outcome as Error).message).toBe('cut')
        if (writes % 2 === 0)
          await withAmin(data, async ({ say, receive, send }) => {
            await say(String(1000 + (writes % 12)), 'something more')
            await receive()
            await send(2)
          })
      }
      await passInProcess(data, on(data, target))
      expect(await ledgersIn(on(data, target))).toEqual(await ledgersIn(data))
      expect(await faultsIn(on(data, target))).toEqual([])
    }
  })

  test('open rows of two cases in one chat keep their order, whatever the order of the cases’ ids', async () => {
    const data = aDataDir()
    const uri = await freshUri()
    const [first, second] = [aCase('z'), aCase('a')]
    const row = { chatKey: aChat('shared'), account: 'bot' } as const
    const commitAll = (commits: readonly Commit[]) =>
      withAmin(data, async ({ foundation }) => {
        for (const commit of commits) expect(await foundation.ports.store.ledger.commit(commit)).toBe('done')
      })
    const orderIn = async (settings: Settings): Promise<readonly string[]> => {
      const ids: string[] = []
      await withAmin(settings, async ({ foundation }) => {
        for await (const { id } of foundation.ports.store.transfer.read('outbox')) ids.push(id)
      })
      return ids
    }
    await commitAll([
      aCommit(first, 1),
      aCommit(first, 2, { outbox: [row] }),
      aCommit(second, 1, { outbox: [row] }),
      aCommit(first, 3, { outbox: [row] }),
    ])
    await passInProcess(data, on(data, uri), { rests: false })
    await passInProcess(data, on(data, sqliteOf(data, 'other.db')), { rests: false })
    await commitAll([aCommit(second, 2, { outbox: [row] }), aCommit(first, 4)])
    const order = [`${first}.2.0`, `${second}.1.0`, `${first}.3.0`, `${second}.2.0`]
    expect(await orderIn(data)).toEqual(order)
    await passInProcess(data, on(data, sqliteOf(data, 'other.db')))
    expect(await orderIn(on(data, sqliteOf(data, 'other.db')))).toEqual(order)
    await passInProcess(data, on(data, uri))
    expect(await orderIn(on(data, uri))).toEqual(order)
    await passInProcess(on(data, uri), on(data, sqliteOf(data, 'back.db')))
    expect(await orderIn(on(data, sqliteOf(data, 'back.db')))).toEqual(order)
  })

  test('what a process that died had left undone behind an entry is done before it is moved', async () => {
    const data = aDataDir()
    const uri = await freshUri()
    await withAmin(on(data, uri), async ({ foundation }) => {
      await foundation.ports.store.inbox.put([anInboxRow('left', 'x')])
    })
    const mongo = await openMongo({ uri })
    onTestFinished(() => mongo.close())
    const handles = { inbound: anInbound('left') }
    await leave(
      mongo,
      'batch',
      aCommit(aCase('a'), 1, { outbox: [{}], jobs: [{}], cause: handles.inbound, handles }),
    )
    expect((await passInProcess(on(data, uri), data)).counts).toMatchObject({
      cases: 1,
      views: 1,
      outbox: 1,
      jobs: 1,
      handled: 1,
      waiting: 0,
    })
  })

  test('over a server it is seen that somebody works: from there only what grows is copied, and nothing to there', async () => {
    const data = aDataDir()
    const uri = await freshUri()
    await fill(data, 4)
    expect(await migrate(data, uri)).toMatchObject({ code: 0 })
    await withAmin(on(data, uri), async ({ foundation }) => {
      const now = foundation.ports.clock.now()
      await foundation.ports.store.inbox.claim(
        { owner: 'another', now, until: after(now, minutes(10)) },
        { chats: 1, perChat: 1 },
      )
    })
    const from = await migrate(on(data, uri), sqliteOf(data, 'back.db'))
    expect(from, from.stderr).toMatchObject({ code: 0 })
    expect(JSON.parse(from.stdout)).toMatchObject({ complete: false })
    const to = await migrate(data, uri)
    expect(to).toMatchObject({ code: 1, stdout: '' })
    expect(to.stderr).toContain('somebody works on the target')
  })

  test('where somebody worked on the store in the middle of it all, that is said, and the next one brings it', async () => {
    const data = aDataDir()
    const uri = await freshUri()
    await fill(data, 4)
    const watch = (side: Side): Side => {
      const { transfer } = side.store
      const restartFeed: Transfer['restartFeed'] = async (above) => {
        await withAmin(data, async ({ say, receive }) => {
          await say('2000', 'a new person')
          await receive()
        })
        await transfer.restartFeed(above)
      }
      return { ...side, store: { ...side.store, transfer: { ...transfer, restartFeed } } }
    }
    const refused = await passInProcess(data, on(data, uri), { watch }).catch((error: unknown) => error)
    expect((refused as { lines?: readonly string[] }).lines).toContain('entries: this store has new ones')
    expect((await passInProcess(data, on(data, uri))).verified).toBeDefined()
    expect(await ledgersIn(on(data, uri))).toEqual(await ledgersIn(data))
  })

  test('an entry that was changed in the target is found and named', async () => {
    const data = aDataDir()
    const uri = await freshUri()
    await fill(data, 6)
    expect(await migrate(data, uri)).toMatchObject({ code: 0 })
    const mongo = await openMongo({ uri })
    onTestFinished(() => mongo.close())
    const entries = mongo.db().collection('entry')
    const [entry] = await entries.find({ seq: 2 }).toArray()
    await entries.updateOne(
      { _id: entry?._id as never },
      { $set: { header: `${String(entry?.['header'])} ` } },
    )
    const found = await migrate(data, uri)
    expect(found.code).toBe(1)
    expect(found.stderr).toContain(`case ${String(entry?.['caseId'])} entry 2: differs`)
    expect(found.stdout).toBe('')
  })

  test('a fault that the store has itself is moved as it is, and told', async () => {
    const data = aDataDir()
    await fill(data, 3)
    const db = new DatabaseSync(join(data.AMIN_DATA, 'amin.db'))
    db.exec("DROP TRIGGER entry_never_changes; UPDATE entry SET header = header || ' ' WHERE no = 2")
    db.close()
    const found = await migrate(data, await freshUri())
    expect(found.code).toBe(1)
    expect(JSON.parse(found.stdout)).toMatchObject({ complete: true, faults: 2 })
    expect(found.stderr).toContain('these faults were in the store before')
  })

  test('what an Amin did on the target since is never undone', async () => {
    const data = aDataDir()
    const uri = await freshUri()
    await fill(data, 8)
    const steps: readonly (readonly [string, Parameters<typeof withAmin>[1]])[] = [
      [
        'the target holds messages that this store does not know',
        async ({ say }) => say('1001', 'written to the new one'),
      ],
      ['the target has sent what still waits here', async ({ send }) => send()],
      [
        'the target is ahead of this store',
        async ({ say, receive }) => {
          await say('1001', 'written to the new one')
          await receive()
        },
      ],
    ]
    for (const [line, step] of steps) {
      expect(await migrate(data, uri)).toMatchObject({ code: 0 })
      await withAmin(on(data, uri), step)
      const refused = await migrate(data, uri)
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toContain(line)
      const mongo = await openMongo({ uri })
      for (const name of ['waiting', 'handled', 'delivery', 'outbox', 'job'])
        await mongo.db().collection(name).deleteMany({})
      await mongo.close()
    }
  })
})

describe('refused', () => {
  test('another master key, another Amin’s cases, another program’s file, itself', async () => {
    const [one, other] = [aDataDir(), aDataDir()]
    await fill(one, 2)
    await fill(other, 2)
    const strange = await migrate(one, sqliteOf(other))
    expect(strange).toMatchObject({ code: 1, stdout: '' })
    expect(strange.stderr).toMatch(/the target holds \d cases that this store does not have/)
    const itself = await migrate(one, sqliteOf(one, '../' + one.AMIN_DATA.split('/').at(-1) + '/amin.db'))
    expect(itself.stderr).toContain('the target is this store itself')
    expect(itself.code).toBe(1)
    const file = join(one.AMIN_DATA, 'foreign.db')
    const db = new DatabaseSync(file)
    db.exec('CREATE TABLE theirs (x)')
    db.close()
    expect(await migrate(one, `sqlite:${file}`)).toMatchObject({ code: 1 })
    writeFileSync(join(one.AMIN_DATA, 'master.key'), readFileSync(join(other.AMIN_DATA, 'master.key')))
    const wrong = await migrate(one, sqliteOf(one, 'new.db'))
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('the master key does not open this store')
  })

  test('a target that another master key has sealed, before anything is written', async () => {
    const [one, other] = [aDataDir(), aDataDir()]
    const uri = await freshUri()
    await fill(one, 1)
    await withAmin(on(other, uri), async () => undefined)
    const refused = await migrate(one, uri)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('the target belongs to another master key')
    const mongo = await openMongo({ uri })
    expect(await mongo.db().collection('entry').countDocuments({})).toBe(0)
    await mongo.close()
  })

  test('two at once, and a store that is not there; nothing is made where one was looked for', async () => {
    const data = aDataDir()
    await fill(data, 1)
    const lock = holdProcessLock(join(data.AMIN_DATA, 'run', 'migrate.lock'))
    const second = await migrate(data, sqliteOf(data, 'new.db'))
    lock.release()
    expect(second).toMatchObject({ code: 1 })
    expect(second.stderr).toContain('another migration runs')
    const nowhere = await migrate(on(data, sqliteOf(data, 'typo.db')), sqliteOf(data, 'new.db'))
    expect(nowhere).toMatchObject({ code: 2 })
    expect(readdirSync(data.AMIN_DATA)).not.toContain('typo.db')
    expect(readdirSync(data.AMIN_DATA)).not.toContain('new.db')
  })

  test('a target may lie in a folder that is not there yet', async () => {
    const data = aDataDir()
    await fill(data, 1)
    const moved = await migrate(data, `sqlite:${join(data.AMIN_DATA, 'new', 'home', 'amin.db')}`)
    expect(moved).toMatchObject({ code: 0 })
    expect(readdirSync(join(data.AMIN_DATA, 'new', 'home'))).toContain('amin.db')
  })

  test('wrong use says what is right use, and no line has an address with its password', async () => {
    const data = aDataDir()
    await fill(data, 1)
    const secret = randomBytes(8).toString('hex')
    const words = [
      [],
      ['--to', 'amin.db'],
      ['--to'],
      ['--from', 'x'],
      ['--to-file', join(data.AMIN_DATA, 'none')],
    ]
    for (const rest of words)
      expect(await runAmin(data, ['store', 'migrate', ...rest])).toMatchObject({ code: 2, stdout: '' })
    const file = join(data.AMIN_DATA, 'address')
    writeFileSync(file, `mongodb://amin:${secret}@127.0.0.1:1/amin?serverSelectionTimeoutMS=500\n`)
    for (const to of [
      ['--to', readFileSync(file, 'utf8').trim()],
      ['--to-file', file],
    ]) {
      const away = await runAmin(data, ['store', 'migrate', ...to])
      expect(away.code).toBe(1)
      expect(away.stderr).toContain('no MongoDB server answers')
      expect(`${away.stdout}${away.stderr}`).not.toContain(secret)
    }
  })
})
