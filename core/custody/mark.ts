import { Failure, isFailure } from '../base/failure.ts'
import type { Checkpoint } from '../ports/store/custody.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store/store.ts'
import type { Mark, Witness } from '../ports/witness.ts'

/**
 * How a store stands against what was seen before. `checkpoints_missing`: it has not come as far.
 * `checkpoint_differs`: it went another way from there. `leaves_missing`: it lacks what was signed
 * for. `mark_unreadable`: nothing can be said, which somebody may have wanted. `erasures_missing`:
 * the list of erasures is shorter than it was.
 */
export type Behind =
  'mark_unreadable' | 'checkpoints_missing' | 'checkpoint_differs' | 'leaves_missing' | 'erasures_missing'

export type MarkPorts = { readonly store: Pick<Store, 'custody'>; readonly witness: Witness }

const checkpointAt = async (
  { store }: Pick<MarkPorts, 'store'>,
  no: number,
): Promise<Checkpoint | undefined> => {
  for await (const checkpoint of store.custody.checkpoints(no - 1))
    return checkpoint.no === no ? checkpoint : undefined
  return undefined
}

const behindMark = async (ports: MarkPorts, mark: Mark): Promise<readonly Behind[]> => {
  const found = await checkpointAt(ports, mark.no)
  const faults: Behind[] = []
  if (found === undefined) faults.push('checkpoints_missing')
  else if (found.root !== mark.root || found.size !== mark.size) faults.push('checkpoint_differs')
  if ((await ports.store.custody.size()) < mark.size) faults.push('leaves_missing')
  return faults
}

/** All that tells a store that was put back, or shortened. Nothing where none was seen yet. */
export const lookBehind = async (ports: MarkPorts): Promise<readonly Behind[]> => {
  const mark = await ports.witness.mark()
  if (mark === undefined) return []
  if (mark === 'unreadable') return ['mark_unreadable']
  const fewer = (await ports.witness.erasures.read()).length < mark.erasures
  return [...(await behindMark(ports, mark)), ...(fewer ? (['erasures_missing'] as const) : [])]
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

const LINES: Readonly<Record<Behind, string>> = {
  mark_unreadable: 'what was kept beside the checkpoint key was changed, or is signed with another key',
  checkpoints_missing:
    'it lacks checkpoints that were made: it was put back from an older copy, or they were removed',
  checkpoint_differs:
    'a checkpoint is not the one that was made: it was put back from an older copy and went on from there, or it was changed',
  leaves_missing: 'it lacks leaves that were signed for',
  erasures_missing: 'the list of erasures is shorter than it was',
}

/** One line for an operator. */
export const describeBehind = (fault: Behind): string => `store behind (${fault}): ${LINES[fault]}`
