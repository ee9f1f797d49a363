import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeScrub, type ScrubNote, type VaultFault } from '../core/custody/scrub.ts'
import type { Care } from '../core/ports/alarm.ts'
import type { Log } from '../core/ports/log.ts'
import type { Vault } from '../core/ports/vault.ts'
import { after, mebibytes, minutes, seconds, type Bytes, type Instant, type Ms } from '../core/base/units.ts'
import type { Foundation } from './foundation.ts'
import type { VaultFigures } from './metrics.ts'
import { makePollLoop } from './poll-loop.ts'

/** One process of all reads; whoever takes over goes on from its own note. */
const LEASE = 'scrub'
const LEASE_LENGTH = minutes(15)
const EVERY = seconds(60)
/** A shortage is over with this much more than the reserve: not with every file that just fits. */
const ENOUGH = mebibytes(16)

/**
 * What is known about the vault of this machine: how far the reading came, what was at fault, and
 * since when there is no room. In a file of the data folder, so that the console's process, `amin
 * doctor` and a restart know it too. On several machines each has its own.
 */
export type Maintenance = {
  readonly v: 1
  readonly scrub?: ScrubNote
  /** `told`: the line outside has it. */
  readonly low?: { readonly since: Instant; readonly told: boolean }
}

const fileOf = (dataDir: string): string => join(dataDir, 'run', 'keeping.json')

export const readMaintenance = (dataDir: string): Maintenance => {
  try {
    const keeping = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Maintenance
    if (keeping.v === 1) return keeping
  } catch {
    // Not there yet, or cut: the reading begins anew, and finds again what there is to find.
  }
  return { v: 1 }
}

const writeKeeping = (dataDir: string, keeping: Maintenance): void => {
  const file = fileOf(dataDir)
  writeFileSync(`${file}.tmp`, JSON.stringify(keeping), { mode: 0o600 })
  renameSync(`${file}.tmp`, file)
}

type KeepingParts = {
  readonly foundation: Pick<Foundation, 'ports' | 'care'>
  readonly dataDir: string
  readonly every: Ms
  readonly owner: string
}

/**
 * One turn: what is due of the reading, and a look at the room that is left. Faults and shortages
 * are told once, by log and by the line outside.
 */
export const makeMaintenance = ({
  foundation,
  dataDir,
  every,
  owner,
}: KeepingParts): { readonly turn: () => Promise<void>; readonly stop: () => Promise<void> } => {
  const { ports, care } = foundation
  const { clock, log, store, vault } = ports
  const scrub = makeScrub(ports, every)
  /** What the file could not be told. */
  let unwritten: Maintenance | undefined

  const readOn = async (note: ScrubNote | undefined): Promise<ScrubNote | undefined> => {
    const now = clock.now()
    if (!(await store.leases.take(LEASE, { owner, now, until: after(now, LEASE_LENGTH) }))) return note
    const next = await scrub.turn(note)
    const before = new Set((note?.faults ?? []).map(({ object, fault }) => `${object}.${fault}`))
    for (const fault of next.faults)
      if (!before.has(`${fault.object}.${fault.fault}`))
        log.error('a sealed object is not as it was written', {
          objectId: fault.object,
          caseId: fault.caseId,
          kind: fault.fault,
        })
    return { ...next, faults: await tellFaults(care, next.faults) }
  }

  return {
    turn: async () => {
      const keeping = unwritten ?? readMaintenance(dataDir)
      const low = await lookAtRoom({ care, log }, keeping.low, await vault.room(), clock.now())
      const note = await readOn(keeping.scrub)
      const next: Maintenance = {
        v: 1,
        ...(note === undefined ? {} : { scrub: note }),
        ...(low === undefined ? {} : { low }),
      }
      unwritten = next
      try {
        if (JSON.stringify(next) !== JSON.stringify(readMaintenance(dataDir))) writeKeeping(dataDir, next)
        unwritten = undefined
      } catch (error) {
        log.warn('how far the reading of the vault came cannot be written down', { error })
      }
    },
    stop: () => store.leases.release(LEASE, owner),
  }
}

const tellFaults = async (
  care: Care | undefined,
  faults: readonly VaultFault[],
): Promise<readonly VaultFault[]> => {
  if (care === undefined) return faults
  const told: VaultFault[] = []
  let reachable = true
  for (const fault of faults) {
    const { object, caseId, fault: what, at } = fault
    if (fault.told || !reachable) told.push(fault)
    else {
      reachable = (await care.tell({ what: 'vault_fault', object, caseId, fault: what, at })) === 'taken'
      told.push({ ...fault, told: reachable })
    }
  }
  return told
}

const lookAtRoom = async (
  { care, log }: { readonly care: Care | undefined; readonly log: Log },
  before: Maintenance['low'],
  room: Bytes | undefined,
  now: Instant,
): Promise<Maintenance['low']> => {
  if (room === undefined || room > (before === undefined ? 0 : ENOUGH)) return undefined
  const low = before ?? { since: now, told: false }
  if (before === undefined) log.error('no file is taken any more: what is left of the disk is kept for words')
  if (low.told || care === undefined) return low
  return { ...low, told: (await care.tell({ what: 'disk_low', room, at: low.since })) === 'taken' }
}

export const startMaintenance = (parts: KeepingParts): { readonly stop: () => Promise<void> } => {
  const keeper = makeMaintenance(parts)
  const pulse = makePollLoop({
    name: 'keeping',
    log: parts.foundation.ports.log,
    every: EVERY,
    turn: keeper.turn,
  })
  return {
    stop: async () => {
      await pulse.stop()
      await keeper.stop()
    },
  }
}

/** For `/readyz`, in words of this program. Nothing where all is well. */
export const describeMaintenance = ({ scrub, low }: Maintenance): Readonly<Record<string, string>> => ({
  ...(scrub === undefined || scrub.faults.length === 0
    ? {}
    : { objects: `${scrub.faults.length} at fault, see amin verify --store` }),
  ...(low === undefined ? {} : { disk: 'no room for files' }),
})

/** For the metrics. Throws what the vault throws. */
export const vaultFigures = async (dataDir: string, vault: Vault): Promise<VaultFigures> => {
  const room = await vault.room()
  return {
    faults: readMaintenance(dataDir).scrub?.faults.length ?? 0,
    ...(room === undefined ? {} : { room }),
  }
}
