import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeKeyless, findKeyless, type Keyless } from '../core/services/erasure/keyless.ts'
import { Failure } from '../core/base/failure.ts'
import type { CaseId } from '../core/base/ids.ts'
import { minutes } from '../core/base/units.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'

/** Looking reads every id of the store and of the keys: not at every question of a load balancer. */
const LOOK = minutes(5)

/** Cases whose keys the operator knows to be lost, one id a line: nothing is refused for them any more. */
const fileOf = ({ witnessDir }: Pick<Config, 'witnessDir'>): string => join(witnessDir, 'keys.lost')

const knownLost = (config: Pick<Config, 'witnessDir'>): ReadonlySet<string> => {
  const file = fileOf(config)
  return new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
}

type Parts = Pick<Foundation, 'ports' | 'keys'>

export type KeyState = {
  /** Not known to be lost: what is red. */
  readonly missing: Keyless
  /** Known to be lost, and still without a key. */
  readonly lost: number
}

export const lookAtKeys = async (
  config: Pick<Config, 'witnessDir'>,
  { ports, keys }: Parts,
): Promise<KeyState> => {
  const { cases, of } = await findKeyless(ports, keys)
  const known = knownLost(config)
  const missing = cases.filter((caseId) => !known.has(caseId))
  return { missing: { cases: missing, of }, lost: cases.length - missing.length }
}

const REMEDY =
  'put back keys.db (on a MongoDB server the database <name>_keys) from the newest copy, see scripts/deploy/BACKUP.md; what is lost for good is said with: amin key lost'

/**
 * Before anything is worked on. Throws `keys_missing`: a start without the keys would answer
 * nobody, and look well.
 */
export const refuseKeyless = async (config: Pick<Config, 'witnessDir'>, parts: Parts): Promise<void> => {
  const { missing } = await lookAtKeys(config, parts)
  if (missing.cases.length > 0) throw new Failure('keys_missing', `${describeKeyless(missing)}: ${REMEDY}`)
}

/** For `/readyz`: what was found at most a few minutes ago. */
export const watchKeys = (config: Pick<Config, 'witnessDir'>, parts: Parts): (() => Promise<KeyState>) => {
  let looked: { readonly at: number; readonly state: Promise<KeyState> } | undefined
  return () => {
    const now = parts.ports.clock.now()
    if (looked !== undefined && now - looked.at < LOOK) return looked.state
    const state = lookAtKeys(config, parts)
    looked = { at: now, state }
    // What failed is asked again at once.
    state.catch(() => (looked = undefined))
    return state
  }
}

/** Adds to what is known to be lost. */
export const keepLost = (config: Pick<Config, 'witnessDir'>, cases: readonly CaseId[]): void => {
  const file = fileOf(config)
  mkdirSync(config.witnessDir, { recursive: true, mode: 0o700 })
  const all = [...knownLost(config), ...cases].filter((line) => line !== '')
  writeFileSync(`${file}.tmp`, `${[...new Set(all)].join('\n')}\n`, { mode: 0o600 })
  renameSync(`${file}.tmp`, file)
}
