import type { CaseEvent } from '../../model/events.ts'
import { fold } from '../../text/fold.ts'
import { CROCKFORD } from '../../base/ids.ts'
import { LANGUAGES } from '../../base/language.ts'
import type { PhraseKey } from '../../ports/phrases.ts'
import { leave, type Act } from './act.ts'
import { consentsOf, type Consents } from '../../policy/access/consent.ts'
import { evolve } from '../../model/evolve.ts'
import type { EraseJob } from '../agents/hold.ts'
import { mediaAllowed } from '../../policy/conversation/gates.ts'
import { saysNo, saysYes } from '../../policy/access/reserved.ts'
import { scopeKey, scopesAsked, type Scope } from '../../model/access-rules.ts'
import { sayConsents, sayHandOn, sayHave } from '../../policy/access/says.ts'
import { sayErase } from '../../policy/conversation/erase-ask.ts'
import { HAND_ON, type HandOn } from '../../model/access.ts'
import { beginSharing, shareChoices } from './sharing.ts'

const isLabel = (act: Act, key: PhraseKey): boolean =>
  act.folded !== '' && LANGUAGES.some((language) => fold(act.ports.phrases.say(language, key)) === act.folded)

export const askErase = (act: Act): void => {
  act.out.emit({ type: 'access_asked', what: 'erase' })
  act.out.say(sayErase())
}

/** The answer to "erase everything?". Nothing but a clear yes erases. */
export const onErase = (act: Act): boolean => {
  const certified =
    act.choice === 'erase-certificate' || act.folded === '3' || isLabel(act, 'access-erase-certificate')
  if (
    certified ||
    act.choice === 'erase-yes' ||
    act.folded === '1' ||
    saysYes(act.ports, act.folded) ||
    isLabel(act, 'access-erase-yes')
  ) {
    const payload: EraseJob = certified ? { certificate: true } : {}
    act.out.emit({ type: 'erase_confirmed' })
    act.out.schedule({ kind: 'erase', dueAt: act.now, payload })
    act.out.silence()
    return true
  }
  leave(act)
  const no =
    act.choice === 'erase-no' ||
    act.folded === '2' ||
    saysNo(act.ports, act.folded) ||
    isLabel(act, 'access-erase-no')
  if (no) act.out.say({ key: 'erase-kept' })
  return no
}

const scopeIn = (act: Act): Scope | undefined =>
  scopesAsked(act.ports.helps).find(
    (scope, index) =>
      act.choice === scope || act.folded === String(index + 1) || isLabel(act, scopeKey(scope)),
  )

export const showConsents = (act: Act, consents: Consents = consentsOf(act.ports.flow, act.state)): void => {
  act.out.emit({ type: 'access_asked', what: 'consents' })
  act.out.say(sayConsents(consents, act.ports.helps))
}

/**
 * Before anything may go to somebody else it is said what goes, to whom, and that a person hands it over:
 * one tap on a name agrees to nothing.
 */
const askHandOn = (act: Act, scope: HandOn): void => {
  act.out.emit({ type: 'access_asked', what: scope })
  act.out.say(sayHandOn(scope))
}

const change = (act: Act, scope: Scope): void => {
  const consents = consentsOf(act.ports.flow, act.state)
  // Not to keep anything any more is to erase.
  if (scope === 'keep') return askErase(act)
  const away = HAND_ON.find((one) => one === scope)
  if (away !== undefined && !consents[away]) return askHandOn(act, away)
  const { consentVersion } = act.ports.access
  const type: Extract<CaseEvent['type'], `consent_${string}`> = consents[scope]
    ? 'consent_withdrawn'
    : 'consent_given'
  const said: CaseEvent = { type, scope, version: consentVersion, language: act.state.language }
  act.out.emit(said)
  if (scope === 'hashes-to-platforms' && type === 'consent_given' && goOnToItems(act, said)) return
  showConsents(act, { ...consents, [scope]: !consents[scope] })
}

/** Agreed in general: then about each item by itself, or where it goes instead. */
const goOnToItems = (act: Act, said: CaseEvent): boolean => {
  if (beginSharing(act, evolve(act.state, said, { seq: act.state.seq + 1, at: act.now }))) return true
  if (mediaAllowed(act.ports.flow, act.state.conversation) === 'age') act.out.say({ key: 'share-minor' })
  return false
}

export const onConsents = (act: Act): boolean => {
  const scope = scopeIn(act)
  if (scope === undefined) return (leave(act), false)
  change(act, scope)
  return true
}

/** A button of an older list does what it says, too. */
export const onScopeButton = (act: Act): boolean => {
  const scope = scopesAsked(act.ports.helps).find((one) => one === act.choice)
  if (scope === undefined) return false
  change(act, scope)
  return true
}

/** These are the first words of a chat that has had nothing else: no file, no answer, nobody who came. */
const isUnused = ({ inbound, state: { conversation, evidence, hands, access } }: Act): boolean =>
  (conversation.firstWords === undefined || conversation.firstWords === inbound) &&
  conversation.waits.length === 0 &&
  conversation.apart === undefined &&
  Object.keys(conversation.answers).length === 0 &&
  Object.keys(evidence).length === 0 &&
  Object.keys(access.looks).length === 0 &&
  hands.status === 'bot'

/** A list of what is not there would only tell whoever holds the phone what this place is for. */
export const showAll = (act: Act): void =>
  isUnused(act)
    ? act.out.say({ key: 'have-nothing' })
    : act.out.say({
        ...sayHave(act.ports, act.state, consentsOf(act.ports.flow, act.state), act.reading.record),
        ...shareChoices(act),
      })

export const askCorrection = (act: Act): void => {
  act.out.emit({ type: 'access_asked', what: 'correct' })
  act.out.say({ key: 'correct-add' })
}

/** What was sent is never changed: a correction is one more statement beside it. */
export const keepCorrection = (act: Act): void => {
  if (act.item.body.kind !== 'text') return
  act.out.emit({ type: 'correction_given', inbound: act.inbound })
  act.statement = true
}

export const onCorrection = (act: Act): boolean => {
  leave(act)
  if (act.item.body.kind !== 'text' || act.command !== undefined || act.item.body.text.trim() === '')
    return false
  keepCorrection(act)
  act.out.say({ key: 'correction-kept' })
  return true
}

/**
 * Two words of a list that two people can say to each other; one in a thousand guesses is right by
 * chance.
 */
export const showCheck = (act: Act): void => {
  const list = act.ports.phrases.say(act.state.language, 'check-words').split(/\s+/)
  const words = Array.from(
    act.dice.slice(0, 2),
    (letter) => list[CROCKFORD.indexOf(letter) % list.length] ?? '',
  ).join(' ')
  act.out.emit({ type: 'check_shown', words })
  act.out.say({ key: 'check-agent', args: { words } })
}
