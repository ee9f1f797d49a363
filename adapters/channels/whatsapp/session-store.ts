import {
  BufferJSON,
  initAuthCreds,
  proto,
  type AuthenticationCreds,
  type SignalDataSet,
  type SignalKeyStore,
} from '@whiskeysockets/baileys'
import { randomBytes } from 'node:crypto'
import { Failure } from '../../../core/base/failure.ts'
import { contactsOf } from './contacts-table.ts'
import type { JournalEntry, Journal } from './journal.ts'
import type { SealedTable } from './journal-row.ts'
import type { Sealing } from './sealing.ts'
import { toFailure, type SessionFile } from './session-file.ts'

/**
 * Passed through Baileys' transactions like a key type of its own, so that it is written with the
 * ratchet step that made it.
 */
export const JOURNAL_TYPE = 'amin-journal'

/**
 * Ends a socket's right to this session: once broken, nothing is read or written through it, so
 * that work it left behind cannot step a ratchet that its successor has stepped already.
 */
export type Fence = { readonly broken: () => boolean; readonly break: (cause: Failure) => void }

/**
 * How far this file has come, by random names: `now`, and the one `before` it, where nobody has
 * confirmed `now` yet. A file that comes back from an old copy names one that the parent's store
 * has left behind (see generation.ts). Each pairing begins anew.
 */
export type Generation = { readonly pairing: string; readonly now: string; readonly before?: string }

export type SessionStore = {
  /** The credentials of this pairing, or new ones. */
  readonly loadCreds: () => AuthenticationCreds
  readonly saveCreds: (creds: AuthenticationCreds) => void
  /**
   * The key store of one socket. `set` is one transaction for all types. A fault breaks the fence
   * before it is thrown.
   */
  readonly keysFor: (fence: Fence) => SignalKeyStore
  /** Credentials, keys and what was sent are gone, the generation begins anew; contacts and journal stay. */
  readonly forget: () => void
  readonly generation: () => Generation
  /** Names a new generation, durably. */
  readonly advance: () => Generation
  readonly contacts: SealedTable
}

const CREDS = 'creds'
const GENERATION = 'generation'

const encode = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value, BufferJSON.replacer), 'utf8')
const decode = (plain: Buffer): unknown => JSON.parse(plain.toString('utf8'), BufferJSON.reviver) as unknown

export const makeSessionStore = (
  file: SessionFile,
  sealing: Sealing,
  journal: Pick<Journal, 'add'>,
): SessionStore => {
  const { db, commit, read } = file
  const select = db.prepare('SELECT sealed FROM secret WHERE type = ? AND id = ?')
  const upsert = db.prepare(
    'INSERT INTO secret VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET sealed = excluded.sealed',
  )
  const remove = db.prepare('DELETE FROM secret WHERE type = ? AND id = ?')
  const clear = db.prepare('DELETE FROM secret')
  const forgetSent = db.prepare('DELETE FROM sent')
  const fact = db.prepare('SELECT sealed FROM fact WHERE name = ?')
  const setFact = db.prepare(
    'INSERT INTO fact VALUES (?, ?) ON CONFLICT DO UPDATE SET sealed = excluded.sealed',
  )
  const dropFact = db.prepare('DELETE FROM fact WHERE name = ?')

  const place = (type: string, id: string): string => `${type}\0${id}`
  const getOne = (type: string, id: string): unknown => {
    const sealed = select.get(type, sealing.blind(place(type, id)))?.['sealed'] as Uint8Array | undefined
    return sealed === undefined ? undefined : decode(sealing.open(place(type, id), sealed))
  }
  const putOne = (type: string, id: string, value: unknown): void => {
    const blinded = sealing.blind(place(type, id))
    if (value === null || value === undefined) remove.run(type, blinded)
    else upsert.run(type, blinded, sealing.seal(place(type, id), encode(value)))
  }
  const writeAll = (data: SignalDataSet): void => {
    for (const [type, entries] of Object.entries(data)) {
      for (const [id, value] of Object.entries(entries)) {
        if (type === JOURNAL_TYPE) journal.add(value as JournalEntry)
        else putOne(type, id, value)
      }
    }
  }

  const keysFor = (fence: Fence): SignalKeyStore => {
    const guarded = <T>(work: () => T): T => {
      if (fence.broken()) throw new Failure('store_unavailable', 'the socket gave up the session')
      try {
        return work()
      } catch (error) {
        const failure = toFailure(error)
        fence.break(failure)
        throw failure
      }
    }
    return {
      get: (type, ids) =>
        guarded(() => {
          const found: Record<string, unknown> = {}
          for (const id of ids) {
            const value = getOne(type, id)
            if (value !== undefined) {
              found[id] =
                type === 'app-state-sync-key'
                  ? proto.Message.AppStateSyncKeyData.fromObject(value as object)
                  : value
            }
          }
          return found as never
        }),
      set: (data) => guarded(() => commit(() => writeAll(data))),
    }
  }

  const generation = (): Generation | undefined => {
    const sealed = read(() => fact.get(GENERATION)?.['sealed'] as Uint8Array | undefined)
    return sealed === undefined ? undefined : (decode(sealing.open(GENERATION, sealed)) as Generation)
  }
  const name = (): string => randomBytes(16).toString('hex')
  const advance = (): Generation => {
    const last = generation()
    const named: Generation =
      last === undefined
        ? { pairing: name(), now: name() }
        : { pairing: last.pairing, now: name(), before: last.now }
    commit(() => void setFact.run(GENERATION, sealing.seal(GENERATION, encode(named))))
    return named
  }

  return {
    loadCreds: () => read(() => (getOne(CREDS, CREDS) as AuthenticationCreds | undefined) ?? initAuthCreds()),
    saveCreds: (creds) => commit(() => putOne(CREDS, CREDS, creds)),
    keysFor,
    forget: () =>
      commit(() => {
        clear.run()
        forgetSent.run()
        dropFact.run(GENERATION)
      }),
    generation: () => generation() ?? advance(),
    advance,
    contacts: contactsOf(file, sealing),
  }
}
