import type { AuthParts } from '../adapters/console/server/identity/auth.ts'
import {
  makeHotlineChecks,
  type HotlineCheck,
} from '../adapters/console/server/administration/hotline-checks.ts'
import type { Hasher } from '../core/ports/hasher.ts'
import { seconds } from '../core/base/units.ts'
import type { Operator } from './operator.ts'
import type { Hotline } from '../adapters/console/contract/settings.ts'
import { makePollLoop, type PollLoop } from './poll-loop.ts'
import type { Confirmed } from './operator-rules.ts'

/** How long another process may not yet know of a call that somebody confirmed in a console. */
const EVERY = seconds(15)

/**
 * Stands for this number under this name: where the operator file changes either, nobody has called
 * that line yet.
 */
const lineHash = (hasher: Pick<Hasher, 'sha256' | 'canonical'>, { id, name, number }: Hotline): string =>
  hasher.sha256(hasher.canonical({ v: 1, id, name, number }))

/** A stated number as somebody confirms it. */
export const hotlineOf = (
  hasher: Pick<Hasher, 'sha256' | 'canonical'>,
  { hotlines = [] }: Operator,
  id: string,
): { readonly line: string; readonly number: string; readonly name: Hotline['name'] } | undefined => {
  const line = hotlines.find((each) => each.id === id)
  return line === undefined
    ? undefined
    : { line: lineHash(hasher, line), number: line.number, name: line.name }
}

/**
 * A process without a console may be there before the first console made the table: nobody has
 * called yet, and nothing is wrong. MongoDB needs none.
 */
const isBeforeFirst = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('no such table')

/** Which of the operator's numbers administrators called, as far as the last look. */
export type Confirmations = {
  readonly of: Confirmed
  /** Reads them anew. Throws what the people's database throws. */
  readonly look: () => Promise<void>
  /** Looks again and again; until it can, the dates of the file alone count. */
  readonly watch: () => Promise<Pick<PollLoop, 'stop'>>
  readonly close: () => Promise<void>
}

export type ConfirmationParts = Pick<AuthParts, 'publicUrl' | 'clock' | 'hasher' | 'log'> & {
  readonly operator: Operator
  readonly authSecret: () => string
  /** Opened with the first look only: most commands never look. */
  readonly openPeople: () => Promise<{ readonly agentsDb: AuthParts['agentsDb']; readonly close: () => void }>
}

export const makeConfirmations = ({
  operator,
  authSecret,
  openPeople,
  ...parts
}: ConfirmationParts): Confirmations => {
  const lineOf = (id: string): string | undefined => hotlineOf(parts.hasher, operator, id)?.line
  const isNothingStated = (): boolean => (operator.hotlines ?? []).length === 0
  let known: ReadonlyMap<string, HotlineCheck> = new Map()
  const open = async () => {
    const { readPeople } = await import('../adapters/console/server/identity/auth.ts')
    const { agentsDb, close } = await openPeople()
    return { adapter: await readPeople({ ...parts, agentsDb, authSecret: authSecret() }), close }
  }
  let opened: ReturnType<typeof open> | undefined
  const checks = makeHotlineChecks(async () => {
    // A database that was away for a moment is asked again.
    opened ??= open().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return (await opened).adapter
  })
  const look = async (): Promise<void> => {
    if (isNothingStated()) return
    const read = await checks.read().catch((error: unknown) => {
      if (isBeforeFirst(error)) return []
      throw error
    })
    known = new Map(read.map((check) => [check.line, check]))
  }
  let readable = true
  /**
   * Said when it begins and when it ends: it is looked four times a minute, and a night of that
   * would hide everything else.
   */
  const turn = async (): Promise<void> => {
    try {
      await look()
    } catch (error) {
      if (readable)
        parts.log.warn(
          'which hotlines were called cannot be read: what was known before counts, and the operator file',
          { error },
        )
      else parts.log.debug('which hotlines were called still cannot be read', { error })
      readable = false
      return
    }
    if (!readable) parts.log.info('which hotlines were called can be read again')
    readable = true
  }
  return {
    of: ({ id }) => known.get(lineOf(id) ?? ''),
    look,
    watch: async () => {
      await turn()
      return makePollLoop({ name: 'confirmations', turn, every: EVERY, log: parts.log })
    },
    close: async () => (await opened)?.close(),
  }
}
