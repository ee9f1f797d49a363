import type { Clock } from '../../ports/clock.ts'
import type { ExchangeLog } from '../../ports/exchange-log.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Evaluator, Oblivious } from '../../ports/oblivious.ts'
import type { Random } from '../../ports/random.ts'
import type { Signer } from '../../ports/signer.ts'
import { SIDES, standingOf, type Held, type Side } from './agreement.ts'
import type { Responder } from './answer.ts'
import { countItems } from './budget.ts'
import { agreementNamed, readMessage, writeMessage, type Message } from './message.ts'
import { checkSet, SKEW, type Answer } from './parts.ts'
import { Refused } from './refusal.ts'
import { noteRefusals } from './refusals-noted.ts'

type Ports = {
  readonly signer: Signer
  readonly hasher: Hasher
  readonly clock: Clock
  readonly random: Random
  readonly log: ExchangeLog
  readonly oblivious: Pick<Oblivious, 'evaluator'>
}

/** `evaluator`: its key is of this agreement alone, or what another one was answered would count for it as well. */
type Known = { readonly held: Held; readonly evaluator: Evaluator }

type Heard = { readonly side: Side; readonly message: Message; readonly hash: string }

/**
 * The neutral third of agreements: turns what a party veiled, and counts it against the budget of that party. It
 * sees no item, not what is in common and not whether anything was compared afterwards.
 */
export const makeThird = (ports: Ports, agreements: readonly Held[]): Pick<Responder, 'take'> => {
  const { signer, clock, oblivious } = ports
  const known = new Map(
    agreements.map((held): [string, Known] => [held.hash, { held, evaluator: oblivious.evaluator() }]),
  )
  const note = noteRefusals(ports)
  let turn: Promise<unknown> = Promise.resolve()

  const answer = async ({ held, evaluator }: Known, { side, message, hash }: Heard): Promise<string> => {
    const fault = standingOf(held, signer.publicKey, clock.now())
    if (fault !== undefined) throw new Refused(fault)
    const { step, session, at, before, points, tags, agreement } = message
    if (step !== 'veiled') throw new Refused('out_of_turn')
    if (Math.abs(at - clock.now()) > SKEW) throw new Refused('wrong_time')
    if (before !== '' || tags.length > 0 || agreement !== held.hash) throw new Refused('malformed')
    checkSet(points, held.terms)
    // Each party has its own budget here.
    const counted = { terms: held.terms, hash: `${held.hash} ${side}` }
    await countItems(ports, counted, { session, whose: 'theirs', items: points.length })
    const evaluated = await evaluator.evaluate(points)
    if (evaluated === undefined) throw new Refused('no_point')
    return writeMessage(ports, {
      step: 'evaluated',
      agreement,
      session,
      at: clock.now(),
      before: hash as typeof before,
      points: evaluated.points,
      tags: [evaluator.key, ...evaluated.proofs],
    }).text
  }

  const take = async (text: string): Promise<Answer> => {
    const one = known.get(agreementNamed(text) ?? '')
    if (one === undefined) return { status: 'refused', why: 'stranger' }
    const { held } = one
    for (const side of SIDES) {
      const read = readMessage(ports, text, held.terms.parties[side].key)
      if (read.status === 'stranger') continue
      try {
        if (read.status !== 'read') throw new Refused('malformed')
        const { message, hash } = read
        return { status: 'answered', text: await answer(one, { side, message, hash }) }
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        await note(`${held.hash} ${side}`, error.why)
        return { status: 'refused', why: error.why }
      }
    }
    return { status: 'refused', why: 'stranger' }
  }

  return {
    take: (text) => {
      const mine = turn.then(() => take(text))
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}
