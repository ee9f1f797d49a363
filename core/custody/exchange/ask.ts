import { toHex } from '../../base/bytes.ts'
import { sideOf, standingOf, type Held } from './agreement.ts'
import { countItems } from './budget.ts'
import { readMessage, writeMessage, type Message, type Said, type Step } from './message.ts'
import { beginRun, checkSet, endRun, type ExchangePorts, type OwnItem, type Run, type Send } from './parts.ts'
import { hideOwn } from './veil.ts'
import { Refused, type Refusal } from './refusal.ts'
import { common, isDistinct, tagsOf } from './sets.ts'

/**
 * `ours`, `theirs`: sizes of the sets as they were sent. `left`: how many more items we had than a run takes.
 * `found`: those of ours that the other side has as well, where we were to learn it. `unconfirmed`: the other
 * side did not say that it has our answer.
 */
export type Asked =
  | {
      readonly status: 'done'
      readonly session: string
      readonly ours: number
      readonly theirs: number
      readonly left: number
      readonly unconfirmed: boolean
      readonly found?: readonly OwnItem[]
    }
  | { readonly status: 'refused'; readonly why: Refusal; readonly theirs: boolean; readonly third?: Refusal }

type Talk = {
  readonly say: (message: Pick<Message, 'step' | 'points' | 'tags'>, before?: Said) => Said
  readonly hear: (said: Said, step: Step) => Promise<Message & { readonly said: Said }>
}

const talkIn = (ports: ExchangePorts, run: Run, send: Send): Talk => ({
  say: (message, before) => {
    const { held, session } = run
    const rest = {
      agreement: held.hash,
      session,
      at: ports.clock.now(),
      before: before?.hash ?? ('' as const),
    }
    const said = writeMessage(ports, { ...message, ...rest })
    run.messages.push([message.step, said.hash])
    return said
  },
  hear: async (said, step) => {
    const answer = await send(said.text)
    if (answer.status === 'refused') throw new Refused(answer.why, answer.why !== 'unanswered')
    const read = readMessage(ports, answer.text, run.held.terms.parties[run.other].key)
    if (read.status !== 'read') throw new Refused(read.status === 'stranger' ? 'wrong_party' : 'malformed')
    const { message, hash } = read
    run.messages.push([message.step, hash])
    if (
      message.step !== step ||
      message.session !== run.session ||
      message.agreement !== run.held.hash ||
      message.before !== said.hash
    )
      throw new Refused('out_of_turn')
    return { ...message, said: { text: answer.text, hash } }
  },
})

const compare = async (ports: ExchangePorts, run: Run, send: Send): Promise<Asked> => {
  const { held, session, side, other } = run
  const { terms, hash: agreement } = held
  const learns = terms.learns.includes(side)
  const talk = talkIn(ports, run, send)
  const gathered = await ports.gather(terms, side)
  const blind = ports.blinding.begin()
  const { set, key } = await hideOwn(ports, run, blind, gathered)
  await countItems(ports, held, { session, whose: 'ours', items: set.points.length })
  run.ours = set.points.length
  const second = await talk.hear(
    talk.say({ step: 'first', points: set.points, tags: key === undefined ? [] : [key] }),
    'second',
  )
  checkSet(second.points, terms)
  const own = new Set(set.points.map(toHex))
  if (second.points.some((point) => own.has(toHex(point)))) throw new Refused('echoed')
  if (second.tags.length !== (learns ? set.points.length : 0) || !isDistinct(second.tags))
    throw new Refused('wrong_tags')
  await countItems(ports, held, { session, whose: 'theirs', items: second.points.length })
  run.theirs = second.points.length
  const both = await blind.over(second.points)
  if (both === undefined) throw new Refused('no_point')
  const found = learns
    ? common(set.places, second.tags, tagsOf(ports.hasher, { agreement, session, learner: side }, both))
    : undefined
  const tags = terms.learns.includes(other)
    ? tagsOf(ports.hasher, { agreement, session, learner: other }, both)
    : []
  const third = talk.say({ step: 'third', points: [], tags }, second.said)
  let unconfirmed = false
  try {
    await talk.hear(third, 'last')
  } catch (error) {
    // What we learnt we know, whatever becomes of the last word.
    if (!(error instanceof Refused)) throw error
    unconfirmed = true
  }
  await endRun(ports, run, unconfirmed ? 'unconfirmed' : 'done', found)
  const sizes = { ours: run.ours, theirs: run.theirs, left: gathered.left }
  return { status: 'done', session, ...sizes, unconfirmed, ...(found === undefined ? {} : { found }) }
}

/**
 * One run from the side that asks. What is refused, by either side, is written down with its reason and changes
 * nothing else.
 */
export const ask = async (ports: ExchangePorts, held: Held, send: Send): Promise<Asked> => {
  const now = ports.clock.now()
  const isParty = sideOf(held.terms, ports.signer.publicKey) !== undefined
  const fault = isParty ? standingOf(held, ports.signer.publicKey, now) : 'wrong_party'
  if (fault !== undefined) return { status: 'refused', why: fault, theirs: false }
  const run = beginRun(held, ports.signer.publicKey, ports.random.id(), now)
  try {
    return await compare(ports, run, send)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await endRun(ports, run, error)
    const { why, theirs, third } = error
    return { status: 'refused', why, theirs, ...(third === undefined ? {} : { third }) }
  }
}
