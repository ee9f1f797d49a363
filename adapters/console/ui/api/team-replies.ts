import { queryOptions } from '@tanstack/react-query'
import type { KeptReply, NewTeamReplies, TeamReplies, TeamReply } from '../../contract/replies.ts'
import { call } from './call.ts'

export const teamRepliesQuery = queryOptions({
  queryKey: ['team-replies'],
  queryFn: ({ signal }) => call<TeamReplies>('GET', '/api/v1/replies', { signal }),
})

/** What is to be kept of one: nothing of its words where they are as they came. */
export const keptOf = ({ id, off, built, changed, names, texts }: TeamReply): KeptReply => ({
  id,
  off,
  ...(built && !changed ? {} : { words: { names, texts } }),
})

/** Throws ApiFault; `outdated` where somebody else changed them since `version`. */
export const keepTeamReplies = (list: NewTeamReplies): Promise<TeamReplies> =>
  call<TeamReplies>('PUT', '/api/v1/replies', { body: list })
