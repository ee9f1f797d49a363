import { isDeepStrictEqual } from 'node:util'
import {
  SECTION_NAMES,
  SECTIONS,
  type SectionName,
  type Sections,
} from '../adapters/console/contract/settings.ts'
import { seconds, type Instant } from '../core/base/units.ts'
import type { Log } from '../core/ports/log.ts'
import type { Setting, Settings } from '../core/ports/store/settings.ts'
import type { Operator } from './operator.ts'
import { makePollLoop, type PollLoop } from './poll-loop.ts'

/** How long another process may not yet know what somebody set in a console. */
const EVERY = seconds(1)

/** A section as it stands: what holds, and what was kept here whether it holds or not. */
export type Section = {
  readonly from: 'file' | 'here' | 'nowhere'
  readonly value: Sections[SectionName]
  readonly kept?: Pick<Setting, 'version' | 'at' | 'by'>
}

export type SectionPut = {
  /** The version that whoever changes it has read. */
  readonly version: number
  readonly at: Instant
  readonly by: string
  /** Absent: taken away. Checked before. */
  readonly value: Sections[SectionName]
}

/** What the operator file says and what was set in the console, as one. */
export type LiveSettings = {
  /** What holds now; the same object until something changes. */
  readonly operator: () => Operator
  readonly section: (name: SectionName) => Section
  /** Whether the file says it, and so leads. */
  readonly isStated: (name: SectionName) => boolean
  /** False where somebody changed it since; then what they kept is known here. Throws what the store throws. */
  readonly put: (name: SectionName, put: SectionPut) => Promise<boolean>
  /** Reads anew. Throws what the store throws. */
  readonly look: () => Promise<void>
  /**
   * What is kept under a name that is no section, for what is sealed or is no part of an operator file; the
   * same object until something changes.
   */
  readonly kept: (name: string) => Setting | undefined
  /** As `put`, of such a name. */
  readonly keep: (setting: Setting) => Promise<boolean>
  /** Told after each change that is seen here, of whatever name. */
  readonly heed: (changed: () => void) => void
  /** Looks again and again: what another process keeps holds here within a second. */
  readonly watch: () => Pick<PollLoop, 'stop'>
}

const isSection = (name: string): name is SectionName => (SECTION_NAMES as readonly string[]).includes(name)

const readBody = ({ name, version, body }: Setting, log: Log): Sections[SectionName] => {
  if (!isSection(name) || body === 'null') return undefined
  const read = SECTIONS[name].safeParse(JSON.parse(body))
  if (read.success) return read.data
  log.error('a section that was set in the console cannot be read, and does not hold', {
    kind: name,
    count: version,
  })
  return undefined
}

/** Of the file a section leads where it stands in it; an empty list of accounts says nothing. */
const statedIn = (file: Operator, name: SectionName): boolean =>
  name === 'official' ? Object.keys(file.official).length > 0 : file[name] !== undefined

export const openSettings = async (store: Settings, file: Operator, log: Log): Promise<LiveSettings> => {
  let rows: readonly Setting[] = []
  let values: ReadonlyMap<string, Sections[SectionName]> = new Map()
  let operator = file
  const heeding: (() => void)[] = []

  const take = (list: readonly Setting[]): void => {
    if (isDeepStrictEqual(list, rows)) return
    rows = list
    values = new Map(list.map((setting) => [setting.name, readBody(setting, log)]))
    const here = SECTION_NAMES.filter((name) => !statedIn(file, name) && values.get(name) !== undefined)
    operator = { ...file, ...Object.fromEntries(here.map((name) => [name, values.get(name)])) }
    for (const changed of heeding) changed()
  }
  const look = async (): Promise<void> => take(await store.list())
  await look()
  const keep: LiveSettings['keep'] = async (setting) => {
    const done = await store.put(setting)
    await look()
    return done
  }

  const section: LiveSettings['section'] = (name) => {
    const row = rows.find((each) => each.name === name)
    const kept = row === undefined ? {} : { kept: { version: row.version, at: row.at, by: row.by } }
    if (statedIn(file, name)) return { from: 'file', value: file[name], ...kept }
    const value = values.get(name)
    return { from: value === undefined ? 'nowhere' : 'here', value, ...kept }
  }

  let readable = true
  /** Said when it begins and when it ends: it is looked every second. */
  const turn = async (): Promise<void> => {
    try {
      await look()
    } catch (error) {
      if (readable)
        log.warn('what was set in the console cannot be read: what was known before holds', { error })
      readable = false
      return
    }
    if (!readable) log.info('what was set in the console can be read again')
    readable = true
  }

  return {
    operator: () => operator,
    section,
    isStated: (name) => statedIn(file, name),
    put: (name, { version, at, by, value }) =>
      keep({
        name,
        version: version + 1,
        at,
        by,
        body: value === undefined ? 'null' : JSON.stringify(value),
      }),
    kept: (name) => rows.find((each) => each.name === name),
    keep,
    heed: (changed) => void heeding.push(changed),
    look,
    watch: () => makePollLoop({ name: 'settings', turn, every: EVERY, log }),
  }
}
