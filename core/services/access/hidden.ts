import { lessonKey } from '../../model/keys.ts'
import { callsForHelp } from '../../policy/conversation/ask-cry.ts'
import { isWatched, wishForPeople } from '../../policy/conversation/gates.ts'
import { leastKey } from '../../policy/conversation/least.ts'
import { readToken } from '../../policy/conversation/token.ts'
import { sayWatched } from '../../policy/conversation/stages.ts'
import { lessonNamed } from '../../policy/conversation/words.ts'
import { leave, takeBack, type Act } from './act.ts'
import { readCode } from '../../policy/access/code.ts'
import { hasTold, isShut, keyOf } from '../../policy/access/lock.ts'
import { open } from './open.ts'
import { askPin, beginReturn, onOwn } from './return.ts'
import { askSecretly, sayTyped } from './page.ts'
import { askErase } from './rights.ts'
import { sayDecoy, sayOwnPin } from '../../policy/access/says.ts'
import { aloneIn } from '../../policy/access/secret.ts'

/**
 * A lesson that the message asks for, by its button, its name or its number, where the list of them is the
 * last that a chat of this kind showed. Without it such words are as any other: what they open would tell
 * whoever holds the phone what the chat is about.
 */
export const lessonAsked = ({
  ports: { flow },
  item: { body },
  folded,
  state: { conversation },
}: Act): string | undefined => {
  if (conversation.menu !== 'decoy') return undefined
  const token = body.kind === 'press' ? readToken(body.token) : undefined
  const named =
    token?.kind === 'lesson'
      ? token.lesson
      : (lessonNamed(flow, folded) ?? flow.lessons[Number(folded) - 1]?.id)
  return flow.lessons.find(({ id }) => id === named)?.id
}

/**
 * Whoever has the phone may call for people: they come, and nothing of what was told before is said
 * for it.
 */
const call = (act: Act, why: 'danger' | 'person'): void => {
  const { state, ports, now } = act
  if (state.conversation.exited) act.out.emit({ type: 'conversation_resumed', locked: true })
  const wish = wishForPeople(ports.flow, state.conversation)
  if (wish !== undefined)
    act.out.emit({ type: 'answer_given', step: wish.step, answer: wish.answer, inbound: act.inbound })
  if (!state.conversation.called[why]) act.out.emit({ type: 'handoff_requested', why })
  const key = leastKey(state.conversation)
  act.out.say({ key, args: { emergency: ports.emergency(now, state.language) ?? 'none' } })
}

/**
 * "Help" alone in a chat that was left may be a cry, and may be another who wants to know what this
 * is: people are called, and nothing shows. The words for the list of commands call nobody.
 */
const callUnsaid = ({ ports: { flow }, state, item: { body }, out }: Act): void => {
  if (body.kind !== 'text' || !callsForHelp(flow, body.text) || state.conversation.called.danger) return
  out.emit({ type: 'handoff_requested', why: 'danger' })
}

/** A number alone where a PIN opens: whatever it was meant as, it may be one, and is kept from everybody. */
export const isTryHere = (act: Pick<Act, 'state' | 'item'>): boolean =>
  isShut(act.state) && keyOf(act.state) === 'pin' && /^\d+$/.test(aloneIn(act.item.body) ?? '')

/**
 * Back by a word that anybody can write. Where nothing was told there is nothing to read, and all is as it
 * was; else the chat goes on and stays shut. What it means besides is the conversation's.
 */
const comeUnproven = ({ ports, state, out }: Act): false => {
  if (hasTold(ports.flow, state)) out.emit({ type: 'return_unproven' })
  return false
}

/**
 * What a message means in a chat that was left. False where it is kept without a word, as a cry for
 * help, or as an answer to what followed one.
 */
export const onShut = (act: Act): boolean => {
  const { state, reading, item, command } = act
  const key = keyOf(state)
  const { body } = item
  const typed = body.kind === 'text' ? body.text : body.kind === 'start' ? body.payload : undefined
  if (reading.later === true) return true
  if (reading.matched === 'pin') return (open(act), sayTyped(act), true)
  if (reading.matched === 'decoy') return (onOwn(act, 'decoy'), true)
  if (typed !== undefined && readCode(typed) === state.code) {
    takeBack(act)
    if (key === 'pin') askPin(act, state.code)
    else open(act)
    return true
  }
  if (isTryHere(act)) return (act.out.emit({ type: 'return_refused', channel: item.channel }), true)
  // Who was given the PIN of the harmless chat learns of no other: the PIN and the code open it unasked.
  const isDecoy = state.access.secrets.decoy !== undefined && state.conversation.menu === 'decoy'
  if ((state.access.decoy || isDecoy) && (command === 'erase' || command === 'return'))
    return (act.out.say(sayDecoy(act.ports.flow)), true)
  // Before it is shown whose it is, whoever holds the phone erases nothing of what was told.
  if (command === 'erase' && key !== 'word') return (act.out.say({ key: 'erase-key' }), true)
  if (command === 'erase' && hasTold(act.ports.flow, state))
    return (act.out.say({ key: 'closed-here' }), true)
  if (command === 'erase') return (askErase(act), true)
  if (command === 'return') return (beginReturn(act), true)
  if (command === 'human' || command === 'urgent')
    return (call(act, command === 'urgent' ? 'danger' : 'person'), true)
  // It goes on with what is written from now on, in core/policy/conversation/go-on.
  if (state.conversation.unproven === true && body.kind !== 'start') return false
  if (command === 'continue' && key === 'word' && body.kind === 'text' && !state.access.decoy)
    return comeUnproven(act)
  const lesson = lessonAsked(act)
  if (body.kind === 'start' || command === 'continue') return (act.out.say(sayDecoy(act.ports.flow)), true)
  if (lesson !== undefined) return (act.out.say({ key: lessonKey(lesson) }), true)
  if (command === 'help') callUnsaid(act)
  return command !== undefined
}

/**
 * A chat that was stopped because somebody watches, of who has a PIN: the word of return asks for it, and
 * nothing else goes on. False where it means something else, or nothing.
 */
export const onWatched = (act: Act): boolean => {
  const { state, reading, command, item, folded } = act
  if (!isWatched(state.conversation) || keyOf(state) !== 'pin') return false
  if (reading.later === true) return true
  if (reading.matched === 'decoy') return (onOwn(act, 'decoy'), true)
  if (reading.matched === 'pin') return (open(act), sayTyped(act), true)
  const isReturn = command === 'continue' || item.body.kind === 'start' || folded === '1'
  if (!isReturn && isTryHere(act))
    return (act.out.emit({ type: 'return_refused', channel: item.channel }), true)
  if (!isReturn) return false
  act.out.emit({ type: 'conversation_resumed', locked: true, watched: true })
  if (act.page !== undefined) askPin(act, state.code)
  // In a chat that is shut a PIN opens, whatever was written before it.
  else act.out.say({ key: 'return-pin-ask' })
  return true
}

/**
 * A wish to erase in a chat that was stopped because somebody watches: whoever watches can write it. First
 * the PIN, where there is one; else whether it is safe. False where nothing was told, or nobody watches.
 */
export const onWatchedErase = ({ ports, state, out }: Act): boolean => {
  if (!isWatched(state.conversation) || !hasTold(ports.flow, state)) return false
  out.say(keyOf(state) === 'pin' ? { key: 'erase-key' } : sayWatched())
  return true
}

/** The answer to "your PIN first", in a chat that is open: `then` is done where it is right. */
export const onOwnPin = (act: Act, what: 'show' | 'change', then: () => void, isTry: boolean): boolean => {
  const { matched, later } = act.reading
  if (later === true) return (leave(act), act.out.say({ key: 'return-wait' }), true)
  if (matched === 'decoy') return (onOwn(act, 'decoy'), true)
  if (matched === 'pin') {
    leave(act)
    sayTyped(act)
    then()
    return true
  }
  if (!isTry) return (leave(act), false)
  takeBack(act)
  act.out.emit({ type: 'return_refused', channel: act.item.channel })
  askSecretly(act, { what }, sayOwnPin('show-wrong'))
  return true
}
