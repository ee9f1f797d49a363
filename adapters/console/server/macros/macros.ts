import { Macro } from '../../contract/macros.ts'
import { makeTeamDocument, type TeamDocument } from '../team-lists/team-document.ts'

/** What supervisors put together: several steps in one press. */
export type MacrosStore = TeamDocument<Macro>

export const makeMacros = (database: Parameters<typeof makeTeamDocument>[0], secret: string): MacrosStore =>
  makeTeamDocument(database, secret, { name: 'macros', part: 'macros', line: Macro })
