import { proto } from '@whiskeysockets/baileys'
import { makeIdentity, type Identity } from '../../../../adapters/channels/whatsapp/identity.ts'
import type {
  JournalFacts,
  JournalRow,
  SealedTable,
} from '../../../../adapters/channels/whatsapp/journal-row.ts'
import { makeToInbound, type ToInboundOptions } from '../../../../adapters/channels/whatsapp/to-inbound.ts'
import type { Inbound } from '../../../../core/base/message.ts'

export const LID = '100000000000007@lid'
export const PN = '9647701234567@s.whatsapp.net'
export const RECEIVED = 1_800_000_000_500
export const SENT = 1_799_999_999

export type RowOptions = {
  readonly row?: number
  readonly id?: string
  readonly at?: number
  readonly name?: string
  readonly kind?: JournalRow['kind']
  readonly facts?: Partial<JournalFacts>
}

/** A row as the journal makes it: encoded by the library's own encoder. */
export const rowOf = (message: proto.IMessage | undefined, options: RowOptions = {}): JournalRow => {
  const { row = 1, id = '3A0123456789ABCDEF01', at = SENT, name = 'Sara', kind = 'message' } = options
  const facts: JournalFacts = {
    endToEnd: true,
    offline: false,
    chat: LID,
    alt: PN,
    fromMe: false,
    ...options.facts,
  }
  const bytes = proto.WebMessageInfo.encode(
    proto.WebMessageInfo.create({
      key: { remoteJid: facts.chat, fromMe: facts.fromMe, id },
      ...(message === undefined ? {} : { message }),
      messageTimestamp: at,
      pushName: name,
    }),
  ).finish()
  return { row, account: 'main', receivedAt: RECEIVED, kind, bytes, facts }
}

/** A table that forgets with the process, and counts what was written. */
export const makeTable = (): SealedTable & {
  readonly puts: () => number
  readonly ids: () => readonly string[]
} => {
  const kept = new Map<string, Uint8Array>()
  let puts = 0
  return {
    puts: () => puts,
    ids: () => [...kept.keys()],
    get: (id) => kept.get(id),
    put: (entries) => {
      puts += 1
      for (const [id, value] of entries) {
        if (value === undefined) kept.delete(id)
        else kept.set(id, value)
      }
    },
  }
}

export const makeNames = (): (() => string) => {
  let n = 0
  return () => `contact-${(n += 1)}`
}

export type Mapped = {
  readonly identity: Identity
  readonly map: (row: JournalRow) => readonly Inbound[]
  /** The one item of a message. */
  readonly item: (message: proto.IMessage | undefined, options?: RowOptions) => Inbound
}

export const makeMapped = (settings: Omit<ToInboundOptions, 'identity'> = {}): Mapped => {
  const identity = makeIdentity(makeTable(), makeNames())
  const map = makeToInbound({ identity, ...settings })
  return {
    identity,
    map,
    item: (message, options) => {
      const items = map(rowOf(message, options))
      if (items.length !== 1) throw new Error(`${items.length} items`)
      return items[0]!
    },
  }
}

export const rawOf = (item: Inbound): { readonly [name: string]: unknown } =>
  JSON.parse(item.raw ?? '{}') as never

const bytes = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill)

/** What a sender's phone attests of any file. */
export const file = {
  url: 'https://mmg.whatsapp.net/v/t62.7118-24/1.enc?oh=a&oe=b',
  directPath: '/v/t62.7118-24/1.enc?oh=a&oe=b',
  mediaKey: bytes(32, 1),
  fileSha256: bytes(32, 2),
  fileEncSha256: bytes(32, 3),
  fileLength: 4_321,
  mediaKeyTimestamp: 1_799_999_000,
}
