import {
  downloadAndProcessHistorySyncNotification,
  isHostedLidUser,
  isHostedPnUser,
  isLidUser,
  isPnUser,
  jidNormalizedUser,
  type BaileysEventMap,
  type proto,
} from '@whiskeysockets/baileys'
import type { Log } from '../../../core/ports/log.ts'
import { makeLibraryLog } from './logger.ts'
import type { Addresses } from './privates.ts'

type History = BaileysEventMap['messaging-history.set']

const isPerson = (jid: unknown): jid is string =>
  typeof jid === 'string' &&
  [isPnUser, isLidUser, isHostedPnUser, isHostedLidUser].some((is) => is(jid) === true)

/**
 * Whom the owner of a number knew before it was linked: people that they wrote to, or whose name they saved.
 * Made of what the phone tells a new device of its chats; of that only these addresses leave this function.
 * `isOurs`: what this program sent is no sign that its owner knows somebody.
 */
const knownIn = (
  { chats, messages }: Pick<History, 'chats' | 'messages'>,
  isOurs: (message: string) => boolean,
): readonly Addresses[] => {
  const written = new Set(
    messages.flatMap(({ key }) =>
      key.fromMe === true && typeof key.remoteJid === 'string' && !isOurs(key.id ?? '')
        ? [jidNormalizedUser(key.remoteJid)]
        : [],
    ),
  )
  return chats.flatMap((found): readonly Addresses[] => {
    if (!isPerson(found.id)) return []
    const chat = jidNormalizedUser(found.id)
    const isSaved = typeof found.name === 'string' && found.name !== ''
    if (!isSaved && !written.has(chat)) return []
    const alt = [found.pnJid, found.lidJid, found.accountLid].find(
      (jid) => isPerson(jid) && jidNormalizedUser(jid) !== chat,
    )
    return [{ chat, ...(isPerson(alt) ? { alt: jidNormalizedUser(alt) } : {}) }]
  })
}

/**
 * The same of what the phone says where its list is: in the message itself, or in a file that the library
 * fetches. Nothing of it goes through the library's own handling of histories, which keeps numbers, hidden ids
 * and tokens of every chat. Throws what the library throws.
 */
export const readKnown = async (
  told: proto.Message.IHistorySyncNotification,
  log: Log,
  isOurs: (message: string) => boolean,
): Promise<readonly Addresses[]> =>
  knownIn(await downloadAndProcessHistorySyncNotification(told, {}, makeLibraryLog(log)), isOurs)
