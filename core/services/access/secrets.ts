import { botIsSilent } from '../../policy/access/silent.ts'
import { sayQuestion } from '../../policy/conversation/ask.ts'
import { findStep, isDiscreet } from '../../policy/conversation/steps.ts'
import { leave, takeBack, type Act } from './act.ts'
import { askSecretly, sayTyped } from './page.ts'
import { askingNow, isSecretAsked } from '../../policy/access/asking.ts'
import { asksAboutSecret, refuses } from '../../policy/access/refusal.ts'
import { saysYes } from '../../policy/access/reserved.ts'
import { sayAbout, sayAsk, sayCode, sayOwnPin } from '../../policy/access/says.ts'
import { numbersIn, secretOf } from '../../policy/access/secret.ts'
import type { Secret } from '../../model/access.ts'
import type { FlowCommand } from '../../model/flow.ts'

/** A word or number that did not fit may be tried again this often; then the questions end. */
const MOST_MISSES = 2

const UNFIT = { shape: 'secret-shape', taken: 'secret-taken', guessable: 'secret-guessable' } as const

const PASSES: ReadonlySet<FlowCommand> = new Set<FlowCommand>(['skip', 'unknown', 'back', 'done'])

type Words = Pick<Act, 'item' | 'folded' | 'command' | 'ports'>

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

/** Words of the chat itself, and none of the numbers that may be a secret. */
const inWords = ({ item }: Pick<Act, 'item'>): boolean =>
  item.page === undefined && item.body.kind === 'text' && numbersIn(item.body).length === 0

/** Whether a message at this question asks about it, whatever command the same words are elsewhere. */
const isAsking = (act: Words): boolean =>
  act.item.body.kind === 'text' && inWords(act) && asksAboutSecret(act.ports, act.item.body.text, act.folded)

/** One word: "erase everything" is a yes to another question. */
const isAgreeing = (act: Words): boolean =>
  inWords(act) && !act.folded.includes(' ') && saysYes(act.ports, act.folded)

/** Whether a message is an answer to a question for a secret, or asks what it is, and says nothing else. */
export const answersSecret = (act: Words & Pick<Act, 'state' | 'now'>): boolean => {
  const what = askingNow(act.state.access, act.now)?.what
  if (what === undefined || !isSecretAsked(what)) return false
  return isPassing(act) || isAgreeing(act) || isAsking(act)
}

/**
 * Whether a message at this question is taken for a secret, and so kept from everybody: a single
 * word or number, fit or not, that is neither a yes, a no nor a question; all that a page took.
 */
export const isTry = (act: Words): boolean => {
  const { body, page } = act.item
  if (page !== undefined) return true
  if (body.kind !== 'text' || act.folded === '' || act.command !== undefined) return false
  if (isPassing(act) || isAgreeing(act) || isAsking(act)) return false
  return !secretOf(body.text).includes(' ') || numbersIn(body).length > 0
}

/**
 * Whether secrets change only for who knows the PIN: where others look at the phone, whoever has it in
 * their hands could else take the person's way back on another phone from them.
 */
export const isPinNeeded = ({ ports, state }: Act): boolean =>
  state.access.secrets.pin !== undefined && isDiscreet(ports.flow, state.conversation)

/** Somebody wants a PIN, or another one. */
export const wantSecrets = (act: Act): void => {
  if (isPinNeeded(act)) askSecretly(act, { what: 'change' }, sayOwnPin('change-pin-ask'))
  else beginSecrets(act)
}

/**
 * One answer to "which PIN, decoy, duress word?". False where it was none: then the questions are
 * over and the message means something else.
 */
export const onSecret = (act: Act, which: Secret, misses: number): boolean => {
  const { secrets } = act.state.access
  if (act.choice === 'skip' || isPassing(act)) return (goOn(act, which, secrets.pin !== undefined), true)
  // It stays asked: who wants to know what it is has not tried and missed.
  if (isAsking(act)) return (act.out.say(sayAbout(which)), true)
  if (isAgreeing(act)) return (ask(act, which), true)
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

/** Passed over, by a word for it or by refusing. */
export const isPassing = (act: Words): boolean =>
  (act.command !== undefined && PASSES.has(act.command)) || (inWords(act) && refuses(act.ports, act.folded))
