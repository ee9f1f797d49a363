import { toHex } from '../../base/bytes.ts'
import { otherSide, sideOf, standingOf, type Held } from './agreement.ts'
import { countItems } from './budget.ts'
import { agreementNamed, readMessage, writeMessage, type Message, type Said } from './message.ts'
import {
  beginRun,
  checkSet,
  endRun,
  SKEW,
  type Answer,
  type ExchangePorts,
  type OwnItem,
  type Run,
} from './parts.ts'
import { Refused } from './refusal.ts'
import { noteRefusals } from './refusals-noted.ts'
import { hideOwn } from './veil.ts'
import { common, isDistinct, tagsOf, type HiddenSet } from './sets.ts'

/** A run that waits for the third message. `theirs`: tags of their set, as far as we are to learn. */
type Waiting = {
  readonly run: Run
  readonly second: Said
  readonly set: HiddenSet<OwnItem>
  readonly theirs: readonly Uint8Array[]
}

type Heard = { readonly held: Held; readonly message: Message; readonly hash: Said['hash'] }

/** The side that is asked. Gives an answer to whatever comes, and never throws for what comes. */
export type Responder = {
  readonly take: (text: string) => Promise<Answer>
  /** Whether a run waits for its third message, or is being answered. */
  readonly isBusy: () => boolean
  /** Ends the runs whose third message would come too late by now: call it from time to time. */
  readonly sweep: () => Promise<void>
  /** Ends every run that waits; nothing is answered any more. */
  readonly close: () => Promise<void>
}

/**
 * Answers the other parties of these agreements, one message after the other. Whoever is none of them hears
 * `stranger`, whatever they sent, and nothing is written down of it. A refusal ends the run that it is about.
 */
export const makeResponder = (ports: ExchangePorts, agreements: readonly Held[]): Responder => {
  const { hasher, clock, signer } = ports
  const known = new Map(agreements.map((held) => [held.hash as string, held]))
  /** One for each agreement: a new run takes the place of one that was left. */
  const waiting = new Map<string, Waiting>()
  const note = noteRefusals(ports)
  let turn: Promise<unknown> = Promise.resolve()

  const say = (run: Run, message: Pick<Message, 'step' | 'points' | 'tags'>, before: Said['hash']): Said => {
    const { held, session } = run
    const said = writeMessage(ports, { ...message, agreement: held.hash, session, at: clock.now(), before })
    run.messages.push([message.step, said.hash])
    return said
  }

  const leave = async (agreement: string, ending: Refused | 'left'): Promise<void> => {
    const left = waiting.get(agreement)
    waiting.delete(agreement)
    if (left !== undefined) await endRun(ports, left.run, ending)
  }

  const isLate = ({ began }: Run): boolean => clock.now() - began > 2 * SKEW

  const leaveAll = async (is: (run: Run) => boolean): Promise<void> => {
    for (const [agreement, { run }] of waiting) if (is(run)) await leave(agreement, 'left')
  }

  const answerFirst = async (run: Run, { held, message, hash }: Heard): Promise<string> => {
    const { session, side, other } = run
    const { terms, hash: agreement } = held
    if (Math.abs(message.at - clock.now()) > SKEW) throw new Refused('wrong_time')
    if (message.before !== '' || message.tags.length !== (terms.third === undefined ? 0 : 1))
      throw new Refused('malformed')
    checkSet(message.points, terms)
    // What was counted is looked up for a day only; what is kept of a run stays.
    if (await ports.isKept({ agreement, session })) throw new Refused('replayed')
    await countItems(ports, held, { session, whose: 'theirs', items: message.points.length })
    run.theirs = message.points.length
    run.messages.push(['first', hash])
    const blind = ports.blinding.begin()
    const both = await blind.over(message.points)
    if (both === undefined) throw new Refused('no_point')
    const { set, key } = await hideOwn(ports, run, blind, await ports.gather(terms, side))
    // With another key nothing would be in common, and nobody would know why.
    if (key !== undefined && toHex(key) !== message.tags.map(toHex).join(''))
      throw new Refused('third_differs')
    await countItems(ports, held, { session, whose: 'ours', items: set.points.length })
    run.ours = set.points.length
    const tagged = (learner: typeof side) =>
      terms.learns.includes(learner) ? tagsOf(hasher, { agreement, session, learner }, both) : []
    const second = say(run, { step: 'second', points: set.points, tags: tagged(other) }, hash)
    waiting.set(agreement, { run, second, set, theirs: tagged(side) })
    return second.text
  }

  const answerThird = async (
    { run, second, set, theirs }: Waiting,
    { message, hash }: Heard,
  ): Promise<string> => {
    const learns = run.held.terms.learns.includes(run.side)
    if (message.before !== second.hash || isLate(run)) throw new Refused('out_of_turn')
    if (message.points.length > 0) throw new Refused('malformed')
    if (message.tags.length !== (learns ? set.points.length : 0) || !isDistinct(message.tags))
      throw new Refused('wrong_tags')
    run.messages.push(['third', hash])
    const found = learns ? common(set.places, message.tags, theirs) : undefined
    const last = say(run, { step: 'last', points: [], tags: [] }, hash)
    waiting.delete(run.held.hash)
    await endRun(ports, run, 'done', found)
    return last.text
  }

  const answer = async (heard: Heard): Promise<string> => {
    const { held, message } = heard
    const fault = standingOf(held, signer.publicKey, clock.now())
    if (fault !== undefined) throw new Refused(fault)
    const open = waiting.get(held.hash)
    if (message.step === 'third' && open?.run.session === message.session) return answerThird(open, heard)
    if (message.step !== 'first') throw new Refused('out_of_turn')
    const run = beginRun(held, signer.publicKey, message.session, clock.now())
    try {
      const text = await answerFirst(run, heard)
      if (open !== undefined) await endRun(ports, open.run, 'left')
      return text
    } catch (error) {
      // What was counted is told of; what was refused before that begins nothing.
      if (error instanceof Refused && run.theirs > 0) await endRun(ports, run, error)
      throw error
    }
  }

  const take = async (text: string): Promise<Answer> => {
    const held = known.get(agreementNamed(text) ?? '')
    const side = held === undefined ? undefined : sideOf(held.terms, signer.publicKey)
    if (held === undefined || side === undefined) return { status: 'refused', why: 'stranger' }
    const read = readMessage(ports, text, held.terms.parties[otherSide(side)].key)
    if (read.status === 'stranger') return { status: 'refused', why: 'stranger' }
    try {
      if (read.status !== 'read') throw new Refused('malformed')
      if (read.message.agreement !== held.hash) throw new Refused('malformed')
      return { status: 'answered', text: await answer({ held, ...read }) }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await note(held.hash, error.written)
      // A third message that was refused ends its run; a first that is repeated leaves it as it is.
      if (
        read.status === 'read' &&
        read.message.step !== 'first' &&
        waiting.get(held.hash)?.run.session === read.message.session
      )
        await leave(held.hash, error)
      return { status: 'refused', why: error.why }
    }
  }

  let [coming, closed] = [0, false]
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    coming += 1
    const mine = turn.then(act).finally(() => (coming -= 1))
    turn = mine.catch(() => undefined)
    return mine
  }

  return {
    take: (text) =>
      inTurn(async () => (closed ? ({ status: 'refused', why: 'stranger' } as const) : take(text))),
    isBusy: () => coming > 0 || waiting.size > 0,
    sweep: () => inTurn(() => leaveAll(isLate)),
    close: () => {
      closed = true
      return inTurn(() => leaveAll(() => true))
    },
  }
}
