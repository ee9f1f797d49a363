import { botIsSilent } from '../../policy/access/silent.ts'
import { sayQuestion } from '../../policy/conversation/ask.ts'
import { findStep } from '../../policy/conversation/steps.ts'
import { leave, takeBack, type Act } from './act.ts'
import { askSecretly, sayTyped } from './page.ts'
import { sayAsk, sayCode } from '../../policy/access/says.ts'
import { numbersIn, secretOf } from '../../policy/access/secret.ts'
import type { Secret } from '../../model/access.ts'

/** A word or number that did not fit may be tried again this often; then the questions end. */
const MOST_MISSES = 2

const UNFIT = { shape: 'secret-shape', taken: 'secret-taken', guessable: 'secret-guessable' } as const

const ask = (act: Act, which: Secret): void => askSecretly(act, { what: which }, sayAsk(which))

/** After one secret, or after it was passed over: a decoy is nothing without a PIN. */
const following = (which: Secret, hasPin: boolean): Secret | undefined => {
  if (which === 'pin') return hasPin ? 'decoy' : 'duress'
  return which === 'decoy' ? 'duress' : undefined
}

/**
 * The end of the questions. The urgent one that stood before them is said again: in danger nothing
 * that was asked may be lost behind a PIN.
 */
const finish = (act: Act): void => {
  leave(act)
  act.out.say({ key: 'secrets-done' })
  const { flow, emergency } = act.ports
  const { conversation, language } = act.state
  const open = conversation.open
  const step = open === undefined || open.picked ? undefined : findStep(flow, open.step)
  if (step?.lane !== 'urgent' || botIsSilent(act.state)) return
  const args = { emergency: emergency(act.now, language) ?? 'none' }
  act.out.say({ ...sayQuestion(flow, conversation, step), args })
}

const goOn = (act: Act, which: Secret, hasPin: boolean): void => {
  const next = following(which, hasPin)
  if (next !== undefined) return ask(act, next)
  finish(act)
}

/** The code, what it is for, and the first of the three questions. */
export const beginSecrets = (act: Act): void => {
  act.out.say({ ...sayCode(act.state.code), choices: [] })
  ask(act, 'pin')
}

/**
 * Whether a message at this question is taken for a secret, and so kept from everybody: a single
 * word or number, fit or not; all that a page took.
 */
export const isTry = (act: Pick<Act, 'item' | 'folded' | 'command'>): boolean => {
  const { body, page } = act.item
  if (page !== undefined) return true
  if (body.kind !== 'text' || act.folded === '' || act.command !== undefined) return false
  return !secretOf(body.text).includes(' ') || numbersIn(body).length > 0
}

/**
 * One answer to "which PIN, decoy, duress word?". False where it was none: then the questions are
 * over and the message means something else.
 */
export const onSecret = (act: Act, which: Secret, misses: number): boolean => {
  const { secrets } = act.state.access
  if (act.choice === 'skip' || isPassing(act)) return (goOn(act, which, secrets.pin !== undefined), true)
  if (!isTry(act)) return (leave(act), false)
  takeBack(act)
  const { setting } = act.reading
  if (setting?.fit === 'fits') {
    act.out.emit({ type: 'secret_kept', which, salt: setting.salt, hash: setting.hash })
    act.out.say({ key: 'secret-kept' })
    // Once, with the first of them: what a look at the list of chats tells all the same, and what
    // can be done about it there.
    if (act.state.access.salt === undefined)
      act.out.say({ key: act.item.page === undefined ? `stays-${act.item.channel}` : 'stays-page' })
    else sayTyped(act)
    goOn(act, which, which === 'pin' || secrets.pin !== undefined)
  } else if (misses < MOST_MISSES) {
    sayTyped(act)
    askSecretly(act, { what: which }, { ...sayAsk(which), key: UNFIT[setting?.fit ?? 'shape'] })
  } else {
    sayTyped(act)
    finish(act)
  }
  return true
}

export const isPassing = ({ command }: Act): boolean =>
  command === 'skip' || command === 'unknown' || command === 'back' || command === 'done'
