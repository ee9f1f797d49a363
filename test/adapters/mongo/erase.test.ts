import { onTestFinished, describe, expect, test } from 'vitest'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { startApp } from '../../../bots/compose.ts'
import { readConfig, type Config } from '../../../bots/config.ts'
import { openFoundation } from '../../../bots/foundation.ts'
import { runCommand } from '../../build/command.ts'
import { mongoAvailable } from '../../build/ferretdb.ts'
import { fillStore } from '../../build/filled.ts'
import { useMongo } from '../../build/mongo-server.ts'
import { makeDataDir } from '../../journey/amin-process.ts'
import { connectTo } from './world.ts'

const server = useMongo()

const filled = async () => {
  const data = makeDataDir()
  onTestFinished(data.remove)
  const uri = (await server()).uri()
  const mongo = await connectTo(uri)
  const keysDb = mongo.connection.useDb(`${mongo.connection.name}_keys`)
  onTestFinished(() => keysDb.dropDatabase())
  const config = readConfig({ AMIN_DATA: data.dir, AMIN_STORE: uri, AMIN_ROLES: 'worker' }) as Config
  const cases = await fillStore(config, 2, [500_000])
  const collections = {
    keys: keysDb.collection<{ _id: string; wrapped?: unknown }>('key'),
    destroyed: keysDb.collection<{ _id: string }>('destroyed'),
    files: mongo.db().collection('evidence.files'),
    chunks: mongo.db().collection('evidence.chunks'),
  }
  const run = async (command: string, args: readonly string[]) => {
    const { code, said, printed } = await runCommand(config, command, args)
    return { code, printed, said: said.join('\n') }
  }
  return { config, cases, run, ...collections }
}

describe.skipIf(!mongoAvailable())('an erased case in MongoDB', () => {
  test(
    'leaves no key, no file and no chunk of its originals and previews, and the rest holds',
    { timeout: 120_000 },
    async () => {
      const { cases, run, keys, destroyed, files, chunks } = await filled()
      const [gone, kept] = cases as [(typeof cases)[number], (typeof cases)[number]]
      const before = { files: await files.countDocuments({}), chunks: await chunks.countDocuments({}) }
      expect(before.chunks).toBeGreaterThan(before.files)
      const { code, printed } = await run('erase', [gone.code, '--reason', 'r'])
      expect(code).toBe(0)
      expect(JSON.parse(printed[0]!)).toMatchObject({
        key: 'destroyed',
        objects: { named: before.files / 2, left: 0 },
        note: expect.any(String),
      })
      expect([await files.countDocuments({}), await chunks.countDocuments({})]).toEqual([
        before.files / 2,
        before.chunks / 2,
      ])
      expect((await keys.find({}).toArray()).map(({ _id }) => _id)).toEqual([kept.caseId])
      expect((await destroyed.find({}).toArray()).map(({ _id }) => _id)).toEqual([gone.caseId])
      const checked = await run('verify', ['--store', '--deep'])
      expect([checked.code, checked.printed]).toEqual([0, []])
      expect(checked.said).toMatch(/2 cases \(1 erased/)
    },
  )

  test(
    'does not come back with an older copy of the keys, nor with one of the store',
    { timeout: 120_000 },
    async () => {
      const { config, cases, run, keys, destroyed } = await filled()
      const [first, second] = cases as [(typeof cases)[number], (typeof cases)[number]]
      const copy = await keys.find({}).toArray()
      await run('erase', [first.code, '--reason', 'r'])
      await keys.deleteMany({})
      await destroyed.deleteMany({})
      await keys.insertMany(copy)
      // The second is erased elsewhere: this store is older than that, the keys are not.
      await keys.deleteOne({ _id: second.caseId })
      await destroyed.insertOne({ _id: second.caseId })
      const log = makeMemoryLog()
      await (await startApp(config, { official: {} }, log)).stop()
      expect(log.lines.map(({ message }) => message)).toEqual(
        expect.arrayContaining([
          'keys of erased cases were there again, and were destroyed',
          'cases whose keys were destroyed were there again, and were erased',
        ]),
      )
      expect(await keys.find({}).toArray()).toEqual([])
      const foundation = await openFoundation(config, makeMemoryLog())
      for (const { code } of cases) expect(await foundation.desk.open(code)).toBe('erased')
      await foundation.close()
      expect((await run('verify', ['--store'])).printed).toEqual([])
    },
  )
})
