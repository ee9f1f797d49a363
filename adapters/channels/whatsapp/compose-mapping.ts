import { randomBytes } from 'node:crypto'
import { makeFromOutbound } from './from-outbound.ts'
import { makeIdentity, type Identity } from './identity.ts'
import type { JournalFacts, SealedTable } from './journal-row.ts'
import type { Mapping } from './mapping.ts'
import { makePrivates, type Addresses } from './privates.ts'
import { makeToInbound } from './to-inbound.ts'

/** 128 random bits: nothing about the person, and never the same twice. */
const newContact = (): string => randomBytes(16).toString('hex')

/** Where the moment of linking stands among the contacts, which outlive a pairing like it. */
const LINK = 'link'

const addressesOf = ({ chat, alt }: JournalFacts): Addresses => ({
  chat,
  ...(alt === undefined ? {} : { alt }),
})

/** Meets nobody and remembers nothing. */
const NOBODY: Identity = {
  meet: () => 'nobody',
  known: () => undefined,
  reach: () => undefined,
  setTimer: () => undefined,
  join: () => undefined,
}

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
  const privates = makePrivates(contacts, newContact)
  return {
    privates: {
      learn: privates.learn,
      left: privates.left,
      covers: ({ row, facts }) =>
        privates.covers(facts) &&
        !facts.fromMe &&
        identity.known({ row, ...addressesOf(facts) }) === undefined,
      glimpse: makeToInbound({ identity: NOBODY, isOurs, linkedAt }),
      open: ({ facts }) => privates.open(addressesOf(facts)),
      leave: ({ facts }) => privates.leave(addressesOf(facts)),
    },
    toInbound: makeToInbound({ identity, isOurs, linkedAt }),
    fromOutbound: makeFromOutbound(identity),
    linked: (at) => contacts.put([[LINK, Buffer.from(String(at), 'utf8')]]),
    mapped: identity.join,
  }
}
