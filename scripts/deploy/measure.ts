import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { mongo } from 'mongoose'
import sharp from 'sharp'
import { print, round, startFakeProcess, type FakeProcess } from '../bench/fake-process.ts'
import { freePort, rehearse } from './rehearse.ts'
import { startStandIn } from './stand-in.ts'

/**
 * `node scripts/deploy/measure.ts [CASES]`: what a case costs. That many people (200) tell the bot
 * through the fake Telegram what has happened and send a picture; one worker and one poller do the
 * work over the MongoDB-compatible server of the tests. JSON lines: processor time a message, and
 * for each collection the documents and BSON bytes that a case leaves. The numbers of README's page
 * on capacity come from here.
 */
const CASES = Number(process.argv[2] ?? 200)
/** So many tell their story at the same time. */
const ABREAST = 10
const ANSWERS = ['continue', 'I am 22'] as const
/** About as long as the longer of the sample messages of people. */
const STORY =
  'He has pictures of me and asks for 500 dollars by tonight, or he sends them to my family on Instagram. '.repeat(
    3,
  )
const MORE = ['He writes from @no_such_account', 'I have not paid', 'please help me'] as const
/** A tick of /proc is a hundredth of a second on Linux. */
const TICK_MS = 10
const PAUSE_MS = 200

const cpuMs = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** A photo as phones send it after the platform has made it smaller: noise, so that it is about 100 kB. */
const photo = async (): Promise<string> => {
  const noise = {
    create: {
      width: 640,
      height: 480,
      channels: 3,
      background: '#777',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  } as const
  return (await sharp(noise).jpeg({ quality: 70 }).toBuffer()).toString('base64')
}

const tell = async (fake: FakeProcess, base64: string): Promise<void> => {
  const { id } = (await fake.control('person', { language: 'en' })) as { readonly id: number }
  const does = (verb: string, ...args: readonly unknown[]): Promise<unknown> =>
    fake.control('does', { id, verb, args })
  await does('starts')
  for (const text of [...ANSWERS, STORY, ...MORE]) await does('says', text)
  await does('sendsPhoto', { base64 })
}
const MESSAGES = 1 + ANSWERS.length + 1 + MORE.length + 1

const sizes = async (db: mongo.Db): Promise<void> => {
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    let documents = 0
    let size = 0
    for await (const doc of db.collection(name).find()) {
      documents += 1
      size += mongo.BSON.calculateObjectSize(doc)
    }
    if (documents > 0)
      print({
        measure: 'documents',
        collection: `${db.databaseName.endsWith('_keys') ? 'keys.' : ''}${name}`,
        documents,
        bytes: size,
        perCase: round(documents / CASES),
        bytesPerCase: Math.round(size / CASES),
      })
  }
}

const folder = mkdtempSync(join(tmpdir(), 'amin-measure-'))
const given = process.env['AMIN_TEST_MONGODB_URI']
const standIn = given === undefined ? await startStandIn(folder, await freePort()) : undefined
const address = new URL(given ?? standIn?.uri ?? '')
address.pathname = '/amin_measure'
const fake = await startFakeProcess()
const stage = await rehearse({
  store: address.href,
  telegram: fake,
  scale: { worker: 1, telegram: 1, 'console-1': 0, 'console-2': 0 },
})
const client = new mongo.MongoClient(address.href)
try {
  await Promise.all(stage.actors.map((actor) => actor.ready()))
  const db = client.db('amin_measure')
  const base64 = await photo()
  const pids = {
    worker: stage.of('worker')[0]?.pid() ?? 0,
    poller: stage.of('telegram')[0]?.pid() ?? 0,
    ...(standIn === undefined ? {} : { server: standIn.pid }),
  }
  const used = (): Readonly<Record<string, number>> =>
    Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuMs(pid)]))
  const idle = async (): Promise<boolean> => {
    const left = await Promise.all(
      ['waiting', 'outbox'].map((name) => db.collection(name).countDocuments({})),
    )
    const jobs = await db
      .collection('job')
      .countDocuments({ kind: { $in: ['fetch', 'preview', 'receipt', 'link'] } })
    const { pending } = (await fake.control('stats')) as { readonly pending: number }
    return pending + jobs + (left[0] ?? 0) + (left[1] ?? 0) === 0
  }
  const before = used()
  const began = performance.now()
  for (let told = 0; told < CASES; told += ABREAST) {
    await Promise.all(Array.from({ length: Math.min(ABREAST, CASES - told) }, () => tell(fake, base64)))
    while (!(await idle())) await setTimeout(PAUSE_MS)
  }
  const seconds = (performance.now() - began) / 1000
  const { sent } = (await fake.control('stats')) as { readonly sent: number }
  const messages = CASES * MESSAGES
  const cost = Object.fromEntries(
    Object.entries(used()).map(([name, ms]) => [
      `${name}CpuMsPerMessage`,
      round((ms - (before[name] ?? 0)) / messages),
    ]),
  )
  print({
    measure: 'cost',
    cases: CASES,
    messages,
    sent,
    seconds: Math.round(seconds),
    photoBytes: Buffer.from(base64, 'base64').length,
    ...cost,
  })
  await sizes(db)
  await sizes(client.db('amin_measure_keys'))
} finally {
  for (const name of ['amin_measure', 'amin_measure_keys'])
    await client
      .db(name)
      .dropDatabase()
      .catch(() => undefined)
  await client.close()
  await stage.stop()
  fake.stop()
  await standIn?.kill()
  rmSync(folder, { recursive: true, force: true })
}
