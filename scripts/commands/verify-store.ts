import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { knownKeys } from '../../bots/custody.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { readOperator } from '../../bots/operator.ts'
import { verifyDeep } from '../../core/custody/verify-objects.ts'
import { findOrphans } from '../../core/services/erasure/orphans.ts'
import { verifyStore, type Checked } from '../../core/custody/verify-case.ts'
import { describeFault } from '../../core/custody/store-fault.ts'
import type { ObjectId } from '../../core/base/ids.ts'
import { refuseFaults, type Call } from './command.ts'
import { makeProgress } from './progress.ts'

/** Between two notes of how far it came: after a cut this much is done again. */
const NOTE_MS = 1_000

export type HowFar = {
  /** Opens every object, too: to the bytes that its entry states. */
  readonly deep: boolean
  /** Removes objects that no entry names. */
  readonly repair: boolean
  /** Goes on where a run before was cut. */
  readonly resume: boolean
}

type Noted = Checked & { readonly v: 1; readonly faults: number }

const NOTHING: Noted = { v: 1, cases: 0, entries: 0, objects: 0, erased: 0, held: 0, faults: 0 }

const readNote = (file: string): Noted => {
  try {
    const noted = JSON.parse(readFileSync(file, 'utf8')) as Noted
    return noted.v === 1 ? noted : NOTHING
  } catch {
    return NOTHING
  }
}

const writeNote = (file: string, noted: Noted): void => {
  writeFileSync(`${file}.tmp`, JSON.stringify(noted), { mode: 0o600 })
  renameSync(`${file}.tmp`, file)
}

const add = (a: Checked, b: Checked): Checked => ({
  cases: a.cases + b.cases,
  entries: a.entries + b.entries,
  objects: a.objects + b.objects,
  erased: a.erased + b.erased,
  held: a.held + b.held,
  ...(b.last === undefined ? (a.last === undefined ? {} : { last: a.last }) : { last: b.last }),
})

/** Checks the whole store and its vault. One line a fault, and one a notice, which is none. */
export const checkStore = async (
  { config, log, say, print }: Call,
  { deep, repair, resume }: HowFar,
): Promise<number> => {
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) return refuseFaults(say, 'verify', operator.faults)
  const foundation = await openFoundation(config, log, operator)
  try {
    const { ports, casebook, keys, custody } = foundation
    const file = join(config.dataDir, 'run', 'verify.json')
    const begun = resume ? readNote(file) : NOTHING
    const since = ports.clock.now()
    const named = new Set<ObjectId>()
    const progress = makeProgress()
    let done: Checked = begun
    let { faults } = begun
    let notedAt = since
    const parts = { ...ports, keys, custody: { ...custody, keys: knownKeys(config, ports.hasher) } }
    const options = {
      named: (object: ObjectId) => void named.add(object),
      ...(begun.last === undefined ? {} : { after: begun.last }),
      deep: verifyDeep({ ...ports, keys, outbox: ports.store.outbox, viewRow: casebook.viewRow }, deep),
      timers: true as const,
    }
    const heard = (checked: Checked): void => {
      done = add(begun, checked)
      progress.show(`${done.cases} cases, ${done.entries} entries, ${done.objects} objects`)
      if (ports.clock.now() - notedAt < NOTE_MS) return
      notedAt = ports.clock.now()
      writeNote(file, { v: 1, ...done, faults })
    }
    for await (const fault of verifyStore(parts, heard, options)) {
      faults += 1
      print(describeFault(fault))
    }
    let orphans = 0
    for await (const object of findOrphans(ports.vault, named, since)) {
      orphans += 1
      if (repair) await ports.vault.remove(object)
      print(`notice object ${object}: no entry names it${repair ? ', removed' : ''}`)
    }
    progress.end()
    rmSync(file, { force: true })
    const { cases, entries, objects, erased, held } = done
    const verdict = faults === 0 ? 'all holds' : `${faults} faults`
    say(
      `${cases} cases (${erased} erased, ${held} on hold), ${entries} entries, ${objects} sealed objects: ${verdict}`,
    )
    if (orphans > 0 && !repair)
      say(`${orphans} objects belong to nothing, which harms nothing but room: --repair removes them`)
    return faults === 0 ? 0 : 1
  } finally {
    await foundation.close()
  }
}
