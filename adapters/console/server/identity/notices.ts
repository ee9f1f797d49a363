import type { Auth } from './auth.ts'
import type { Deed, DeedKind, Deeds } from '../administration/deeds.ts'

/** What of a member's way in or rights others changed: they are told, as they may know of none of it. */
const TOLD = ['member_invited_again', 'factor_reset', 'member_changed'] as const satisfies readonly DeedKind[]

/** A new supervisor is told of what happened lately, not of years. In lines of the log. */
const LOOKED_BACK = 5_000

/**
 * What each member is told at the next sign-in, until they say that they read it. Taken from the
 * administrators' log: it cannot be left out.
 */
export type Notices = {
  /** Newest first. `supervises`: they are told of members who were slowed as well (slow.ts). */
  readonly of: (member: string, supervises: boolean) => Promise<readonly Deed[]>
  /** Read up to this one. */
  readonly seen: (member: string, no: number) => Promise<void>
}

export const makeNotices = (
  context: Pick<Awaited<Auth['$context']>, 'internalAdapter'>,
  deeds: Pick<Deeds, 'find' | 'head'>,
): Notices => {
  const { internalAdapter } = context
  const seen: Notices['seen'] = async (member, no) =>
    void (await internalAdapter.updateUser(member, { told: no }))
  return {
    seen,
    of: async (member, supervises) => {
      const row: Readonly<Record<string, unknown>> | null = await internalAdapter.findUserById(member)
      const since = Number(row?.['told'] ?? 0)
      const last = (await deeds.head())?.no ?? 0
      const own = await deeds.find({ kinds: TOLD, subject: member, since })
      const others = supervises
        ? await deeds.find({ kinds: ['member_slowed'], since: Math.max(since, last - LOOKED_BACK) })
        : []
      const found = [...own, ...others].filter(({ by }) => by !== member).toSorted((a, b) => b.no - a.no)
      // Looked at up to here: the next look does not go through the whole log again.
      if (found.length === 0 && last > since) await seen(member, last)
      return found
    },
  }
}
