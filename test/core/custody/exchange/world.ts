import { makeBlinding } from '../../../../adapters/crypto/blinding.ts'
import { makeOblivious } from '../../../../adapters/crypto/oblivious.ts'
import { makeMemoryClock, type MemoryClock } from '../../../../adapters/memory/clock.ts'
import { makeRandom } from '../../../../adapters/crypto/random.ts'
import {
  countersign,
  openAgreement,
  proposeAgreement,
  type Agreement,
  type Held,
  type ItemKind,
} from '../../../../core/custody/exchange/agreement.ts'
import { makeResponder } from '../../../../core/custody/exchange/answer.ts'
import { ask, type Asked } from '../../../../core/custody/exchange/ask.ts'
import type { ExchangePorts, Kept, OwnItem, Send } from '../../../../core/custody/exchange/parts.ts'
import type { CaseId } from '../../../../core/base/ids.ts'
import { instant, type Instant } from '../../../../core/base/units.ts'
import type { Blinding } from '../../../../core/ports/blinding.ts'
import type { ExchangeCount, ExchangeNote } from '../../../../core/ports/exchange-log.ts'
import type { Signer } from '../../../../core/ports/signer.ts'
import { aKey, hasher } from '../world.ts'

/** 2026-03-10, noon. */
export const NOON = instant(1_773_144_000_000)

export const anItem = (normal: string, kind: ItemKind = 'numbers', ...cases: readonly string[]): OwnItem => ({
  kind,
  normal,
  cases: (cases.length === 0 ? ['one'] : cases) as CaseId[],
})

/** One side, with all that it wrote down. */
export type SideOf = {
  readonly ports: ExchangePorts
  readonly signer: Signer
  readonly clock: MemoryClock
  readonly counts: { readonly at: Instant; readonly agreement: string; readonly counted: ExchangeCount }[]
  readonly notes: ExchangeNote[]
  readonly kept: Kept[]
  items: readonly OwnItem[]
}

export const aSide = (
  signer: Signer,
  items: readonly OwnItem[],
  blinding: Blinding = makeBlinding(),
): SideOf => {
  const clock = makeMemoryClock(NOON)
  const counts: SideOf['counts'] = []
  const notes: ExchangeNote[] = []
  const kept: Kept[] = []
  const side: SideOf = {
    signer,
    clock,
    counts,
    notes,
    kept,
    items,
    ports: {
      signer,
      hasher,
      clock,
      random: makeRandom(),
      blinding,
      oblivious: makeOblivious(),
      log: {
        count: async (agreement, counted) => void counts.push({ at: clock.now(), agreement, counted }),
        counted: async (agreement, from) =>
          counts.flatMap((one) => (one.agreement === agreement && one.at >= from ? [one.counted] : [])),
        note: async (_, note) => void notes.push(note),
      },
      gather: async ({ run }) => ({
        items: side.items.slice(0, run),
        left: Math.max(0, side.items.length - run),
      }),
      keep: async (one) => void kept.push(one),
      isKept: async ({ agreement, session }) =>
        kept.some((one) => one.agreement === agreement && one.session === session),
    },
  }
  return side
}

export const ANNE = await aKey()
export const BASIM = await aKey()
export const STRANGER = await aKey()

export const terms = (other: Partial<Agreement> = {}): Agreement => ({
  id: '0123456789ABCDEFGHJKMNPQRS',
  parties: {
    a: { key: ANNE.publicKey, role: 'ngo', name: 'House of Anne' },
    b: { key: BASIM.publicKey, role: 'investigators', name: 'Office of Basim' },
  },
  purpose: 'finding the same blackmailers',
  kinds: ['numbers', 'handles'],
  children: false,
  from: '2026-03-01',
  until: '2026-03-31',
  learns: ['a', 'b'],
  run: 16,
  day: 64,
  least: 4,
  ...other,
})

export const open = (signer: Signer, file: string): Held => {
  const held = openAgreement({ signer, hasher }, file)
  if (held === undefined) throw new Error('no agreement')
  return held
}

/** Signed by both. */
export const agreed = (other: Partial<Agreement> = {}): Held => {
  const proposed = proposeAgreement({ signer: ANNE, hasher }, terms(other))
  return open(BASIM, countersign({ signer: BASIM, hasher }, proposed, open(BASIM, proposed)))
}

/** Two sides, and every byte that went between them. */
export const between = (held: Held, one: SideOf, other: SideOf) => {
  const wire: string[] = []
  const responder = makeResponder(other.ports, [held])
  const send: Send = async (text) => {
    wire.push(text)
    const answer = await responder.take(text)
    wire.push(answer.status === 'answered' ? answer.text : answer.why)
    return answer
  }
  return { wire, responder, send, run: (): Promise<Asked> => ask(one.ports, held, send) }
}

export const foundBy = ({ kept }: SideOf): readonly string[] | undefined =>
  kept
    .at(-1)
    ?.found?.map(({ normal }) => normal)
    .toSorted()
