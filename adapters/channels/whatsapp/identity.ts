import { Failure } from '../../../core/base/failure.ts'
import { count, record, text, type Fields } from './fields.ts'
import type { SealedTable } from './journal-row.ts'

/**
 * An address as it was met: a number or a hidden id, the other one where it is known, in which row
 * of the journal.
 */
export type Sighting = { readonly row: number; readonly chat: string; readonly alt?: string }

export type Reach = {
  /** Where the person wrote from last. */
  readonly jid: string
  /** Seconds after which messages disappear in that chat; 0 where they stay. */
  readonly timer: number
}

/**
 * Who is who. A person is one opaque contact with up to two addresses: the hidden id (`…@lid`),
 * which is theirs for good, and the number, which may change hands. Cases hang on the contact,
 * never on an address (adapters/channels/whatsapp/README.md, Identity). Every call is durable when it
 * returns; each throws what the table throws.
 */
export type Identity = {
  /**
   * The contact of this address, made where it is new. The same sighting gives the same contact,
   * whatever was learnt in between.
   */
  readonly meet: (sighting: Sighting) => string
  /** The contact of this address, where there is one: nobody is remembered for having been written to. */
  readonly known: (sighting: Sighting) => string | undefined
  /** Nothing where no such contact was ever met. */
  readonly reach: (contact: string) => Reach | undefined
  readonly setTimer: (contact: string, seconds: number) => void
  /** WhatsApp says that these are the same person's. Remembered only of people who wrote. */
  readonly join: (pair: { readonly lid: string; readonly pn: string }) => void
}

/**
 * `first`: row in which the contact was made. `last`: newest row that named it, kept while the
 * contact may still turn out to be another one. `into`: which contact it turned out to be; rows up
 * to `after` went out under its own name and must do so again.
 */
type Contact = {
  readonly v: 1
  readonly jid: string
  readonly lid?: string
  readonly pn?: string
  readonly timer?: number
  readonly first: number
  readonly last?: number
  readonly into?: { readonly contact: string; readonly after: number }
}
type Known = { readonly id: string; readonly contact: Contact }

const HIDDEN = /@(?:hosted\.)?lid$/
const isHidden = (jid: string): boolean => HIDDEN.test(jid)

/** Contacts follow one another once or twice in a lifetime. */
const MOST_HOPS = 16
const MOST_JID = 256

const read = (bytes: Uint8Array): Contact => {
  const fields = record(JSON.parse(Buffer.from(bytes).toString('utf8')))
  const jid = text(fields?.['jid'], MOST_JID)
  // Passed over, the person would silently become somebody else.
  if (fields?.['v'] !== 1 || jid === undefined)
    throw new Failure('store_broken', 'a contact of a later version')
  const optional = <T>(name: keyof Contact, value: T | undefined): { readonly [key: string]: T } =>
    value === undefined ? {} : { [name]: value }
  const into = record(fields['into'])
  const target = text(into?.['contact'], MOST_JID)
  return {
    v: 1,
    jid,
    first: count(fields['first']) ?? 0,
    ...optional('lid', text(fields['lid'], MOST_JID)),
    ...optional('pn', text(fields['pn'], MOST_JID)),
    ...optional('timer', count(fields['timer'])),
    ...optional('last', count(fields['last'])),
    ...optional(
      'into',
      target === undefined ? undefined : { contact: target, after: count((into as Fields)['after']) ?? 0 },
    ),
  }
}

const write = (contact: Contact): Uint8Array => Buffer.from(JSON.stringify(contact), 'utf8')

const place = (id: string): string => `contact ${id}`
const sign = (jid: string): string => `address ${jid}`

type Entry = readonly [id: string, value: Uint8Array | undefined]
const saving = ({ id, contact }: Known): Entry => [place(id), write(contact)]
const naming = (jid: string, id: string | undefined): Entry => [
  sign(jid),
  id === undefined ? undefined : Buffer.from(id, 'utf8'),
]

/** `newId`: a name that says nothing and was never given before. */
export const makeIdentity = (table: SealedTable, newId: () => string): Identity => {
  const load = (id: string): Known | undefined => {
    const bytes = table.get(place(id))
    return bytes === undefined ? undefined : { id, contact: read(bytes) }
  }
  const follow = (id: string, row: number): Known | undefined => {
    let known = load(id)
    for (
      let hop = 0;
      hop < MOST_HOPS && known?.contact.into !== undefined && row > known.contact.into.after;
      hop += 1
    )
      known = load(known.contact.into.contact) ?? known
    return known
  }
  const find = (jid: string | undefined, row: number): Known | undefined => {
    const id = jid === undefined ? undefined : table.get(sign(jid))
    return id === undefined ? undefined : follow(Buffer.from(id).toString('utf8'), row)
  }

  /** The number belongs to somebody else now: whoever had it is no longer found by it. */
  const without = ({ id, contact }: Known): Known => {
    const { pn: _, ...rest } = contact
    return { id, contact: rest }
  }
  /** Both addresses are known: nothing else can be learnt of the contact, so it stays itself for good. */
  const settled = ({ id, contact }: Known, lid: string, pn: string): Known => {
    const { last: _, ...rest } = contact
    return { id, contact: { ...rest, lid, pn } }
  }
  const numberFor = (known: Known, lid: string, pn: string): readonly Entry[] => {
    const old = known.contact.pn
    const after = settled(known, lid, pn)
    return [
      saving(after),
      naming(lid, after.id),
      naming(pn, after.id),
      ...(old === undefined || old === pn ? [] : [naming(old, undefined)]),
    ]
  }

  /**
   * Two contacts that are one: the older goes on, since its case is further along, unless the other
   * can no longer be renamed.
   */
  const merge = (hidden: Known, numbered: Known, lid: string, pn: string): readonly Entry[] => {
    const older = hidden.contact.last !== undefined && numbered.contact.first < hidden.contact.first
    const [survivor, gone] = older ? [numbered, hidden] : [hidden, numbered]
    const { contact } = gone
    const into = { contact: survivor.id, after: contact.last ?? 0 }
    const old = survivor.contact.pn
    // The addresses of the one that is gone still lead to it, and from there on, so that rows that
    // went out before go out the same again.
    const own = older ? naming(pn, survivor.id) : naming(lid, survivor.id)
    return [
      saving(settled(survivor, lid, pn)),
      saving({ id: gone.id, contact: { ...contact, into } }),
      own,
      ...(old === undefined || old === pn ? [] : [naming(old, undefined)]),
    ]
  }

  /** Nothing where neither was ever met. */
  const learn = (lid: string, pn: string, row: number): void => {
    const hidden = find(lid, row)
    const numbered = find(pn, row)
    if (hidden === undefined) {
      if (numbered === undefined) return
      if (numbered.contact.lid === undefined || numbered.contact.lid === lid)
        table.put(numberFor(numbered, lid, pn))
      else table.put([saving(without(numbered)), naming(pn, undefined)])
    } else if (numbered === undefined) table.put(numberFor(hidden, lid, pn))
    else if (hidden.id === numbered.id) {
      if (hidden.contact.lid !== lid || hidden.contact.pn !== pn) table.put(numberFor(hidden, lid, pn))
    } else if (numbered.contact.lid === undefined) table.put(merge(hidden, numbered, lid, pn))
    else table.put([saving(without(numbered)), ...numberFor(hidden, lid, pn)])
  }

  const make = (row: number, chat: string, alt: string | undefined): Known => {
    const id = newId()
    const named = (jid: string): Partial<Contact> => (isHidden(jid) ? { lid: jid } : { pn: jid })
    const contact: Contact = {
      v: 1,
      jid: chat,
      ...named(chat),
      first: row,
      ...(alt === undefined ? { last: row } : named(alt)),
    }
    table.put([saving({ id, contact }), naming(chat, id), ...(alt === undefined ? [] : [naming(alt, id)])])
    return { id, contact }
  }

  return {
    meet: ({ row, chat, alt }) => {
      const other = alt !== undefined && isHidden(alt) !== isHidden(chat) ? alt : undefined
      if (other !== undefined) learn(isHidden(chat) ? chat : other, isHidden(chat) ? other : chat, row)
      const known = find(chat, row) ?? make(row, chat, other)
      const { contact } = known
      const last = contact.last === undefined ? undefined : Math.max(contact.last, row)
      if (contact.jid !== chat || contact.last !== last)
        table.put([
          saving({
            id: known.id,
            contact: { ...contact, jid: chat, ...(last === undefined ? {} : { last }) },
          }),
        ])
      return known.id
    },
    known: ({ row, chat, alt }) => {
      const found = find(chat, row) ?? find(alt, row)
      // One who wrote only later was nobody when this row came, however often it comes.
      return found === undefined || found.contact.first >= row ? undefined : found.id
    },
    reach: (id) => {
      const contact = follow(id, Infinity)?.contact
      return contact === undefined ? undefined : { jid: contact.jid, timer: contact.timer ?? 0 }
    },
    setTimer: (id, timer) => {
      const known = follow(id, Infinity)
      if (known !== undefined && (known.contact.timer ?? 0) !== timer)
        table.put([saving({ id: known.id, contact: { ...known.contact, timer } })])
    },
    join: ({ lid, pn }) => {
      if (isHidden(lid) && !isHidden(pn)) learn(lid, pn, Infinity)
    },
  }
}
