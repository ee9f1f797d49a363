import { z } from 'zod'
import type { AgentId } from '../../../../core/base/ids.ts'
import type { Instant } from '../../../../core/base/units.ts'
import { SavedView, type NewOwnViews, type OwnViews } from '../../contract/saved-views.ts'
import { makeTeamDocument, type TeamDocument } from '../team-lists/team-document.ts'

type Database = Parameters<typeof makeTeamDocument>[0]

/** A member's own, in one line: what they saved, and what the queue opens with. */
const Own = z.object({ views: z.array(SavedView), chosen: z.string().optional() })

export type SavedViewsStore = {
  readonly shared: TeamDocument<SavedView>
  readonly of: (member: AgentId) => Promise<OwnViews>
  /** The new version, or nothing where they changed them elsewhere since `version`. */
  readonly keep: (member: AgentId, views: NewOwnViews, at: Instant) => Promise<number | undefined>
}

/** Views of the queue: sealed, since a name may say more than a filter. */
export const makeSavedViews = (database: Database, secret: string): SavedViewsStore => {
  const own = (member: AgentId): TeamDocument<z.infer<typeof Own>> =>
    makeTeamDocument(database, secret, { name: `views ${member}`, part: 'own', line: Own })
  return {
    shared: makeTeamDocument(database, secret, { name: 'views', part: 'views', line: SavedView }),
    of: async (member) => {
      const { version, list } = await own(member).read()
      return { version, ...(list[0] ?? { views: [] }) }
    },
    keep: (member, { version, ...line }, at) => own(member).keep(version, [line], { at, by: member }),
  }
}
