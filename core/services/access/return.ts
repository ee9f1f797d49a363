import { followLetters } from './follow-letters.ts'
import type { CaseCode, CaseId } from '../../base/ids.ts'
import { leave, takeBack, type Act } from './act.ts'
import { isCodeTry, readBareCode, readCode } from '../../policy/access/code.ts'
import { holdsNothing } from '../../policy/access/holds-nothing.ts'
import { open } from './open.ts'
import { isShut } from '../../policy/access/lock.ts'
import { LONGEST_TRY } from './read.ts'
import { askSecretly, sayTyped } from './page.ts'
import { hasLost, namesSecret } from '../../policy/access/refusal.ts'
import { sayDecoy, sayReturn } from '../../policy/access/says.ts'
import { numbersIn } from '../../policy/access/secret.ts'
import { fold } from '../../text/fold.ts'
import { isPassing } from './secrets.ts'

/**
 * What a job of kind `return` is for; sealed in it. `right`: the chat moves to `to`; else `to` is
 * told, where there is such a case.
 */
export type ReturnJob = { readonly outcome: 'right' | 'decoy' | 'duress' | 'wrong'; readonly to?: CaseId }

type TryOfPin = Pick<Act, 'item' | 'command' | 'folded' | 'ports'>

/** Messages that were no code before the question is given up. */
const MOST_MISSES = 1

export const askPin = (act: Act, code: CaseCode): void =>
  askSecretly(act, { what: 'return-pin', code }, sayReturn('return-pin-ask'))

/** Where it is asked on a page, that asks for the PIN as well. */
const askCode = (act: Act, key: 'return-code-ask' | 'return-code-shape' | 'return-wrong'): void => {
  if (act.page !== undefined) return askSecretly(act, { what: 'return-code' }, sayReturn(key))
  act.out.emit({ type: 'access_asked', what: 'return-code' })
  act.out.say(sayReturn(key))
}

export const beginReturn = (act: Act): void => {
  followLetters(act)
  askCode(act, 'return-code-ask')
}

/** A link with a code in it. False where the payload is none, or names this very case. */
export const onStartCode = (act: Act, payload: string): boolean => {
  const code = readCode(payload)
  if (code === undefined || code === act.state.code) return false
  askPin(act, code)
  return true
}

/**
 * A code that is written unasked where nothing was told: who has one comes back. It says nothing of
 * whether there is such a case. False where the message is none.
 */
export const onBareCode = (act: Act): boolean => {
  const { body } = act.item
  const code = body.kind === 'text' && holdsNothing(act.state) ? readBareCode(body.text) : undefined
  if (code === undefined || code === act.state.code) return false
  takeBack(act)
  askPin(act, code)
  return true
}

/**
 * Who has lost it is told what is possible now, and is asked for it no more. False where they say
 * something else.
 */
const isLost = (act: Act): boolean => {
  if (act.item.body.kind !== 'text' || !hasLost(act.ports, act.folded)) return false
  leave(act)
  act.out.say({ key: 'return-forgot' })
  return true
}

const giveUp = (act: Act): boolean => {
  leave(act)
  return false
}

export const onReturnCode = (act: Act, misses: number): boolean => {
  const { body, page } = act.item
  if (page?.code !== undefined) return onReturnPin(act)
  if (act.choice === 'skip' || isPassing(act)) return (leave(act), act.out.say({ key: 'return-left' }), true)
  if (isLost(act)) return true
  if (body.kind !== 'text' || act.command !== undefined) return giveUp(act)
  const code = readCode(body.text)
  if (code !== undefined) {
    takeBack(act)
    askPin(act, code)
    return true
  }
  if (!isCodeTry(act.folded) || misses >= MOST_MISSES) return giveUp(act)
  askCode(act, 'return-code-shape')
  return true
}

/**
 * A sentence of so many words without a number in it and without the name of a secret is no PIN.
 */
const SENTENCE = 4

/**
 * Whether a message at the question for the PIN is kept from everybody: whatever it is, but for
 * commands, whole sentences and long stories, which are heard.
 */
export const isPinTry = ({ item, command, folded, ports }: TryOfPin): boolean => {
  if (item.body.kind !== 'text' || command !== undefined || item.body.text.length > LONGEST_TRY) return false
  if (item.page !== undefined || numbersIn(item.body).length > 0 || namesSecret(ports, folded)) return true
  return fold(item.body.text).split(' ').length < SENTENCE
}

/** In the case's own chat nothing moves: it is shown again, or hidden. */
export const onOwn = (act: Act, outcome: 'right' | 'decoy' | 'duress'): void => {
  leave(act)
  if (outcome === 'right') {
    sayTyped(act)
    if (isShut(act.state)) return open(act)
    act.out.say({ key: 'return-welcome' })
    return
  }
  act.out.emit({ type: 'person_exited' }, { type: `${outcome}_used`, channel: act.item.channel })
  act.out.emit({ type: 'handoff_requested', why: 'danger' })
  act.out.say(sayDecoy(act.ports.flow))
  act.out.schedule({ kind: 'wipe', dueAt: act.now, payload: {} })
  act.out.silence()
}

export const onReturnPin = (act: Act): boolean => {
  if (act.choice === 'skip' || isPassing(act)) return (leave(act), act.out.say({ key: 'return-left' }), true)
  if (isLost(act)) return true
  if (!isPinTry(act)) return giveUp(act)
  const returning = act.reading.returning ?? { outcome: 'wrong' }
  const { outcome, to } = returning
  takeBack(act)
  if (outcome === 'later') return (leave(act), act.out.say({ key: 'return-wait' }), true)
  if (outcome !== 'wrong' && to === act.state.caseId) return (onOwn(act, outcome), true)
  // The same entry, rows and job for every answer: only what they hold differs.
  const job: ReturnJob = { outcome, ...(to === undefined ? {} : { to }) }
  act.out.schedule({ kind: 'return', dueAt: act.now, payload: job })
  if (outcome === 'right' && to !== undefined) {
    sayTyped(act)
    act.out.emit({ type: 'return_granted', to })
  } else if (outcome === 'decoy' || outcome === 'duress') {
    act.out.emit({ type: 'decoy_opened' })
    act.out.say(sayDecoy(act.ports.flow))
  } else {
    act.out.emit({ type: 'return_failed' })
    askCode(act, 'return-wrong')
  }
  return true
}
