import { isoOf } from '../../base/calendar.ts'
import type { Sha256Hex } from '../../base/ids.ts'
import type { Instant } from '../../base/units.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Signer } from '../../ports/signer.ts'
import { signNote } from '../note.ts'
import type { Side } from './agreement.ts'
import type { Step } from './message.ts'

/**
 * What was said in a run, by the hashes of its messages, each of which its sender signed: no item, no point, and
 * not how many were in common. `ours`, `theirs`: sizes of the sets as they were sent; 0 where none was.
 */
export type Transcript = {
  readonly agreement: Sha256Hex
  readonly session: string
  readonly side: Side
  readonly began: Instant
  readonly ended: Instant
  readonly ours: number
  readonly theirs: number
  readonly messages: readonly (readonly [Step, Sha256Hex])[]
  readonly outcome: string
}

/** As a note that the side signs whose transcript it is. */
export const writeTranscript = (
  { signer, hasher }: { readonly signer: Signer; readonly hasher: Hasher },
  { agreement, session, side, began, ended, ours, theirs, messages, outcome }: Transcript,
): string =>
  signNote(
    signer,
    hasher,
    `${[
      'amin exchange transcript 1',
      `agreement ${agreement}`,
      `session ${session}`,
      `side ${side}`,
      `began ${isoOf(began)}`,
      `ended ${isoOf(ended)}`,
      `ours ${ours}`,
      `theirs ${theirs}`,
      ...messages.map(([step, hash]) => `${step} ${hash}`),
      `outcome ${outcome}`,
    ].join('\n')}\n`,
  )
