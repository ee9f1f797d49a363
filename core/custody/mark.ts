import { isoOf } from '../base/calendar.ts'
import { Failure, isFailure } from '../base/failure.ts'
import { never } from '../base/never.ts'
import type { Instant } from '../base/units.ts'
import type { Checkpoint } from '../ports/store/custody.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store/store.ts'
import type { Mark, Witness } from '../ports/witness.ts'

/** Of a checkpoint what tells people which one it is: its number, when it was made, over how many leaves. */
export type CheckpointPlace = Pick<Checkpoint, 'no' | 'at' | 'size'>

/**
 * How a store stands against what was seen before. `checkpoints_missing`: it has not come as far;
 * `here`: the newest that it has. `checkpoint_differs`: it went another way from there.
 * `leaves_missing`: it lacks what was signed for. `mark_unreadable`: nothing can be said, which
 * somebody may have wanted. `erasures_missing`: the list of erasures is shorter than it was.
 */
export type Behind =
  | { readonly fault: 'mark_unreadable' }
  | { readonly fault: 'checkpoints_missing'; readonly made: CheckpointPlace; readonly here?: CheckpointPlace }
  | { readonly fault: 'checkpoint_differs'; readonly made: CheckpointPlace; readonly here: CheckpointPlace }
  | { readonly fault: 'leaves_missing'; readonly made: CheckpointPlace; readonly here: number }
  | { readonly fault: 'erasures_missing'; readonly made: number; readonly here: number }

export type MarkPorts = { readonly store: Pick<Store, 'custody'>; readonly witness: Witness }

const checkpointAt = async (
  { store }: Pick<MarkPorts, 'store'>,
  no: number,
): Promise<Checkpoint | undefined> => {
  for await (const checkpoint of store.custody.checkpoints(no - 1))
    return checkpoint.no === no ? checkpoint : undefined
  return undefined
}

const behindMark = async (ports: MarkPorts, made: Mark): Promise<readonly Behind[]> => {
  const { custody } = ports.store
  const found = await checkpointAt(ports, made.no)
  const faults: Behind[] = []
  if (found === undefined) {
    const here = await custody.latest()
    faults.push({ fault: 'checkpoints_missing', made, ...(here === undefined ? {} : { here }) })
  } else if (found.root !== made.root || found.size !== made.size)
    faults.push({ fault: 'checkpoint_differs', made, here: found })
  const leaves = await custody.size()
  if (leaves < made.size) faults.push({ fault: 'leaves_missing', made, here: leaves })
  return faults
}

/** All that tells a store that was put back, or shortened. Nothing where none was seen yet. */
export const lookBehind = async (ports: MarkPorts): Promise<readonly Behind[]> => {
  const mark = await ports.witness.mark()
  if (mark === undefined) return []
  if (mark === 'unreadable') return [{ fault: 'mark_unreadable' }]
  const here = (await ports.witness.erasures.read()).length
  const behind = await behindMark(ports, mark)
  return here < mark.erasures ? [...behind, { fault: 'erasures_missing', made: mark.erasures, here }] : behind
}

/**
 * Brings the mark up to the newest checkpoint. Only ever upwards, and only where the store holds
 * the one before: of a store that is behind, the mark goes on to say so however much is signed
 * since. Returns how the store stands.
 */
export const raiseMark = async (ports: MarkPorts): Promise<readonly Behind[]> => {
  const behind = await lookBehind(ports)
  if (behind.length > 0) return behind
  const [mark, latest] = [await ports.witness.mark(), await ports.store.custody.latest()]
  if (latest === undefined || mark === 'unreadable') return []
  const erasures = (await ports.witness.erasures.read()).length
  if (mark === undefined || latest.no > mark.no || erasures > mark.erasures)
    await ports.witness.keep(markOf(latest, erasures))
  return []
}

const markOf = ({ no, size, root, at }: Checkpoint, erasures: number): Mark => ({
  no,
  size,
  root,
  at,
  erasures,
})

/**
 * Takes the store as it is from now on: an operator put it back and knows what is lost. Throws
 * `data_unwritable`, and `settings_invalid` where there is nothing to mark.
 */
export const acceptStore = async ({ store, witness }: MarkPorts): Promise<Mark> => {
  const latest = await store.custody.latest()
  if (latest === undefined)
    throw new Failure(
      'settings_invalid',
      'there is no checkpoint to go on from: run amin checkpoint now first',
    )
  const mark = markOf(latest, (await witness.erasures.read()).length)
  await witness.keep(mark)
  return mark
}

/** `raiseMark` beside other work: a place that cannot be written is logged, and stops no checkpoint. */
export const tryRaise = async (ports: MarkPorts, log: Log): Promise<void> => {
  try {
    const behind = await raiseMark(ports)
    if (behind.length > 0)
      log.error('the store is behind what was signed before: see amin doctor and amin verify --store', {
        count: behind.length,
      })
  } catch (error) {
    if (!isFailure(error)) throw error
    log.error('the highest checkpoint cannot be kept beside its key', { error })
  }
}

/** "2026-11-24 10:05 UTC". */
const timeOf = (at: Instant): string => `${isoOf(at).slice(0, 16).replace('T', ' ')} UTC`

/** Which checkpoint it is, for people. */
export const placeOf = ({ no, at, size }: CheckpointPlace): string =>
  `checkpoint ${no}, of ${timeOf(at)} over ${size} ${size === 1 ? 'leaf' : 'leaves'}`

const spanOf = (name: string, names: string, from: number, to: number): string =>
  from === to ? `${name} ${from} is` : `${names} ${from} to ${to} are`

const lackOf = (made: CheckpointPlace, here: CheckpointPlace | undefined): string => {
  if (here === undefined)
    return `no checkpoint is here any more; the newest that was made is ${placeOf(made)}`
  if (here.no > made.no) return `${placeOf(made)}, is not here, and newer ones are`
  const lost = spanOf('checkpoint', 'checkpoints', here.no + 1, made.no)
  return `${lost} not here; the newest that was made is ${placeOf(made)}; here the newest is ${placeOf(here)}`
}

const lineOf = (behind: Behind): string => {
  switch (behind.fault) {
    case 'mark_unreadable':
      return 'what was kept beside the checkpoint key was changed, or is signed with another key'
    case 'checkpoints_missing':
      return `${lackOf(behind.made, behind.here)}: the store was put back from an older copy, or they were removed`
    case 'checkpoint_differs':
      return `what was made as ${placeOf(behind.made)}, is here ${placeOf(behind.here)}, with another root: the store was put back from an older copy and went on from there, or it was changed`
    case 'leaves_missing':
      return `${spanOf('leaf', 'leaves', behind.here, behind.made.size - 1)} not here; they were signed for by ${placeOf(behind.made)}`
    case 'erasures_missing':
      return `the list of erasures has ${behind.here} of ${behind.made} that were made: it is shorter than it was`
    default:
      return never(behind)
  }
}

/** One line for an operator. */
export const describeBehind = (behind: Behind): string => `store behind (${behind.fault}): ${lineOf(behind)}`
