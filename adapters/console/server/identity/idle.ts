import type { FastifyRequest } from 'fastify'
import { minutes, type Ms } from '../../../../core/base/units.ts'

/**
 * When whoever has this session was last seen to do something. By the wall clock, like all that the
 * library keeps.
 */
export type Seen = { readonly createdAt: Date; readonly activeAt?: Date | string | number | null | undefined }

const activeOf = ({ createdAt, activeAt }: Seen): number =>
  Math.max(
    createdAt.getTime(),
    activeAt === null || activeAt === undefined ? 0 : new Date(activeAt).getTime(),
  )

/** Nobody did anything here for longer than the operator lets a screen stand open. */
export const isIdle = (session: Seen, idle: Ms): boolean => Date.now() - activeOf(session) >= idle

/** Done again within this time is not written down again. */
const PAUSE = minutes(1)

/**
 * What a page does by itself: that somebody looks at a case, and what was searched for once more
 * when the feed was lost.
 */
const BY_ITSELF = /\/(?:presence|search)$/

/**
 * Whether this call shows that somebody sits there, and it is time to write it down. Reading never
 * does: pages read by themselves.
 */
export const isActive = (request: FastifyRequest, session: Seen): boolean =>
  request.method !== 'GET' &&
  !BY_ITSELF.test(request.routeOptions.url ?? '') &&
  Date.now() - activeOf(session) >= PAUSE
