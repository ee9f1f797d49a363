import { ms, type Ms } from '../../../core/base/units.ts'
import type { JournalFacts, JournalKind, JournalRow } from './journal-row.ts'
import type { Sealing } from './sealing.ts'
import type { SessionFile } from './session-file.ts'

/** What came of one stanza, before it has a row. */
export type JournalEntry = Omit<JournalRow, 'row' | 'account'> & {
  /** The stanza's own id. */
  readonly id: string
}

export type Journal = {
  /**
   * Part of the transaction it is called in. Content takes the place of what was held as unreadable
   * under the same id.
   */
  readonly add: (entry: JournalEntry) => void
  /**
   * Rows that may go to the inbox at `now`, in the order they came, those in `inFlight` left out;
   * `broken` are those that do not open.
   */
  readonly due: (
    now: number,
    limit: number,
    inFlight: ReadonlySet<number>,
  ) => { readonly rows: readonly JournalRow[]; readonly broken: readonly number[] }
  /** They are in the inbox. */
  readonly done: (rows: readonly number[]) => void
  /** Not now: the mapping broke over it. It is tried again, never lost. */
  readonly postpone: (row: number, due: number) => void
  /** When the next row that is held falls due. */
  readonly nextDue: (now: number) => number | undefined
  readonly waiting: () => number
}

/**
 * How long what could not be read waits for the sender's phone to send it again
 * (adapters/channels/whatsapp/README.md, Connection).
 */
const HOLD: Ms = ms(60_000)
/**
 * Rows remembered after they went to the inbox, so that a late stub of a message that came is known
 * as one.
 */
const REMEMBERED = 5_000
const LENGTH_BYTES = 4
const VERSION = 1

type Head = {
  readonly v: number
  readonly kind: JournalKind
  readonly receivedAt: number
  readonly facts: JournalFacts
}

/** `length of the head (u32, big-endian) | head in JSON | bytes`. */
const encode = ({ kind, receivedAt, facts, bytes }: JournalEntry): Uint8Array => {
  const head = Buffer.from(JSON.stringify({ v: VERSION, kind, receivedAt, facts } satisfies Head), 'utf8')
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(head.length)
  return Buffer.concat([length, head, bytes])
}

const decode = (plain: Buffer): Omit<JournalRow, 'row' | 'account'> => {
  const end = LENGTH_BYTES + plain.readUInt32BE(0)
  const { kind, receivedAt, facts } = JSON.parse(plain.toString('utf8', LENGTH_BYTES, end)) as Head
  return { kind, receivedAt, facts, bytes: new Uint8Array(plain.subarray(end)) }
}

export const makeJournal = (
  { db, commit, read }: SessionFile,
  sealing: Sealing,
  account: string,
): Journal => {
  const place = (message: Uint8Array): string => `journal\0${Buffer.from(message).toString('base64url')}`
  const insert = db.prepare('INSERT INTO journal (message, content, due, sealed) VALUES (?, ?, ?, ?)')
  const known = db.prepare('SELECT 1 FROM journal WHERE message = ? LIMIT 1')
  const supersede = db.prepare(
    'UPDATE journal SET due = NULL, sealed = NULL WHERE message = ? AND content = 0 AND due IS NOT NULL',
  )
  const select = db.prepare('SELECT row, message, sealed FROM journal WHERE due <= ? ORDER BY row LIMIT ?')
  const finish = db.prepare('UPDATE journal SET due = NULL, sealed = NULL WHERE row = ?')
  const move = db.prepare('UPDATE journal SET due = ? WHERE row = ? AND due IS NOT NULL')
  const prune = db.prepare(
    'DELETE FROM journal WHERE due IS NULL AND row <= (SELECT max(row) FROM journal) - ?',
  )
  const next = db.prepare('SELECT min(due) AS due FROM journal WHERE due > ?')
  const count = db.prepare('SELECT count(*) AS n FROM journal WHERE due IS NOT NULL')
  return {
    add: (entry) => {
      const message = sealing.blind(`message\0${entry.facts.chat}\0${entry.id}`)
      const content = entry.kind === 'message'
      if (content) supersede.run(message)
      else if (known.get(message) !== undefined) return
      const due = entry.kind === 'unreadable' ? entry.receivedAt + HOLD : entry.receivedAt
      insert.run(message, Number(content), due, sealing.seal(place(message), encode(entry)))
    },
    due: (now, limit, inFlight) =>
      read(() => {
        const rows: JournalRow[] = []
        const broken: number[] = []
        for (const found of select.iterate(now, limit + inFlight.size)) {
          const { row, message, sealed } = found as {
            readonly row: number
            readonly message: Uint8Array
            readonly sealed: Uint8Array
          }
          if (inFlight.has(row) || rows.length >= limit) continue
          try {
            rows.push({ row, account, ...decode(sealing.open(place(message), sealed)) })
          } catch {
            broken.push(row)
          }
        }
        return { rows, broken }
      }),
    done: (rows) =>
      commit(() => {
        for (const row of rows) finish.run(row)
        prune.run(REMEMBERED)
      }),
    postpone: (row, due) => commit(() => void move.run(due, row)),
    nextDue: (now) => read(() => (next.get(now)?.['due'] ?? undefined) as number | undefined),
    waiting: () => read(() => Number(count.get()?.['n'])),
  }
}
