import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { mongoAvailable } from '../../build/ferretdb.ts'
import { useMongo } from '../../build/mongo-server.ts'
import { aCase } from '../../contract/store-builders.ts'
import { startChild } from '../sqlite/children.ts'
import { connectTo, counts, openOn } from './world.ts'
import { openChance } from '../../chance.ts'

const server = useMongo()
const KILLS = 6
const NAMES = ['a', 'b', 'c', 'd']
/** Longer than one turn of the child. */
const TURN_MS = 30
const CHILD = fileURLToPath(new URL('crash-child.ts', import.meta.url))

const drift = (part: number): void => {
  const end = performance.now() + part * TURN_MS
  while (performance.now() < end);
}

test.skipIf(!mongoAvailable())(
  `after ${KILLS} SIGKILLs at random moments of two processes all that was acknowledged is there, once, and nothing is there by half`,
  async () => {
    const uri = (await server()).uri()
    const said: string[][] = []
    const chance = openChance()
    for (let run = 0; run < KILLS; run++) {
      const children = ['x', 'y'].map((who) => startChild(CHILD, [uri, `${who}${run}`]))
      const enough = chance.within(5, 45)
      await children[0]!.until((lines) => lines.length > enough)
      for (const child of children) {
        drift(chance.next())
        child.process.kill('SIGKILL')
      }
      await Promise.all(children.map(({ ended }) => ended))
      said.push(...children.flatMap(({ lines }) => lines.map((line) => line.split(' '))))
    }
    const of = (what: string): readonly string[][] =>
      said.filter(([word]) => word === what).map(([, ...rest]) => rest)
    expect(of('done').length).toBeGreaterThan(KILLS)
    expect(of('repeated')).toEqual([])

    const mongo = await connectTo(uri)
    const store = await openOn(mongo)
    const chains = new Map(
      await Promise.all(
        NAMES.map(
          async (name) => [name, (await store.ledger.read(aCase(name))).map(({ seq }) => seq)] as const,
        ),
      ),
    )
    for (const seqs of chains.values()) expect(seqs).toEqual(seqs.map((_, i) => i + 1))
    expect(of('done').filter(([name = '', seq]) => !chains.get(name)?.includes(Number(seq)))).toEqual([])
    const places = new Set(of('done').map(([name, seq]) => `${name}.${seq}`))
    expect(places.size).toBe(of('done').length)

    const entries = [...chains.values()].flat().length
    const rows = (await Promise.all(NAMES.map((name) => store.outbox.ofCase(aCase(name))))).flat()
    expect(rows).toHaveLength(2 * entries)
    expect(await store.jobs.depth()).toMatchObject({ waiting: entries })
    for (const name of NAMES)
      expect((await store.views.byId(aCase(name)))?.seq ?? 0).toBe(chains.get(name)?.length)
    const told = (await store.feed.read(0, 100_000)).filter(({ kinds }) => !kinds.includes('delivery'))
    expect(told.map(({ caseId, seq }) => `${caseId}.${seq}`).sort()).toEqual(
      NAMES.flatMap((name) => (chains.get(name) ?? []).map((seq) => `${aCase(name)}.${seq}`)).sort(),
    )
    const status = new Map(rows.map((row) => [row.id as string, row.status]))
    expect(of('sent').filter(([id = '']) => status.get(id) !== 'sent')).toEqual([])
    expect(of('claimed').filter(([id = '']) => status.get(id) === 'queued')).toEqual([])
    expect(new Set(of('sent').map(([id]) => id)).size).toBe(of('sent').length)
    // What is left belongs to no entry: it was written down, and its process died before the entry.
    const left = await mongo.db().collection<{ commits: { entryId: string }[] }>('spread').find({}).toArray()
    const known = new Set(
      (await mongo.db().collection('entry').find({}).toArray()).map(({ _id }) => String(_id)),
    )
    expect(left.flatMap(({ commits }) => commits).filter(({ entryId }) => known.has(entryId))).toEqual([])
    // Every row that arrived was handled by its commit, or waits.
    const { handled = 0, waiting = 0 } = await counts(mongo, ['handled', 'waiting'])
    expect(handled).toBe(entries)
    expect(waiting).toBeGreaterThanOrEqual(of('put').length - entries)
  },
)
