import { HAND_ON, type HandOn } from '../../model/access.ts'
import { LANGUAGES } from '../../base/language.ts'
import { fold } from '../../text/fold.ts'
import { saysNo, saysYes } from '../../policy/access/reserved.ts'
import { consentsOf } from '../../policy/access/consent.ts'
import { isDiscreet } from '../../policy/conversation/steps.ts'
import { leave, type Act } from './act.ts'
import { showConsents } from './rights.ts'

/**
 * The answer in words, where they are one. On a phone that others see a bare 1 brings what waits
 * there (core/policy/access/quiet.ts), and hands nothing on.
 */
const answerIn = ({ folded, ports, state }: Act): 'yes' | 'no' | undefined => {
  const isLabel = (answer: 'yes' | 'no'): boolean =>
    LANGUAGES.some((language) => fold(ports.phrases.say(language, `access-hand-on-${answer}`)) === folded)
  if (folded === '') return undefined
  if (/^\d$/.test(folded) && isDiscreet(ports.flow, state.conversation)) return undefined
  if (folded === '1' || saysYes(ports, folded) || isLabel('yes')) return 'yes'
  return folded === '2' || saysNo(ports, folded) || isLabel('no') ? 'no' : undefined
}

const keep = (act: Act, scope: HandOn, answer: 'yes' | 'no'): true => {
  leave(act)
  const { consentVersion: version } = act.ports.access
  const { language } = act.state
  const consents = consentsOf(act.ports.flow, act.state)
  // A late no takes back an earlier yes.
  if (answer === 'no' && !consents[scope]) return (act.out.say({ key: 'hand-on-left' }), true)
  act.out.emit({ type: answer === 'yes' ? 'consent_given' : 'consent_withdrawn', scope, version, language })
  showConsents(act, { ...consents, [scope]: answer === 'yes' })
  return true
}

/** Other words are no answer, and mean what they say. */
export const onHandOn = (act: Act, scope: HandOn): boolean => {
  const answer = act.choice === undefined ? answerIn(act) : undefined
  if (answer !== undefined) return keep(act, scope, answer)
  leave(act)
  return false
}

/** The buttons of that question, however late. */
export const onHandOnButton = (act: Act): boolean => {
  for (const scope of HAND_ON)
    for (const answer of ['yes', 'no'] as const)
      if (act.choice === `${scope}-${answer}`) return keep(act, scope, answer)
  return false
}
