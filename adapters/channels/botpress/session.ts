import type { Api } from './api.ts'
import { text } from '../../kit/json.ts'

/**
 * Where a person stands, kept in the tags of the user that we made for them at the platform: the
 * plugin knows one conversation a session, and whoever asks twice must get the same. `session`
 * counts them; `open` is the conversation of the one that runs; `assigned` the row that told last
 * who came.
 */
export type Session = {
  readonly name?: string
  readonly session: number
  readonly open?: string
  readonly assigned?: string
}

/** The platform may not keep an empty tag. */
const NONE = 'none'

export const readSession = async (api: Api, user: string): Promise<Session> => {
  const found = (await api.getUser({ id: user })).user
  const tags: Readonly<Record<string, string | undefined>> = found.tags
  const session = Number(tags['session'] ?? 0)
  const open = tags['open']
  const name = text(found.name)
  const assigned = tags['assigned']
  return {
    session: Number.isSafeInteger(session) && session > 0 ? session : 0,
    ...(name === undefined ? {} : { name }),
    ...(open === undefined || open === '' || open === NONE ? {} : { open }),
    ...(assigned === undefined ? {} : { assigned }),
  }
}

/**
 * The running session, or a new one. Two calls at the same time name the same conversation, which
 * is made once.
 */
export const openSession = async (api: Api, user: string): Promise<Session & { readonly open: string }> => {
  const known = await readSession(api, user)
  if (known.open !== undefined) return { ...known, open: known.open }
  const session = known.session + 1
  const { conversation } = await api.getOrCreateConversation({
    channel: 'hitl',
    tags: { person: user, session: String(session) },
    discriminateByTags: ['person', 'session'],
  })
  await api.updateUser({ id: user, tags: { session: String(session), open: conversation.id } })
  return { ...known, session, open: conversation.id }
}

export const closeSession = async (api: Api, user: string): Promise<void> => {
  await api.updateUser({ id: user, tags: { open: NONE } })
}

export const noteAssigned = async (api: Api, user: string, row: string): Promise<void> => {
  await api.updateUser({ id: user, tags: { assigned: row } })
}
