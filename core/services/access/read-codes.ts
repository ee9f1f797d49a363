import { LANGUAGES } from '../../base/language.ts'
import type { CodePlace } from '../../model/reading-events.ts'
import { nextAfter } from '../../policy/access/read-codes.ts'
import { saysNo, saysYes } from '../../policy/access/reserved.ts'
import { botIsSilent } from '../../policy/access/silent.ts'
import { writeToken } from '../../policy/conversation/token.ts'
import type { PhraseKey } from '../../ports/phrases.ts'
import { fold } from '../../text/fold.ts'
import type { Found } from '../../text/identifiers/identifier.ts'
import { confirmCode, fixedCode } from '../evidence/confirm-code.ts'
import { leave, type Act } from './act.ts'

/** Buttons name a code by its place among those that were asked about, which never changes. */
const CHOICE = /^read-(yes|fix|skip)-(\d{1,2})$/

const isLabel = (act: Act, key: PhraseKey): boolean =>
  act.folded !== '' && LANGUAGES.some((language) => fold(act.ports.phrases.say(language, key)) === act.folded)

/** The next code, or the end of the questions; over a member of the team neither. */
const goOn = (act: Act, end: 'read-done' | 'read-passed'): void => {
  const next = nextAfter(act.ports, act.out.state, act.now, end === 'read-done')
  if (next === undefined) leave(act)
  else act.out.emit(next.event)
  if (!botIsSilent(act.state)) act.out.say(next?.say ?? { key: end })
}

const byPerson = (act: Act) => ({ kind: 'person', inbound: act.inbound }) as const

const confirm = (act: Act, where: CodePlace, fixed?: Found): void => {
  const confirmed = confirmCode(act.ports.hasher, act.state, { where, by: byPerson(act), fixed }, act.now)
  if (confirmed !== undefined) {
    act.out.emit(...confirmed.events)
    act.out.schedule(...confirmed.jobs)
  }
  goOn(act, 'read-done')
}

/** It was misread: how it should be is asked once. */
const askFix = (act: Act, where: CodePlace, n: number): void => {
  if (botIsSilent(act.state)) {
    act.out.emit({ type: 'reading_rejected', ...where, by: byPerson(act) })
    return leave(act)
  }
  act.out.emit({ type: 'access_asked', what: 'read-fix', ...where })
  const token = writeToken({ kind: 'access', choice: `read-skip-${n}` })
  act.out.say({ key: 'read-fix-ask', choices: [{ label: 'control-skip', token, control: true }] })
}

const skip = (act: Act, where: CodePlace, wasWrong: boolean): void => {
  const type = wasWrong ? 'reading_rejected' : 'reading_passed'
  act.out.emit({ type, ...where, by: byPerson(act) })
  goOn(act, 'read-passed')
}

type Answer = 'yes' | 'fix' | 'skip'

const settle = (act: Act, n: number, answer: Answer): boolean => {
  const where = act.state.access.codesAsked?.[n - 1]
  if (where === undefined) return false
  const { asking } = act.state.access
  const judged = act.state.evidence[where.evidence]?.judged?.[where.place]
  // Pressed again: what was said stands.
  if (judged !== undefined && judged.verdict !== 'passed') return (leave(act), true)
  if (answer === 'yes') confirm(act, where)
  else if (answer === 'fix') askFix(act, where, n)
  else skip(act, where, asking?.what === 'read-fix')
  return true
}

/** A button, of this question or of an older one. */
export const onReadButton = (act: Act): boolean => {
  const [, what, n] = CHOICE.exec(act.choice ?? '') ?? []
  return what === undefined ? false : settle(act, Number(n), what as Answer)
}

const answerIn = (act: Act): Answer | undefined => {
  if (act.command === 'skip') return 'skip'
  if (act.folded === '1' || saysYes(act.ports, act.folded) || isLabel(act, 'access-read-yes')) return 'yes'
  if (act.folded === '2' || saysNo(act.ports, act.folded) || isLabel(act, 'access-read-fix')) return 'fix'
  return undefined
}

/**
 * The answer to "is it right?", or how it should be. Words count only where nothing else is asked:
 * "yes" to a member of the team, or to a question of the flow, confirms no number. What is no answer
 * ends the questions, and is heard as what it is.
 */
export const onRead = (act: Act, what: 'read-code' | 'read-fix'): boolean => {
  if (onReadButton(act)) return true
  const { asking, codesAsked = [] } = act.state.access
  const n = codesAsked.findIndex(
    ({ evidence, place }) => evidence === asking?.evidence && place === asking.place,
  )
  const where = codesAsked[n]
  if (where === undefined || botIsSilent(act.state) || act.state.conversation.open !== undefined)
    return (leave(act), false)
  const answer = answerIn(act)
  if (answer !== undefined && !(what === 'read-fix' && answer !== 'skip')) return settle(act, n + 1, answer)
  const { body } = act.item
  const fixed =
    body.kind === 'text'
      ? fixedCode(act.state, where, { words: body.text, wanted: what === 'read-fix' }, act.ports.checks)
      : undefined
  if (fixed === undefined) return (leave(act), false)
  confirm(act, where, fixed)
  return true
}
