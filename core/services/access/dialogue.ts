import { followLetters } from './follow-letters.ts'
import { isLookedOn, waitsFor } from '../../policy/conversation/looked-on.ts'
import { consentGiven, isWatched } from '../../policy/conversation/gates.ts'
import type { FlowCommand } from '../../model/flow.ts'
import { lessonKey } from '../../model/keys.ts'
import { findStep, isWorried, optionsOf } from '../../policy/conversation/steps.ts'
import { optionNamed } from '../../policy/conversation/words.ts'
import { never } from '../../base/never.ts'
import { leave, takeBack, type Act } from './act.ts'
import { innocent } from '../../policy/conversation/innocent.ts'
import { holdsNothing } from '../../policy/access/holds-nothing.ts'
import { isHidden } from '../../policy/access/quiet.ts'
import { askingNow, isSecretAsked } from '../../policy/access/asking.ts'
import { isTryHere, lessonAsked, onOwnPin, onShut, onWatched, onWatchedErase } from './hidden.ts'
import { isShut } from '../../policy/access/lock.ts'
import { botIsSilent } from '../../policy/access/silent.ts'
import { beginReturn, isPinTry, onBareCode, onReturnCode, onReturnPin, onStartCode } from './return.ts'
import {
  askCorrection,
  askErase,
  keepCorrection,
  onConsents,
  onCorrection,
  onErase,
  onScopeButton,
  showAll,
  showCheck,
  showConsents,
} from './rights.ts'
import { onHandOn, onHandOnButton } from './hand-on.ts'
import { askSecretly } from './page.ts'
import { onCheckIn, onCheckInButton } from './check-in.ts'
import { sayDecoy, sayOwnPin } from '../../policy/access/says.ts'
import { onRead, onReadButton } from './read-codes.ts'
import { beginSharing, onShare, onShareButton } from './sharing.ts'
import { redact, withoutQuotes } from '../../policy/access/secret.ts'
import { beginSecrets, isPassing, isPinNeeded, isTry, onSecret, wantSecrets } from './secrets.ts'
import type { Inbound } from '../../base/message.ts'

/** Heard in a hidden chat as well: everything else would show something to whoever looks. */
const HEARD_HIDDEN: ReadonlySet<FlowCommand> = new Set(['erase', 'return'])

/** What rules read in a message: nothing, a hint or somebody else's danger, or what calls people at once. */
export type Danger = 'none' | 'hint' | 'urgent'

/**
 * What of a message may be kept. `redacted` where something was taken out: the secret it was asked
 * for, one it carries, or a later version of such a message. Danger in the words goes before
 * everything: what was asked for does not hide it.
 */
export const toKeep = (act: Act, danger: Danger): { readonly item: Inbound; readonly redacted: boolean } => {
  const { access } = act.state
  const { matched, numbers } = act.reading
  const asked = askingNow(access, act.now)?.what
  const tried =
    asked === 'return-pin'
      ? isPinTry(act) && !isPassing(act)
      : isTryHere(act) || (asked !== undefined && isSecretAsked(asked) && isTry(act))
  // What came from a page is nothing but secret.
  if (act.item.page !== undefined) return { item: redact(act.item, 'all'), redacted: true }
  const isAnswer = act.item.forward === undefined && tried && danger === 'none' && act.item.edit === 0
  if (matched !== undefined || isAnswer || (act.item.edit > 0 && access.hidden.includes(act.item.message)))
    return { item: redact(act.item, 'all'), redacted: true }
  if (numbers.length > 0) return { item: redact(act.item, numbers), redacted: true }
  return { item: withoutQuotes(act.item, access.hidden), redacted: false }
}

/** Ends like a quick exit for whoever looks on, and calls people at once. */
const underDuress = (act: Act): void => {
  act.out.emit(
    { type: 'person_exited' },
    { type: 'duress_used', channel: act.item.channel },
    { type: 'handoff_requested', why: 'danger' },
  )
  act.out.say({ key: innocent(act.state.conversation.asked) })
  act.out.schedule({ kind: 'wipe', dueAt: act.now, payload: {} })
  act.out.silence()
}

/**
 * Somebody else has the phone: for them the chat is about nothing, what waits is held, and people are called. Nothing
 * they ask for is done.
 */
const leaveToAnother = (act: Act): void => {
  act.out.emit({ type: 'person_exited' }, { type: 'handoff_requested', why: 'danger' })
  if (askingNow(act.state.access, act.now) !== undefined) leave(act)
  act.out.say({ key: innocent(act.state.conversation.asked) })
  act.out.schedule({ kind: 'wipe', dueAt: act.now, payload: {} })
  act.out.silence()
}

/**
 * A chat behind a decoy: only what everybody may read. People can be called all the same, and it
 * can be left and erased.
 */
const inDecoy = (act: Act): boolean => {
  const { flow } = act.ports
  if (act.command === 'exit' || act.command === 'human' || act.command === 'urgent') return false
  const lesson = lessonAsked(act)
  act.out.say(lesson === undefined ? sayDecoy(flow) : { key: lessonKey(lesson) })
  return true
}

/**
 * The waiting question has an option of this name: then it is an answer, unless it would be erased
 * anyway.
 */
const answersQuestion = (act: Act): boolean => {
  const { open } = act.state.conversation
  const step = open === undefined || act.folded === '' ? undefined : findStep(act.ports.flow, open.step)
  return step !== undefined && optionNamed(act.ports.flow, optionsOf(step), act.folded) !== undefined
}

const onAsked = (act: Act): boolean => {
  const asking = askingNow(act.state.access, act.now)
  if (asking === undefined) return false
  switch (asking.what) {
    case 'pin':
    case 'decoy':
    case 'duress':
      return onSecret(act, asking.what, asking.misses)
    case 'show':
      if (act.choice === 'skip' || isPassing(act))
        return (leave(act), act.out.say({ key: 'show-left' }), true)
      return onOwnPin(act, 'show', () => showAll(act), isTry(act))
    case 'change':
      if (act.choice === 'skip' || isPassing(act))
        return (leave(act), act.out.say({ key: 'change-left' }), true)
      return onOwnPin(act, 'change', () => beginSecrets(act), isTry(act))
    case 'return-code':
      return onReturnCode(act, asking.misses)
    case 'return-pin':
      return onReturnPin(act)
    case 'erase':
      return onErase(act)
    case 'consents':
      return onConsents(act)
    case 'correct':
      return onCorrection(act)
    case 'share-investigators':
    case 'share-ngo':
      return onHandOn(act, asking.what)
    case 'share':
      return onShare(act, asking.evidence)
    case 'read-code':
    case 'read-fix':
      return onRead(act, asking.what)
    case 'check-in':
      return onCheckIn(act)
    default:
      return never(asking.what)
  }
}

/** The chat shows nothing of the case to whoever holds the phone, or looks on. */
const isCovered = (state: Act['state']): boolean => isHidden(state) || isWatched(state.conversation)

/**
 * A worry stands or comes first: the conversation asks it alone, and about erasing afterwards. Not over the
 * team, and nowhere where such a question must not show.
 */
const isWorrying = ({ ports, state }: Act): boolean =>
  !state.access.decoy && !botIsSilent(state) && !isCovered(state) && isWorried(ports.flow, state.conversation)

const onCommand = (act: Act): boolean => {
  const { command, state, ports } = act
  if (command === undefined || (isCovered(state) && !HEARD_HIDDEN.has(command))) return false
  // The conversation asks first whether it is safe.
  if (waitsFor(ports.flow, state.conversation, command) !== undefined) return false
  if (command !== 'erase' && answersQuestion(act)) return false
  followLetters(act)
  switch (command) {
    case 'erase':
      if (isWorrying(act)) return false
      if (!onWatchedErase(act)) askErase(act)
      return true
    case 'return':
      beginReturn(act)
      return true
    case 'code':
      // Where nothing was told there is nothing to secure: who has a code comes back with it.
      if (holdsNothing(state)) beginReturn(act)
      else wantSecrets(act)
      return true
    case 'forgot':
      if (holdsNothing(state) || isPinNeeded(act)) act.out.say({ key: 'return-forgot' })
      else beginSecrets(act)
      return true
    case 'show':
      if (state.access.secrets.pin === undefined) showAll(act)
      else askSecretly(act, { what: 'show' }, sayOwnPin('show-pin-ask'))
      return true
    case 'check-agent':
      showCheck(act)
      return true
    case 'consents':
      if (!consentGiven(ports.flow, state.conversation)) return false
      showConsents(act)
      return true
    case 'correct':
      if (!state.conversation.submitted) return false
      askCorrection(act)
      return true
    default:
      return false
  }
}

const onButton = (act: Act): boolean => {
  if (act.choice === undefined || isCovered(act.state)) return false
  if (isLookedOn(act.ports.flow, act.state.conversation)) return false
  if (act.choice === 'set-pin') return (wantSecrets(act), true)
  const isErase = act.choice === 'erase-yes' || act.choice === 'erase-certificate'
  if (isErase && !isWorrying(act)) return (askErase(act), true)
  // A decoy chat knows nothing of the case behind it, whatever old button is pressed there.
  if (act.state.access.decoy) return false
  if (act.choice === 'share') return beginSharing(act)
  if (onShareButton(act) || onReadButton(act) || onCheckInButton(act)) return true
  const agreed = consentGiven(act.ports.flow, act.state.conversation)
  return agreed && (onHandOnButton(act) || onScopeButton(act))
}

/**
 * What is forwarded answers nothing that is asked here: that stays asked. A chat that was left
 * keeps it without a word, a decoy shows no more of it than to anybody else; danger in it goes
 * before both.
 */
const onForward = (act: Act, danger: Danger): boolean => {
  if (danger === 'urgent') return false
  if (act.state.conversation.unproven === true) return false
  return isShut(act.state) || (act.state.access.decoy && inDecoy(act))
}

/**
 * What a message means for the access of a person to their own case. True where that is all it
 * means; else the conversation goes on with it, after what was decided here. Works in every state
 * of the case, also while an agent holds it. Danger in the words goes before everything (law 9).
 */
export const decideAccess = (act: Act, danger: Danger): boolean => {
  const { access } = act.state
  if (act.reading.matched !== undefined) takeBack(act)
  if (act.item.edit > 0 && act.reading.matched !== 'duress') return false
  if (act.item.forward !== undefined) return onForward(act, danger)
  if (act.reading.matched === 'duress') return (underDuress(act), true)
  if (act.isAnother) return (leaveToAnother(act), true)
  const asked = askingNow(access, act.now)?.what
  if (
    danger === 'urgent' ||
    act.command === 'exit' ||
    (danger === 'hint' && asked !== undefined && isSecretAsked(asked))
  ) {
    // A correction that tells of danger is one all the same; what it asks for now is said by the
    // conversation.
    if (asked === 'correct' && danger === 'urgent') keepCorrection(act)
    if (asked !== undefined) leave(act)
    return false
  }
  if (asked !== undefined && onAsked(act)) return true
  if (
    act.item.body.kind === 'start' &&
    act.item.body.payload !== undefined &&
    onStartCode(act, act.item.body.payload)
  )
    return true
  const watched = !access.decoy && isWatched(act.state.conversation)
  if (isShut(act.state) && !watched) return onShut(act)
  if (watched && onWatched(act)) return true
  if (onButton(act) || onCommand(act) || onBareCode(act)) return true
  if (access.decoy) return inDecoy(act)
  // A PIN that was not asked for: if it was meant as an answer, it has to be said in another way.
  if (act.reading.matched === undefined) return false
  act.out.say({ key: 'secret-covered' })
  return true
}
