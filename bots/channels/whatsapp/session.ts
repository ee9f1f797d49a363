import { join } from 'node:path'
import type { Secrets } from '../../../adapters/crypto/secrets.ts'
import { leftAloneIn } from '../../../adapters/channels/whatsapp/contacts-table.ts'
import type { Config } from '../../config.ts'

/** Where the session of a linked device lies. */
export const sessionFileOf = (dataDir: string, account: string): string =>
  join(dataDir, 'whatsapp', `${account}.db`)

export const sessionKeyOf = (secrets: Secrets): Uint8Array => new Uint8Array(secrets.of('whatsapp').export())

/** How many private chats of the linked number wrote and were left alone; nothing where none is linked. */
export const leftAlone = ({ dataDir, whatsapp }: Config, secrets: Secrets): number | undefined =>
  whatsapp?.by === 'baileys'
    ? leftAloneIn(sessionFileOf(dataDir, whatsapp.account), sessionKeyOf(secrets))
    : undefined
