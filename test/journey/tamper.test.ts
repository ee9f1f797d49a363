import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeMemoryChannel } from '../../adapters/memory/channel.ts'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { openImages } from '../../adapters/imaging/index.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { startSender } from '../../bots/sender.ts'
import { makeMemoryExaminer } from '../../adapters/memory/examiner.ts'
import { startWorker } from '../../bots/worker.ts'
import { verifyStore } from '../../core/custody/verify-case.ts'
import { describeFault } from '../../core/custody/store-fault.ts'
import type { Inbound, InboundBody } from '../../core/base/message.ts'
import { makeInboundSink } from '../../core/services/inbound/sink.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { bytes } from '../../core/base/units.ts'
import { runs } from '../property/runs.ts'
import { makeDataDir } from './amin-process.ts'
import { openChance } from '../chance.ts'

/** A part of the promise in each run of the suite: "npm run fuzz -- --way laws" makes more than its 2,000. */
const FLIPS = runs(250).numRuns

const data = makeDataDir()
const config = readConfig({ AMIN_DATA: data.dir }) as Config
const faultsNow = async (): Promise<string[]> => {
  const foundation = await openFoundation(config, makeMemoryLog())
  const faults: string[] = []
  // The guards are taken away for the damage (test/scripts/rollback.test.ts has them named), and
  // are no part of it.
  for await (const fault of verifyStore(foundation.ports))
    if (fault.what !== 'schema') faults.push(describeFault(fault))
  await foundation.close()
  return faults
}

/** Three people tell their story and send files, one of them is erased: a store with every kind of row. */
beforeAll(async () => {
  const foundation = await openFoundation(config, makeMemoryLog())
  const { ports, casebook, desk } = foundation
  const channel = makeMemoryChannel({ clock: ports.clock })
  const images = openImages()
  const worker = startWorker(
    { ...ports, images, examiner: makeMemoryExaminer(), channel: () => channel },
    casebook,
    'test',
  )
  const sender = startSender(ports, casebook, channel, 'test')
  const sink = makeInboundSink({ ...ports, inbox: ports.store.inbox })
  let message = 0
  for (const chat of ['1', '2', '3']) {
    const say = (body: InboundBody): Inbound => ({
      v: 1,
      channel: 'telegram',
      account: 'bot',
      chat,
      message: String((message += 1)),
      edit: 0,
      sentAt: ports.clock.now(),
      from: {},
      body,
    })
    const texts = ['hello', 'continue', 'I am 22', 'He wants money or he will publish my photos']
    const files = [1, 70_000, 200_000].map((size, i) => {
      channel.files.set(`${chat}-${i}`, new Uint8Array(size).fill(i))
      return say({
        kind: 'media',
        media: { kind: 'document', capture: 'as_sent', ref: `${chat}-${i}`, size: bytes(size) },
      })
    })
    await sink.put([...texts.map((text) => say({ kind: 'text', text: untrusted(text) })), ...files])
  }
  worker.inbox.beat()
  await vi.waitFor(
    async () => {
      const depths = await Promise.all([ports.store.inbox.depth(), ports.store.outbox.depth()])
      expect(depths.map((depth) => depth.waiting)).toEqual([0, 0])
      // Timers ring later: they are no work that is left. What is worked on is due again within ten
      // minutes, as a time limit in the words would be, so that they name none.
      expect((await ports.store.jobs.nextDue()) ?? Infinity).toBeGreaterThan(ports.clock.now() + 15 * 60_000)
    },
    { timeout: 60_000 },
  )
  const [first] = (await desk.list({}, { limit: 10 })).rows
  await desk.erase(first!.code, 'test', 'to have a tombstone')
  await worker.stop()
  await sender.stop()
  await images.close()
  await foundation.close()
})

afterAll(() => data.remove())

/** Flips one bit pattern in one byte and puts it back afterwards. */
const LEDGER = [
  ['entry', 'header', 'TEXT'],
  ['entry', 'sealed', 'BLOB'],
  ['entry', 'prev', 'TEXT'],
  ['entry', 'hash', 'TEXT'],
  ['chain', 'case_id', 'TEXT'],
] as const

describe('a store in which nothing was changed', () => {
  test('verifies whole, an erased case included', async () => {
    expect(await faultsNow()).toEqual([])
  })
})

describe('a changed byte is found and named', () => {
  test(`in any place of the ledger: ${FLIPS} random flips`, { timeout: 600_000 }, async () => {
    const db = new DatabaseSync(join(config.dataDir, 'amin.db'))
    for (const { name } of db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all())
      db.exec(`DROP TRIGGER ${String(name)}`)
    const rows = db.prepare('SELECT case_id AS caseId, seq, entry_no AS no FROM chain').all() as {
      caseId: string
      seq: number
      no: number
    }[]
    const foundation = await openFoundation(config, makeMemoryLog())
    let found = 0
    const chance = openChance()
    try {
      for (let flip = 0; flip < FLIPS; flip += 1) {
        const row = rows[chance.within(0, rows.length)]!
        const [table, column, type] = LEDGER[chance.within(0, LEDGER.length)]!
        const where = table === 'entry' ? 'no = ?' : 'case_id = ? AND seq = ?'
        const key = table === 'entry' ? [row.no] : [row.caseId, row.seq]
        const read = db
          .prepare(`SELECT CAST(${column} AS BLOB) AS value FROM ${table} WHERE ${where}`)
          .get(...key) as {
          value: Uint8Array | null
        }
        const value = read.value ?? new Uint8Array()
        if (value.length === 0) {
          // The tombstone seals nothing: something put there must be found as well.
          db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`).run(Uint8Array.of(1), ...key)
        } else {
          const changed = value.slice()
          const at = chance.within(0, changed.length)
          changed[at] = changed[at]! ^ chance.within(1, 256)
          db.prepare(`UPDATE ${table} SET ${column} = CAST(? AS ${type}) WHERE ${where}`).run(changed, ...key)
        }
        const faults: string[] = []
        for await (const fault of verifyStore(foundation.ports)) faults.push(describeFault(fault))
        if (faults.some((fault) => fault.includes(row.caseId))) found += 1
        if (table === 'entry')
          db.prepare(`UPDATE entry SET ${column} = CAST(? AS ${type}) WHERE no = ?`).run(value, row.no)
        else db.prepare('UPDATE chain SET case_id = ? WHERE entry_no = ?').run(row.caseId, row.no)
      }
    } finally {
      await foundation.close()
      db.close()
    }
    process.stdout.write(`${JSON.stringify({ test: 'tamper', flips: FLIPS, found })}\n`)
    expect(found).toBe(FLIPS)
    expect(await faultsNow()).toEqual([])
  })

  test('in any place of a sealed object', async () => {
    const chance = openChance()
    const dir = join(data.dir, 'vault')
    const files = (
      readdirSync(dir, { recursive: true, withFileTypes: true }) as {
        name: string
        parentPath: string
        isFile: () => boolean
      }[]
    ).filter((file) => file.isFile())
    expect(files.length).toBeGreaterThan(4)
    for (const file of files) {
      const path = join(file.parentPath, file.name)
      const whole = readFileSync(path)
      for (let flip = 0; flip < 20; flip += 1) {
        const changed = Buffer.from(whole)
        const at = chance.within(0, changed.length)
        changed[at] = changed[at]! ^ chance.within(1, 256)
        writeFileSync(path, changed)
        expect((await faultsNow()).filter((fault) => fault.includes(file.name))).toHaveLength(1)
      }
      writeFileSync(path, whole.subarray(0, whole.length - 1))
      expect((await faultsNow()).filter((fault) => fault.includes(file.name))).toHaveLength(1)
      writeFileSync(path, whole)
    }
    expect(await faultsNow()).toEqual([])
  })
})
