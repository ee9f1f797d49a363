import { proto } from '@whiskeysockets/baileys'
import type { OutboxId } from '../../../core/base/ids.ts'
import type { Sealing } from './sealing.ts'
import type { SessionFile } from './session-file.ts'

/**
 * A recipient asks again within minutes, or when a phone comes back after days; this many of the
 * newest can be answered. Two lines each.
 */
const KEPT = 4_000
/** As the library makes them: `3EB0` and 18 hexadecimal digits. */
const ID_DIGITS = 18
/** Behind a row that more pieces follow. No id ends so. */
const MORE = '~'

/** Which piece of which outbox row a message is. `last`: no more of it follows. */
export type SentPiece = { readonly row: OutboxId; readonly index: number; readonly last: boolean }

export type Sent = {
  /** The message id of a piece: the same at every try, so that a phone that has it already shows it once. */
  readonly idOf: (piece: SentPiece) => string
  /** Durable when it returns. */
  readonly keep: (id: string, message: proto.IMessage, piece?: SentPiece) => void
  /** The row that a message of ours was a piece of, for what WhatsApp says of it later. */
  readonly pieceOf: (id: string) => Pick<SentPiece, 'row' | 'last'> | undefined
  /** Exactly what was sent, for a recipient that could not read it. */
  readonly find: (id: string) => proto.IMessage | undefined
}

export const makeSent = ({ db, commit, read }: SessionFile, sealing: Sealing): Sent => {
  const insert = db.prepare(
    'INSERT INTO sent (message, sealed) VALUES (?, ?) ON CONFLICT (message) DO UPDATE SET sealed = excluded.sealed',
  )
  const prune = db.prepare('DELETE FROM sent WHERE no <= (SELECT max(no) FROM sent) - ?')
  const select = db.prepare('SELECT sealed FROM sent WHERE message = ?')
  const place = (id: string): string => `sent\0${id}`
  const placeOfRow = (id: string): string => `row\0${id}`
  const put = (at: string, plain: Uint8Array): void =>
    void insert.run(sealing.blind(at), sealing.seal(at, plain))
  const get = (at: string): Buffer | undefined => {
    const sealed = read(() => select.get(sealing.blind(at))?.['sealed'] as Uint8Array | undefined)
    return sealed === undefined ? undefined : sealing.open(at, sealed)
  }
  return {
    // Keyed: who reads a message id learns nothing of the row, and cannot tell a repeated one from another.
    idOf: ({ row, index }) => {
      const digits = Buffer.from(sealing.blind(`id\0${row}\0${index}`))
        .toString('hex')
        .toUpperCase()
      return `3EB0${digits.slice(0, ID_DIGITS)}`
    },
    keep: (id, message, piece) =>
      commit(() => {
        put(place(id), proto.Message.encode(message).finish())
        if (piece !== undefined) put(placeOfRow(id), Buffer.from(`${piece.row}${piece.last ? '' : MORE}`))
        prune.run(KEPT)
      }),
    pieceOf: (id) => {
      const written = get(placeOfRow(id))?.toString()
      if (written === undefined) return undefined
      const last = !written.endsWith(MORE)
      return { row: (last ? written : written.slice(0, -MORE.length)) as OutboxId, last }
    },
    find: (id) => {
      const plain = get(place(id))
      return plain === undefined ? undefined : proto.Message.decode(plain)
    },
  }
}
