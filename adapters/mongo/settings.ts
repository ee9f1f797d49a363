import { Failure } from '../../core/base/failure.ts'
import { instant } from '../../core/base/units.ts'
import type { Setting, Settings } from '../../core/ports/store/settings.ts'
import type { SettingDoc } from './shapes.ts'
import type { Table } from './table.ts'

const DIGITS = 9
/**
 * Versions of a section that stay: whoever read one of them and comes late is refused by the next. More
 * changes than these between a read and the insert after it there are not.
 */
const KEPT = 5
/** In the place of what an older version said: what was taken away or replaced may be a secret, sealed. */
const GONE = ''
/** Questions until the newest versions are read; each further one is for a change that came in between. */
const MOST_READS = 10

const placeOf = (id: string): Pick<Setting, 'name' | 'version'> => {
  const cut = id.lastIndexOf('#')
  return { name: id.slice(0, cut), version: Number(id.slice(cut + 1)) }
}

const toSettingDoc = ({ name, version, at, by, body }: Setting): SettingDoc => ({
  _id: `${name}#${String(version).padStart(DIGITS, '0')}`,
  at,
  by,
  body,
})

/** Each version is a document of its own, as the bonds of a chat are: who was first is decided by an insert. */
export const makeSettings = (table: Table<SettingDoc>): Settings => {
  const ids = async (): Promise<readonly string[]> =>
    (await table.find({}, { fields: [] })).map(({ _id }) => _id)
  const newest = async (reads = 1): Promise<readonly SettingDoc[]> => {
    // The last of each name as ids are sorted.
    const last = new Map((await ids()).toSorted().map((id) => [placeOf(id).name, id]))
    const docs = await table.byIds([...last.values()])
    const whole = [...docs.values()].filter(({ body }) => body !== GONE)
    if (whole.length === last.size) return whole
    if (reads === MOST_READS) throw new Failure('store_unavailable', 'settings')
    return newest(reads + 1)
  }
  return {
    list: async () =>
      (await newest())
        .map(({ _id, at, by, body }) => ({ ...placeOf(_id), at: instant(at), by, body }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    put: async (setting) => {
      const own = (await ids()).filter((id) => placeOf(id).name === setting.name)
      if (Math.max(0, ...own.map((id) => placeOf(id).version)) !== setting.version - 1) return false
      if ((await table.insert([toSettingDoc(setting)])).size > 0) return false
      const isOld = (id: string): boolean => placeOf(id).version <= setting.version - KEPT
      await table.changeMany(
        own.filter((id) => !isOld(id)).map((id) => ({ id, change: { $set: { body: GONE } } })),
      )
      await table.drop(own.filter(isOld))
      return true
    },
  }
}

/** In the place of what is there of these sections, for a move. */
export const replaceSettings = async (table: Table<SettingDoc>, list: readonly Setting[]): Promise<void> => {
  const names = new Set(list.map(({ name }) => name))
  const there = await table.find({}, { fields: [] })
  await table.drop(there.map(({ _id }) => _id).filter((id) => names.has(placeOf(id).name)))
  await table.insert(list.map(toSettingDoc))
}
