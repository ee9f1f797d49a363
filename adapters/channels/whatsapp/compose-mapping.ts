import { randomBytes } from 'node:crypto'
import { makeFromOutbound } from './from-outbound.ts'
import { makeIdentity } from './identity.ts'
import type { SealedTable } from './journal-row.ts'
import type { Mapping } from './mapping.ts'
import { makeToInbound } from './to-inbound.ts'

/** 128 random bits: nothing about the person, and never the same twice. */
const newContact = (): string => randomBytes(16).toString('hex')

/** Where the moment of linking stands among the contacts, which outlive a pairing like it. */
const LINK = 'link'

export const makeMapping = ({
  contacts,
  isOurs,
}: {
  readonly contacts: SealedTable
  readonly isOurs: (message: string) => boolean
}): Mapping => {
  const identity = makeIdentity(contacts, newContact)
  const linkedAt = (): number | undefined => {
    const bytes = contacts.get(LINK)
    return bytes === undefined ? undefined : Number(Buffer.from(bytes).toString('utf8'))
  }
  return {
    toInbound: makeToInbound({ identity, isOurs, linkedAt }),
    fromOutbound: makeFromOutbound(identity),
    linked: (at) => contacts.put([[LINK, Buffer.from(String(at), 'utf8')]]),
    mapped: identity.join,
  }
}
