import type { Hasher } from '../../../core/ports/hasher.ts'
import type { Sealer } from '../../../core/ports/sealer.ts'
import type { Instant } from '../../../core/base/units.ts'
import { openContactFile } from './contact-file.ts'
import type { Contact, Reach } from './contact.ts'

/**
 * Whom this account has talked to: which of the platform's names mean the same person. Sealed, and
 * found by keyed hashes (law 7). Kept by itself, for the core knows a chat by one address that
 * never changes. Every method throws `store_unavailable`, `store_broken`, `disk_full` or
 * `data_unwritable`; then nothing of it is done.
 */
export type Contacts = {
  /** All of `change`, durable when it returns, or nothing of it. */
  readonly commit: <T>(change: () => T) => T
  /** The chat of whoever is called so; a new one where nobody is. At least one name must be given. */
  readonly meet: (reach: Reach) => string
  /** The same without making anybody's acquaintance. */
  readonly recall: (reach: Reach) => string | undefined
  /**
   * The platform says that who was called `from` is called `to` from now on. Passed over where `to`
   * is somebody already.
   */
  readonly rename: (from: Reach, to: Reach) => 'renamed' | 'unknown' | 'taken'
  readonly find: (chat: string) => Contact | undefined
  /** They wrote: the window is open again. Returns whether something was held back for that. */
  readonly hear: (chat: string, at: Instant, message?: string) => boolean
  readonly close: (chat: string) => void
  readonly invite: (chat: string, at: Instant) => void
  /** Removes what is known of them, for erasure. Who writes again is met anew. */
  readonly forget: (chat: string) => void
  /** Closes the file. */
  readonly end: () => void
}

export const openContacts = (parts: {
  /** The file, made where it is not there; `:memory:` for tests. Nobody else opens it. */
  readonly file: string
  readonly account: string
  readonly hasher: Hasher
  readonly sealer: Sealer
}): Contacts => {
  const { account, hasher, sealer } = parts
  const file = openContactFile(parts.file)
  const { db, commit, read } = file
  const getContact = db.prepare('SELECT sealed FROM contact WHERE id = ?')
  const putContact = db.prepare(
    'INSERT INTO contact (id, sealed) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed',
  )
  const dropContact = db.prepare('DELETE FROM contact WHERE id = ?')
  const getName = db.prepare('SELECT contact FROM name WHERE id = ?')
  const putName = db.prepare(
    'INSERT INTO name (id, contact) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET contact = excluded.contact',
  )
  const dropName = db.prepare('DELETE FROM name WHERE id = ?')
  const dropNames = db.prepare('DELETE FROM name WHERE contact = ?')

  const blind = (kind: 'chat' | 'user' | 'phone', value: string): string =>
    hasher.keyed('address', 'whatsapp-cloud', account, kind, value)
  const load = (id: string): Contact | undefined => {
    const sealed = getContact.get(id)?.['sealed']
    return sealed instanceof Uint8Array
      ? (sealer.transit.open(`contact:${id}`, sealed) as Contact)
      : undefined
  }
  const save = (contact: Contact): void => {
    const id = blind('chat', contact.chat)
    putContact.run(id, sealer.transit.seal(`contact:${id}`, contact))
  }
  const named = (kind: 'user' | 'phone', value: string | undefined): Contact | undefined => {
    const id = value === undefined ? undefined : getName.get(blind(kind, value))?.['contact']
    return typeof id === 'string' ? load(id) : undefined
  }
  const call = (contact: Contact): void => {
    const id = blind('chat', contact.chat)
    if (contact.user !== undefined) putName.run(blind('user', contact.user), id)
    if (contact.phone !== undefined) putName.run(blind('phone', contact.phone), id)
  }
  const without = (contact: Contact): Contact => {
    const { phone: _, ...rest } = contact
    return rest
  }

  /** A number is taken from whoever had it before: the platform gives it to one person at a time. */
  const giveNumber = (contact: Contact, phone: string): Contact => {
    const before = named('phone', phone)
    if (before !== undefined && before.chat !== contact.chat) save(without(before))
    if (contact.phone !== undefined && contact.phone !== phone) dropName.run(blind('phone', contact.phone))
    return { ...contact, phone }
  }

  /**
   * Who it is that is called so. Meta's id decides: a number may have passed on to a stranger, who
   * must not be shown another's case. A number alone means whoever had it last, and takes an id on
   * where it had none.
   */
  const identify = ({ user, phone }: Reach): Contact | undefined => {
    const byUser = named('user', user)
    if (byUser !== undefined) return byUser
    const byPhone = named('phone', phone)
    return byPhone !== undefined && (user === undefined || byPhone.user === undefined) ? byPhone : undefined
  }

  /** A chat's address is its person's first name here; never one that was another's. */
  const freshChat = ({ user, phone }: Reach): string => {
    const first = user ?? phone ?? ''
    for (let n = 1; ; n += 1) {
      const chat = n === 1 ? first : `${first}~${n}`
      if (load(blind('chat', chat)) === undefined) return chat
    }
  }

  const learn = (contact: Contact, { user, phone }: Reach): Contact => {
    const known = user === undefined ? contact : { ...contact, user }
    return phone === undefined || phone === contact.phone ? known : giveNumber(known, phone)
  }

  /** They are called otherwise by now: what this says of them is older than what is known. */
  const isFormer = (contact: Contact, { user }: Reach): boolean =>
    user !== undefined && contact.user !== undefined && contact.user !== user

  const change = (chat: string, by: (contact: Contact) => Contact | undefined): void =>
    commit(() => {
      const contact = load(blind('chat', chat))
      const changed = contact === undefined ? undefined : by(contact)
      if (changed !== undefined) save(changed)
    })

  return {
    commit,
    meet: (reach) =>
      commit(() => {
        const known = identify(reach)
        if (known !== undefined && isFormer(known, reach)) return known.chat
        const contact = learn(known ?? { v: 1, chat: freshChat(reach) }, reach)
        if (known === undefined || known.user !== contact.user || known.phone !== contact.phone) {
          save(contact)
          call(contact)
        }
        return contact.chat
      }),
    recall: (reach) => read(() => identify(reach)?.chat),
    rename: (from, to) =>
      commit(() => {
        const known = identify(from)
        if (known === undefined) return 'unknown'
        if (isFormer(known, from)) return 'renamed'
        const other = named('user', to.user) ?? (to.user === undefined ? named('phone', to.phone) : undefined)
        if (other !== undefined && other.chat !== known.chat) return 'taken'
        // The old number is nobody's until somebody writes from it; Meta's old id stays theirs, for
        // it is given to nobody else.
        const bare = known.phone === undefined || known.phone === to.phone ? known : without(known)
        if (bare !== known && known.phone !== undefined) dropName.run(blind('phone', known.phone))
        const contact = learn(bare, to)
        save(contact)
        call(contact)
        return 'renamed'
      }),
    find: (chat) => read(() => load(blind('chat', chat))),
    hear: (chat, at, message) => {
      let held = false
      change(chat, ({ closed, invitedAt, ...contact }) => {
        held = closed === true || invitedAt !== undefined
        const later = contact.heardAt === undefined || at >= contact.heardAt
        return later
          ? { ...contact, heardAt: at, ...(message === undefined ? {} : { heard: message }) }
          : contact
      })
      return held
    },
    close: (chat) =>
      change(chat, (contact) => (contact.closed === true ? undefined : { ...contact, closed: true })),
    invite: (chat, at) => change(chat, (contact) => ({ ...contact, closed: true, invitedAt: at })),
    forget: (chat) =>
      commit(() => {
        const id = blind('chat', chat)
        dropNames.run(id)
        dropContact.run(id)
      }),
    end: file.close,
  }
}
