import { describe, expect, test } from 'vitest'
import type { Setting } from '../../core/ports/store/settings.ts'
import type { Store } from '../../core/ports/store/store.ts'
import { at, type StoreWorld } from './store-builders.ts'

const setting = (name: string, version: number, body = `"${name} ${version}"`): Setting => ({
  name,
  version,
  at: at(version),
  by: `member ${version}`,
  body,
})

export const describeSettings = (world: () => StoreWorld): void =>
  void describe('settings', () => {
    const store = (): Store => world().store

    test('a section is there as it was put, after opening again as well', async () => {
      expect(await store().settings.list()).toStrictEqual([])
      expect(await store().settings.put(setting('teams', 1))).toBe(true)
      expect(await store().settings.put(setting('hotlines', 1))).toBe(true)
      expect(await store().settings.put(setting('teams', 2, 'null'))).toBe(true)
      const kept = [setting('hotlines', 1), setting('teams', 2, 'null')]
      expect(await store().settings.list()).toStrictEqual(kept)
      expect(await (await world().reopen()).settings.list()).toStrictEqual(kept)
    })

    test('what was changed or taken away lies nowhere any more, and who comes late is still refused', async () => {
      for (const [i, body] of ['"FIRST-SECRET"', '"SECOND-SECRET"', 'null'].entries()) {
        expect(await store().settings.put(setting('telegram', i + 1, body))).toBe(true)
        const lies = await world().settingsAsTheyLie()
        for (const secret of ['FIRST-SECRET', 'SECOND-SECRET'])
          expect(lies.includes(secret)).toBe(body.includes(secret))
      }
      expect(await store().settings.put(setting('telegram', 2, '"late"'))).toBe(false)
      expect(await store().settings.list()).toStrictEqual([setting('telegram', 3, 'null')])
    })

    test('of two who change the same version one is refused, and what the other kept stands', async () => {
      await store().settings.put(setting('teams', 1))
      const both = await Promise.all([
        store().settings.put(setting('teams', 2, '"one"')),
        store().settings.put(setting('teams', 2, '"two"')),
      ])
      expect(both.filter(Boolean)).toHaveLength(1)
      expect(await store().settings.list()).toMatchObject([{ version: 2, body: both[0] ? '"one"' : '"two"' }])
    })

    test('only the next version is kept: none is left out, none comes twice, none comes first', async () => {
      expect(await store().settings.put(setting('teams', 2))).toBe(false)
      expect(await store().settings.put(setting('teams', 1))).toBe(true)
      expect(await store().settings.put(setting('teams', 1, '"again"'))).toBe(false)
      expect(await store().settings.put(setting('teams', 3))).toBe(false)
      expect(await store().settings.list()).toStrictEqual([setting('teams', 1)])
    })
  })
