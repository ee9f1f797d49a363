import type { OutboxId } from '../../../core/base/ids.ts'
import { splitText } from '../../../core/services/delivery/split-text.ts'
import { never } from '../../../core/base/never.ts'
import type { OutboundContent, SendContext, SendOutcome } from '../../../core/ports/channel.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'
import { judge, typeOf, type Api, type ApiOf } from './api.ts'
import { MOST_TEXT } from './capabilities.ts'
import type { Health } from './health.ts'
import { readPlace, type BotpressPlace } from './place.ts'
import { payloadOf, uploadFile } from './send-file.ts'
import { closeSession, noteAssigned, readSession } from './session.ts'

const INVALID: SendOutcome = { status: 'refused', why: 'invalid' }
const GONE: SendOutcome = { status: 'refused', why: 'gone' }
/** Under which name our bot speaks. */
const DESK = 'Amin'
/** Names that are known at a time; one that fell out is asked for again. */
const MOST_NAMES = 5_000

/** What the platform answers of. */
const TOLD: ReadonlySet<OutboundContent['kind']> = new Set(['text', 'file', 'assigned', 'ended'])

type Content<Kind extends OutboundContent['kind']> = Extract<OutboundContent, { readonly kind: Kind }>

/** One attempt to say `content`. Never throws for what the platform answers. */
export const makeSender = (parts: {
  readonly apiOf: ApiOf
  readonly account: string
  readonly clock: Clock
  readonly log: Log
  readonly health: Health
}): ((chat: string, content: OutboundContent, context: SendContext) => Promise<SendOutcome>) => {
  const { apiOf, account, clock, log, health } = parts
  const names = new Map<string, string>()
  const done = (message?: string): SendOutcome => ({
    status: 'sent',
    at: clock.now(),
    ...(message === undefined ? {} : { message }),
  })

  /** The platform's user of a name at our desk: agents are shown by theirs, and never as the bot. */
  const speaker = async (api: Api, { bot, alias }: BotpressPlace, name: string): Promise<string> => {
    const key = JSON.stringify([bot, alias, name])
    const known = names.get(key)
    if (known !== undefined) return known
    const { user } = await api.getOrCreateUser({ name, tags: { desk: name }, discriminateByTags: ['desk'] })
    if (names.size >= MOST_NAMES) names.clear()
    names.set(key, user.id)
    return user.id
  }

  const say = async (
    place: BotpressPlace,
    { text, alias }: Content<'text'>,
    row: OutboxId,
  ): Promise<SendOutcome> => {
    const api = apiOf(place)
    const { open } = await readSession(api, place.user)
    // Whatever is said into a closed session the platform swallows without a word.
    if (open === undefined) return GONE
    const userId = await speaker(api, place, alias ?? DESK)
    const ids: string[] = []
    for (const [n, part] of splitText(text, MOST_TEXT).entries()) {
      const { message } = await api.getOrCreateMessage({
        type: 'text',
        payload: { text: part },
        conversationId: open,
        userId,
        tags: { amin: `${row}~${n}` },
        discriminateByTags: ['amin'],
      })
      ids.push(message.id)
    }
    return ids.length === 0 ? INVALID : done(ids.join(','))
  }

  const send = async (
    place: BotpressPlace,
    { file, alias }: Content<'file'>,
    { row, bytes: read }: SendContext,
  ): Promise<SendOutcome> => {
    const api = apiOf(place)
    const { open } = await readSession(api, place.user)
    if (open === undefined) return GONE
    const bytes = await read?.()
    if (bytes === undefined) return INVALID
    const userId = await speaker(api, place, alias ?? DESK)
    const url = await uploadFile(api, { file, bytes, row }, clock)
    const { message } = await api.getOrCreateMessage({
      ...payloadOf(file, url),
      conversationId: open,
      userId,
      tags: { amin: `${row}~0` },
      discriminateByTags: ['amin'],
    })
    return done(message.id)
  }

  /**
   * Told at most once: the plugin says it to the person, and once too often would say that somebody
   * else came.
   */
  const assign = async (
    place: BotpressPlace,
    { session, alias }: Content<'assigned'>,
    row: OutboxId,
  ): Promise<SendOutcome> => {
    const api = apiOf(place)
    const known = await readSession(api, place.user)
    if (known.open === undefined || String(known.session) !== session || known.assigned === row) return done()
    const userId = await speaker(api, place, alias)
    await noteAssigned(api, place.user, row)
    await api.createEvent({ type: 'hitlAssigned', payload: { conversationId: known.open, userId } })
    return done()
  }

  /** Told until it is known: a person whose session never ends is answered by nobody. */
  const end = async (place: BotpressPlace, { session }: Content<'ended'>): Promise<SendOutcome> => {
    const api = apiOf(place)
    const known = await readSession(api, place.user)
    if (known.open === undefined || String(known.session) !== session) return done()
    await api.createEvent({ type: 'hitlStopped', payload: { conversationId: known.open } })
    await closeSession(api, place.user)
    return done()
  }

  const attempt = (
    place: BotpressPlace,
    content: OutboundContent,
    context: SendContext,
  ): Promise<SendOutcome> | SendOutcome => {
    const { row } = context
    switch (content.kind) {
      case 'text':
        return say(place, content, row)
      case 'file':
        return send(place, content, context)
      case 'assigned':
        return assign(place, content, row)
      case 'ended':
        return end(place, content)
      // The plugin shows no sign that somebody writes, and there are no buttons.
      case 'typing':
      case 'pressed':
        return done()
      case 'wipe':
      case 'settle':
        return INVALID
      default:
        return never(content)
    }
  }

  return async (chat, content, context) => {
    const place = readPlace(chat)
    if (place === undefined) return INVALID
    try {
      const outcome = await attempt(place, content, context)
      if (TOLD.has(content.kind)) health.good()
      return outcome
    } catch (error) {
      const { paid, ...outcome } = judge(error)
      log.info('botpress did not take a message', {
        channel: 'botpress',
        account,
        kind: outcome.status,
        code: typeOf(error),
      })
      if (outcome.status === 'unauthorised') health.refused()
      else if (paid === true) health.unpaid()
      else if (outcome.status === 'later') health.unreachable()
      // Gone is what the user or the conversation is; of a bot that removed us as well.
      return content.kind === 'assigned' && outcome.status === 'later' ? { status: 'unclear' } : outcome
    }
  }
}
