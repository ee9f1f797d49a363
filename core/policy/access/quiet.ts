import type { CaseState } from '../../model/state.ts'
import { pickedOptions } from '../conversation/condition.ts'
import type { Flow } from '../../model/flow.ts'
import { isWatched } from '../conversation/gates.ts'
import { isLookedOn } from '../conversation/looked-on.ts'
import { isDiscreet } from '../conversation/steps.ts'
import { after, minutes, type Instant } from '../../base/units.ts'
import type { PhraseKey } from '../../ports/phrases.ts'
import type { AccessRules } from '../../model/access-rules.ts'
import { isShut } from './lock.ts'
import { botIsSilent } from './silent.ts'
import { isSafeTime } from '../../model/safe-times.ts'

/** Who wrote this lately has the phone in their hands (bots/amin/README.md, Words). */
const THERE = minutes(5)

/** The chat shows nothing to whoever looks: left by quick exit, or stopped because somebody watches. */
export const isHidden = ({ conversation }: Pick<CaseState, 'conversation'>): boolean =>
  conversation.exited || conversation.paused === 'word'

/** Nothing at all is begun by us: said in the flow, or by taking the consent to be contacted back. */
export const onlyAfterTheyWrite = (
  { afterIWrite }: AccessRules,
  { conversation, access }: CaseState,
): boolean =>
  access.consents['contact-me'] === false ||
  pickedOptions(conversation.answers[afterIWrite.step]).includes(afterIWrite.option)

/**
 * Whether a chat shows nothing of a case: hidden, or left and not yet shown to be theirs. Whatever
 * comes in it is answered as if there were none.
 */
export const showsNothing = (state: Pick<CaseState, 'conversation'>): boolean =>
  isHidden(state) || isShut(state)

/** Nor of whose phone it was asked whether it is safe: until that is answered nothing is told beside it. */
export const tellsNothing = (flow: Flow, state: CaseState): boolean =>
  showsNothing(state) || isLookedOn(flow, state.conversation)

/**
 * Whether somebody may look on right now: it was said that they do, or it is not answered yet whether it is
 * safe. Whom a member of the team talks with there, they talk with.
 */
export const mayLookOn = (flow: Flow, state: CaseState): boolean =>
  isWatched(state.conversation) || (isLookedOn(flow, state.conversation) && !botIsSilent(state))

/** What became of a file: it tells that there is one. */
const OF_FILES = /^(?:receipt|media-|files?-|too-)/

/**
 * On a phone that others look at nobody of the team is heard before the person wrote once after the
 * first of them came: that somebody came may be read there by another. A cry waits for an answer, and
 * who cried a moment ago has the phone in their hands: that is not kept back.
 */
const waitsForWord = (
  flow: Flow,
  { access: { heardAt, cried, takenAt }, hands, conversation }: CaseState,
): boolean =>
  hands.status === 'agent' &&
  cried !== true &&
  isDiscreet(flow, conversation) &&
  (heardAt === undefined || heardAt < (takenAt ?? hands.since))

/**
 * That somebody of the team came waits there as well, until they write; and where others look at the
 * phone also that somebody tried a PIN: that may be the person, on another phone.
 */
export const isHeldNotice = (flow: Flow, state: CaseState, key: PhraseKey): boolean =>
  (key === 'agent-joined' && waitsForWord(flow, state)) ||
  (key === 'return-tried' && isDiscreet(flow, state.conversation)) ||
  isHeldFile(flow, state, key)

/** What became of a file is told once it is safe, whoever asked for it. */
export const isHeldFile = (flow: Flow, state: CaseState, key: PhraseKey): boolean =>
  OF_FILES.test(key) && mayLookOn(flow, state)

/**
 * Whether what nobody of this chat just asked for waits in the case until they write, or until it
 * is safe to write to them.
 */
export const keepsQuiet = (flow: Flow, rules: AccessRules, state: CaseState, now: Instant): boolean => {
  if (isHidden(state) || state.access.decoy || state.access.erasing) return true
  const { heardAt, safeTimes } = state.access
  if (heardAt !== undefined && now < after(heardAt, THERE) && !waitsForWord(flow, state)) return false
  return (
    !isSafeTime(safeTimes, now) || isDiscreet(flow, state.conversation) || onlyAfterTheyWrite(rules, state)
  )
}

/** From when on nobody has the phone in their hands for sure, if they do not write again. */
export const silentFrom = ({ access: { heardAt } }: Pick<CaseState, 'access'>, now: Instant): Instant =>
  heardAt === undefined ? now : (Math.max(now, after(heardAt, THERE)) as Instant)

/**
 * Whether a sign without content may tell that something waits: once until they write, when it is
 * safe, and not where they want nothing at all.
 */
export const maySign = (rules: AccessRules, state: CaseState, now: Instant): boolean => {
  const { pinged, decoy, erasing, safeTimes } = state.access
  return (
    !pinged &&
    !decoy &&
    !erasing &&
    isSafeTime(safeTimes, now) &&
    !isHidden(state) &&
    !onlyAfterTheyWrite(rules, state)
  )
}
