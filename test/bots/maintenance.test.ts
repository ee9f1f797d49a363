import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  describeMaintenance,
  makeMaintenance,
  readMaintenance,
  vaultFigures,
} from '../../bots/maintenance.ts'
import { makeMetrics } from '../../bots/metrics.ts'
import type { ObjectId } from '../../core/base/ids.ts'
import type { CareCall } from '../../core/ports/alarm.ts'
import { hours, minutes } from '../../core/base/units.ts'
import { openStage, reachStory, type Stage } from '../build/stage.ts'

let dir: string
let stage: Stage
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'amin-keeping-'))
  mkdirSync(join(dir, 'run'))
  stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  await person.sendsFile(new Uint8Array(1000))
  await stage.workAll()
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const turnOff = async (): Promise<ObjectId> => {
  for await (const object of stage.vault.list()) {
    await stage.vault.remove(object)
    return object
  }
  throw new Error('no object')
}

const openKeeper = (answers: readonly ('taken' | 'unreachable')[] = [], owner = 'test') => {
  const calls: CareCall[] = []
  const left = [...answers]
  const care = {
    tell: async (call: CareCall) => {
      calls.push(call)
      return left.shift() ?? 'taken'
    },
  }
  const keeper = makeMaintenance({
    foundation: { ports: stage.ports, care },
    dataDir: dir,
    every: hours(24),
    owner,
  })
  return { keeper, calls }
}
const errors = (): string[] =>
  stage.log.lines.filter(({ level }) => level === 'error').map(({ message }) => message)

describe('what became of a sealed object', () => {
  test('is told once, by log, line and metric, over turns and restarts, and no more when the round finds it whole', async () => {
    const object = await turnOff()
    const first = openKeeper()
    await first.keeper.turn()
    await first.keeper.turn()
    const second = openKeeper()
    await second.keeper.turn()
    const { caseId } = (await stage.store.views.list({}, { limit: 1 })).rows[0]!
    expect(first.calls).toEqual([
      { what: 'vault_fault', object, caseId, fault: 'missing', at: expect.any(Number) },
    ])
    expect(second.calls).toEqual([])
    expect(errors()).toEqual(['a sealed object is not as it was written'])
    expect(describeMaintenance(readMaintenance(dir))).toEqual({
      objects: '1 at fault, see amin verify --store',
    })
    const metrics = makeMetrics(
      stage.store,
      stage.clock.now,
      () => [],
      () => vaultFigures(dir, stage.vault),
    )
    expect(await metrics()).toMatch(/^amin_vault_faults 1$/m)
    await stage.desk.erase((await stage.store.views.list({}, { limit: 1 })).rows[0]!.code, 'operator', 'r')
    await second.keeper.turn()
    expect(await metrics()).toMatch(/^amin_vault_faults 0$/m)
    expect(describeMaintenance(readMaintenance(dir))).toEqual({})
  })

  test('is told again until somebody takes it', async () => {
    await turnOff()
    const { keeper, calls } = openKeeper(['unreachable', 'unreachable', 'taken'])
    for (let n = 0; n < 5; n += 1) {
      await keeper.turn()
      stage.clock.advance(minutes(1))
    }
    expect(calls).toHaveLength(3)
    expect(new Set(calls.map(({ at }) => at)).size).toBe(1)
  })

  test('is looked for by one process at a time, and by another when that one ends', async () => {
    await turnOff()
    const one = openKeeper([], 'one')
    const other = openKeeper([], 'other')
    await one.keeper.turn()
    writeFileSync(join(dir, 'run', 'keeping.json'), '{}')
    await other.keeper.turn()
    expect(other.calls).toEqual([])
    await one.keeper.stop()
    await other.keeper.turn()
    expect(other.calls).toHaveLength(1)
  })

  test('is found all the same where the note of before is cut, or cannot be written', async () => {
    await turnOff()
    writeFileSync(join(dir, 'run', 'keeping.json'), '{"v":1,"scr')
    const { keeper, calls } = openKeeper()
    await keeper.turn()
    expect(calls).toHaveLength(1)
    rmSync(join(dir, 'run'), { recursive: true })
    await keeper.turn()
    await keeper.turn()
    // With the note its word went that it was told: once more, and not with every turn.
    expect(calls).toHaveLength(2)
  })
})
