import type { Blind } from '../../ports/blinding.ts'
import { readMessage, writeMessage } from './message.ts'
import type { ExchangePorts, Gathered, OwnItem, Run } from './parts.ts'
import { Refused } from './refusal.ts'
import { hiddenText, hideSet, paddedSize, type HiddenSet } from './sets.ts'

/** What our items became with the third, in their order, and the key that it used. */
type Veiled = { readonly texts: readonly string[]; readonly key: Uint8Array }

/**
 * Asks the third what our items become, filled up as sets are: it learns how large the set is, and nothing else,
 * and counts it. Throws `Refused`: `third_refuses` with what it said, also where its proof does not hold.
 */
const askThird = async (ports: ExchangePorts, run: Run, items: readonly string[]): Promise<Veiled> => {
  const { hasher, clock, random, oblivious, third: send } = ports
  const { held, session } = run
  const { third, least } = held.terms
  if (send === undefined || third === undefined) throw new Refused('third_refuses', false, 'unanswered')
  const size = paddedSize(items.length, least)
  const fillers = Array.from({ length: size - items.length }, () => random.id())
  const veil = await oblivious.veil([...items, ...fillers])
  const said = writeMessage(ports, {
    step: 'veiled',
    agreement: held.hash,
    session,
    at: clock.now(),
    before: '',
    points: veil.points,
    tags: [],
  })
  const answer = await send(said.text)
  if (answer.status === 'refused') throw new Refused('third_refuses', false, answer.why)
  const read = readMessage({ signer: ports.signer, hasher }, answer.text, third.key)
  if (read.status !== 'read') throw new Refused('third_refuses', false, 'wrong_party')
  const { step, before, points, tags } = read.message
  const [key, ...proofs] = tags
  if (step !== 'evaluated' || before !== said.hash || key === undefined || points.length !== size)
    throw new Refused('third_refuses', false, 'out_of_turn')
  const opened = await veil.open(key, points, proofs)
  if (opened === undefined) throw new Refused('third_refuses', false, 'wrong_tags')
  run.messages.push(['veiled', said.hash], ['evaluated', read.hash])
  return { texts: opened.slice(0, items.length), key }
}

/** Our set of a run under its secret, and the key of the third where there is one. */
export const hideOwn = async (
  ports: ExchangePorts,
  run: Run,
  blind: Blind,
  { items }: Gathered,
): Promise<{ readonly set: HiddenSet<OwnItem>; readonly key: Uint8Array | undefined }> => {
  const { least, third } = run.held.terms
  const texts = items.map(({ kind, normal }) => hiddenText(kind, normal))
  const veiled = third === undefined ? undefined : await askThird(ports, run, texts)
  const hidden = new Map(items.map((item, at) => [item, (veiled?.texts ?? texts)[at] ?? '']))
  const set = await hideSet(blind, items, (item) => hidden.get(item) ?? '', paddedSize(items.length, least))
  return { set, key: veiled?.key }
}
