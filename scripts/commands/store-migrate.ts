import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { makeHasher } from '../../adapters/crypto/hasher.ts'
import { openMasterKey, type MasterKey } from '../../adapters/crypto/master-key.ts'
import type { Secrets } from '../../adapters/crypto/secrets.ts'
import { makeClock } from '../../adapters/system/clock.ts'
import { restrictUmask } from '../../adapters/system/umask.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { readEnvironment } from '../../bots/environment.ts'
import { Failure } from '../../core/base/failure.ts'
import { WRONG_USE, type Call, type Run } from './command.ts'
import { holdFolder, holdRoles, holdTarget, isWorkedOn, type Release } from './move/hold.ts'
import { runPass, type PassResult } from './move/pass.ts'
import { Refusal } from './move/refusal.ts'
import { openSide, type Side } from './move/side.ts'
import { keepSummary, signSummary } from './move/summary.ts'
import { makeProgress } from './progress.ts'

const USE =
  'amin store migrate: say --to sqlite:FILE or --to mongodb://..., or --to-file FILE with a file that holds the address'

const addressOf = ({ text }: Call): string | undefined => {
  const [to, file] = [text('to'), text('to-file')]
  if (to !== undefined && file !== undefined) return undefined
  if (file === undefined) return to
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

const makeFolder = (path: string): void => {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

/**
 * The settings as they will be when Amin runs on the target; the evidence vault follows the store
 * where nothing else is set.
 */
const configOf = (address: string): ReturnType<typeof readConfig> => {
  // A target may lie in a folder of its own, made for it; where that cannot be, the settings say so.
  if (address.startsWith('sqlite:')) makeFolder(dirname(resolve(address.slice('sqlite:'.length))))
  const { AMIN_VAULT: vault, ...env } = readEnvironment(process.env)
  const kept = address.startsWith('sqlite:') || vault === undefined ? {} : { AMIN_VAULT: vault }
  return readConfig({ ...env, ...kept, AMIN_STORE: address })
}

const openEnds = async (
  { config, log }: Call,
  to: Config,
  masterKey: MasterKey,
): Promise<{
  readonly source: Side
  readonly target: Side
  readonly secrets: Secrets
  readonly close: () => Promise<void>
}> => {
  const source = await openSide({ config, masterKey, log })
  try {
    const target = await openSide({ config: to, masterKey, log, check: source.check })
    const close = async (): Promise<void> => {
      await target.close()
      await source.close()
    }
    return { source, target, secrets: source.secrets, close }
  } catch (error) {
    await source.close()
    throw error
  }
}

/**
 * Whether nobody works on the source. On one machine the locks in the data folder say so, and
 * `roles` keeps it so; over a server its claims and turns.
 */
const doesRest = async (source: Side, target: Side, roles: Release | undefined): Promise<boolean> => {
  if (roles === undefined && source.engine === 'mongodb' && target.engine === 'sqlite')
    throw new Refusal('Amin runs on an SQLite store in this data folder: stop it first')
  if (await isWorkedOn(target.store))
    throw new Refusal(
      'somebody works on the target, or did a moment ago: stop every process of Amin there first',
    )
  if (source.engine === 'sqlite') return roles !== undefined
  return !(await isWorkedOn(source.store))
}

const report = (
  call: Call,
  ends: { readonly source: Side; readonly target: Side; readonly secrets: Secrets },
  startedAt: string,
  result: PassResult,
): number => {
  const { config, say, print } = call
  const { counts, verified, faults } = result
  const finishedAt = new Date(makeClock().now()).toISOString()
  const told = {
    v: 1,
    what: 'store migration',
    from: ends.source.engine,
    to: ends.target.engine,
    startedAt,
    finishedAt,
    counts,
  }
  if (verified === undefined) {
    print(JSON.stringify({ ...told, complete: false }))
    say(
      'amin store migrate: Amin works on this store. What only grows is copied; stop Amin and give this command again for the rest',
    )
    return 0
  }
  const summary = signSummary(ends.secrets, makeHasher(ends.secrets), {
    ...told,
    complete: true,
    ...verified,
    faults: faults.length,
  })
  const name = keepSummary(config.dataDir, finishedAt, summary)
  print(JSON.stringify(summary))
  for (const fault of faults) say(fault)
  if (faults.length > 0)
    say('amin store migrate: these faults were in the store before; the target is the same, byte by byte')
  say(
    `amin store migrate: everything is in the target, and verified; kept as ${name}. Set AMIN_STORE to it, start Amin, and do not start it on the old store again`,
  )
  return faults.length === 0 ? 0 : 1
}

const migrate = async (call: Call, to: Config): Promise<number> => {
  const { config } = call
  if (config.store.engine === 'sqlite' && !existsSync(config.store.file))
    throw new Failure('settings_invalid', 'there is no store of Amin at AMIN_STORE to migrate')
  const startedAt = new Date(makeClock().now()).toISOString()
  const releases: (() => Promise<void> | void)[] = [holdFolder(config.dataDir)]
  const progress = makeProgress()
  try {
    const roles = holdRoles(config.dataDir)
    if (roles !== undefined) releases.push(roles)
    const masterKey = await openMasterKey(config.masterKeyFile, { create: false })
    const ends = await openEnds(call, to, masterKey)
    releases.push(ends.close)
    const hold = await holdTarget(ends.source.store, ends.target.store)
    releases.push(hold.release)
    const rests = await doesRest(ends.source, ends.target, roles)
    const check = (): void => {
      if (!hold.holds())
        throw new Refusal(
          'the target was lost to another migration: give this command again when that has ended',
        )
    }
    const parts = {
      ...ends,
      hasher: makeHasher(ends.secrets),
      now: makeClock().now(),
      rests,
      check,
      show: progress.show,
    }
    const result = await runPass(parts)
    progress.end()
    return report(call, ends, startedAt, result)
  } finally {
    progress.end()
    for (const release of releases.splice(0).toReversed()) await release()
  }
}

/**
 * Moves everything to another store: `sqlite:FILE` or `mongodb://...`. Beside a working Amin it
 * copies what only grows; when Amin is stopped it copies the rest and proves that both hold the
 * same. May be interrupted and given again.
 */
export const migrateStore: Run = async (call) => {
  const address = addressOf(call)
  if (address === undefined || !/^(sqlite:.|mongodb(\+srv)?:\/\/.)/.test(address)) {
    call.say(USE)
    return WRONG_USE
  }
  const to = configOf(address)
  if ('faults' in to) {
    for (const fault of to.faults) call.say(`amin store migrate: ${fault}`)
    return WRONG_USE
  }
  restrictUmask()
  try {
    return await migrate(call, to)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const line of error.lines) call.say(`amin store migrate: ${line}`)
    return 1
  }
}
