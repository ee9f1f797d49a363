import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { writeBundle } from '../../adapters/bundle/write.ts'
import { COMMAND } from '../../adapters/console/server/administration/deeds.ts'
import { dayOf } from '../../core/base/calendar.ts'
import { sameBytes } from '../../core/base/bytes.ts'
import { once } from '../../core/base/stream.ts'
import {
  countersign,
  faultOf,
  PARTY_ROLES,
  proposeAgreement,
  isSigned,
  signatories,
  type Agreement,
  type Held,
  type ItemKind,
  type PartyRole,
  type Side,
} from '../../core/custody/exchange/agreement.ts'
import { readPublicKey } from '../../core/custody/note.ts'
import type { Exchanging } from '../../bots/exchange.ts'
import { WRONG_USE, type Call, type Run } from './command.ts'
import { readHeld, withExchanging } from './exchange-common.ts'
import { WORDS } from './exchange-words.ts'

const LEARNS: Readonly<Record<string, readonly Side[]>> = { both: ['a', 'b'], us: ['a'], them: ['b'] }

const roleOf = (given: string | undefined): PartyRole | undefined =>
  PARTY_ROLES.find((role) => role === given)

const writeFile = (path: string, text: string): Promise<boolean> =>
  writeBundle(resolve(path), once(Buffer.from(text, 'utf8')), async () => true)

/** What `amin checkpoint key` printed, as it was saved or pasted. */
const keyIn = async ({ hasher }: Exchanging['ports'], file: string): Promise<Uint8Array | undefined> => {
  try {
    return readPublicKey(hasher, `${(await readFile(file, 'utf8')).trim()}\n`)
  } catch {
    return undefined
  }
}

const PICTURES = 'pictures-of-anybody'

/** Pictures are not asked whose they are: who signs for them says so in so many words. */
const pictureFault = ({ kinds }: Agreement, said: boolean): string | undefined =>
  kinds.includes('pictures') && !said
    ? `pictures that people sent may be their own, and nobody looks whose they are: say --${PICTURES} where that is meant`
    : undefined

/** The terms that were given; a word on what is missing or wrong. */
const termsOf = async ({ text, flag }: Call, ports: Exchanging['ports']): Promise<Agreement | string> => {
  const theirKey = await keyIn(ports, text('their-key') ?? '')
  if (theirKey === undefined) return '--their-key names no file with what `amin checkpoint key` prints'
  const [role, theirRole] = [roleOf(text('role')), roleOf(text('their-role'))]
  if (role === undefined || theirRole === undefined)
    return `--role and --their-role are each one of ${PARTY_ROLES.join(', ')}`
  const named = text('third-key')
  const thirdKey = named === undefined ? undefined : await keyIn(ports, named)
  if (named !== undefined && thirdKey === undefined)
    return '--third-key names no file with what `amin checkpoint key` prints'
  const terms: Agreement = {
    id: ports.random.id(),
    parties: {
      a: { key: ports.signer.publicKey, role, name: text('name') ?? '' },
      b: { key: theirKey, role: theirRole, name: text('their-name') ?? '' },
    },
    ...(thirdKey === undefined ? {} : { third: { key: thirdKey, name: text('third-name') ?? '' } }),
    purpose: text('purpose') ?? '',
    // Whatever stands there is looked at below.
    kinds: (text('kinds') ?? 'numbers,handles,wallets').split(',') as ItemKind[],
    children: flag('children'),
    from: text('from') ?? dayOf(ports.clock.now()),
    until: text('until') ?? '',
    learns: LEARNS[text('learns') ?? 'both'] ?? [],
    run: Number(text('run') ?? 1_024),
    day: Number(text('day') ?? 4_096),
    least: Number(text('least') ?? 256),
  }
  return faultOf(terms) ?? pictureFault(terms, flag(PICTURES)) ?? terms
}

const tellSigned = async ({ print }: Call, { agents, ports }: Exchanging, file: string): Promise<number> => {
  const held = await readHeld(ports, file, WORDS.en)
  if (typeof held === 'string') throw new TypeError('what was just written does not open')
  const { hash, terms, signedBy } = held
  await agents.deeds.append({
    by: COMMAND,
    kind: 'exchange_signed',
    subject: hash,
    detail: { id: terms.id },
  })
  print(JSON.stringify({ agreement: hash, file, signed: isSigned(held) ? 'all' : signedBy }))
  return 0
}

/** Writes an agreement that the other side may sign. */
export const offer: Run = async (call) => {
  const out = call.text('out') ?? ''
  if (out === '') {
    call.say('amin exchange offer: say --out FILE, and what `--help` calls needed')
    return WRONG_USE
  }
  if (existsSync(resolve(out))) {
    call.say('amin exchange offer: there is a file of that name already; it stays as it is')
    return WRONG_USE
  }
  return withExchanging(call, 'exchange offer', async (exchanging) => {
    const terms = await termsOf(call, exchanging.ports)
    if (typeof terms === 'string') {
      call.say(`amin exchange offer: ${terms}`)
      return WRONG_USE
    }
    await writeFile(out, proposeAgreement(exchanging.ports, terms))
    return tellSigned(call, exchanging, out)
  })
}

const isNamed = ({ terms }: Held, key: Uint8Array): boolean =>
  signatories(terms).some(([, one]) => sameBytes(one, key))

/** Adds our signature to an agreement. */
export const sign: Run = async (call) => {
  const [file = ''] = call.words
  return withExchanging(call, 'exchange sign', async (exchanging, _, words) => {
    const { ports } = exchanging
    const held = await readHeld(ports, file, words)
    if (typeof held === 'string' || !isNamed(held, ports.signer.publicKey)) {
      const why = typeof held === 'string' ? held : words.notNamed
      call.say(`amin exchange sign: ${why}`)
      return 1
    }
    const fault = pictureFault(held.terms, call.flag(PICTURES))
    if (fault !== undefined) {
      call.say(`amin exchange sign: ${fault}`)
      return WRONG_USE
    }
    await writeFile(file, countersign(ports, await readFile(file, 'utf8'), held))
    return tellSigned(call, exchanging, file)
  })
}
