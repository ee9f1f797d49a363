import { describe, expect, onTestFinished, test } from 'vitest'
import type { Mongo } from '../../../adapters/mongo/connection.ts'
import { openMongoKeys } from '../../../adapters/mongo/keys.ts'
import { openMongoStore } from '../../../adapters/mongo/index.ts'
import { mongoAvailable } from '../../build/ferretdb.ts'
import { useMongo } from '../../build/mongo-server.ts'
import { aCase, bytesOf } from '../../contract/store-builders.ts'
import { connectTo } from './world.ts'

const server = useMongo()
const RACES = 40

const keysOf = (mongo: Mongo) =>
  mongo.connection.useDb(`${mongo.connection.name}_keys`).collection<{ _id: string }>('key')

const connectTwice = async (): Promise<readonly [Mongo, Mongo]> => {
  const uri = (await server()).uri()
  const [one, two] = [await connectTo(uri), await connectTo(uri)]
  onTestFinished(() => one.connection.useDb(`${one.connection.name}_keys`).dropDatabase())
  return [one, two]
}

describe.skipIf(!mongoAvailable())('a key that is destroyed while another process', () => {
  test('keeps it, is gone, and no byte of it is left', async () => {
    const [here, there] = await connectTwice()
    const [one, two] = [await openMongoKeys(here), await openMongoKeys(there)]
    for (let i = 0; i < RACES; i++)
      await Promise.all([one.keep(aCase(`k${i}x`), bytesOf('key')), two.destroy(aCase(`k${i}x`))])
    for (let i = 0; i < RACES; i++) expect(await one.get(aCase(`k${i}x`))).toBe('destroyed')
    expect(await keysOf(here).find({}).toArray()).toEqual([])
  })

  test('puts it under another master key, is gone, and no byte of it is left', async () => {
    const [here, there] = await connectTwice()
    const [one, two] = [await openMongoKeys(here), await openMongoKeys(there)]
    for (let i = 0; i < RACES; i++) {
      await one.keep(aCase(`r${i}x`), bytesOf('old'))
      await Promise.all([one.replace(aCase(`r${i}x`), bytesOf('new')), two.destroy(aCase(`r${i}x`))])
      expect(await two.get(aCase(`r${i}x`))).toBe('destroyed')
    }
    expect(await keysOf(here).find({}).toArray()).toEqual([])
  })
})

test.skipIf(!mongoAvailable())(
  'keys are in a database of their own, and a late insert of one brings nothing back',
  async () => {
    const [mongo] = await connectTwice()
    const store = await openMongoStore(mongo)
    const keys = await openMongoKeys(mongo)
    await keys.keep(aCase('a'), bytesOf('key'))
    const names = (await mongo.db().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
    expect(names.filter((name) => ['key', 'destroyed', 'checked'].includes(name))).toEqual([])
    await keys.destroy(aCase('a'))
    await keysOf(mongo).insertOne({ _id: aCase('a'), wrapped: Buffer.from('key') } as never)
    expect(await keys.get(aCase('a'))).toBe('destroyed')
    expect(await keys.keep(aCase('a'), bytesOf('key'))).toBe('destroyed')
    await keys.close()
    await store.close()
    await expect(keys.get(aCase('a'))).rejects.toMatchObject({ code: 'store_unavailable' })
  },
)
