import type { AuthParts } from '../adapters/console/server/identity/auth.ts'
import { makeDeeds } from '../adapters/console/server/administration/deeds.ts'
import type { DeedLog } from '../core/ports/witness.ts'
import type { Stores } from './stores.ts'

type Parts = Pick<AuthParts, 'publicUrl' | 'clock' | 'hasher' | 'log'> & {
  readonly authSecret: () => string
  readonly stores: Pick<Stores, 'openPeople' | 'hasPeople'>
}

/**
 * A process without a console may be there before the first console made the table: nothing was
 * done yet. MongoDB needs none.
 */
const isBeforeFirst = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('no such table')

/**
 * The administrators' log for who only reads it. The people's database is opened with the first
 * look: most commands never look.
 */
export const openDeeds = ({
  authSecret,
  stores,
  ...parts
}: Parts): DeedLog & { readonly close: () => Promise<void> } => {
  const open = async () => {
    const { readPeople } = await import('../adapters/console/server/identity/auth.ts')
    const { agentsDb, close } = await stores.openPeople()
    return {
      deeds: makeDeeds(await readPeople({ ...parts, agentsDb, authSecret: authSecret() }), parts),
      close,
    }
  }
  let opened: ReturnType<typeof open> | undefined
  const ask = async <T>(
    question: (deeds: ReturnType<typeof makeDeeds>) => Promise<T>,
    none: T,
  ): Promise<T> => {
    if (opened === undefined && !stores.hasPeople()) return none
    // A database that was away for a moment is asked again.
    opened ??= open().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    try {
      return await question((await opened).deeds)
    } catch (error) {
      if (isBeforeFirst(error)) return none
      throw error
    }
  }
  return {
    head: () => ask(({ head }) => head(), undefined),
    hashAt: (no) => ask(({ hashAt }) => hashAt(no), undefined),
    verify: () => ask(({ verify }) => verify(), { intact: true, count: 0, head: '' }),
    close: async () => (await opened)?.close(),
  }
}
