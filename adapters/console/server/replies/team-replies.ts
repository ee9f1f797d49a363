import { KeptReply } from '../../contract/replies.ts'
import { makeTeamDocument, type TeamDocument } from '../team-lists/team-document.ts'

/** What supervisors made of the ready texts that came with the program, and what they added. */
export type TeamRepliesStore = TeamDocument<KeptReply>

export const makeTeamReplies = (
  database: Parameters<typeof makeTeamDocument>[0],
  secret: string,
): TeamRepliesStore => makeTeamDocument(database, secret, { name: 'all', part: 'replies', line: KeptReply })
