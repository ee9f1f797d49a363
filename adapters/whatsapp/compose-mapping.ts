import { randomBytes } from 'node:crypto'
import { makeFromOutbound } from './from-outbound.ts'
import { makeIdentity } from './identity.ts'
import type { SealedTable } from './journal-row.ts'
import type { Mapping } from './mapping.ts'
import { makeToInbound } from './to-inbound.ts'

/** 128 random bits: nothing about the person, and never the same twice. */
const newContact = (): string => randomBytes(16).toString('hex')

export const makeMapping = ({ contacts }: { readonly contacts: SealedTable }): Mapping => {
  const identity = makeIdentity(contacts, newContact)
  return { toInbound: makeToInbound({ identity }), fromOutbound: makeFromOutbound(identity), mapped: identity.join }
}
