import type { CaseState } from '../../model/state.ts'
import { fold } from '../../text/fold.ts'
import type { Say } from '../../policy/conversation/say.ts'
import { writeToken } from '../../policy/conversation/token.ts'
import { askable, mayList } from '../evidence/sharing.ts'
import type { EvidenceId } from '../../base/ids.ts'
import { LANGUAGES } from '../../base/language.ts'
import type { PhraseKey } from '../../ports/phrases.ts'
import { leave, type Act } from './act.ts'
import { saysNo, saysYes } from '../../policy/access/reserved.ts'
import { askAbout } from '../evidence/share-ask.ts'

/**
 * Buttons name an item by its place among those that can be asked about, which never changes: files
 * are only added.
 */
const CHOICE = /^share-(yes|no)-(\d{1,3})$/

const ask = (act: Act, n: number): boolean => {
  const asked = askAbout(act.ports, act.state, n)
  if (asked === undefined) return false
  act.out.emit(asked.event)
  act.out.say(asked.say)
  return true
}

/** From the first item on; false where nothing can be asked. */
export const beginSharing = (act: Act, state: CaseState = act.state): boolean => {
  if (!mayList(act.ports.flow, state, act.now)) return false
  return ask(act, 0)
}

/** Under "show me what you have": a way to say it of each item. */
export const shareChoices = ({ ports, state, now }: Act): Pick<Say, 'choices'> =>
  mayList(ports.flow, state, now) && askable(state).length > 0
    ? { choices: [{ label: 'access-share', token: writeToken({ kind: 'access', choice: 'share' }) }] }
    : {}

const decide = (act: Act, n: number, agrees: boolean): void => {
  const evidence = askable(act.state)[n]
  if (evidence === undefined || !mayList(act.ports.flow, act.state, act.now)) return leave(act)
  if (act.state.evidence[evidence]?.shareable !== agrees)
    act.out.emit({ type: agrees ? 'sharing_allowed' : 'sharing_withdrawn', evidence })
  if (ask(act, n + 1)) return
  leave(act)
  act.out.say({ key: 'share-done' })
}

/** A button, of this question or of an older one. */
export const onShareButton = (act: Act): boolean => {
  const [, what, n] = CHOICE.exec(act.choice ?? '') ?? []
  if (what === undefined) return false
  decide(act, Number(n) - 1, what === 'yes')
  return true
}

const isLabel = (act: Act, key: PhraseKey): boolean =>
  act.folded !== '' && LANGUAGES.some((language) => fold(act.ports.phrases.say(language, key)) === act.folded)

/**
 * The answer to "may it go to platforms?". What is neither yes nor no ends the questions, and is
 * heard as what it is.
 */
export const onShare = (act: Act, evidence: EvidenceId | undefined): boolean => {
  const n = evidence === undefined ? -1 : askable(act.state).indexOf(evidence)
  if (onShareButton(act)) return true
  if (act.choice === 'skip' || act.command === 'skip' || act.command === 'done') {
    leave(act)
    act.out.say({ key: 'share-done' })
    return true
  }
  const agrees = act.folded === '1' || saysYes(act.ports, act.folded) || isLabel(act, 'access-share-yes')
  const refuses = act.folded === '2' || saysNo(act.ports, act.folded) || isLabel(act, 'access-share-no')
  if (n < 0 || (!agrees && !refuses)) return (leave(act), false)
  decide(act, n, agrees)
  return true
}
