import { queryOptions } from '@tanstack/react-query'
import type { OwnReplies, OwnReply, Replies } from '../../contract/replies.ts'
import { call } from './call.ts'
import { casePath } from './reads.ts'

export const repliesQuery = (code: string) =>
  queryOptions({
    queryKey: ['replies', code, document.documentElement.lang],
    queryFn: async ({ signal }) =>
      (await call<Replies>('GET', casePath(code, '/replies'), { signal })).replies,
    staleTime: 60_000,
  })

export const ownRepliesQuery = queryOptions({
  queryKey: ['own-replies'],
  queryFn: async ({ signal }) => (await call<OwnReplies>('GET', '/api/v1/me/replies', { signal })).replies,
})

/** Throws ApiFault. */
export const keepOwnReplies = async (replies: readonly OwnReply[]): Promise<readonly OwnReply[]> =>
  (await call<OwnReplies>('PUT', '/api/v1/me/replies', { body: { replies } })).replies
