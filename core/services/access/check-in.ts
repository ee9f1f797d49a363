import { fold } from '../../text/fold.ts'
import { LANGUAGES } from '../../base/language.ts'
import { saysNo, saysYes } from '../../policy/access/reserved.ts'
import { leave, type Act } from './act.ts'

/** The answer in words, where they are one. */
const answerIn = (act: Act): 'yes' | 'no' | undefined => {
  const { folded, ports } = act
  if (folded === '') return undefined
  const isLabel = (answer: 'yes' | 'no'): boolean =>
    LANGUAGES.some((language) => fold(ports.phrases.say(language, `access-check-in-${answer}`)) === folded)
  if (folded === '1' || saysYes(ports, folded) || isLabel('yes')) return 'yes'
  return folded === '2' || saysNo(ports, folded) || isLabel('no') ? 'no' : undefined
}

/** Kept like every consent: it can be seen and taken back among them. */
const keep = (act: Act, answer: 'yes' | 'no'): true => {
  const { consentVersion } = act.ports.access
  act.out.emit(
    { type: 'access_left' },
    {
      type: answer === 'yes' ? 'consent_given' : 'consent_withdrawn',
      scope: 'check-in',
      version: consentVersion,
      language: act.state.language,
    },
  )
  act.out.say({ key: answer === 'yes' ? 'check-in-agreed' : 'check-in-refused' })
  return true
}

/**
 * Whether somebody may ask later how it is, asked where a case was closed. Other words are no answer
 * and mean what they say; where the case is open again a yes or no answers those who have it.
 */
export const onCheckIn = (act: Act): boolean => {
  if (act.state.hands.status !== 'closed' && act.choice === undefined) {
    leave(act)
    return false
  }
  const answer = act.choice === undefined ? answerIn(act) : undefined
  if (answer !== undefined) return keep(act, answer)
  if (onCheckInButton(act)) return true
  leave(act)
  return false
}

/** The button of that question, however late. */
export const onCheckInButton = (act: Act): boolean => {
  if (act.choice === 'check-in-yes') return keep(act, 'yes')
  return act.choice === 'check-in-no' && keep(act, 'no')
}
