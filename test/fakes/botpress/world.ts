/** What the platform keeps, and what it shows of it (the names of its client's types). */
export type Tags = Record<string, string>
export type User = { readonly id: string; readonly bot: string; name?: string; readonly tags: Tags }
export type Conversation = {
  readonly id: string
  readonly bot: string
  readonly channel: string
  readonly tags: Tags
}
export type Message = {
  readonly id: string
  readonly bot: string
  readonly conversationId: string
  readonly userId: string
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly tags: Tags
}
export type Event = {
  readonly bot: string
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
}

const matches = (tags: Tags, asked: Tags, by: readonly string[]): boolean =>
  by.every((name) => tags[name] === asked[name])

export type World = ReturnType<typeof makeWorld>

/**
 * Users, conversations, messages and events of all bots. `get-or-create` gives what has the same
 * tags, as the platform promises.
 */
export const makeWorld = () => {
  let count = 0
  const nextId = (kind: string): string => `${kind}_${String((count += 1)).padStart(8, '0')}`
  const users = new Map<string, User>()
  const conversations = new Map<string, Conversation>()
  const messages: Message[] = []
  const byTags = new Map<string, Message>()
  const events: Event[] = []
  return {
    nextId,
    users,
    conversations,
    messages,
    events,
    user: (bot: string, name: string | undefined, tags: Tags, by: readonly string[]): User => {
      const known =
        by.length === 0
          ? undefined
          : [...users.values()].find((one) => one.bot === bot && matches(one.tags, tags, by))
      if (known !== undefined) return known
      const made: User = {
        id: nextId('user'),
        bot,
        tags: { ...tags },
        ...(name === undefined ? {} : { name }),
      }
      users.set(made.id, made)
      return made
    },
    conversation: (bot: string, channel: string, tags: Tags, by: readonly string[]): Conversation => {
      const known =
        by.length === 0
          ? undefined
          : [...conversations.values()].find((one) => one.bot === bot && matches(one.tags, tags, by))
      if (known !== undefined) return known
      const made: Conversation = { id: nextId('conv'), bot, channel, tags: { ...tags } }
      conversations.set(made.id, made)
      return made
    },
    /** `isNew` is false where a message with these tags was there already. */
    message: (
      given: Omit<Message, 'id'>,
      by: readonly string[],
    ): { readonly message: Message; readonly isNew: boolean } => {
      const key =
        by.length === 0
          ? undefined
          : JSON.stringify([given.bot, given.conversationId, by.map((name) => given.tags[name])])
      const known = key === undefined ? undefined : byTags.get(key)
      if (known !== undefined) return { message: known, isNew: false }
      const made: Message = { ...given, id: nextId('msg') }
      messages.push(made)
      if (key !== undefined) byTags.set(key, made)
      return { message: made, isNew: true }
    },
  }
}
