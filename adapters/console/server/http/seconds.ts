import {
  judgeSecond,
  SETTLES,
  settlesAt,
  type Barred,
  type WayIn,
} from '../../../../core/services/agents/second-person.ts'
import type { Clock } from '../../../../core/ports/clock.ts'
import { instant, type Instant } from '../../../../core/base/units.ts'
import type { Deed, DeedKind, Deeds } from '../administration/deeds.ts'

/** Who may be the second of two people, by what the administrators' log says of how they come in. */
export type Seconds = {
  /** Why `second` may not agree to what `asker` asked for; nothing where they may. */
  readonly judge: (second: string, asker: string) => Promise<Barred | undefined>
  /** Until when the member agrees to nothing yet, whoever asks. */
  readonly settles: (member: string) => Promise<Instant | undefined>
  /** The same of everybody; who is not in it may agree now. */
  readonly settling: () => Promise<ReadonlyMap<string, Instant>>
}

const HOW = {
  member_invited: 'invited',
  member_invited_again: 'invited_again',
  factor_reset: 'factor_reset',
  member_changed: 'role',
} as const satisfies Partial<Record<DeedKind, WayIn['how']>>
const KINDS = Object.keys(HOW) as readonly (keyof typeof HOW)[]

const wayOf = ({ kind, by, at, detail = {} }: Deed): readonly WayIn[] => {
  const how = HOW[kind as keyof typeof HOW]
  // Other teams alone change nothing of what somebody agrees to.
  if (how === 'role' && detail['role'] === undefined) return []
  return [{ how, at, ...(by === 'command' || by === 'setup' ? {} : { by }) }]
}

export const makeSeconds = ({
  deeds,
  clock,
}: {
  readonly deeds: Pick<Deeds, 'find'>
  readonly clock: Clock
}): Seconds => {
  const waysOf = async (subject: string): Promise<readonly WayIn[]> =>
    (await deeds.find({ kinds: KINDS, subject })).flatMap(wayOf)
  return {
    judge: async (second, asker) => {
      const [own, theirs] = await Promise.all([waysOf(second), waysOf(asker)])
      return judgeSecond({ id: second, ways: own }, { id: asker, ways: theirs }, clock.now())
    },
    settles: async (member) => settlesAt(await waysOf(member), clock.now()),
    settling: async () => {
      const now = clock.now()
      const recent = await deeds.find({ kinds: KINDS, from: instant(now - SETTLES) })
      const ends = [...new Set(recent.map(({ subject }) => subject))].map(
        (subject) =>
          [
            subject,
            settlesAt(recent.filter((deed) => deed.subject === subject).flatMap(wayOf), now),
          ] as const,
      )
      return new Map(
        ends.flatMap(([subject, until]) => (until === undefined ? [] : [[subject, until] as const])),
      )
    },
  }
}
