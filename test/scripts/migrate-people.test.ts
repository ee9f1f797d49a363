import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openAuth } from '../../adapters/console/server/identity/auth.ts'
import { makeDeeds } from '../../adapters/console/server/administration/deeds.ts'
import { makeOwnReplies } from '../../adapters/console/server/replies/own-replies.ts'
import type { SavedView } from '../../adapters/console/contract/saved-views.ts'
import { makeSavedViews } from '../../adapters/console/server/views/saved-views.ts'
import { makeTeamReplies } from '../../adapters/console/server/replies/team-replies.ts'
import { openTeam } from '../../bots/team.ts'
import type { AgentId } from '../../core/base/ids.ts'
import { instant } from '../../core/base/units.ts'
import { LEFT, MOVED } from '../../scripts/commands/move/people.ts'
import type { People, Side } from '../../scripts/commands/move/side.ts'
import { useMongo } from '../build/mongo-server.ts'
import { aDataDir, configOf, migrate, on, passInProcess, withAmin, type Settings } from './migrate-world.ts'

const server = useMongo()
const freshUri = async (): Promise<string> => (await server()).uri()

/** Another folder under the same master key: two SQLite ends in one folder would share the people. */
const beside = (data: Settings): Settings => ({
  ...aDataDir(),
  AMIN_MASTER_KEY_FILE: join(data['AMIN_DATA'] ?? '', 'master.key'),
})

type Open = {
  readonly people: People
  readonly auth: Awaited<ReturnType<typeof openAuth>>
  readonly secret: string
}

/** As a console opens them, so with every table made. */
const withPeople = (
  settings: Settings,
  act: (open: Open & Parameters<Parameters<typeof withAmin>[1]>[0]) => Promise<void>,
) =>
  withAmin(settings, async (hands) => {
    const team = await openTeam(configOf(settings), hands.foundation)
    const auth = await openAuth(team.parts)
    try {
      await act({ ...hands, auth, people: (await auth.$context).adapter, secret: team.parts.authSecret })
    } finally {
      team.close()
    }
  })

/** One row in every table there is, with every field set. */
const fillTables = (settings: Settings) =>
  withPeople(settings, async ({ auth, people }) => {
    const { tables } = await auth.$context
    const member = await people.create<Record<string, unknown>, { id: string }>({
      model: 'user',
      data: {
        name: 'Noor',
        email: 'noor@amin.example',
        emailVerified: true,
        createdAt: new Date(1),
        updatedAt: new Date(2),
        role: 'agent',
      },
    })
    for (const model of [...MOVED, ...LEFT].filter((name) => name !== 'user')) {
      const fields = Object.entries(tables[model]?.fields ?? {})
      const data = fields.map(([name, { type, references, bigint }]) => {
        if (references?.model === 'user') return [name, member.id] as const
        if (type === 'date') return [name, new Date(1_790_000_000_000)] as const
        if (type === 'boolean') return [name, true] as const
        return [
          name,
          type === 'number' ? (bigint === true ? 1_790_000_000_000 : 7) : `${model} ${name}`,
        ] as const
      })
      await people.create({ model, data: Object.fromEntries(data) })
    }
  })

const rowsIn = async (settings: Settings, models: readonly string[]) => {
  const found: Record<string, unknown> = {}
  await withPeople(settings, async ({ people }) => {
    for (const model of models)
      found[model] = (
        await people.findMany<Record<string, unknown>>({ model, sortBy: { field: 'id', direction: 'asc' } })
      ).map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null])))
  })
  return found
}
const none = Object.fromEntries(LEFT.map((model) => [model, []]))

describe('the people’s database', () => {
  test('has no table of which nobody said whether it is moved', async () => {
    const data = aDataDir()
    await withPeople(data, async ({ auth }) => {
      expect(Object.keys((await auth.$context).tables).toSorted()).toEqual([...MOVED, ...LEFT].toSorted())
    })
    const db = new DatabaseSync(join(data['AMIN_DATA'] ?? '', 'agents.db'))
    onTestFinished(() => db.close())
    const made = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as {
      readonly name: string
    }[]
    expect(made.map(({ name }) => name).toSorted()).toEqual([...MOVED, ...LEFT].toSorted())
  })

  test('goes there and back row by row; sessions, who is where and what was tried stay behind', async () => {
    const [data, uri] = [aDataDir(), await freshUri()]
    await fillTables(data)
    const all = await rowsIn(data, MOVED)
    for (const model of MOVED) expect(all[model], model).toHaveLength(1)
    const moved = await passInProcess(data, on(data, uri))
    expect(moved.verified?.people).toEqual(Object.fromEntries(MOVED.map((model) => [model, 1])))
    expect(await rowsIn(on(data, uri), MOVED)).toEqual(all)
    expect(await rowsIn(on(data, uri), LEFT)).toEqual(none)
    const other = beside(data)
    await passInProcess(on(data, uri), other)
    expect(await rowsIn(other, MOVED)).toEqual(all)
    expect(await rowsIn(other, LEFT)).toEqual(none)
  })

  test('cut between any two writes, and changed meanwhile, arrives as it is in the end; once more changes nothing', async () => {
    const data = aDataDir()
    await fillTables(data)
    const there = on(data, await freshUri())
    for (const [source, target] of [
      [data, there],
      [there, beside(data)],
    ] as const) {
      let made = 0
      const cutAfter = (writes: number) => (side: Side) => {
        let left = writes
        const cut = (): void => {
          if (left-- <= 0) throw new Error('cut')
          made += 1
        }
        const watched = async (): Promise<People> => {
          const people = await side.people()
          const create: People['create'] = (asked) => (cut(), people.create(asked))
          return { ...people, create, delete: (asked) => (cut(), people.delete(asked)) }
        }
        return { ...side, people: watched }
      }
      for (let writes = 1, over = false; !over; writes += 2) {
        const outcome = await passInProcess(source, target, { watch: cutAfter(writes) }).catch(
          (error: unknown) => error,
        )
        over = !(outcome instanceof Error)
        if (!over) expect((outcome as Error).message).toBe('cut')
        await withPeople(source, async ({ people }) => {
          const version = 7 + writes
          await people.update({
            model: 'teamReplies',
            where: [{ field: 'name', value: 'teamReplies name' }],
            update: { version },
          })
        })
      }
      await passInProcess(source, target)
      expect(await rowsIn(target, MOVED)).toEqual(await rowsIn(source, MOVED))
      made = 0
      await passInProcess(source, target, { watch: cutAfter(Infinity) })
      expect(made).toBe(0)
    }
  })
})

test('ready texts and views of the queue, the team’s and a member’s, are read in the new store, and what administrators did holds link by link', async () => {
  const [data, uri] = [aDataDir(), await freshUri()]
  const texts = { ar: 'لست وحدك', ckb: 'تەنیا نیت', en: 'You are not alone' }
  const kept = [{ id: 'calm', off: false, words: { names: { en: 'Calm' }, texts } }]
  const own = [{ id: 'mine', name: 'Mine', texts: { en: 'I am Noor, I read what you wrote.' } }]
  const noor = 'noor' as AgentId
  const night: SavedView = { id: 'night', name: 'Night', filter: { severity: ['P1'], order: 'longest' } }
  const changer = { at: instant(1_790_000_000_000), by: noor }
  await withPeople(data, async ({ people, secret, foundation }) => {
    expect(await makeTeamReplies(async () => people, secret).keep(0, kept, changer)).toBe(1)
    await makeOwnReplies(async () => people, secret).keep(noor, own)
    const views = makeSavedViews(async () => people, secret)
    expect(await views.shared.keep(0, [night], changer)).toBe(1)
    expect(await views.keep(noor, { version: 0, views: [], chosen: 'night' }, changer.at)).toBe(1)
    for (const kind of ['replies_changed', 'key_made'] as const)
      await makeDeeds(people, foundation.ports).append({ by: 'noor', kind, subject: 'x' })
  })
  const moved = await migrate(data, uri)
  expect(moved, moved.stderr).toMatchObject({ code: 0 })
  await withPeople(on(data, uri), async ({ people, secret, foundation }) => {
    expect(await makeTeamReplies(async () => people, secret).read()).toEqual({
      version: 1,
      list: kept,
      changed: changer,
    })
    expect(await makeOwnReplies(async () => people, secret).of(noor)).toEqual(own)
    expect(await makeDeeds(people, foundation.ports).verify()).toMatchObject({ intact: true, count: 2 })
    const views = makeSavedViews(async () => people, secret)
    expect(await views.shared.read()).toEqual({ version: 1, list: [night], changed: changer })
    expect(await views.of(noor)).toEqual({ version: 1, views: [], chosen: 'night' })
    // Of two who write from the same version the second is told, in this engine too.
    expect(await views.shared.keep(1, [], changer)).toBe(2)
    expect(await views.shared.keep(1, [night], changer)).toBeUndefined()
    // They go on where they stood.
    expect(await makeTeamReplies(async () => people, secret).keep(1, [], changer)).toBe(2)
  })
})
