import type { Inbound } from '../../../../core/base/message.ts'
import { originOf } from '../../../../core/services/inbound/origin.ts'
import type { Message } from '../../contract/messages.ts'
import { isoOf } from '../http/iso.ts'

type Forwarded = NonNullable<Message['forwarded']>

/** `@` in front, as people know it; a name may be without one, and one without a name. */
const named = (name: string | undefined, handle: string | undefined): string | undefined => {
  if (handle === undefined) return name
  return name === undefined ? `@${handle}` : `${name} (@${handle})`
}

/**
 * Who wrote a forwarded message first. `attested`: the platform itself names the account or channel
 * by its id. A name alone anybody may take, and what WhatsApp says of a forward is written by the
 * app that sent it. Nothing where it was not forwarded.
 */
export const presentForward = (message: Pick<Inbound, 'channel' | 'forward'>): Forwarded | undefined => {
  const origin = originOf(message)
  if (origin === undefined) return undefined
  const { kind, name, handle, id, link, at } = origin
  const from = named(name, handle)
  return {
    hidden: kind === 'hidden_user' || (from === undefined && id === undefined),
    attested: message.channel === 'telegram' && id !== undefined,
    ...(from === undefined ? {} : { from }),
    ...(id === undefined ? {} : { id }),
    ...(link === undefined ? {} : { link }),
    ...(at === undefined ? {} : { at: isoOf(at) }),
  }
}
