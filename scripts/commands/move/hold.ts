import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { holdProcessLock } from '../../../adapters/sqlite/process-lock.ts'
import { makeClock } from '../../../adapters/system/clock.ts'
import { isHeartbeat } from '../../../bots/heartbeat.ts'
import { ROLES } from '../../../bots/config.ts'
import { isFailure } from '../../../core/base/failure.ts'
import type { Store } from '../../../core/ports/store/store.ts'
import { after, seconds } from '../../../core/base/units.ts'
import { LEASE } from './records.ts'
import { Refusal } from './refusal.ts'

const LEASE_LENGTH = seconds(60)
const RENEW_MS = 20_000
/**
 * Turns of those who run a channel; longer names are facts, see core/services/access and
 * adapters/channels/whatsapp.
 */
const ROLE_LEASE = /^(telegram|whatsapp):[^:]*$/

export type Release = () => void

const tryLock = (file: string): Release | undefined => {
  try {
    return holdProcessLock(file).release
  } catch (error) {
    if (isFailure(error, 'store_busy')) return undefined
    throw error
  }
}

/** One migration, or rotation of the master key, at a time in a data folder. Throws a `Refusal`. */
export const holdFolder = (dataDir: string): Release => {
  mkdirSync(join(dataDir, 'run'), { recursive: true, mode: 0o700 })
  const release = tryLock(join(dataDir, 'run', 'migrate.lock'))
  if (release === undefined)
    throw new Refusal('another migration runs in this data folder, or a rotation of the master key')
  return release
}

/** Keeps Amin from starting in this data folder. Nothing where one of its roles runs there. */
export const holdRoles = (dataDir: string): Release | undefined => {
  const held: Release[] = []
  const release = (): void => held.splice(0).forEach((one) => one())
  for (const role of ROLES) {
    const one = tryLock(join(dataDir, 'run', `${role}.lock`))
    if (one === undefined) {
      release()
      return undefined
    }
    held.push(one)
  }
  return release
}

/**
 * Whether somebody works on the store, as far as it can tell: claims of work, turns of channels and
 * words of processes that run, that have not ended.
 */
export const isWorkedOn = async ({ transfer }: Store): Promise<boolean> => {
  const now = makeClock().now()
  if (await transfer.claimed(now)) return true
  for await (const { name, until } of transfer.read('lease'))
    if (until > now && (ROLE_LEASE.test(name) || isHeartbeat(name))) return true
  return false
}

/**
 * One migration at a time into a target, from whatever machine; and never from a store into itself,
 * however the two are addressed: a lease that is held in the one is not to be had in the other.
 * `holds` says whether it is still ours.
 */
export const holdTarget = async (
  source: Store,
  target: Store,
): Promise<{ readonly holds: () => boolean; readonly release: () => Promise<void> }> => {
  const clock = makeClock()
  const owner = `${LEASE}:${hostname()}`
  const take = async (store: Store, holder: string): Promise<boolean> => {
    const now = clock.now()
    return store.leases.take(LEASE, { owner: holder, now, until: after(now, LEASE_LENGTH) })
  }
  if (!(await take(target, owner)))
    throw new Refusal('another migration writes to this target, or did until a minute ago')
  if (!(await take(source, `${owner}:source`))) {
    await target.leases.release(LEASE, owner)
    throw new Refusal('the target is this store itself, or a migration writes to this store')
  }
  await source.leases.release(LEASE, `${owner}:source`)
  let holds = true
  const renew = async (): Promise<void> => {
    // Where the server is away for a moment the next renewal may come in time.
    holds = await take(target, owner).catch(() => holds)
  }
  const timer = setInterval(() => void renew(), RENEW_MS)
  return {
    holds: () => holds,
    release: async () => {
      clearInterval(timer)
      await target.leases.release(LEASE, owner).catch(() => undefined)
    },
  }
}
