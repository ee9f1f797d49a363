import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ERASURES } from '../../bots/custody.ts'
import { EXCHANGES } from '../../bots/exchange.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { noteBackup } from '../../bots/last-backup.ts'
import { readHeader } from '../../core/model/entry.ts'
import type { CaseId } from '../../core/base/ids.ts'
import { copyDatabase } from './backup/database.ts'
import { copyTo, filesBelow } from './backup/file.ts'
import { writeManifest } from './backup/manifest.ts'
import { copyObjects, type Stated } from './backup/objects.ts'
import { areApart, makePlace } from './backup/places.ts'
import { WRONG_USE, type Call, type Run } from './command.ts'
import { makeProgress } from './progress.ts'

/** What every entry says of sealed objects, and whether a case stands now. */
const readLedgers = async ({ ports }: Foundation) => {
  const headersOf = async (caseId: CaseId) =>
    (await ports.store.ledger.read(caseId)).map(({ header }) => readHeader(ports.hasher, header))
  const isErased = (headers: Awaited<ReturnType<typeof headersOf>>): boolean =>
    headers.at(-1)?.kinds.includes('case_erased') === true
  const stated = new Map<string, { readonly caseId: string; readonly sha256: string } | 'erased'>()
  for await (const caseId of ports.store.ledger.cases()) {
    const headers = await headersOf(caseId)
    const erased = isErased(headers)
    for (const header of headers)
      for (const { id, sha256 } of header?.objects ?? [])
        stated.set(id, erased ? 'erased' : { caseId, sha256 })
  }
  return {
    stated: stated satisfies Stated,
    stands: async (caseId: string) => !isErased(await headersOf(caseId as CaseId)),
  }
}

/**
 * The store before the keys, so that every case of the copy has its key in the other one; objects
 * last, so that all that the copied entries name is there. What is erased in between is erased by
 * whoever starts with these copies (core/services/erasure/reconcile).
 */
const copyAll = async (
  foundation: Foundation,
  { config, say, print }: Call,
  to: string,
  keysTo: string,
  file: string,
): Promise<number> => {
  const { dataDir } = config
  const progress = makeProgress()
  await copyDatabase(file, join(to, basename(file)))
  await copyDatabase(join(dataDir, 'agents.db'), join(to, 'agents.db'))
  await copyDatabase(join(dataDir, 'keys.db'), join(keysTo, 'keys.db'))
  for (const small of [config.operatorFile, join(dataDir, 'checkpoint.pub')])
    if (existsSync(small)) await copyTo(small, join(to, basename(small)))
  // What was in common with another agency is sealed under the keys of its cases.
  for (const path of await filesBelow(join(dataDir, EXCHANGES)))
    await copyTo(join(dataDir, EXCHANGES, path), join(to, EXCHANGES, path))
  // In both places, and never shorter than what lay there: a newer list than this folder's was put
  // there by nobody but us.
  for (const place of [to, keysTo]) await foundation.custody.witness.mergeErasures(join(place, ERASURES))
  const { stated, stands } = await readLedgers(foundation)
  const place = (name: string) => ({ from: join(dataDir, name), to: join(to, name) })
  const vault = await copyObjects(
    { from: join(place('vault').from, 'objects'), to: join(place('vault').to, 'objects') },
    stated,
    stands,
    (objects) => progress.show(`${objects} objects`),
  )
  await copyObjects(
    { from: join(place('spool').from, 'objects'), to: join(place('spool').to, 'objects') },
    new Map(),
    stands,
    () => undefined,
  )
  progress.end()
  const files = (await writeManifest(to)) + (await writeManifest(keysTo))
  for (const { object, fault } of vault.faults)
    print(
      `object ${object}: ${fault === 'missing' ? 'is not as its entry states, neither in the vault nor in the copy' : 'only the copy has it as its entry states'}`,
    )
  say(
    `${files} files, ${vault.objects} objects of which ${vault.written} new, ${vault.removed} let go: ${vault.faults.length === 0 ? 'all copied and read again' : `${vault.faults.length} faults`}`,
  )
  say(
    'not in these copies: master.key and checkpoint.key. Keep them apart from both; keep copies of the keys for days only',
  )
  if (vault.faults.length > 0) return 1
  noteBackup(dataDir, foundation.ports.clock.now())
  return 0
}

/**
 * Copies of store, team and vault to one place, of the keys to another; see
 * scripts/deploy/BACKUP.md. May run beside a working Amin.
 */
export const backup: Run = async (call) => {
  const { config, log, say } = call
  const to = call.text('to') ?? ''
  const keysTo = call.text('keys-to') ?? ''
  if (to === '' || keysTo === '') {
    say('amin backup: say --to DIR --keys-to DIR')
    return WRONG_USE
  }
  if (config.store.engine !== 'sqlite') {
    say('amin backup: copies a store in SQLite; for MongoDB see scripts/deploy/BACKUP.md')
    return WRONG_USE
  }
  const foundation = await openFoundation(config, log)
  try {
    const [data, copies, keys] = [makePlace(config.dataDir), makePlace(to), makePlace(keysTo)]
    if (!areApart(copies, keys) || !areApart(copies, data) || !areApart(keys, data)) {
      say(
        'amin backup: the two places must lie neither in each other nor in AMIN_DATA: who takes one of them must not have both',
      )
      return WRONG_USE
    }
    return await copyAll(foundation, call, copies, keys, config.store.file)
  } finally {
    await foundation.close()
  }
}
